//! Two audits of one place side by side. Neither is right by being later: somebody has to look.

use axum::extract::{Path, RawQuery};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::{PATH, found, hindrance, one, path_of, words};
use crate::city::Differing;
use crate::domain::audit::{Audit, AuditId};
use crate::pages::staff::Desk;

/// `GET /verwaltung/begehungen/{id}/unterschiede`
pub(in crate::pages::staff) async fn show(
    desk: Desk,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = query.unwrap_or_default();
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let with = pairs.find(|(name, _)| name == "mit");
    let with = with.map(|(_, value)| value.into_owned());
    let (own, other) = match (
        found(&desk, &id).await,
        found(&desk, &with.unwrap_or_default()).await,
    ) {
        (Ok(own), Ok(other)) => (own, other),
        (Err(page), _) | (_, Err(page)) => return page,
    };
    let compared: (AuditId, AuditId) = (own.id, other.id);
    match desk.city.audits_compared(compared.0, compared.1).await {
        Ok(found) => answer(&desk, &own, &other, &found),
        Err(why) => match hindrance(&desk, why) {
            Ok((status, _)) => {
                let said = desk.text("staff-audit-differences-not");
                let content = html! { p.notice role="alert" { (said) } };
                desk.page(status, PATH, desk.text("staff-audit-differences"), &content)
            }
            Err(page) => *page,
        },
    }
}

fn answer(desk: &Desk, own: &Audit, other: &Audit, all: &[Differing]) -> Response {
    let content = html! {
        p { (desk.language.text_with("staff-audit-differences-of", [("name", one::name(desk, own).into())])) }
        @if all.is_empty() {
            p { (desk.text("staff-audit-differences-none")) }
        } @else {
            p { (desk.language.text_with("staff-audit-differences-count", [("count", all.len().into())])) }
            (table(desk, own, other, all))
        }
    };
    let title = desk.text("staff-audit-differences");
    desk.page(StatusCode::OK, PATH, title, &content)
}

fn table(desk: &Desk, own: &Audit, other: &Audit, all: &[Differing]) -> Markup {
    let criteria = desk.snapshot.criteria();
    let catalogue = criteria.version(own.draft.criteria.as_str());
    let head = |audit: &Audit| html! { a href=(desk.link(&path_of(audit.id))) { (one::title_of(desk, audit)) } };
    html! {
        div.wide tabindex="0" role="region" aria-label=(desk.text("staff-audit-differences")) {
            table.rows.compare {
                thead {
                    tr {
                        th scope="col" { (desk.text("staff-audit-criterion")) }
                        th scope="col" { (head(own)) }
                        th scope="col" { (head(other)) }
                    }
                }
                tbody {
                    @for it in all {
                        @let (name, reading) = match catalogue {
                            Some(own) => words::place_on_sheet(desk.language, own, &it.at),
                            None => (it.at.clone(), None),
                        };
                        tr {
                            th scope="row" { (name) }
                            td { (words::value(desk.language, reading, &it.one)) }
                            td { (words::value(desk.language, reading, &it.other)) }
                        }
                    }
                }
            }
        }
    }
}
