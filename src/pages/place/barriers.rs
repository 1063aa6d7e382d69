//! What is known of the barriers of a place: three facts first, then ratings, then everything that was measured, and apart
//! from that what others say.

use maud::{Markup, html};

use super::{View, title};
use crate::barrier_free::catalogue::{Area, Criterion};
use crate::barrier_free::decisive::decisive;
use crate::barrier_free::evaluate::Verdicts;
use crate::barrier_free::{Rated, Ratings, Sheet};
use crate::domain::Need;
use crate::domain::audit::{Auditor, Depth, Rating, Verdict};
use crate::pages::barriers::{self, criteria, words};
use crate::pages::{need, wording};
use crate::snapshot::Accessibility;

/// Where the section stands on the page.
pub(in crate::pages) const ANCHOR: &str = "barrierefreiheit";

/// So many criteria are named beside a rating; everything stands in the table.
const MOST_NAMED: usize = 4;

impl View<'_> {
    pub(super) fn barriers(&self, is_page: bool) -> Markup {
        let language = self.language;
        let place = &self.located.place;
        html! {
            section.barriers id=(ANCHOR) {
                (title(is_page, &language.text("barriers-title")))
                @match self.located.audited() {
                    Some(own) => {
                        (self.made_up(own))
                        (self.key_facts(own))
                        (self.ratings(own, is_page))
                        (self.measured(own))
                        (self.who_and_when(own))
                    }
                    None => (self.not_audited(is_page)),
                }
                @if let Some(own) = self.located.declared() { (self.declared(own, is_page)) }
                (self.osm(is_page))
                p.more {
                    a href=(format!("/api/places/{}/a11yjson", place.id)) { (language.text("barriers-a11yjson")) }
                }
            }
        }
    }

    /// The needs that were chosen, then the others.
    fn needs_in_order(&self) -> impl Iterator<Item = Need> {
        let others = Need::ALL.iter().filter(|need| !self.needs.contains(need));
        self.needs.iter().chain(others).copied()
    }

    /// A heading one level below that of the section.
    fn subtitle(&self, is_page: bool, message: &str) -> Markup {
        let text = self.language.text(message);
        html! { @if is_page { h3 { (text) } } @else { h4 { (text) } } }
    }

    /// Nobody has looked: that is said, and said again of each need, because no need follows from another.
    fn not_audited(&self, is_page: bool) -> Markup {
        let language = self.language;
        html! {
            p { (language.text("barriers-none")) }
            (self.subtitle(is_page, "place-needs"))
            dl.facts.needs {
                @for need in self.needs_in_order() {
                    dt.chosen[self.needs.contains(&need)] { (need::name(language, need)) }
                    dd { (barriers::not_checked(language)) }
                }
            }
        }
    }

    /// What came with the sample city was never measured.
    fn made_up(&self, own: &Accessibility) -> Markup {
        html! {
            @if own.audit().is_made_up() { p.notice { (self.language.text("barriers-made-up")) } }
        }
    }

    fn key_facts(&self, own: &Accessibility) -> Markup {
        let language = self.language;
        let facts = words::key_facts(language, own.facts(), own.sheet());
        let facts = facts.into_iter().filter(|(fact, _)| {
            // Of a square nobody asks how wide its door is.
            *fact != "barriers-door" || has_door(own)
        });
        html! {
            dl.facts.key-facts {
                @for (label, said) in facts {
                    dt { (language.text(label)) }
                    @match said {
                        Some(said) => dd { (said) },
                        None => dd.unknown { (language.text("barriers-not-measured")) },
                    }
                }
            }
        }
    }

    fn ratings(&self, own: &Accessibility, is_page: bool) -> Markup {
        let language = self.language;
        let today = self.snapshot.date_at(self.at);
        let quick = own.audit().depth == Depth::Quick;
        let core = own.sheet().filter(|_| quick);
        let core = core.map(|sheet| words::core_count(sheet.catalogue()));
        html! {
            (self.subtitle(is_page, "place-needs"))
            @if let Some(core) = core {
                p { strong { (language.text("barriers-quick")) } ". " (language.text_with("barriers-quick-about", [("core", core.into())])) }
            }
            @if let Some(doubt) = barriers::doubt(language, own, today) { p { span.badge.stale { (doubt) } } }
            @if own.ratings().is_none() { p.notice { (language.text("barriers-criteria-gone")) } }
            dl.facts.needs {
                @for need in self.needs_in_order() {
                    dt.chosen[self.needs.contains(&need)] { (need::name(language, need)) }
                    dd { (self.rating(own, need)) }
                }
            }
        }
    }

    /// A rating with the rule that decided it, and the criteria it hangs on.
    fn rating(&self, own: &Accessibility, need: Need) -> Markup {
        let language = self.language;
        let (Some(ratings), Some(verdicts), Some(sheet)) =
            (own.ratings(), own.verdicts(), own.sheet())
        else {
            return barriers::badge(language, Rating::Unknown);
        };
        let rated: Rated = ratings.rated(need);
        let depth = own.audit().depth;
        let criteria = decisive(sheet.catalogue(), verdicts, (need, rated.reason, depth));
        let shown = criteria.iter().take(MOST_NAMED);
        let shown: Vec<_> = shown.map(|own| words::said(language, &own.name)).collect();
        let more = criteria.len() - shown.len();
        html! {
            (barriers::badge(language, rated.rating))
            @if rated.is_incomplete && rated.rating != Rating::Unknown {
                " " span.flag { (language.text("barriers-incomplete")) }
            }
            span.why {
                (language.text(&format!("rating-why-{}", rated.reason)))
                @if !shown.is_empty() { ": " (shown.join(" · ")) }
                @if more > 0 { " " (language.text_with("barriers-more", [("count", more.into())])) }
            }
        }
    }

    /// Everything that was looked at, in the order of a walk through the place.
    fn measured(&self, own: &Accessibility) -> Markup {
        let language = self.language;
        let (Some(sheet), Some(verdicts)) = (own.sheet(), own.verdicts()) else {
            return html! {};
        };
        let rows = rows(own.audit().depth, sheet, verdicts);
        html! {
            details.measured {
                summary { (language.text("barriers-measured")) }
                @for area in Area::ALL {
                    @let rows: Vec<_> = rows.iter().filter(|(own, _)| own.area == *area).collect();
                    @if !rows.is_empty() {
                        table.measured-table {
                            caption { (language.text(&format!("area-{area}"))) }
                            thead {
                                tr {
                                    th scope="col" { (language.text("criteria-criterion")) }
                                    th scope="col" { (language.text("barriers-verdict")) }
                                }
                            }
                            tbody { @for (criterion, verdict) in rows { (self.row(sheet, criterion, *verdict)) } }
                        }
                    }
                }
            }
        }
    }

    fn row(&self, sheet: &Sheet, criterion: &Criterion, verdict: Verdict) -> Markup {
        let language = self.language;
        let id = criterion.id.as_str();
        let read = criterion.readings.iter().filter_map(|reading| {
            let answer = sheet.answer(id, reading.id.as_str())?;
            let is_estimated = sheet.is_estimated(id, reading.id.as_str());
            Some((
                reading,
                words::answer(language, reading, &answer),
                is_estimated,
            ))
        });
        let read: Vec<_> = read.collect();
        html! {
            tr {
                th scope="row" { (words::said(language, &criterion.name)) }
                td {
                    (barriers::verdict(language, verdict))
                    @for (reading, said, is_estimated) in &read {
                        span.reading {
                            @if let Some(name) = &reading.name { (words::said(language, name)) ": " }
                            strong { (said) }
                            @if *is_estimated { " (" (language.text("barriers-estimated")) ")" }
                        }
                    }
                    @if verdict == Verdict::MetByEquivalent {
                        @if let Some(own) = sheet.equivalent(id) {
                            span.why {
                                (own.reason.as_str()) " "
                                (language.text_with("barriers-decided-by", [("office", own.decided_by.as_str().into())]))
                            }
                        }
                    }
                }
            }
        }
    }

    /// The day, the roles of those who were there, and the version of the criteria.
    fn who_and_when(&self, own: &Accessibility) -> Markup {
        let language = self.language;
        let audit = own.audit();
        let is_expert = |own: &Auditor| *own == Auditor::Expert;
        let others = audit.auditors.iter().filter(|own| !is_expert(own));
        let others = others.map(|own| language.text(&format!("auditor-{own}")));
        let others = others.collect::<Vec<_>>().join(", ");
        // Who was there; not what they did, and nothing about any person.
        let expert = audit.auditors.iter().any(is_expert);
        let expert = expert.then(|| language.text("barriers-with-expert"));
        let roles: Vec<_> = [Some(others).filter(|own| !own.is_empty()), expert]
            .into_iter()
            .flatten()
            .collect();
        let version = audit.criteria.as_str();
        html! {
            dl.facts {
                dt { (language.text("barriers-audited-on")) }
                dd { (wording::date(language, audit.audited_on)) }
                dt { (language.text("barriers-by")) }
                dd {
                    @if roles.is_empty() { (language.text("barriers-by-nobody")) }
                    (roles.join(". "))
                }
                dt { (language.text("barriers-depth")) }
                dd { (language.text(&format!("depth-{}", audit.depth))) }
                dt { (language.text("barriers-criteria")) }
                dd {
                    @if own.sheet().is_some() {
                        a href=(criteria::address(Some(version), language)) { (version) }
                    } @else { (version) }
                }
            }
        }
    }

    /// What those who run the place say: in a box of its own, and no rating of an audit.
    fn declared(&self, own: &Accessibility, is_page: bool) -> Markup {
        let language = self.language;
        let said = own.ratings().into_iter().flat_map(Ratings::iter);
        let said = said.filter(|(_, own)| own.rating != Rating::Unknown);
        html! {
            div.told-by.declared {
                (self.subtitle(is_page, "barriers-declared"))
                p.hint { (language.text("barriers-declared-about")) }
                (self.made_up(own))
                (self.key_facts(own))
                dl.facts {
                    @for (need, rated) in said {
                        dt { (need::name(language, need)) }
                        dd { (language.text(&format!("rating-{}", rated.rating))) }
                    }
                    dt { (language.text("barriers-declared-on")) }
                    dd { (wording::date(language, own.audit().audited_on)) }
                }
            }
        }
    }

    /// The tags of OpenStreetMap in words, apart from everything that was checked.
    fn osm(&self, is_page: bool) -> Markup {
        let language = self.language;
        let facts = &self.located.place.facts;
        let said: Vec<_> = self
            .needs_in_order()
            .map(|need| (need, need::osm_words(language, facts, need)))
            .filter(|(_, said)| !said.is_empty())
            .collect();
        html! {
            @if !said.is_empty() {
                div.told-by.osm {
                    (self.subtitle(is_page, "osm-unchecked"))
                    dl.facts {
                        @for (need, said) in said {
                            dt { (need::name(language, need)) }
                            dd { (said.join(", ")) }
                        }
                    }
                }
            }
        }
    }
}

/// Whether the criterion about the door is one that applies, as far as that is known.
fn has_door(own: &Accessibility) -> bool {
    let at = own.sheet().and_then(|own| own.catalogue().position("C18"));
    let verdict = at.zip(own.verdicts()).and_then(|(at, all)| all.at(at));
    verdict != Some(Verdict::NotApplicable)
}

/// The criteria that speak of something that is there, each with its verdict. A quick check does not look at the rest: what
/// of it was not read off is not there to be missed.
fn rows<'a>(
    depth: Depth,
    sheet: &'a Sheet,
    verdicts: &'a Verdicts,
) -> Vec<(&'a Criterion, Verdict)> {
    let all = sheet.catalogue().criteria().iter().zip(verdicts.iter());
    let is_shown = |own: &Criterion, verdict: Verdict| match verdict {
        Verdict::NotApplicable => false,
        Verdict::Unknown => depth == Depth::Full || own.is_core,
        _ => true,
    };
    all.filter(|(own, verdict)| is_shown(own, *verdict))
        .collect()
}
