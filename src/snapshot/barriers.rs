//! The list of all places that the way to 2040 is counted by (specification, B.7): those under the responsibility of the city,
//! and those that count for a room and a place in every district.

use chrono::NaiveDate;

use crate::barrier_free::Truth;
use crate::coverage::{Standing, Verdict};
use crate::domain::Class;
use crate::domain::place::OperatorType;
use crate::snapshot::{Coverage, Located};

/// A place in use, and whether it is on the list.
#[derive(Clone, Copy)]
pub struct Listed<'a> {
    /// The place.
    pub located: &'a Located,
    /// Whether the city runs it.
    pub is_municipal: Truth,
    /// Whether it counts for a room and a place in every district.
    pub is_counted: Truth,
}

/// The list, and what may belong to it. Both by the ids of the places.
pub struct BarrierList<'a> {
    /// Places on the list.
    pub listed: Vec<Listed<'a>>,
    /// Places of which nobody knows whether they belong there: they are in no number.
    pub undecided: Vec<Listed<'a>>,
}

impl Listed<'_> {
    /// Whether it is on the list: for one reason, or for both.
    #[must_use]
    pub fn is_listed(&self) -> Truth {
        self.is_municipal.or(self.is_counted)
    }
}

impl Coverage<'_> {
    /// The list on the day of this coverage: of the places that were in use, what only belongs to a place left out.
    #[must_use]
    pub fn barrier_list(&self) -> BarrierList<'_> {
        let places = self.snapshot.places().zip(self.standings());
        let in_use = places.filter(|(located, own)| is_meant(located, own, self.day()));
        let all = in_use.map(|(located, own)| Listed {
            located,
            is_municipal: is_municipal(located),
            is_counted: is_counted(own),
        });
        let (mut listed, mut undecided) = (Vec::new(), Vec::new());
        for own in all {
            match own.is_listed() {
                Truth::Yes => listed.push(own),
                Truth::Unknown => undecided.push(own),
                Truth::No => {}
            }
        }
        BarrierList { listed, undecided }
    }
}

fn is_meant(located: &Located, own: &Standing, day: NaiveDate) -> bool {
    located.place.class() != Class::Amenity && own.lifecycle.was_in_use(day)
}

fn is_municipal(located: &Located) -> Truth {
    match located.place.facts.operator_type {
        None => Truth::Unknown,
        Some(own) => (own == OperatorType::Municipal).into(),
    }
}

fn is_counted(own: &Standing) -> Truth {
    match own.counting.verdict() {
        Verdict::Counts => Truth::Yes,
        Verdict::Unknown => Truth::Unknown,
        Verdict::DoesNot | Verdict::ForAges(_) => Truth::No,
    }
}
