//! What was read off, with the verdict about each criterion and what follows for each need.

use maud::{Markup, html};

use super::words;
use crate::barrier_free::catalogue::{Area, Criterion, Reading};
use crate::city::Judged;
use crate::domain::audit::{Depth, Verdict};
use crate::pages::barriers;
use crate::pages::staff::Desk;

/// What would follow for each need, or does since the audit is published.
pub(super) fn ratings(desk: &Desk, judged: &Judged) -> Markup {
    html! {
        section {
            h2 { (desk.text("staff-audit-ratings")) }
            dl.figures.ratings {
                @for (need, own) in judged.ratings().iter() {
                    div {
                        dt { (desk.text(&format!("need-{need}"))) }
                        dd {
                            (desk.text(&format!("rating-{}", own.rating)))
                            @if own.is_incomplete { " " span.hint { (desk.text("staff-audit-incomplete")) } }
                        }
                    }
                }
            }
        }
    }
}

/// A criterion with its verdict.
type Row<'a> = (&'a Criterion, Verdict);

/// Every criterion that applies, in the order of a walk through the place.
pub(super) fn all(desk: &Desk, depth: Depth, judged: &Judged) -> Markup {
    let catalogue = judged.sheet.catalogue();
    let all = catalogue.criteria().iter().zip(judged.verdicts.iter());
    let is_asked = |own: &Criterion, verdict: Verdict| {
        own.is_core || depth == Depth::Full || verdict.is_decided()
    };
    let (apply, others): (Vec<Row<'_>>, Vec<Row<'_>>) = all
        .filter(|(own, verdict)| is_asked(own, *verdict))
        .partition(|(_, verdict)| *verdict != Verdict::NotApplicable);
    let missing = apply.iter().filter(|(_, own)| *own == Verdict::Unknown);
    let counts = [
        ("missing", missing.count().into()),
        ("all", apply.len().into()),
    ];
    html! {
        section {
            h2 { (desk.text("staff-audit-answers")) }
            p { (desk.language.text_with("staff-audit-answers-count", counts)) }
            @for area in Area::ALL {
                @let own: Vec<_> = apply.iter().filter(|(own, _)| own.area == *area).collect();
                @if !own.is_empty() { (of_area(desk, judged, *area, &own)) }
            }
            @if !others.is_empty() {
                details {
                    summary { (desk.language.text_with("staff-audit-not-applicable", [("count", others.len().into())])) }
                    ul { @for (own, _) in &others { li { (words::criterion(desk.language, own)) } } }
                }
            }
        }
    }
}

fn of_area(desk: &Desk, judged: &Judged, area: Area, rows: &[&Row<'_>]) -> Markup {
    html! {
        h3 { (desk.text(&format!("onsite-area-{area}"))) }
        ul.answers {
            @for (own, verdict) in rows {
                li {
                    strong { (words::criterion(desk.language, own)) }
                    div { (barriers::verdict(desk.language, *verdict)) }
                    div { (readings(desk, judged, own)) }
                }
            }
        }
    }
}

fn readings(desk: &Desk, judged: &Judged, of: &Criterion) -> Markup {
    let equivalent = judged.sheet.equivalent(of.id.as_str());
    html! {
        ul.plain { @for own in &of.readings { li { (reading(desk, judged, of, own)) } } }
        @if let Some(own) = equivalent {
            p { strong { (desk.text("staff-audit-equivalent")) } ": " (own.reason) " (" (own.decided_by) ")" }
        }
    }
}

fn reading(desk: &Desk, judged: &Judged, of: &Criterion, own: &Reading) -> Markup {
    let (criterion, id) = (of.id.as_str(), own.id.as_str());
    let answer = judged.sheet.answer(criterion, id);
    let said = answer.map(|answer| barriers::words::answer(desk.language, own, &answer));
    let is_unknown = said.is_none();
    let said = said.unwrap_or_else(|| desk.text("fact-unknown"));
    html! {
        @if let Some(name) = &own.name { (barriers::words::said(desk.language, name)) ": " }
        span.unknown[is_unknown] { (said) }
        @if judged.sheet.is_estimated(criterion, id) { " (" (desk.text("staff-audit-estimated")) ")" }
    }
}
