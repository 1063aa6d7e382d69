//! A district for planners: its level with every reason, what is to do, when something is open, how it came here.

use maud::{Markup, html};

use super::asked::Asked;
use super::map::{Drawing, spots_of};
use super::overview::gaps_on_map;
use super::table::reach;
use super::{PATH, gaps, history, numbers, places, provenance, week, wheels, wording as words};
use crate::coverage::Level;
use crate::domain::{District, DistrictId, Fact};
use crate::export::coverage::{
    CoverageReport, DistrictRow, GapRow, HistoryReport, MissingReport, Reason, Thousandths,
    WeekReport,
};
use crate::pages::frame::{Meta, Page, icon};
use crate::pages::messages::Language;
use crate::pages::question;
use crate::query::Base;
use crate::snapshot::{FoundGaps, Snapshot};
use crate::walk::Profile;

/// A district and everything the report says of it.
pub(super) struct View<'a> {
    pub(super) asked: &'a Asked,
    pub(super) city: &'a Snapshot,
    pub(super) district: &'a District,
    pub(super) row: DistrictRow,
    pub(super) report: CoverageReport,
    /// What else was found out.
    pub(super) facts: Facts,
    /// The gaps some of whose people live here, with their numbers in the city.
    pub(super) gaps: Vec<(usize, GapRow)>,
}

/// What a page of a district tells besides the report.
pub(super) struct Facts {
    pub(super) week: WeekReport,
    pub(super) past: HistoryReport,
    pub(super) found: FoundGaps,
    pub(super) gaps: Vec<GapRow>,
    /// The report for those who need wheels.
    pub(super) wheels: Vec<(Profile, CoverageReport)>,
    /// What nobody knows of their ways.
    pub(super) missing: Vec<(Profile, MissingReport)>,
}

/// The page of a district.
pub(super) fn page(view: &View<'_>, base: &Base) -> Markup {
    view.page(base)
}

impl<'a> View<'a> {
    /// The view of a district; none where the city has no such district.
    pub(super) fn new(
        asked: &'a Asked,
        city: &'a Snapshot,
        id: &DistrictId,
        report: CoverageReport,
        facts: Facts,
    ) -> Option<Self> {
        let row = report.districts.iter().find(|own| own.id == *id)?.clone();
        Some(Self {
            asked,
            city,
            district: city.district(id)?,
            row,
            report,
            gaps: numbered(&facts.gaps, Some(id)),
            facts,
        })
    }

    /// The path of its page.
    pub(super) fn path(&self) -> String {
        format!("{PATH}/{}", self.row.id)
    }

    fn page(&self, base: &Base) -> Markup {
        let language = self.asked.language;
        let name = self.row.name.as_ref();
        let title = language.text_with("planning-district-title", [("name", name.into())]);
        let path = self.path();
        let content = html! {
            main #content.plan-page tabindex="-1" {
                (self.ways())
                h1 { (title) }
                div.beside {
                    div.parts {
                        (self.level())
                        (self.next())
                        (self.figures())
                    }
                    (self.map())
                }
                (self.sections())
                (provenance::of_report(self.asked, &self.report, &path))
            }
        };
        Page {
            language,
            snapshot: self.city,
            title: Some(title),
            class: "page",
            skips: &[("content", "skip-content")],
            translated: &|other| self.asked.address_in(&path, other),
            meta: Meta {
                address: Some((base.clone(), path.clone())),
                ..Meta::default()
            },
            content,
        }
        .render()
    }

    fn ways(&self) -> Markup {
        let language = self.asked.language;
        let dossier = self.asked.address(&format!("{}/dossier", self.path()));
        let residents = format!("/stadtteile/{}", self.row.id);
        html! {
            nav.crumbs aria-label=(language.text("place-ways")) {
                a.button.secondary href=(self.asked.address(PATH)) { (icon("ui-back")) (language.text("planning-back")) }
                a.button.secondary href=(dossier) { (language.text("planning-dossier")) }
                a.button.secondary href=(question::kept(super::scenario::PATH, language, &[])) { (icon("ui-map")) (language.text("planning-what-if")) }
                a.button.secondary href=(question::kept(&residents, language, &[])) { (language.text("planning-for-residents")) }
            }
        }
    }

    /// The level with every reason.
    pub(super) fn level(&self) -> Markup {
        let language = self.asked.language;
        html! {
            section aria-labelledby="plan-level" {
                h2 #plan-level { (language.text("planning-level")) }
                p { (words::level(language, self.row.level)) }
                (words::reasons(language, &self.row.reasons))
                (hinges(language, self.city, &self.row))
            }
        }
    }

    /// What is missing to the next level.
    pub(super) fn next(&self) -> Markup {
        let language = self.asked.language;
        let Some(next) = next_level(self.row.level) else {
            return html! { p { (language.text("planning-next-none")) } };
        };
        let open: Vec<Reason> = self
            .row
            .reasons
            .iter()
            .copied()
            .filter(|own| own.level <= next && own.holds != Fact::Yes)
            .collect();
        html! {
            section aria-labelledby="plan-next" {
                h2 #plan-next { (language.text_with("planning-next", [("level", next.to_string().into())])) }
                @if !self.row.survey.is_some_and(|own| own.is_current) { p { (language.text("planning-next-survey")) } }
                (words::reasons(language, &open))
            }
        }
    }

    /// Residents, and how many of them reach what.
    pub(super) fn figures(&self) -> Markup {
        let language = self.asked.language;
        let row = &self.row;
        let rules = &self.report.provenance.rules.reach;
        let within = |key, minutes: u32| language.text_with(key, [("minutes", minutes.into())]);
        let reaches = [
            (
                within("planning-rooms-within", rules.room_minutes),
                &row.rooms,
            ),
            (
                within("planning-outdoors-within", rules.outdoor_minutes),
                &row.outdoors,
            ),
            (
                within("planning-asked-within", self.report.asked.minutes),
                &row.asked,
            ),
        ];
        html! {
            section aria-labelledby="plan-reach" {
                h2 #plan-reach { (language.text("planning-figures")) }
                p { (words::asked(language, &self.report.asked, self.asked.hour)) }
                dl.facts {
                    dt { (language.text("planning-residents")) }
                    dd { (words::residents(language, &row.residents, &self.report.provenance)) }
                    @for (name, own) in &reaches {
                        dt { (name) }
                        dd {
                            (reach(language, own))
                            span.line.hint {
                                (language.text("planning-typical")) ": "
                                (numbers::minutes(language, own.median_min)) " / " (numbers::minutes(language, own.p90_min))
                            }
                        }
                    }
                    dt { (language.text("planning-seat-hours")) }
                    dd { (self.at_least(row.seat_hours_per_resident)) }
                    dt { (language.text("planning-floor")) }
                    dd { (self.at_least(row.floor_m2_per_1000)) }
                }
            }
        }
    }

    /// A sum over counted rooms: no more than at least so much where something is to be found out about rooms first.
    fn at_least(&self, number: Option<Thousandths>) -> Markup {
        let language = self.asked.language;
        let fair = &self.report.city.fairness;
        let is_open = fair.rooms_undecided + fair.rooms_of_unknown_size > 0;
        html! {
            @if is_open && number.is_some() { (language.text("planning-at-least")) " " }
            (numbers::thousandths(language, number))
        }
    }

    /// The district with its counted places.
    pub(super) fn map(&self) -> Markup {
        let language = self.asked.language;
        let name = self.row.name.as_ref();
        Drawing {
            language,
            city: self.city,
            name: "map",
            title: language.text_with("planning-map-district", [("name", name.into())]),
            is_titled: false,
            levels: vec![(self.row.id.clone(), self.row.level)],
            places: spots_of(self.city, &self.row.places.counted),
            gaps: gaps_on_map(&self.facts.found, &self.gaps),
            marks: Vec::new(),
            only: Some(self.district),
        }
        .render()
    }

    /// Everything that follows the figures, each under its heading.
    pub(super) fn sections(&self) -> Markup {
        let language = self.asked.language;
        let lists = &self.row.places;
        html! {
            (section("plan-gaps", &language.text("planning-gaps-title"), &gaps::of_district(language, self.city, &self.gaps, &self.row)))
            (section("plan-counted", &language.text("planning-counted-title"), &places::counted(language, self.city, lists)))
            (section("plan-to-do", &language.text("planning-to-do-title"), &places::to_do(language, self.city, &lists.to_do)))
            (section("plan-week", &language.text("planning-week-title"), &self.week()))
            (section("plan-wheels", &language.text("planning-wheels-title"), &self.wheels()))
            (section("plan-past", &language.text("planning-past-level"), &history::of_district(language, &self.facts.past, &self.row.id)))
            @if !lists.rejected.is_empty() {
                (section("plan-rejected", &language.text("planning-rejected-title"), &places::rejected(language, self.city, lists)))
            }
        }
    }

    /// How surely people get here on wheels.
    fn wheels(&self) -> Markup {
        let own = self.facts.wheels.iter().filter_map(|(profile, report)| {
            let row = report.districts.iter().find(|own| own.id == self.row.id)?;
            Some((*profile, row.asked))
        });
        wheels::render(
            self.asked.language,
            &own.collect::<Vec<_>>(),
            &self.facts.missing,
        )
    }

    /// When something is open within reach.
    pub(super) fn week(&self) -> Markup {
        let language = self.asked.language;
        html! {
            @if let Some(own) = self.facts.week.districts.first() { (week::render(language, own)) }
        }
    }
}

/// Gaps with their numbers: of a district, or of the city.
pub(super) fn numbered(gaps: &[GapRow], only: Option<&DistrictId>) -> Vec<(usize, GapRow)> {
    let all = (1..).zip(gaps.iter().cloned());
    let meant = all.filter(|(_, own)| only.is_none_or(|id| own.persons_in(id).is_some()));
    meant.collect()
}

/// A part of a page under its heading.
pub(super) fn section(id: &str, title: &str, content: &Markup) -> Markup {
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (title) }
            (content)
        }
    }
}

/// The rooms without any one of which the district falls below its level.
pub(super) fn hinges(language: Language, city: &Snapshot, row: &DistrictRow) -> Markup {
    html! {
        @if !row.hinges.is_empty() {
            p { strong { (language.text("planning-hinge")) } " " (language.text("planning-hinge-about")) }
            ul.plain {
                @for own in &row.hinges { li { (words::named(language, city, own)) } }
            }
        }
    }
}

/// The level above.
const fn next_level(level: Level) -> Option<Level> {
    match level {
        Level::NotSurveyed | Level::Missing => Some(Level::Present),
        Level::Present => Some(Level::Reachable),
        Level::Reachable => Some(Level::GoodForAll),
        Level::GoodForAll => None,
    }
}
