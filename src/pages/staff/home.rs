//! The first page of the desk: what there is to do.

use axum::http::StatusCode;
use axum::response::Response;
use maud::html;

use super::{Desk, HOME};

/// `GET /verwaltung`
pub(super) async fn show(desk: Desk) -> Response {
    let roles = &desk.session.account.roles;
    let content = html! {
        @if roles.is_empty() {
            p { (desk.text("staff-no-roles")) }
        } @else {
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
