//! A day's plan: which stretches of it are not closed.

use std::ops::Range;

use super::Answer;

/// Minutes in a day of the wall clock.
pub(super) const DAY: u16 = 24 * 60;

/// One stretch of minutes, counted from the midnight that begins the day; `from < to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) from: u16,
    pub(super) to: u16,
    pub(super) answer: Answer,
}

/// What begins on one day, up to the midnight that ends the next: in order, without overlap, never closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plan(Vec<Stretch>);

impl Plan {
    /// A day of which nothing is known.
    pub(super) fn unknown() -> Self {
        Self(vec![Stretch {
            from: 0,
            to: DAY,
            answer: Answer::Unknown,
        }])
    }

    pub(super) fn stretches(&self) -> &[Stretch] {
        &self.0
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Paints over whatever is there.
    pub(super) fn paint(&mut self, stretch: Stretch) {
        let Stretch { from, to, answer } = stretch;
        if from >= to {
            return;
        }
        let mut painted = Vec::with_capacity(self.0.len() + 2);
        for old in &self.0 {
            push(
                &mut painted,
                Stretch {
                    to: old.to.min(from),
                    ..*old
                },
            );
        }
        if answer != Answer::Closed {
            push(&mut painted, stretch);
        }
        for old in &self.0 {
            push(
                &mut painted,
                Stretch {
                    from: old.from.max(to),
                    ..*old
                },
            );
        }
        self.0 = painted;
    }

    /// Paints only where the plan is closed.
    pub(super) fn paint_under(&mut self, stretch: Stretch) {
        let over = std::mem::take(&mut self.0);
        self.paint(stretch);
        for old in over {
            self.paint(old);
        }
    }

    /// The plan on which both agree, unknown where they differ.
    pub(super) fn agreement(&self, other: &Self) -> Self {
        let mut edges: Vec<u16> = self
            .0
            .iter()
            .chain(&other.0)
            .flat_map(|s| [s.from, s.to])
            .collect();
        edges.sort_unstable();
        edges.dedup();
        let mut agreed = Vec::new();
        for edge in edges.windows(2) {
            let (mine, theirs) = (answer_at(&self.0, edge[0]), answer_at(&other.0, edge[0]));
            let answer = if mine == theirs {
                mine
            } else {
                Answer::Unknown
            };
            push(
                &mut agreed,
                Stretch {
                    from: edge[0],
                    to: edge[1],
                    answer,
                },
            );
        }
        Self(agreed)
    }
}

/// Appends, joining with a neighbour of the same answer; an empty or closed stretch is dropped.
fn push(stretches: &mut Vec<Stretch>, new: Stretch) {
    if new.from >= new.to || new.answer == Answer::Closed {
        return;
    }
    match stretches.last_mut() {
        Some(last) if last.to == new.from && last.answer == new.answer => last.to = new.to,
        _ => stretches.push(new),
    }
}

/// What is not closed between a day's two midnights. Yesterday's night belongs to yesterday: a rule of today
/// does not end it, it only fills hours that today leaves closed or unknown.
pub(super) fn within_day(today: &Plan, yesterday: Option<&Plan>) -> Vec<Stretch> {
    let mut day = Plan(Vec::with_capacity(today.0.len() + 1));
    for stretch in &today.0 {
        push(
            &mut day.0,
            Stretch {
                to: stretch.to.min(DAY),
                ..*stretch
            },
        );
    }
    for night in yesterday
        .into_iter()
        .flat_map(Plan::stretches)
        .filter(|stretch| stretch.to > DAY)
    {
        let night = Stretch {
            from: night.from.saturating_sub(DAY),
            to: night.to - DAY,
            ..*night
        };
        if night.answer == Answer::Open {
            day.paint(night);
        } else {
            day.paint_under(night);
        }
    }
    day.0
}

pub(super) fn answer_at(day: &[Stretch], minute: u16) -> Answer {
    let stretch = day
        .iter()
        .find(|stretch| (stretch.from..stretch.to).contains(&minute));
    stretch.map_or(Answer::Closed, |stretch| stretch.answer)
}

/// The longest stretch of `within` that is surely open, in minutes.
pub(super) fn longest_open(day: &[Stretch], within: Range<u16>) -> u16 {
    let open = day.iter().filter(|stretch| stretch.answer == Answer::Open);
    let inside = open.map(|stretch| {
        let (from, to) = (stretch.from.max(within.start), stretch.to.min(within.end));
        to.saturating_sub(from)
    });
    inside.max().unwrap_or(0)
}

/// The first minute of a day, not before `begin`, whose answer is wanted.
pub(super) fn first_from(
    day: &[Stretch],
    begin: u16,
    wanted: impl Fn(Answer) -> bool,
) -> Option<u16> {
    let edges = day.iter().flat_map(|stretch| [stretch.from, stretch.to]);
    let later = edges.filter(|edge| (begin + 1..DAY).contains(edge));
    std::iter::once(begin)
        .chain(later)
        .find(|minute| wanted(answer_at(day, *minute)))
}
