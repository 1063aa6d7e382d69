//! What is said beside what the place says now.

use maud::{Markup, html};

use crate::domain::place::{Cost, Status, Toilets};
use crate::domain::suggestion::{Decision, Suggestion};
use crate::domain::{Fact, LocalPlane, Place, folding};
use crate::pages::place::postal;
use crate::pages::results::kind_name;
use crate::pages::staff::Desk;
use crate::pages::{place, wording};

/// One fact: what it is, what is known, what is said.
struct Row {
    label: &'static str,
    now: Option<String>,
    said: String,
    differs: bool,
}

/// Everything that is said; beside it what the place says, if it is about one.
pub(super) fn render(desk: &Desk, own: &Suggestion) -> Markup {
    if own.withheld.is_some() || own.state == Decision::Removed {
        return html! {};
    }
    let about = own.said.about.and_then(|id| desk.snapshot.place(id));
    let about = about.map(|own| &own.place);
    let rows = rows(desk, own, about);
    html! {
        @if let Some(place) = about {
            p { a href=(place::address(&place::slug(place), desk.language, &[])) { (desk.text("staff-open-place")) } }
        }
        @if own.said.about.is_some() && about.is_none() { p.notice { (desk.text("staff-suggestion-place-gone")) } }
        table.known.compare {
            thead {
                tr {
                    th scope="col" { (desk.text("district-known-fact")) }
                    @if about.is_some() { th scope="col" { (desk.text("staff-compare-now")) } }
                    th scope="col" { (desk.text("staff-compare-said")) }
                }
            }
            tbody { @for row in &rows { (line(desk, row, about.is_some())) } }
        }
    }
}

fn line(desk: &Desk, row: &Row, has_now: bool) -> Markup {
    let is_other = has_now && row.differs;
    html! {
        tr.differs[is_other] {
            th scope="row" { (desk.text(row.label)) }
            @if has_now {
                td { (row.now.clone().unwrap_or_else(|| desk.text("fact-unknown"))) }
            }
            td.said {
                (row.said)
                @if is_other { " " span.badge { (desk.text("staff-compare-differs")) } }
            }
        }
    }
}

fn rows(desk: &Desk, own: &Suggestion, about: Option<&Place>) -> Vec<Row> {
    let said = &own.said;
    let text = |label, now: Option<String>, said: Option<&str>| {
        let said = said?.to_owned();
        let same = |now: &String| folding::fold(now) == folding::fold(&said);
        Some(Row {
            label,
            differs: !now.as_ref().is_some_and(same),
            now,
            said,
        })
    };
    let facts = about.map(|place| &*place.facts);
    let status = about.map(|place| place.lifecycle.status);
    let gone = said.is_gone.then(|| Row {
        label: "staff-compare-status",
        now: status.map(|status| desk.text(&format!("status-{status}"))),
        said: desk.text("suggest-gone"),
        differs: status != Some(Status::Closed),
    });
    let kind = said.kind.map(|kind| Row {
        label: "suggest-kind",
        now: about.map(|place| kind_name(desk.language, place.kind)),
        said: kind_name(desk.language, kind),
        differs: about.map(|place| place.kind) != Some(kind),
    });
    let cost = facts.and_then(|facts| facts.cost);
    let toilets = facts.and_then(|facts| facts.toilets);
    let consumption = facts.map_or(Fact::Unknown, |facts| facts.consumption_required);
    let address = facts.and_then(|facts| postal(facts.address.as_ref()?));
    let hours = about.and_then(|place| place.opening_hours.as_deref());
    let name = about.map(|place| place.name.to_string());
    [
        gone,
        text("suggest-name", name, said.name.as_deref()),
        kind,
        text("place-address", address, said.address.as_deref()),
        spot(desk, own, about),
        text(
            "place-hours",
            hours.map(str::to_owned),
            said.opening_hours.as_deref(),
        ),
        fact(
            desk,
            "suggest-free",
            said.free,
            cost.map(Cost::is_free),
            cost.map(|own| format!("cost-{own}")),
        ),
        fact(
            desk,
            "suggest-consumption",
            said.consumption_required,
            known(consumption),
            consumption
                .is_known()
                .then(|| format!("consumption-{consumption}")),
        ),
        fact(
            desk,
            "suggest-toilets",
            said.toilets,
            toilets.map(Toilets::is_available),
            toilets.map(|own| format!("toilets-{own}")),
        ),
        text("suggest-remark", None, said.remark.as_deref()).map(|row| Row {
            differs: false,
            ..row
        }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn known(fact: Fact) -> Option<bool> {
    fact.is_known().then(|| fact.is_yes())
}

/// Yes or no, as said, and what is known in its own words.
fn fact(
    desk: &Desk,
    label: &'static str,
    said: Fact,
    is: Option<bool>,
    now: Option<String>,
) -> Option<Row> {
    let own = known(said)?;
    Some(Row {
        label,
        now: now.map(|message| desk.text(&message)),
        said: desk.text(&format!("fact-{said}")),
        differs: is != Some(own),
    })
}

/// Another spot on the map is told by how far it is.
fn spot(desk: &Desk, own: &Suggestion, about: Option<&Place>) -> Option<Row> {
    let said = own.said.location?;
    let Some(place) = about else {
        return Some(Row {
            label: "staff-compare-spot",
            now: None,
            said: format!("{:.5}, {:.5}", said.lat(), said.lon()),
            differs: false,
        });
    };
    let now = place.shape.label();
    let ground = LocalPlane::around(now);
    let metres = ground.to_metres(now).distance_to(ground.to_metres(said));
    let away = wording::distance(desk.language, metres);
    Some(Row {
        label: "staff-compare-spot",
        now: Some(format!("{:.5}, {:.5}", now.lat(), now.lon())),
        said: desk
            .language
            .text_with("staff-compare-away", [("distance", away.into())]),
        differs: true,
    })
}
