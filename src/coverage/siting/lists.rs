//! Many short lists of numbers, one after the other in memory.

/// Lists by number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::coverage) struct Lists {
    /// Where each list ends; it begins where the one before ends.
    ends: Vec<usize>,
    items: Vec<u32>,
}

impl Lists {
    /// Puts one more list at the end.
    pub(in crate::coverage) fn push(&mut self, list: impl IntoIterator<Item = u32>) {
        self.items.extend(list);
        self.ends.push(self.items.len());
    }

    /// How many lists there are.
    pub(in crate::coverage) fn count(&self) -> usize {
        self.ends.len()
    }

    /// How long all lists are together.
    pub(in crate::coverage) fn total(&self) -> usize {
        self.items.len()
    }

    /// The list with a number.
    pub(in crate::coverage) fn of(&self, number: u32) -> &[u32] {
        let at = number as usize;
        let begin = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.items[begin..self.ends[at]]
    }

    /// Every list with its number.
    pub(in crate::coverage) fn all(&self) -> impl Iterator<Item = (u32, &[u32])> {
        let numbers = (0_u32..).take(self.count());
        numbers.map(|number| (number, self.of(number)))
    }

    /// For each item below `width`, the numbers of the lists it is in, ascending.
    pub(in crate::coverage) fn turned(&self, width: usize) -> Self {
        let mut ends = vec![0_usize; width];
        for &item in &self.items {
            ends[item as usize] += 1;
        }
        let mut sum = 0;
        for end in &mut ends {
            // Each end first stands where its list begins, and moves on with every number put in.
            sum += std::mem::replace(end, sum);
        }
        let mut items = vec![0; self.items.len()];
        for (number, list) in self.all() {
            for &item in list {
                let free = &mut ends[item as usize];
                items[*free] = number;
                *free += 1;
            }
        }
        Self { ends, items }
    }
}

impl<L: IntoIterator<Item = u32>> FromIterator<L> for Lists {
    fn from_iter<I: IntoIterator<Item = L>>(lists: I) -> Self {
        let mut all = Self::default();
        for list in lists {
            all.push(list);
        }
        all
    }
}
