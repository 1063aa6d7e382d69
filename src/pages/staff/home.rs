//! The first page of the desk: what there is to do, by role.

use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;
use maud::{Markup, html};

use super::{Desk, HOME, check, prevention, suggestions, surveys};
use crate::domain::staff::Role;
use crate::domain::suggestion::Decision;
use crate::domain::suggestion::figures::{Figures, OfMonth, Waiting};
use crate::error::Error;
use crate::pages::wording;

/// So many months of suggestions are shown.
const MONTHS: usize = 12;

/// `GET /verwaltung`
pub(super) async fn show(desk: Desk) -> Response {
    let roles = &desk.session.account.roles;
    let tasks = match tasks(&desk).await {
        Ok(tasks) => tasks,
        Err(error) => return desk.failed(&error),
    };
    let content = html! {
        @if roles.is_empty() {
            p { (desk.text("staff-no-roles")) }
        } @else {
            (tasks)
            h2 { (desk.text("staff-roles")) }
            ul.roles {
                @for role in roles.iter() {
                    li {
                        strong { (desk.text(&format!("role-{role}"))) } ": "
                        (desk.text(&format!("role-about-{role}")))
                    }
                }
            }
        }
    };
    desk.page(StatusCode::OK, HOME, desk.text("staff-home"), &content)
}

/// What waits for somebody with the roles of this account.
async fn tasks(desk: &Desk) -> Result<Markup, Error> {
    let has = |role| desk.session.account.roles.has(role);
    let (is_editor, is_planner) = (has(Role::Editor), has(Role::Planner));
    let has_figures = is_editor || is_planner;
    if !has_figures && !has(Role::Prevention) {
        return Ok(html! {});
    }
    let figures = desk.city.suggestion_figures().await?;
    let mut all: Vec<Markup> = Vec::new();
    if has(Role::Prevention) {
        all.extend(unseen_lines(desk));
    }
    if is_editor {
        all.extend(waiting(desk, &figures));
        all.extend(unchecked(desk).into_iter().flatten());
    }
    if is_planner {
        all.extend(unsurveyed(desk));
    }
    Ok(html! {
        h2 { (desk.text("staff-todo")) }
        @if all.is_empty() {
            p.unknown { (desk.text("staff-todo-nothing")) }
        } @else {
            ul.todo { @for task in all { li { (task) } } }
        }
        @if has_figures { (participation(desk, &figures)) }
    })
}

fn waiting(desk: &Desk, figures: &Figures) -> Option<Markup> {
    let count = figures.states.open;
    let days = |day: NaiveDate| (desk.today() - day).num_days().max(0);
    (count > 0).then(|| {
        html! {
            a href=(desk.link(suggestions::PATH)) { (desk.language.text_with("staff-todo-suggestions", [("count", count.into())])) }
            @if let Some(day) = figures.waiting.oldest {
                span { (desk.language.text_with("staff-todo-oldest", [("days", days(day).into())])) }
            }
        }
    })
}

/// Lines of help of which nobody has looked for a year whether everything is still so.
fn unseen_lines(desk: &Desk) -> Option<Markup> {
    let lines = desk.snapshot.help_lines().iter();
    let count = lines
        .filter(|own| own.line.is_to_be_checked(desk.today()))
        .count();
    (count > 0).then(|| {
        html! {
            a href=(desk.link(prevention::COUNSELLING)) { (desk.language.text_with("staff-todo-counsel", [("count", count.into())])) }
        }
    })
}

fn unchecked(desk: &Desk) -> [Option<Markup>; 2] {
    let check::ToCheck {
        stale,
        outdated,
        never,
    } = check::ToCheck::of(desk);
    let link = |message: &str, count: usize| {
        let said = desk.language.text_with(message, [("count", count.into())]);
        html! { a href=(desk.link(check::PATH)) { (said) } }
    };
    let stale = (!stale.is_empty()).then(|| {
        html! {
            (link("staff-todo-check", stale.len()))
            @if outdated > 0 { span { (desk.language.text_with("staff-todo-outdated", [("count", outdated.into())])) } }
        }
    });
    [
        stale,
        (!never.is_empty()).then(|| link("staff-todo-never", never.len())),
    ]
}

fn unsurveyed(desk: &Desk) -> Option<Markup> {
    let (snapshot, today) = (&desk.snapshot, desk.today());
    let is_surveyed = |id| snapshot.survey(id).is_some_and(|own| own.is_current(today));
    let missing = snapshot
        .districts()
        .iter()
        .filter(|own| !is_surveyed(&own.id));
    let count = missing.count();
    (count > 0).then(|| {
        html! {
            a href=(desk.link(surveys::PATH)) { (desk.language.text_with("staff-todo-surveys", [("count", count.into())])) }
        }
    })
}

/// How the city deals with suggestions (indicator 6.1.4).
fn participation(desk: &Desk, figures: &Figures) -> Markup {
    let Waiting {
        oldest: _,
        over_14_days,
        over_30_days,
    } = figures.waiting;
    let told = [
        ("staff-figures-median", figures.median_days),
        ("staff-figures-p90", figures.p90_days),
        ("staff-figures-14", Some(over_14_days)),
        ("staff-figures-30", Some(over_30_days)),
    ];
    html! {
        @if figures.states.total() > 0 {
            section {
                h2 { (desk.text("staff-figures")) }
                p.hint { (desk.text("staff-figures-about")) }
                dl.figures {
                    @for (message, count) in told {
                        div {
                            dt { (desk.text(message)) }
                            dd { (count.map_or_else(|| "–".to_owned(), |count| wording::number(count as usize))) }
                        }
                    }
                }
                (months(desk, &figures.months))
            }
        }
    }
}

fn months(desk: &Desk, months: &[OfMonth]) -> Markup {
    html! {
        div.wide tabindex="0" role="region" aria-label=(desk.text("staff-figures-months")) {
            table.rows {
                thead {
                    tr {
                        th scope="col" { (desk.text("staff-figures-month")) }
                        @for state in Decision::ALL { th scope="col" { (desk.text(&format!("staff-state-{state}"))) } }
                    }
                }
                tbody {
                    @for own in months.iter().take(MONTHS) {
                        @let states = own.states;
                        tr {
                            th scope="row" { (own.month.format("%-m/%Y")) }
                            @for count in [states.open, states.accepted, states.rejected, states.removed] {
                                td { (wording::number(count as usize)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
