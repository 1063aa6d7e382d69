//! The audit trail as a page: who did what, filtered, and as a table.

use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use maud::{Markup, html};
use serde_json::Value;

use super::{Desk, link};
use crate::domain::staff::Role;
use crate::domain::trail::{Action, By, Page, TrailEntry, TrailFilter};
use crate::pages::messages::Language;
use crate::pages::wording;
use crate::query::{TRAIL_PARAMS, trail_filter};

/// Where the trail is.
pub(super) const PATH: &str = "/verwaltung/protokoll";

/// Entries on one page.
const PER_PAGE: u32 = 100;

/// Longer values are cut where they are shown; the table has them whole.
const MOST_SHOWN: usize = 120;

/// `GET /verwaltung/protokoll`
pub(super) async fn show(desk: Desk, RawQuery(query): RawQuery) -> Response {
    let asked: Vec<(String, String)> = form_urlencoded::parse(query.unwrap_or_default().as_bytes())
        .filter(|(name, value)| names().any(|own| own == name) && !value.is_empty())
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(&asked)
        .finish();
    let (status, filter, wrong) = match trail_filter(&query) {
        Ok(filter) => (StatusCode::OK, filter, None),
        Err(invalid) => (
            StatusCode::BAD_REQUEST,
            TrailFilter::default(),
            Some(invalid),
        ),
    };
    let filter = TrailFilter {
        limit: Some(PER_PAGE + 1),
        ..filter
    };
    let mut entries = match desk.city.store().trail(&filter).await {
        Ok(entries) => entries,
        Err(error) => return desk.failed(&error),
    };
    let has_more = entries.len() > PER_PAGE as usize;
    entries.truncate(PER_PAGE as usize);
    let value = |name: &str| {
        let found = asked.iter().find(|(own, _)| own == name);
        found.map_or("", |(_, value)| value.as_str())
    };
    let content = html! {
        p { (desk.text("staff-trail-about")) }
        @if let Some(wrong) = wrong {
            p.notice role="alert" { (desk.language.text_with("staff-trail-wrong", [("field", (*wrong.field).into())])) }
        }
        (search(&desk, &value))
        p.buttons { a.button.secondary href=(format!("/api/staff/trail.csv?{query}")) download="protokoll.csv" { (desk.text("staff-table-download")) } }
        (table(&desk, &entries))
        @if let (true, Some(last)) = (has_more, entries.last()) {
            @let name = if matches!(filter.page, Page::After(_)) { "after" } else { "before" };
            p { a.button.secondary href=(more(&desk, &asked, name, last.number)) { (desk.text("staff-more")) } }
        }
    };
    desk.page(status, PATH, desk.text("staff-trail"), &content)
}

/// What the address may say.
fn names() -> impl Iterator<Item = &'static str> {
    TRAIL_PARAMS.iter().map(|param| param.name)
}

/// The same question from the last entry on.
fn more(desk: &Desk, asked: &[(String, String)], name: &'static str, number: i64) -> String {
    let number = number.to_string();
    let kept = names().filter_map(|own| {
        let (_, value) = asked.iter().find(|(asked, _)| asked == own)?;
        (!["before", "after"].contains(&own)).then_some((own, value.as_str()))
    });
    let said: Vec<_> = kept.chain([(name, number.as_str())]).collect();
    link(PATH, desk.language, &said)
}

fn search<'v>(desk: &Desk, value: &impl Fn(&str) -> &'v str) -> Markup {
    let hands = Role::ALL
        .iter()
        .map(|role| (role.as_str(), format!("role-{role}")));
    let others = By::WITHOUT_ROLE.map(|(name, _)| (name, format!("trail-{name}")));
    let hands = hands.chain(others);
    html! {
        form.entry.line action=(PATH) method="get" role="search" {
            @if desk.language != Language::De { input type="hidden" name="lang" value=(desk.language.tag()); }
            div.field { label for="subject" { (desk.text("staff-trail-subject")) } input id="subject" type="text" name="subject" value=(value("subject")) placeholder="place/"; }
            div.field {
                label for="by" { (desk.text("staff-trail-by")) }
                select id="by" name="by" {
                    option value="" { (desk.text("staff-all")) }
                    @for (name, message) in hands { option value=(name) selected[value("by") == name] { (desk.text(&message)) } }
                }
            }
            div.field {
                label for="action" { (desk.text("staff-trail-action")) }
                select id="action" name="action" {
                    option value="" { (desk.text("staff-all")) }
                    @for action in Action::ALL { option value=(action) selected[value("action") == action.as_str()] { (desk.text(&format!("trail-{action}"))) } }
                }
            }
            div.field { label for="from" { (desk.text("staff-trail-from")) } input id="from" type="date" name="from" value=(value("from")); }
            div.field { label for="until" { (desk.text("staff-trail-until")) } input id="until" type="date" name="until" value=(value("until")); }
            p.buttons { button.button.secondary type="submit" { (desk.text("staff-show")) } }
        }
    }
}

fn table(desk: &Desk, entries: &[TrailEntry]) -> Markup {
    let columns = [
        "staff-trail-number",
        "staff-trail-at",
        "staff-trail-by",
        "staff-trail-action",
        "staff-trail-subject",
        "staff-trail-detail",
    ];
    html! {
        div.wide tabindex="0" role="region" aria-label=(desk.text("staff-trail")) {
            table.rows {
                thead { tr { @for column in columns { th scope="col" { (desk.text(column)) } } } }
                tbody {
                    @for entry in entries {
                        tr {
                            td { (entry.number) }
                            td { (moment(desk, entry.at)) }
                            td { (hand(desk, entry.author.shown())) }
                            td { (desk.text(&format!("trail-{}", entry.action))) }
                            td { code { (entry.subject.as_str()) } }
                            td {
                                @if entry.redacted { em { (desk.text("staff-trail-redacted")) } } @else { (cut(&entry.detail)) }
                                @if let Some(number) = entry.undoes { " · " (desk.language.text_with("staff-undoes", [("number", number.into())])) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A moment on the clock of the city.
pub(super) fn moment(desk: &Desk, at: DateTime<Utc>) -> String {
    let local = at.with_timezone(&desk.snapshot.settings().timezone);
    let day = wording::date(desk.language, local.date_naive());
    format!("{day}, {}", wording::clock(local.time()))
}

/// Whose hand it was, in words.
pub(super) fn hand(desk: &Desk, by: &str) -> String {
    hand_in(desk.language, by)
}

/// The same in a language.
pub(in crate::pages) fn hand_in(language: Language, by: &str) -> String {
    if let Ok(role) = by.parse::<Role>() {
        return language.text(&format!("role-{role}"));
    }
    if let Some(source) = by.strip_prefix("import:") {
        return format!("{} {source}", language.text("trail-import"));
    }
    language.text(match by {
        "owner" => "trail-owner",
        "command-line" => "trail-command-line",
        "single-sign-on" => "trail-single-sign-on",
        _ => "trail-built-in",
    })
}

/// A value as it is shown.
pub(super) fn value(desk: &Desk, value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => desk.text("staff-empty"),
        Some(Value::String(text)) => cut(text),
        Some(other) => cut(&other.to_string()),
    }
}

fn cut(text: &str) -> String {
    let mut letters = text.chars();
    let begin: String = letters.by_ref().take(MOST_SHOWN).collect();
    if letters.next().is_some() {
        format!("{begin}…")
    } else {
        begin
    }
}
