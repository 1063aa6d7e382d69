//! Who finds no help: for each need and language by whom it is covered, and at which hours of the week by telephone. What is not
//! known is told apart from what is missing.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Weekday};

use crate::domain::Fact;
use crate::domain::calendar::Calendar;
use crate::domain::counselling::{HelpLine, HelpNeed, Tongue};
use crate::domain::hours::{Answer, Hours};
use crate::snapshot::{OfferedLine, Snapshot};

/// In what somebody may need to be counselled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offered {
    /// A language.
    Tongue(Tongue),
    /// German sign language.
    Sign,
    /// Plain language.
    Easy,
}

impl Offered {
    /// Its name in keys of messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Tongue(tongue) => tongue.as_str(),
            Self::Sign => "sign",
            Self::Easy => "easy",
        }
    }

    fn by(self, line: &HelpLine) -> Fact {
        match self {
            Self::Tongue(tongue) => line.speaks(tongue),
            Self::Sign => line.sign_language,
            Self::Easy => line.easy_language,
        }
    }
}

/// Whether there is somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Covered {
    /// At least one line surely does it.
    Yes,
    /// None surely does, and of some nobody knows.
    Unknown,
    /// Of every line for this need it is known that it does not.
    Missing,
    /// No line for this need is entered at all.
    NoLine,
}

impl Covered {
    /// Every member.
    pub const ALL: [Self; 4] = [Self::Yes, Self::Unknown, Self::Missing, Self::NoLine];

    /// Its name in keys of messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Unknown => "unknown",
            Self::Missing => "missing",
            Self::NoLine => "no-line",
        }
    }
}

/// How much of some hours of the week somebody answers the telephone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Served {
    /// All of them.
    All,
    /// Some of them.
    Some,
    /// None of them.
    None,
    /// Nobody knows.
    Unknown,
}

impl Served {
    /// Every member.
    pub const ALL: [Self; 4] = [Self::All, Self::Some, Self::None, Self::Unknown];

    /// Its name in keys of messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Some => "some",
            Self::None => "none",
            Self::Unknown => "unknown",
        }
    }

    /// What two lines offer together, as far as one of them alone offers it.
    fn or(self, other: Self) -> Self {
        let better = |wanted| self == wanted || other == wanted;
        let order = [Self::All, Self::Some, Self::Unknown];
        let best = order.into_iter().find(|own| better(*own));
        best.unwrap_or(Self::None)
    }
}

/// How much of the hours in which offices are closed somebody answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// Monday to Friday, 18 to 22 h.
    pub evening: Served,
    /// Every night, 22 to 6 h.
    pub night: Served,
    /// Saturday and Sunday, 9 to 18 h.
    pub weekend: Served,
}

impl Times {
    const NONE: Self = Self {
        evening: Served::None,
        night: Served::None,
        weekend: Served::None,
    };

    const UNKNOWN: Self = Self {
        evening: Served::Unknown,
        night: Served::Unknown,
        weekend: Served::Unknown,
    };

    /// Each with its name.
    #[must_use]
    pub const fn each(self) -> [(&'static str, Served); 3] {
        [
            ("evening", self.evening),
            ("night", self.night),
            ("weekend", self.weekend),
        ]
    }

    fn or(self, other: Self) -> Self {
        Self {
            evening: self.evening.or(other.evening),
            night: self.night.or(other.night),
            weekend: self.weekend.or(other.weekend),
        }
    }

    /// When a line answers in the week that begins on a Monday.
    fn of(own: &OfferedLine, monday: NaiveDate, calendar: &Calendar) -> Self {
        if own.line.phone.is_none() {
            return Self::NONE;
        }
        let Some(hours) = own.hours.as_ref().filter(|own| own.is_understood()) else {
            return Self::UNKNOWN;
        };
        let served = |days: &[u64], from: i64, to: i64| {
            let answers = days.iter().flat_map(|day| {
                let midnight = NaiveDateTime::from(monday + Days::new(*day));
                half_hours(from, to).map(move |minutes| midnight + TimeDelta::minutes(minutes))
            });
            all_of(answers.map(|at| answer(hours, at, calendar)))
        };
        Self {
            evening: served(&[0, 1, 2, 3, 4], 18, 22),
            night: served(&[0, 1, 2, 3, 4, 5, 6], 22, 30),
            weekend: served(&[5, 6], 9, 18),
        }
    }
}

/// The middle of each half hour between two hours of a day, in minutes from its midnight.
fn half_hours(from: i64, to: i64) -> impl Iterator<Item = i64> {
    (from * 2..to * 2).map(|half| half * 30 + 15)
}

fn answer(hours: &Hours, at: NaiveDateTime, calendar: &Calendar) -> Answer {
    hours.answer(calendar.instant(at).to_utc())
}

fn all_of(answers: impl Iterator<Item = Answer>) -> Served {
    let (mut all, mut open, mut unknown) = (0, 0, 0);
    for answer in answers {
        all += 1;
        match answer {
            Answer::Open => open += 1,
            Answer::Unknown => unknown += 1,
            Answer::Closed | Answer::ByAppointment => {}
        }
    }
    match (open, unknown) {
        (open, _) if open == all => Served::All,
        (0, 0) => Served::None,
        (0, _) => Served::Unknown,
        _ => Served::Some,
    }
}

/// Who covers a need in one language.
pub struct Gap<'a> {
    /// The language.
    pub offered: Offered,
    /// Whether there is somebody.
    pub covered: Covered,
    /// The lines that surely do it.
    pub by: Vec<&'a OfferedLine>,
    /// Those of which nobody knows.
    pub perhaps_by: Vec<&'a OfferedLine>,
    /// When those that surely do it answer the telephone; each hour as the best of them.
    pub times: Times,
}

/// One need in every language.
pub struct GapRow<'a> {
    /// The need.
    pub need: HelpNeed,
    /// Its languages, in the order of the city's settings.
    pub gaps: Vec<Gap<'a>>,
}

impl Snapshot {
    /// Every need in every language of the city's people, sign language and plain language; times are those of the next week
    /// without a holiday from `today` on.
    #[must_use]
    pub fn help_gaps(&self, today: NaiveDate) -> Vec<GapRow<'_>> {
        let monday = plain_monday(today, self.calendar());
        let tongues = self.settings().safety.languages().iter();
        let offered: Vec<_> = tongues
            .map(|tongue| Offered::Tongue(*tongue))
            .chain([Offered::Sign, Offered::Easy])
            .collect();
        let rows = HelpNeed::ALL.iter().map(|need| GapRow {
            need: *need,
            gaps: offered
                .iter()
                .map(|offered| self.help_gap(*need, *offered, monday))
                .collect(),
        });
        rows.collect()
    }

    fn help_gap(&self, need: HelpNeed, offered: Offered, monday: NaiveDate) -> Gap<'_> {
        let lines = self.help_for(Some(need), None);
        let that_say = |wanted: Fact| {
            let lines = lines.iter().copied();
            lines
                .filter(|own| offered.by(&own.line) == wanted)
                .collect::<Vec<_>>()
        };
        let (by, perhaps_by) = (that_say(Fact::Yes), that_say(Fact::Unknown));
        let covered = match (lines.is_empty(), by.is_empty(), perhaps_by.is_empty()) {
            (true, ..) => Covered::NoLine,
            (_, false, _) => Covered::Yes,
            (_, _, false) => Covered::Unknown,
            _ => Covered::Missing,
        };
        let times = by.iter().map(|own| Times::of(own, monday, self.calendar()));
        Gap {
            offered,
            covered,
            times: times.fold(Times::NONE, Times::or),
            by,
            perhaps_by,
        }
    }
}

/// The Monday of the next week without a public holiday; of the next week where every one for a year has some.
fn plain_monday(today: NaiveDate, calendar: &Calendar) -> NaiveDate {
    let next = (7 - today.weekday().days_since(Weekday::Mon)) % 7;
    let first = today + Days::new(u64::from(next));
    let mut mondays = (0..53).map(|week| first + Days::new(7 * week));
    let is_plain = |monday: &NaiveDate| {
        let mut days = (0..8).map(|day| *monday + Days::new(day));
        days.all(|day| calendar.public_holiday(day).is_none())
    };
    mondays.find(is_plain).unwrap_or(first)
}

#[cfg(test)]
mod tests;
