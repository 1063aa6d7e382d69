//! What shall be done about barriers that an audit found: auditors propose it, planners decide.

use axum::Extension;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use uuid::Uuid;

use super::one::Typed;
use super::{found, hindrance, path_of, words};
use crate::barrier_free::catalogue::Criterion;
use crate::barrier_free::priority::unblocked;
use crate::city::Judged;
use crate::domain::Invalid;
use crate::domain::audit::measure::{
    Aims, CostClass, KeptMeasure, Measure, MeasureId, Progress, Status, TargetYear,
};
use crate::domain::audit::{Audit, Verdict};
use crate::domain::note::MOST_LETTERS;
use crate::domain::staff::{Actor, Role};
use crate::pages::form::{self, Fields};
use crate::pages::staff::Desk;

/// The form of a measure that is not there yet.
const NEW: &str = "neu";

/// `POST /verwaltung/begehungen/{id}/massnahmen`
pub(in crate::pages::staff) async fn add(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    // Its identity comes with the form, so that sent twice it is one.
    let form = Fields::read(&headers, &body);
    let measure = form.as_ref().and_then(|own| own.value("id").parse().ok());
    let Some(measure) = measure else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    keep(&desk, actor, (id, measure, true), form).await
}

/// `POST /verwaltung/begehungen/{id}/massnahmen/{measure}`
pub(in crate::pages::staff) async fn change(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    Path((id, measure)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Ok(measure) = measure.parse::<MeasureId>() else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let sent = (id, measure, false);
    keep(&desk, actor, sent, Fields::read(&headers, &body)).await
}

async fn keep(
    desk: &Desk,
    actor: Actor,
    (id, measure, is_new): (String, MeasureId, bool),
    form: Option<Fields>,
) -> Response {
    let Some(form) = form else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let own = match found(desk, &id).await {
        Ok(own) => own,
        Err(page) => return page,
    };
    let seen = form.value("version").parse().ok();
    let kept = match read(measure, &form) {
        Ok(sent) => {
            let kept = desk.city.save_measure(actor, (own.id, seen), sent).await;
            kept.map(drop)
        }
        Err(invalid) => Err(invalid.into()),
    };
    match kept {
        Ok(()) => desk.done(&path_of(own.id), "staff-done-measure"),
        Err(why) => match hindrance(desk, why) {
            Ok((status, wrong)) => {
                // What is new and still hinders is there already, as somebody else or the same form wrote it.
                let is_there = status == StatusCode::CONFLICT;
                let wrong = if is_there {
                    "staff-measure-meanwhile"
                } else {
                    wrong
                };
                let measure = if is_new && !is_there {
                    NEW.to_owned()
                } else {
                    measure.to_string()
                };
                let typed = Typed {
                    wrong,
                    measure: Some(measure),
                    fields: form,
                };
                super::one::answer(desk, &own, status, Some(&typed)).await
            }
            Err(page) => *page,
        },
    }
}

/// The measure that a form describes.
fn read(id: MeasureId, form: &Fields) -> Result<Measure, Invalid> {
    let given = |name: &str| Some(form.value(name)).filter(|own| !own.is_empty());
    let named = |field: &'static str| move |own: Invalid| Invalid::new(field, own.reason);
    let criteria = form.values("criteria").iter().map(|own| own.parse());
    let criteria = criteria.collect::<Result<Vec<_>, _>>();
    let year = given("target_year").map(|own| {
        own.parse()
            .map_err(|_no_number| Invalid::new("target_year", "must be a year"))
            .and_then(TargetYear::new)
    });
    let status: Progress = given("status").map_or(Ok(Progress::Proposed), str::parse)?;
    // A reason that was typed for another status is none.
    let reason = given("reason").filter(|_| status == Progress::Rejected);
    let reason = reason.map(str::parse).transpose();
    let owner = given("owner").map(str::parse).transpose();
    Ok(Measure {
        id,
        criteria: Aims::new(criteria.map_err(named("criteria"))?)?,
        description: form
            .value("description")
            .parse()
            .map_err(named("description"))?,
        cost_class: given("cost_class")
            .map(str::parse::<CostClass>)
            .transpose()?,
        owner: owner.map_err(named("owner"))?,
        target_year: year.transpose()?,
        status: Status::new(status, reason.map_err(named("reason"))?)?,
    })
}

/// All measures of an audit, each with its form, and the form of a new one.
pub(super) fn section(
    desk: &Desk,
    own: &Audit,
    judged: &Judged,
    measures: &[KeptMeasure],
    typed: Option<&Typed>,
) -> Markup {
    let form_of = |id: &str| typed.filter(|own| own.measure.as_deref() == Some(id));
    html! {
        section {
            h2 { (desk.text("staff-measures")) }
            @if measures.is_empty() { p.unknown { (desk.text("staff-measures-none")) } }
            ul.accounts {
                @for kept in measures {
                    li { (one(desk, own, judged, kept, form_of(&kept.measure.id.to_string()))) }
                }
            }
            details open[form_of(NEW).is_some()] {
                summary { (desk.text("staff-measure-propose")) }
                (Form { desk, audit: own, judged, kept: None, typed: form_of(NEW) }.render())
            }
        }
    }
}

fn one(
    desk: &Desk,
    own: &Audit,
    judged: &Judged,
    kept: &KeptMeasure,
    typed: Option<&Typed>,
) -> Markup {
    let measure = &kept.measure;
    let catalogue = judged.sheet.catalogue();
    let aims = measure.criteria.iter();
    let aims = aims.map(|id| match catalogue.criterion(id.as_str()) {
        Some(own) => words::criterion(desk.language, own),
        None => id.to_string(),
    });
    let better = unblocked(
        catalogue,
        &judged.verdicts,
        judged.basis,
        measure.criteria.iter(),
    );
    let progress = measure.status.progress();
    html! {
        h3 { (measure.description) }
        ul.badges {
            li.badge { (desk.text(&format!("staff-progress-{progress}"))) }
            @if let Some(cost) = measure.cost_class { li.badge { (desk.text(&format!("staff-cost-{cost}"))) } }
            @if let Some(year) = measure.target_year { li.badge { (desk.language.text_with("staff-measure-by", [("year", year.year().to_string().into())])) } }
        }
        ul { @for aim in aims { li { (aim) } } }
        @if let Some(owner) = &measure.owner { p { (desk.text("staff-measure-owner")) ": " (owner) } }
        @if let Some(reason) = measure.status.reason() { p { (desk.text("staff-audit-reason")) ": " (reason) } }
        @if better.is_empty() {
            p.hint { (desk.text("staff-measure-no-better")) }
        } @else {
            p.hint {
                (desk.text("staff-measure-better")) " "
                @for (number, own) in better.iter().enumerate() {
                    @if number > 0 { "; " }
                    (desk.text(&format!("need-{}", own.need))) ": "
                    (desk.text(&format!("rating-{}", own.before))) " → " (desk.text(&format!("rating-{}", own.after)))
                }
            }
        }
        details open[typed.is_some()] {
            summary { (desk.text("staff-measure-change")) span.visually-hidden { ": " (measure.description) } }
            (Form { desk, audit: own, judged, kept: Some(kept), typed }.render())
        }
    }
}

/// The form of a measure: as it is kept, or as it was typed.
struct Form<'a> {
    desk: &'a Desk,
    audit: &'a Audit,
    judged: &'a Judged,
    kept: Option<&'a KeptMeasure>,
    typed: Option<&'a Typed>,
}

impl Form<'_> {
    fn render(&self) -> Markup {
        let desk = self.desk;
        let path = format!("{}/massnahmen", path_of(self.audit.id));
        let path = self
            .kept
            .map_or_else(|| path.clone(), |own| format!("{path}/{}", own.measure.id));
        html! {
            form.entry action=(desk.link(&path)) method="post" {
                @match self.kept {
                    Some(own) => input type="hidden" name="version" value=(own.version);,
                    None => input type="hidden" name="id" value=(self.new_id());,
                }
                (self.aims())
                (self.long("description", "staff-measure-description", 3))
                (self.choice("cost_class", "staff-measure-cost", CostClass::ALL.iter().map(|own| (own.as_str(), desk.text(&format!("staff-cost-{own}")))), true))
                (self.line("owner", "staff-measure-owner", "text"))
                (self.line("target_year", "staff-measure-year", "number"))
                @if desk.session.account.roles.has(Role::Planner) {
                    (self.choice("status", "staff-measure-status", Progress::ALL.iter().map(|own| (own.as_str(), desk.text(&format!("staff-progress-{own}")))), false))
                    (self.long("reason", "staff-measure-reason", 2))
                } @else if let Some(own) = self.kept {
                    input type="hidden" name="status" value=(own.measure.status.progress());
                    input type="hidden" name="reason" value=(self.value("reason"));
                }
                p { button.button type="submit" { (desk.text(if self.kept.is_some() { "staff-measure-keep" } else { "staff-measure-propose" })) } }
            }
        }
    }

    /// The identity of a measure that is not there yet; that of a form which comes back stays.
    fn new_id(&self) -> String {
        let sent = self.typed.map(|own| own.fields.value("id").to_owned());
        sent.unwrap_or_else(|| Uuid::new_v4().to_string())
    }

    /// An id that no other form on the page has.
    fn id(&self, name: &str) -> String {
        match self.kept {
            Some(own) => format!("{name}-{}", own.measure.id),
            None => format!("{name}-{NEW}"),
        }
    }

    fn value(&self, name: &str) -> String {
        match self.typed {
            Some(typed) => typed.fields.typed(name).to_owned(),
            None => self.kept_value(name),
        }
    }

    /// What is kept, whatever was typed.
    fn kept_value(&self, name: &str) -> String {
        let Some(own) = self.kept.map(|own| &own.measure) else {
            return String::new();
        };
        let said = match name {
            "description" => Some(own.description.to_string()),
            "cost_class" => own.cost_class.map(|own| own.to_string()),
            "owner" => own.owner.as_ref().map(ToString::to_string),
            "target_year" => own.target_year.map(|own| own.year().to_string()),
            "status" => Some(own.status.progress().to_string()),
            _ => own.status.reason().map(ToString::to_string),
        };
        said.unwrap_or_default()
    }

    /// What is kept, beside a field in which something else was typed: nobody overwrites what they have not seen.
    fn kept_beside(&self, name: &str, said: &str) -> Markup {
        let is_other = self.kept.is_some() && self.kept_value(name) != self.value(name);
        html! { @if is_other { (form::kept_beside(self.desk.language, name, said)) } }
    }

    fn kept_aims(&self) -> Vec<String> {
        let aims = self.kept.map(|own| own.measure.criteria.iter());
        let aims = aims.into_iter().flatten();
        let mut aims: Vec<_> = aims.map(ToString::to_string).collect();
        aims.sort_unstable();
        aims
    }

    /// The criteria to choose from: those that are not met, and those that were chosen.
    fn aims(&self) -> Markup {
        let chosen: Vec<String> = match self.typed {
            Some(typed) => typed.fields.values("criteria").to_vec(),
            None => self.kept_aims(),
        };
        let kept = self.kept_aims();
        let mut sorted = chosen.clone();
        sorted.sort_unstable();
        let is_other = self.kept.is_some() && sorted != kept;
        let is_chosen = |own: &Criterion| chosen.iter().any(|it| it == own.id.as_str());
        let all = self.judged.sheet.catalogue().criteria().iter();
        let all = all.zip(self.judged.verdicts.iter());
        let all = all.filter(|(own, verdict)| {
            matches!(verdict, Verdict::NotMet | Verdict::Limited) || is_chosen(own)
        });
        let all: Vec<_> = all.collect();
        html! {
            fieldset {
                legend { (self.desk.text("staff-measure-criteria")) }
                @if is_other { (form::kept_beside(self.desk.language, "criteria", &kept.join(", "))) }
                @if all.is_empty() { p.unknown { (self.desk.text("staff-measure-no-criteria")) } }
                div.chips {
                    @for (own, _) in all {
                        label.chip {
                            input type="checkbox" name="criteria" value=(own.id) checked[is_chosen(own)];
                            span { (words::criterion(self.desk.language, own)) }
                        }
                    }
                }
            }
        }
    }

    fn long(&self, name: &str, label: &str, rows: u8) -> Markup {
        let id = self.id(name);
        html! {
            div.field {
                label for=(id) { (self.desk.text(label)) }
                p.hint id=(format!("{id}-hint")) { (self.desk.text("staff-note-hint")) }
                textarea id=(id) name=(name) rows=(rows) maxlength=(MOST_LETTERS) required[name == "description"]
                    aria-describedby=(format!("{id}-hint")) { (self.value(name)) }
                (self.kept_beside(name, &self.kept_value(name)))
            }
        }
    }

    fn line(&self, name: &str, label: &str, kind: &str) -> Markup {
        let id = self.id(name);
        let is_year = kind == "number";
        html! {
            div.field {
                label for=(id) { (self.desk.text(label)) }
                input id=(id) type="text" name=(name) value=(self.value(name)) autocomplete="off" inputmode=[is_year.then_some("numeric")];
                (self.kept_beside(name, &self.kept_value(name)))
            }
        }
    }

    fn choice<'b>(
        &self,
        name: &str,
        label: &str,
        choices: impl Iterator<Item = (&'b str, String)>,
        may_be_none: bool,
    ) -> Markup {
        let (id, chosen) = (self.id(name), self.value(name));
        let choices: Vec<_> = choices.collect();
        let kept = self.kept_value(name);
        let kept = choices.iter().find(|(own, _)| *own == kept);
        html! {
            div.field {
                label for=(id) { (self.desk.text(label)) }
                select id=(id) name=(name) {
                    @if may_be_none { option value="" { (self.desk.text("fact-unknown")) } }
                    @for (value, text) in &choices { option value=(value) selected[*value == chosen] { (text) } }
                }
                (self.kept_beside(name, kept.map_or("", |(_, text)| text)))
            }
        }
    }
}
