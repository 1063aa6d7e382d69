//! What the address of a planner's page asks: the parameters of the API, and an hour of the week in place of a moment.

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::coverage::ordinary_weeks;
use crate::domain::Invalid;
use crate::pages::messages::Language;
use crate::pages::question::{self, Refused};
use crate::query::{AT, COVERAGE_PARAMS, CoverageQuery, Params, read_date};
use crate::snapshot::{CoverageQuestion, Snapshot};

/// What the pages take besides what the API does, except for its `at`.
const OWN: [&str; 3] = ["day", "hour", "lang"];

/// Days as addresses name them, from Monday.
pub(super) const DAYS: [&str; 7] = ["mo", "tu", "we", "th", "fr", "sa", "su"];

/// The hour that is meant where only a day was chosen: the evening.
const USUAL_HOUR: u16 = 18;

/// More names than this are no question.
const MOST_PAIRS: usize = 60;

/// A checked question.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// The language of the page.
    pub(super) language: Language,
    /// The hour of the week that places must be open in, from Monday's first; none for any time.
    pub(super) hour: Option<u16>,
    /// The day as of which places count.
    pub(super) day: NaiveDate,
    /// What the API would be asked.
    pub(super) query: CoverageQuery,
    /// When it is asked.
    now: DateTime<Utc>,
    written: Vec<(String, String)>,
}

impl Asked {
    /// Reads an address; `own` are parameters that its path takes besides, and that are kept as they are.
    pub(super) fn read(
        query: &str,
        own: &[&str],
        city: &Snapshot,
        now: DateTime<Utc>,
    ) -> Result<Self, Refused> {
        let written = written(query);
        let language = value(&written, "lang").and_then(|tag| tag.parse().ok());
        let language = language.unwrap_or_default();
        Self::check(&written, own, city, now).map_err(|invalid| {
            let name = invalid.field.into_owned();
            let is_known = names().any(|known| known == name);
            let is_repeated = written.iter().filter(|(own, _)| *own == name).count() > 1;
            let rule = match (is_known, is_repeated) {
                (false, _) => "rule-unknown".to_owned(),
                (true, true) => "rule-repeated".to_owned(),
                (true, false) => format!("rule-{name}"),
            };
            Refused {
                language,
                value: value(&written, &name).unwrap_or_default().to_owned(),
                name,
                rule,
            }
        })
    }

    fn check(
        written: &[(String, String)],
        own: &[&str],
        city: &Snapshot,
        now: DateTime<Utc>,
    ) -> Result<Self, Invalid> {
        let language = value(written, "lang").unwrap_or("de").parse()?;
        let hour = hour(written)?;
        let asked = |(name, _): &&(String, String)| {
            !own.contains(&name.as_str()) && !OWN.contains(&name.as_str())
        };
        let mut plain = form_urlencoded::Serializer::new(String::new());
        plain.extend_pairs(written.iter().filter(asked));
        let plain = plain.finish();
        let mut params = Params::parse(&plain, &[COVERAGE_PARAMS])?;
        let day = read_date(&mut params)?.unwrap_or_else(|| city.date_at(now));
        let at = hour.map(|hour| format!("&at={}", half_past(city, day, hour)));
        let all = plain + at.as_deref().unwrap_or_default();
        let mut params = Params::parse(&all, &[COVERAGE_PARAMS, AT])?;
        Ok(Self {
            language,
            hour,
            day,
            query: CoverageQuery::read(&mut params)?,
            now,
            written: written.to_vec(),
        })
    }

    /// The question, as it is meant in a city.
    pub(super) fn question(&self, city: &Snapshot) -> CoverageQuestion {
        self.query.question(city, self.now)
    }

    /// The path and query with which the API gives the same.
    pub(super) fn api(&self, path: &str, city: &Snapshot) -> String {
        format!("{path}?{}", self.query.spelled_out(city, self.now))
    }

    /// The value of a parameter as it was written; empty when there is none.
    pub(super) fn value(&self, name: &str) -> &str {
        value(&self.written, name).unwrap_or_default()
    }

    /// What was asked and in which language, without what only one page takes.
    pub(super) fn question_pairs(&self) -> impl Iterator<Item = (&str, String)> {
        let own = self.written.iter();
        let own = own.filter(|(name, _)| names().any(|known| known == name));
        own.map(|(name, value)| (name.as_str(), value.clone()))
    }

    /// The address of a planner's page with the same question; in this language.
    pub(super) fn address(&self, path: &str) -> String {
        let own = self
            .written
            .iter()
            .map(|(name, value)| (name.as_str(), value.clone()));
        question::address(path, own)
    }

    /// The address of the same page in another language.
    pub(super) fn address_in(&self, path: &str, language: Language) -> String {
        let own = self.written.iter().filter(|(name, _)| name != "lang");
        let own = own.map(|(name, value)| (name.as_str(), value.clone()));
        let tag = (language != Language::default()).then(|| ("lang", language.tag().to_owned()));
        question::address(path, own.chain(tag))
    }

    /// The address that asks the same at any later time: the day is said.
    pub(super) fn lasting_address(&self, path: &str) -> String {
        let own = self.written.iter().filter(|(name, _)| name != "date");
        let own = own.map(|(name, value)| (name.as_str(), value.clone()));
        question::address(path, own.chain([("date", self.day.to_string())]))
    }
}

/// The names of all parameters of the planner's pages.
pub(in crate::pages) fn names() -> impl Iterator<Item = &'static str> {
    let api = COVERAGE_PARAMS.iter().map(|own| own.name);
    api.chain(OWN)
}

/// Half past an hour of the two weeks that stand for all, as the picture of the week shows it: the local time in the one, the
/// minute in the other. What is open in one of them only is not open in any week.
fn half_past(city: &Snapshot, day: NaiveDate, hour: u16) -> String {
    let hour_of_day = hour % 24;
    let [first, second] = ordinary_weeks(city.calendar(), day).map(|monday| {
        let date = monday.checked_add_days(Days::new(u64::from(hour / 24)));
        format!("{}T{hour_of_day:02}:30", date.unwrap_or(monday))
    });
    format!("{first},{second}/{hour_of_day:02}:31")
}

/// Names with their values, as a form sends them: nothing is said by what is empty, and boxes ticked under one name are a
/// list.
fn written(query: &str) -> Vec<(String, String)> {
    let mut written: Vec<(String, String)> = Vec::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()).take(MOST_PAIRS) {
        let value = value.trim();
        let is_list = ["topics", "kind", "usable_for"].contains(&&*name);
        let list = written.iter_mut().find(|(own, _)| is_list && *own == name);
        match list {
            _ if value.is_empty() => {}
            Some((_, list)) => *list = format!("{list},{value}"),
            None => written.push((name.into_owned(), value.to_owned())),
        }
    }
    written
}

fn value<'a>(written: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let found = written.iter().find(|(own, _)| own == name);
    found.map(|(_, value)| value.as_str())
}

/// The hour of the week. A day alone means its evening, an hour alone Monday's.
fn hour(written: &[(String, String)]) -> Result<Option<u16>, Invalid> {
    let single = |name: &'static str| {
        let times = written.iter().filter(|(own, _)| own == name).count();
        if times > 1 {
            return Err(Invalid::new(name, "must not be repeated"));
        }
        Ok(value(written, name))
    };
    let (day, hour) = (single("day")?, single("hour")?);
    single("lang")?;
    if day.is_none() && hour.is_none() {
        return Ok(None);
    }
    let day = DAYS.iter().position(|own| *own == day.unwrap_or(DAYS[0]));
    let day = day.and_then(|day| u16::try_from(day).ok());
    let day = day.ok_or_else(|| Invalid::new("day", "must be mo, tu, we, th, fr, sa or su"))?;
    let hour = hour.map_or(Ok(USUAL_HOUR), str::parse::<u16>);
    let hour = hour.ok().filter(|hour| *hour < 24);
    let hour = hour.ok_or_else(|| Invalid::new("hour", "must be 0 to 23"))?;
    Ok(Some(day * 24 + hour))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hour_of(query: &str) -> Result<Option<u16>, String> {
        hour(&written(query)).map_err(|invalid| invalid.field.into_owned())
    }

    #[test]
    fn an_hour_of_the_week_is_a_day_and_an_hour() {
        assert_eq!(hour_of("day=&hour="), Ok(None));
        assert_eq!(hour_of("day=mo&hour=0"), Ok(Some(0)));
        assert_eq!(hour_of("day=su&hour=23"), Ok(Some(167)));
        assert_eq!(hour_of("day=tu"), Ok(Some(24 + USUAL_HOUR)));
        assert_eq!(hour_of("hour=9"), Ok(Some(9)));
    }

    #[test]
    fn an_hour_that_no_week_has_is_refused_by_name() {
        assert_eq!(hour_of("day=mo&hour=24"), Err("hour".into()));
        assert_eq!(hour_of("day=mo&hour=-1"), Err("hour".into()));
        assert_eq!(hour_of("day=montag"), Err("day".into()));
        assert_eq!(hour_of("day=mo&day=tu"), Err("day".into()));
    }

    #[test]
    fn ticked_boxes_are_a_list_and_empty_fields_say_nothing() {
        let all = written("topics=repair_make&topics=talk_coffee&cls=&minutes=10");
        assert_eq!(value(&all, "topics"), Some("repair_make,talk_coffee"));
        assert_eq!(value(&all, "cls"), None);
        assert_eq!(value(&all, "minutes"), Some("10"));
    }
}
