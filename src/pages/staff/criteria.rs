//! Versions of the criteria side by side: which published audits another version would rate differently.

use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::{Desk, link};
use crate::barrier_free::Sheet;
use crate::barrier_free::catalogue::Catalogue;
use crate::barrier_free::effects::{Effect, Rerated};
use crate::domain::Invalid;
use crate::pages::barriers::{self, criteria, words};
use crate::pages::{need, place, wording};
use crate::snapshot::{AuditEffect, VersionEffects};

/// Where the versions are.
pub(super) const PATH: &str = "/verwaltung/kriterien";

/// So many audits are listed at most; the API has all.
const MOST_LISTED: usize = 500;

/// `GET /verwaltung/kriterien`: with `fassung` what that version would change.
pub(super) async fn show(desk: Desk, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let asked = pairs.find(|(name, _)| name == "fassung");
    let asked = asked.map(|(_, value)| value.into_owned());
    let all = desk.snapshot.criteria();
    let chosen = match asked.as_deref() {
        None | Some("") => None,
        Some(name) => {
            let Some(found) = all.version(name) else {
                let unknown = Invalid::new("fassung", "is no version");
                return desk.refused(&unknown, PATH, "staff-criteria");
            };
            Some(found)
        }
    };
    let content = html! {
        p { (desk.text("staff-criteria-about")) }
        (versions(&desk))
        @if let Some(version) = chosen {
            (effects(&desk, version, &desk.snapshot.effects_of(version)))
        }
    };
    desk.page(StatusCode::OK, PATH, desk.text("staff-criteria"), &content)
}

fn versions(desk: &Desk) -> Markup {
    let columns = [
        "staff-criteria-version",
        "staff-criteria-since",
        "staff-criteria-audits",
        "staff-criteria-effects",
    ];
    let current = &desk.snapshot.criteria().current(desk.today()).version;
    html! {
        div.wide tabindex="0" role="region" aria-label=(desk.text("staff-criteria")) {
            table.rows {
                thead { tr { @for column in columns { th scope="col" { (desk.text(column)) } } } }
                tbody {
                    @for own in desk.snapshot.criteria_in_use() {
                        @let version = own.catalogue.version.as_str();
                        tr {
                            th scope="row" {
                                a href=(criteria::address(Some(version), desk.language)) { (version) }
                                @if own.catalogue.version == *current { " " span.badge { (desk.text("staff-criteria-current")) } }
                                @if own.catalogue.is_draft { " " span.badge { (desk.text("criteria-is-draft")) } }
                            }
                            td { (wording::date(desk.language, own.catalogue.since)) }
                            td { (wording::number(own.audits)) }
                            td {
                                a href=(link(PATH, desk.language, &[("fassung", version)]))
                                    aria-label=(format!("{}: {version}", desk.text("staff-criteria-show"))) {
                                    (desk.text("staff-criteria-show"))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn effects(desk: &Desk, version: &Catalogue, found: &VersionEffects<'_>) -> Markup {
    let language = desk.language;
    let count = |count: usize| wording::number(count).into();
    let rated = found.different.iter();
    let rated = rated.filter(|own| own.effect.rates_differently()).count();
    let name = version.version.as_str();
    html! {
        section #effects {
            h2 { (language.text_with("staff-criteria-title", [("version", name.into())])) }
            p {
                (language.text_with("staff-criteria-found", [("compared", count(found.compared)), ("rated", count(rated))]))
                @if found.unknown > 0 {
                    " " (language.text_with("staff-criteria-unknown", [("unknown", count(found.unknown))]))
                }
            }
            @if found.different.len() > MOST_LISTED {
                p.hint { (language.text_with("staff-criteria-limited", [("shown", count(MOST_LISTED))])) }
            }
            p { a href=(format!("/api/staff/criteria/{name}/effects")) { (desk.text("staff-criteria-api")) } }
            @if !found.different.is_empty() {
                div.wide tabindex="0" role="region" aria-label=(language.text_with("staff-criteria-title", [("version", name.into())])) {
                    table.rows {
                        thead {
                            tr {
                                @for column in ["staff-criteria-place", "staff-criteria-rated", "staff-criteria-lost"] {
                                    th scope="col" { (desk.text(column)) }
                                }
                            }
                        }
                        tbody { @for own in found.different.iter().take(MOST_LISTED) { (row(desk, version, own)) } }
                    }
                }
            }
        }
    }
}

fn row(desk: &Desk, version: &Catalogue, own: &AuditEffect<'_>) -> Markup {
    let language = desk.language;
    let place = &own.located.place;
    html! {
        tr {
            th scope="row" {
                a href=(place::address(&place::slug(place), language, &[])) { (place.name) }
                " (" (own.audited.audit().criteria) ", " (wording::date(language, own.audited.audit().audited_on)) ")"
            }
            td {
                @if own.effect.rerated.is_empty() { span.unknown { (desk.text("staff-criteria-same")) } }
                ul.plain {
                    @for Rerated { need, before, after } in &own.effect.rerated {
                        li {
                            (need::name(language, *need)) ": " (barriers::badge(language, *before))
                            " → " (barriers::badge(language, *after))
                        }
                    }
                }
            }
            td { (lost(desk, version, own, &own.effect)) }
        }
    }
}

/// What was read off and has no place in the other version, and what that asks for the first time.
fn lost(desk: &Desk, version: &Catalogue, own: &AuditEffect<'_>, effect: &Effect) -> Markup {
    let language = desk.language;
    let before = own.audited.sheet().map(Sheet::catalogue);
    let named = |catalogue: Option<&Catalogue>, id: &str| {
        let found = catalogue.and_then(|all| all.criterion(id));
        found.map_or_else(
            || id.to_owned(),
            |own| format!("{id} {}", words::said(language, &own.name)),
        )
    };
    html! {
        ul.plain {
            @for lost in &effect.uncarried {
                li { (named(before.map(|own| &**own), lost.criterion.as_str())) " (" (lost.reading) ")" }
            }
            @for id in &effect.unasked {
                li { (desk.text("staff-criteria-new")) ": " (named(Some(version), id.as_str())) }
            }
        }
    }
}
