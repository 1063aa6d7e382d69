//! The rules of one text, and the plan they make for a day.

use chrono::{NaiveDate, TimeDelta};
use opening_hours_syntax::Parser;
use opening_hours_syntax::rules::day::{DaySelector, HolidayKind, WeekDayRange};
use opening_hours_syntax::rules::time::TimeSelector;
use opening_hours_syntax::rules::{OpeningHoursExpression, RuleKind, RuleOperator, RuleSequence};

use super::Answer;
use super::days::{in_season, is_plain, is_weekday};
use super::notation::{self, HolidayJoin};
use super::plan::Plan;
use super::span::Span;
use crate::domain::calendar::Calendar;

/// All rules of a text; never empty.
pub(super) struct Rules(Box<[Rule]>);

/// One rule: on these days, at these times, this answer.
struct Rule {
    days: DaySelector,
    join: HolidayJoin,
    spans: Box<[Span]>,
    answer: Answer,
    operator: RuleOperator,
}

/// What is taken for granted about holidays that the calendar does not know.
#[derive(Clone, Copy)]
struct Assumption {
    public: bool,
    school: bool,
}

impl Rules {
    /// The rules of a text; `None` when it is not understood to the last sign.
    pub(super) fn parse(raw: &str) -> Option<Self> {
        let notation = notation::correct(raw)?;
        let expression: OpeningHoursExpression = Parser::default().parse(&notation.text).ok()?;
        let join = holiday_join(&expression, notation.holidays_before_weekdays)?;
        if expression
            .rules
            .windows(2)
            .any(|pair| forgets_its_days(&pair[0], &pair[1]))
        {
            return None;
        }
        let rules: Option<Box<[Rule]>> = expression
            .rules
            .into_iter()
            .map(|rule| Rule::read(rule, join))
            .collect();
        rules.filter(|rules| !rules.is_empty()).map(Self)
    }

    pub(super) fn len(&self) -> u64 {
        self.0.len() as u64
    }

    /// Whether a rule is about public holidays.
    pub(super) fn names_public_holidays(&self) -> bool {
        let mut days = self.0.iter().flat_map(|rule| &rule.days.weekday);
        days.any(|day| {
            matches!(
                day,
                WeekDayRange::Holiday {
                    kind: HolidayKind::Public,
                    ..
                }
            )
        })
    }

    /// What begins on a day. Where a holiday is not known, what holds either way.
    pub(super) fn plan(&self, date: NaiveDate, calendar: &Calendar) -> Plan {
        let mut worlds = [false, true].into_iter().flat_map(|public| {
            [false, true]
                .into_iter()
                .map(move |school| Assumption { public, school })
        });
        let first = worlds
            .next()
            .map(|world| self.plan_in(world, date, calendar))
            .unwrap_or_default();
        if !self.hangs_on_unknown_holiday(date, calendar) {
            return first;
        }
        worlds.fold(first, |plan, world| {
            plan.agreement(&self.plan_in(world, date, calendar))
        })
    }

    fn hangs_on_unknown_holiday(&self, date: NaiveDate, calendar: &Calendar) -> bool {
        self.0
            .iter()
            .flat_map(|rule| &rule.days.weekday)
            .any(|day| match day {
                WeekDayRange::Holiday { kind, offset } => {
                    is_holiday(*kind, shifted(date, *offset), calendar).is_none()
                }
                WeekDayRange::Fixed { .. } => false,
            })
    }

    fn plan_in(&self, world: Assumption, date: NaiveDate, calendar: &Calendar) -> Plan {
        let mut plan = Plan::default();
        for rule in self
            .0
            .iter()
            .filter(|rule| rule.is_about(date, calendar, world))
        {
            if rule.begins_the_day_anew() {
                plan.clear();
            }
            for stretch in rule
                .spans
                .iter()
                .flat_map(|span| span.stretches(rule.answer, date, calendar))
                .flatten()
            {
                match rule.operator {
                    RuleOperator::Fallback => plan.paint_under(stretch),
                    RuleOperator::Normal | RuleOperator::Additional => plan.paint(stretch),
                }
            }
        }
        plan
    }
}

/// How all rules of a text join holidays and weekdays; `None` when some do it one way and some the other.
fn holiday_join(
    expression: &OpeningHoursExpression,
    before_weekdays: usize,
) -> Option<HolidayJoin> {
    let is_holiday = |day: &WeekDayRange| matches!(day, WeekDayRange::Holiday { .. });
    let names_both = |rule: &&RuleSequence| {
        let days = &rule.day_selector.weekday;
        days.iter().any(is_holiday) && !days.iter().all(is_holiday)
    };
    match expression.rules.iter().filter(names_both).count() {
        _ if before_weekdays == 0 => Some(HolidayJoin::Either),
        both if both == before_weekdays => Some(HolidayJoin::Both),
        _ => None,
    }
}

/// "Mo-Fr 08:00-12:00; 13:00-18:00": the second rule replaces the first on every day by the letter, belongs to
/// the same days by intention. Neither is answered.
fn forgets_its_days(before: &RuleSequence, rule: &RuleSequence) -> bool {
    let has_hours = rule.kind == RuleKind::Open && rule.time_selector != TimeSelector::default();
    rule.operator == RuleOperator::Normal
        && has_hours
        && rule.day_selector.is_empty()
        && !before.day_selector.is_empty()
}

impl Rule {
    fn read(rule: RuleSequence, join: HolidayJoin) -> Option<Self> {
        let spans: Option<Box<[Span]>> = rule.time_selector.spans.iter().map(Span::read).collect();
        let answer = match rule.kind {
            RuleKind::Closed => Answer::Closed,
            _ if notation::is_appointment(&rule.comment) => Answer::ByAppointment,
            RuleKind::Open => Answer::Open,
            RuleKind::Unknown => Answer::Unknown,
        };
        let days = rule.day_selector;
        is_plain(&days).then_some(Self {
            days,
            join,
            spans: spans?,
            answer,
            operator: rule.operator,
        })
    }

    /// A normal rule replaces what earlier rules say of its days. One that closes only takes its hours away, and
    /// with a whole day also the night that it would have begun.
    fn begins_the_day_anew(&self) -> bool {
        match self.answer {
            Answer::Closed => {
                self.operator != RuleOperator::Fallback && self.spans.iter().any(Span::is_whole_day)
            }
            _ => self.operator == RuleOperator::Normal,
        }
    }

    fn is_about(&self, date: NaiveDate, calendar: &Calendar, world: Assumption) -> bool {
        in_season(&self.days, date) && self.is_weekday_or_holiday(date, calendar, world)
    }

    fn is_weekday_or_holiday(
        &self,
        date: NaiveDate,
        calendar: &Calendar,
        world: Assumption,
    ) -> bool {
        let holiday = |kind, offset| {
            is_holiday(kind, shifted(date, offset), calendar).unwrap_or(match kind {
                HolidayKind::Public => world.public,
                HolidayKind::School => world.school,
            })
        };
        let (mut weekdays, mut holidays) = (None, None);
        for day in &self.days.weekday {
            let (found, is) = match day {
                WeekDayRange::Holiday { kind, offset } => (&mut holidays, holiday(*kind, *offset)),
                WeekDayRange::Fixed { .. } => (&mut weekdays, is_weekday(day, date)),
            };
            *found = Some(found.unwrap_or(false) || is);
        }
        match (weekdays, holidays, self.join) {
            (None, None, _) => true,
            (Some(is), None, _) | (None, Some(is), _) => is,
            (Some(weekday), Some(holiday), HolidayJoin::Either) => weekday || holiday,
            (Some(weekday), Some(holiday), HolidayJoin::Both) => weekday && holiday,
        }
    }
}

/// "PH +1 day" is the day after a holiday.
fn shifted(date: NaiveDate, offset: i16) -> NaiveDate {
    date - TimeDelta::days(i64::from(offset))
}

fn is_holiday(kind: HolidayKind, date: NaiveDate, calendar: &Calendar) -> Option<bool> {
    match kind {
        HolidayKind::Public => calendar.is_public_holiday(date),
        HolidayKind::School => calendar.is_school_holiday(date),
    }
}
