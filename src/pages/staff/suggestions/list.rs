//! The queue as a list, with a map beside it.

use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::{Asked, PATH, decide, facts, path_of, title};
use crate::city::QueuePage;
use crate::domain::suggestion::figures::States;
use crate::domain::suggestion::{Decision, Matter, QueueFilter, Suggestion, SuggestionId};
use crate::domain::{Class, District};
use crate::pages::form::select;
use crate::pages::results::{districts_by_name, kinds_by_name};
use crate::pages::staff::Desk;
use crate::pages::wording;
use crate::snapshot::Snapshot;

/// So many suggestions are on a page.
const PAGE: u32 = 50;

/// What somebody had chosen and typed when the page comes back.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) ids: Vec<SuggestionId>,
    pub(super) reason: decide::Reason,
}

/// The page with what `asked` asks for.
pub(super) async fn answer(
    desk: &Desk,
    status: StatusCode,
    asked: &Asked,
    typed: &Typed,
) -> Response {
    let snapshot = &desk.snapshot;
    let page = desk
        .city
        .queue(snapshot, &asked.filter, asked.after, PAGE)
        .await;
    let (page, figures) = match (page, desk.city.suggestion_figures().await) {
        (Ok(page), Ok(figures)) => (page, figures),
        (Err(error), _) | (_, Err(error)) => return desk.failed(&error),
    };
    let content = html! {
        (states(desk, asked, figures.states))
        (filters(desk, asked))
        div.split {
            div.queue-side { (queue(desk, asked, &page, typed)) }
            (desk.map(None))
        }
    };
    desk.page(status, PATH, desk.text("staff-suggestions"), &content)
}

/// The states to choose from, with how many there are of each.
fn states(desk: &Desk, asked: &Asked, counted: States) -> Markup {
    let States {
        open,
        accepted,
        rejected,
        removed,
    } = counted;
    let counts = [open, accepted, rejected, removed];
    html! {
        nav.states aria-label=(desk.text("staff-states")) {
            ul {
                @for (state, count) in Decision::ALL.iter().zip(counts) {
                    @let own = Asked { filter: QueueFilter { state: *state, ..asked.filter.clone() }, after: None };
                    li {
                        a.chip href=(own.address(desk, PATH, None)) aria-current=[(*state == asked.filter.state).then_some("true")] {
                            (desk.text(&format!("staff-state-{state}"))) " (" (wording::number(count as usize)) ")"
                        }
                    }
                }
            }
        }
    }
}

fn filters(desk: &Desk, asked: &Asked) -> Markup {
    let QueueFilter {
        state,
        matter,
        district,
        kind,
    } = &asked.filter;
    let language = desk.language;
    let matters: Vec<_> = Matter::ALL
        .iter()
        .map(|own| (own.as_str(), desk.text(&format!("staff-matter-{own}"))))
        .collect();
    let matter = matter.map_or("", Matter::as_str);
    let district = district.as_ref().map_or("", |own| own.as_str());
    let kind = kind.map_or("", |own| own.as_str());
    html! {
        form.entry.filters action=(PATH) method="get" {
            @if *state != Decision::Open { input type="hidden" name="state" value=(state); }
            @if let Some((name, value)) = desk.language_said() { input type="hidden" name=(name) value=(value); }
            (select(language, "matter", "staff-by-matter", "staff-any-matter", &matters, matter))
            (select(language, "district", "finder-district", "finder-district-any", &districts_by_name(&desk.snapshot), district))
            (select(language, "kind", "finder-kind", "finder-kind-any", &kinds_by_name(language), kind))
            p { button.button.secondary type="submit" { (desk.text("staff-filter")) } }
        }
    }
}

fn queue(desk: &Desk, asked: &Asked, page: &QueuePage, typed: &Typed) -> Markup {
    if page.suggestions.is_empty() {
        return html! { p.unknown { (desk.text("staff-queue-empty")) } };
    }
    let is_open = asked.filter.state == Decision::Open;
    let action = asked.address(desk, decide::SEVERAL, asked.after);
    let entries = html! {
        ul.queue {
            @for own in &page.suggestions { (entry(desk, &desk.snapshot, own, is_open, typed)) }
        }
        @if let Some(next) = page.next {
            p { a.button.secondary href=(asked.address(desk, PATH, Some(next))) { (desk.text("staff-next-page")) } }
        }
    };
    html! {
        @if is_open {
            form.entry action=(action) method="post" {
                (typed.reason.wrong(desk))
                (entries)
                fieldset.bulk {
                    legend { (desk.text("staff-reject-several")) }
                    (typed.reason.fields(desk))
                    p { button.button type="submit" { (desk.text("staff-reject-chosen")) } }
                }
            }
        } @else {
            (entries)
        }
    }
}

fn entry(
    desk: &Desk,
    snapshot: &Snapshot,
    own: &Suggestion,
    is_open: bool,
    typed: &Typed,
) -> Markup {
    let (said, title) = (&own.said, title(desk, snapshot, own));
    let spot = snapshot.spot_of(said).map(|spot| spot.location);
    let degrees = |degrees: f64| format!("{degrees:.6}");
    let kind = snapshot.kind_of_said(said).map(crate::domain::KindId::kind);
    let district = spot.and_then(|spot| snapshot.district_at(spot));
    html! {
        li data-slug=[spot.map(|_| own.id)] data-id=(own.id) data-name=(title) data-lon=[spot.map(|at| degrees(at.lon()))] data-lat=[spot.map(|at| degrees(at.lat()))]
            data-cls=(kind.map_or(Class::Outdoor, |kind| kind.cls)) data-icon=(kind.map_or("marker", |kind| kind.icon.as_str())) {
            @if is_open {
                label.chip.pick {
                    input type="checkbox" name="id" value=(own.id) checked[typed.ids.contains(&own.id)];
                    span.visually-hidden { (desk.language.text_with("staff-choose-place", [("name", title.as_str().into())])) }
                }
            }
            div {
                h2 { a href=(desk.link(&path_of(own.id))) { (title) } }
                p.hint {
                    (facts(desk, own))
                    @if let Some(District { name, .. }) = district { " · " (name) }
                }
                @if own.state == Decision::Open { (doubts(desk, snapshot, own)) } @else { p { (decide::decided(desk, own)) } }
            }
        }
    }
}

/// What is doubtful, and how many places it may mean.
fn doubts(desk: &Desk, snapshot: &Snapshot, own: &Suggestion) -> Markup {
    let alike = snapshot.look_alikes(&own.said).len();
    let doubts = snapshot.doubts_about(&own.said);
    html! {
        @if alike > 0 || !doubts.is_empty() || own.withheld.is_some() {
            ul.badges {
                @if let Some(why) = own.withheld { li.badge.stale { (desk.text(&format!("staff-withheld-{why}"))) } }
                @for doubt in doubts { li.badge.stale { (desk.text(&format!("staff-doubt-{doubt}"))) } }
                @if alike > 0 {
                    li.badge { (desk.language.text_with("staff-alike-count", [("count", alike.into())])) }
                }
            }
        }
    }
}
