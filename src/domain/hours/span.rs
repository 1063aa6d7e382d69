//! The times of a rule, and the minutes that they are on a day.

use chrono::NaiveDate;
use opening_hours_syntax::ExtendedTime;
use opening_hours_syntax::rules::time::{Time, TimeEvent, TimeSpan};

use super::Answer;
use super::plan::{DAY, Stretch};
use crate::domain::calendar::{Calendar, Sun};

/// A stretch of time within a day, which may run into the next.
#[derive(Clone, Copy)]
pub(super) struct Span {
    from: Moment,
    /// `None` for "from then on".
    to: Option<Moment>,
    /// Whether the end is open ("+"): what follows is unknown.
    open_end: bool,
}

/// A time of the day.
#[derive(Clone, Copy)]
enum Moment {
    /// Minutes from midnight.
    Clock(i32),
    /// Minutes from an event of the sun.
    Sun(Sun, i32),
}

impl Span {
    /// `None` for repeated points in time ("10:00-16:00/01:30"), which are departures, not hours.
    pub(super) fn read(span: &TimeSpan) -> Option<Self> {
        if span.repeats.is_some() {
            return None;
        }
        let endless = span.open_end && span.range.end == Time::Fixed(ExtendedTime::MIDNIGHT_24);
        let to = (!endless).then(|| Moment::read(span.range.end));
        Some(Self {
            from: Moment::read(span.range.start),
            to,
            open_end: span.open_end,
        })
    }

    pub(super) fn is_whole_day(&self) -> bool {
        matches!((self.from, self.to), (Moment::Clock(0), Some(Moment::Clock(to))) if to == i32::from(DAY))
    }

    /// The stretches of a day: the known one, and the unknown one after an open end.
    pub(super) fn stretches(
        &self,
        answer: Answer,
        date: NaiveDate,
        calendar: &Calendar,
    ) -> [Option<Stretch>; 2] {
        let Some((from, to)) = self.minutes(date, calendar) else {
            // The sun is not known here: nor is the day.
            return [
                Some(Stretch {
                    from: 0,
                    to: DAY,
                    answer: Answer::Unknown,
                }),
                None,
            ];
        };
        let known = Stretch { from, to, answer };
        let tail = Stretch {
            from: to,
            to: (to + open_end_minutes(to)).min(2 * DAY),
            answer: Answer::Unknown,
        };
        [
            Some(known),
            (self.open_end && answer != Answer::Closed).then_some(tail),
        ]
    }

    fn minutes(&self, date: NaiveDate, calendar: &Calendar) -> Option<(u16, u16)> {
        let from = self.from.minutes(date, calendar)?;
        let to = match self.to {
            None => from,
            // An end that is not after the beginning is on the next day.
            Some(to) => Some(to.minutes(date, calendar)?)
                .map(|to| if to <= from { to + i32::from(DAY) } else { to })?,
        };
        let within = |minutes: i32| u16::try_from(minutes.clamp(0, 2 * i32::from(DAY))).ok();
        Some((within(from)?, within(to)?))
    }
}

/// How long an open end stays possible, as `opening_hours.js` has it: in the evening into the night.
fn open_end_minutes(end: u16) -> u16 {
    match end % DAY {
        minute if minute >= 22 * 60 => 8 * 60,
        minute if minute >= 17 * 60 => 10 * 60,
        minute => DAY - minute,
    }
}

impl Moment {
    fn read(time: Time) -> Self {
        match time {
            Time::Fixed(time) => Self::Clock(i32::from(time.mins_from_midnight())),
            Time::Variable(time) => {
                let sun = match time.event {
                    TimeEvent::Dawn => Sun::Dawn,
                    TimeEvent::Sunrise => Sun::Rise,
                    TimeEvent::Sunset => Sun::Set,
                    TimeEvent::Dusk => Sun::Dusk,
                };
                Self::Sun(sun, i32::from(time.offset))
            }
        }
    }

    fn minutes(self, date: NaiveDate, calendar: &Calendar) -> Option<i32> {
        match self {
            Self::Clock(minutes) => Some(minutes),
            Self::Sun(event, offset) => calendar
                .sun_minutes(date, event)
                .map(|minutes| minutes + offset),
        }
    }
}
