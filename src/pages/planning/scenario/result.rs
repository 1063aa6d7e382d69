//! What follows from a scenario: persons, minutes, levels, and the map before and after.

use maud::{Markup, html};

use super::Asked;
use crate::coverage::Change;
use crate::domain::scenario::PlannedChange;
use crate::domain::{DistrictId, Location};
use crate::export::coverage::{CoverageReport, DistrictConsequence, MovedFigures, WhatIfReport};
use crate::pages::messages::Language;
use crate::pages::planning::map::{Drawing, levels_of, spots_of};
use crate::pages::planning::{numbers, provenance, wording};
use crate::snapshot::Snapshot;

/// What follows from some changes.
pub(super) struct Outcome {
    report: WhatIfReport,
    /// The city as it is, and as it would be.
    pictures: [Picture; 2],
    page: String,
}

/// What a map shows.
struct Picture {
    levels: Vec<(DistrictId, crate::coverage::Level)>,
    places: Vec<(Location, crate::domain::Class)>,
    marks: Vec<Location>,
}

impl Outcome {
    /// What follows, or the rule that a change breaks.
    pub(super) fn of(
        asked: &Asked,
        city: &Snapshot,
        planned: &[PlannedChange],
    ) -> Result<Self, String> {
        let changes: Vec<Change> = planned.iter().map(Change::from).collect();
        let coverage = city.coverage(asked.day);
        let question = asked.question(city);
        let scenario = coverage
            .scenario(&changes)
            .map_err(|invalid| invalid.to_string())?;
        let link = asked.api("/api/coverage", city);
        let before = CoverageReport::new(city, &coverage, &question, &link);
        let after = CoverageReport::new(scenario.city(), &scenario.coverage(), &question, &link);
        let marks: Vec<Location> = planned.iter().filter_map(|own| spot(own, city)).collect();
        let picture = |city: &Snapshot, report: &CoverageReport| Picture {
            levels: levels_of(&report.districts),
            places: spots_of(city, report.counted()),
            marks: marks.clone(),
        };
        Ok(Self {
            report: WhatIfReport::new(city, &coverage, &scenario, &question, true, &link),
            pictures: [picture(city, &before), picture(scenario.city(), &after)],
            page: asked.lasting_address(super::PATH),
        })
    }

    pub(super) fn render(&self, asked: &Asked, city: &Snapshot, name: &'static str) -> Markup {
        let language = asked.language;
        let links = [
            ("planning-link-page", self.page.as_str()),
            ("planning-link-before", self.report.provenance.link.as_ref()),
        ];
        html! {
            (self.figures(language))
            (self.districts(language, name))
            div.maps {
                (self.map(language, city, [name, "before"], 0))
                (self.map(language, city, [name, "after"], 1))
            }
            (provenance::render(language, &self.report.provenance, &links))
        }
    }

    fn figures(&self, language: Language) -> Markup {
        let own = &self.report;
        let [before, after] = own.percent;
        html! {
            dl.facts.outcome {
                dt { (language.text("planning-losing")) } dd data-figure="losing" { (numbers::few(language, own.losing)) }
                dt { (language.text("planning-gaining")) } dd data-figure="gaining" { (numbers::few(language, own.gaining)) }
                dt { (language.text("planning-longer")) } dd { (moved(language, &own.longer)) }
                dt { (language.text("planning-shorter")) } dd { (moved(language, &own.shorter)) }
                dt { (language.text("planning-cut-off")) } dd { (numbers::few(language, own.cut_off)) }
                dt { (language.text("planning-newly-reached")) } dd { (numbers::few(language, own.newly_reached)) }
                dt { (language.text("planning-share")) }
                dd { (numbers::percent(language, before)) " → " (numbers::percent(language, after)) }
                @for (step, key) in ["planning-step-1", "planning-step-2", "planning-step-3"].into_iter().enumerate() {
                    dt { (language.text(key)) }
                    dd { (own.at_least[0][step]) " → " (own.at_least[1][step]) }
                }
            }
        }
    }

    fn districts(&self, language: Language, name: &str) -> Markup {
        let scenario =
            language.text_with("planning-scenario", [("name", name.to_uppercase().into())]);
        let label = format!("{scenario}: {}", language.text("planning-touched"));
        let columns = [
            "planning-district",
            "planning-level",
            "planning-losing",
            "planning-gaining",
            "planning-moved",
        ];
        html! {
            @if self.report.districts.is_empty() {
                p { (language.text("planning-no-district")) }
            } @else {
                div.wide tabindex="0" role="region" aria-label=(label) {
                    table.known {
                        caption { (language.text("planning-touched")) }
                        thead { tr { @for column in columns { th scope="col" { (language.text(column)) } } } }
                        tbody {
                            @for own in &self.report.districts { (district(language, own)) }
                        }
                    }
                }
            }
        }
    }

    fn map(
        &self,
        language: Language,
        city: &Snapshot,
        [name, when]: [&'static str; 2],
        at: usize,
    ) -> Markup {
        let picture = &self.pictures[at];
        let gaps = self.report.gaps.as_ref();
        let gaps = gaps.filter(|own| !own[at].0.0.is_empty());
        let key = if at == 0 {
            "planning-map-before"
        } else {
            "planning-map-after"
        };
        Drawing {
            language,
            city,
            name: match (name, when) {
                ("a", "before") => "map-a-before",
                ("a", _) => "map-a-after",
                (_, "before") => "map-b-before",
                _ => "map-b-after",
            },
            title: language.text(key),
            is_titled: true,
            levels: picture.levels.clone(),
            places: picture.places.clone(),
            gaps: gaps.iter().map(|own| (None, &own[at].0)).collect(),
            marks: picture.marks.clone(),
            only: None,
        }
        .render()
    }
}

/// Where a change takes place.
fn spot(change: &PlannedChange, city: &Snapshot) -> Option<Location> {
    match change {
        PlannedChange::Open(own) => Some(own.location),
        PlannedChange::Move(own) => Some(own.to),
        PlannedChange::Close(id) | PlannedChange::Reopen(id) | PlannedChange::BarrierFree(id) => {
            Some(city.place(*id)?.place.shape.label())
        }
        PlannedChange::Hours(own) => Some(city.place(own.id)?.place.shape.label()),
    }
}

fn moved(language: Language, own: &MovedFigures) -> Markup {
    html! {
        (numbers::few(language, own.persons))
        @if own.mean_min.is_some() {
            span.line.hint {
                (language.text("planning-mean")) " " (numbers::minutes(language, own.mean_min)) ", "
                (language.text("planning-p90")) " " (numbers::minutes(language, own.p90_min)) " " (language.text("planning-min"))
            }
        }
    }
}

fn district(language: Language, own: &DistrictConsequence) -> Markup {
    html! {
        tr {
            th scope="row" {
                @match &own.name {
                    Some(name) => (name),
                    None => (language.text("place-no-district")),
                }
            }
            td {
                @match own.levels {
                    Some([before, after]) if before == after => (wording::level(language, before)),
                    Some([before, after]) => { (wording::level(language, before)) " → " (wording::level(language, after)) },
                    None => "–",
                }
            }
            td { (numbers::few(language, own.losing)) }
            td { (numbers::few(language, own.gaining)) }
            td { (numbers::few(language, own.moved)) }
        }
    }
}
