//! What is said beside what the place says now.

use maud::{Markup, html};

use crate::domain::place::{Cost, Status, Toilets};
use crate::domain::suggestion::{Decision, Said, Suggestion};
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
    let place = |of: fn(&Place) -> Option<String>| about.and_then(of);
    let name = place(|place| Some(place.name.to_string()));
    let address = place(|place| postal(place.facts.address.as_ref()?));
    let hours = place(|place| place.opening_hours.as_ref().map(ToString::to_string));
    let remark = text("suggest-remark", None, said.remark.as_deref());
    let rows = [
        gone(desk, said, about),
        barriers(desk, said),
        text("suggest-name", name, said.name.as_deref()),
        kind(desk, said, about),
        text("place-address", address, said.address.as_deref()),
        spot(desk, said, about),
        text("place-hours", hours, said.opening_hours.as_deref()),
    ];
    let remark = remark.map(|row| Row {
        differs: false,
        ..row
    });
    let rows = rows.into_iter().chain(facts(desk, said, about));
    rows.chain([remark]).flatten().collect()
}

/// A text, which is the same however it is written.
fn text(label: &'static str, now: Option<String>, said: Option<&str>) -> Option<Row> {
    let said = said?.to_owned();
    let same = |now: &String| folding::fold(now) == folding::fold(&said);
    Some(Row {
        label,
        differs: !now.as_ref().is_some_and(same),
        now,
        said,
    })
}

fn gone(desk: &Desk, said: &Said, about: Option<&Place>) -> Option<Row> {
    let status = about.map(|place| place.lifecycle.status);
    said.is_gone.then(|| Row {
        label: "staff-compare-status",
        now: status.map(|status| desk.text(&format!("status-{status}"))),
        said: desk.text("suggest-gone"),
        differs: status != Some(Status::Closed),
    })
}

/// What is told of barriers stands in an audit, not in the entry of the place.
fn barriers(desk: &Desk, said: &Said) -> Option<Row> {
    said.barriers_changed.then(|| Row {
        label: "barriers-title",
        now: Some(desk.text("staff-compare-audits")),
        said: desk.text("suggest-barriers"),
        differs: false,
    })
}

fn kind(desk: &Desk, said: &Said, about: Option<&Place>) -> Option<Row> {
    said.kind.map(|kind| Row {
        label: "suggest-kind",
        now: about.map(|place| kind_name(desk.language, place.kind)),
        said: kind_name(desk.language, kind),
        differs: about.map(|place| place.kind) != Some(kind),
    })
}

/// What is answered with yes or no; a place knows some of it more exactly.
fn facts(desk: &Desk, said: &Said, about: Option<&Place>) -> [Option<Row>; 3] {
    let facts = about.map(|place| &*place.facts);
    let cost = facts.and_then(|facts| facts.cost);
    let toilets = facts.and_then(|facts| facts.toilets);
    let consumption = facts.map_or(Fact::Unknown, |facts| facts.consumption_required);
    let consumed = consumption
        .is_known()
        .then(|| format!("consumption-{consumption}"));
    [
        fact(
            desk,
            ("suggest-free", said.free),
            cost.map(Cost::is_free),
            cost.map(|own| format!("cost-{own}")),
        ),
        fact(
            desk,
            ("suggest-consumption", said.consumption_required),
            known(consumption),
            consumed,
        ),
        fact(
            desk,
            ("suggest-toilets", said.toilets),
            toilets.map(Toilets::is_available),
            toilets.map(|own| format!("toilets-{own}")),
        ),
    ]
}

fn known(fact: Fact) -> Option<bool> {
    fact.is_known().then(|| fact.is_yes())
}

/// Yes or no, as said, and what is known in its own words.
fn fact(
    desk: &Desk,
    (label, said): (&'static str, Fact),
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
fn spot(desk: &Desk, said: &Said, about: Option<&Place>) -> Option<Row> {
    let said = said.location?;
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
