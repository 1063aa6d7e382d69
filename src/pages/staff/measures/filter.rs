//! Which measures are asked for: a form that asks for the same page and needs no script.

use maud::{Markup, html};

use crate::domain::audit::MeasureFilter;
use crate::domain::audit::measure::{CostClass, Progress};
use crate::domain::{Invalid, Need};
use crate::pages::form::select;
use crate::pages::question;
use crate::pages::staff::Desk;
use crate::query::{MEASURE_PARAMS, Params, measure_filter};
use crate::snapshot::Snapshot;

/// What an address asks for.
pub(super) struct Asked {
    pub(super) filter: MeasureFilter,
    /// Whether it asks for anything: a form that was not sent yet does not.
    pub(super) is_sent: bool,
}

impl Asked {
    /// Reads an address; boxes ticked under one name are a list.
    ///
    /// # Errors
    /// Names the parameter that breaks a rule.
    pub(super) fn read(query: &str, city: &Snapshot) -> Result<Self, Invalid> {
        let mut plain = form_urlencoded::Serializer::new(String::new());
        let mut is_sent = false;
        for param in MEASURE_PARAMS {
            let all = form_urlencoded::parse(query.as_bytes());
            let own = all.filter(|(name, _)| name == param.name);
            let values: Vec<String> = own.map(|(_, value)| value.into_owned()).collect();
            is_sent |= !values.is_empty();
            plain.append_pair(param.name, &values.join(","));
        }
        let filter = measure_filter(&mut Params::parse(&plain.finish(), &[MEASURE_PARAMS])?)?;
        let mut districts = filter.districts.iter();
        if let Some(unknown) = districts.find(|id| city.district(id).is_none()) {
            let rule = format!("there is no district {unknown}");
            return Err(Invalid::new("district", rule));
        }
        Ok(Self { filter, is_sent })
    }

    /// The address of a page of measures that asks for the same.
    pub(super) fn address(&self, desk: &Desk, path: &str) -> String {
        let query = crate::query::measure_query(&self.filter);
        let said = form_urlencoded::parse(query.as_bytes()).into_owned();
        let said: Vec<(String, String)> = said.collect();
        let said = said
            .iter()
            .map(|(name, value)| (name.as_str(), value.clone()));
        question::address(path, said.chain(desk.language_said()))
    }

    /// The form, filled with what was asked; `path` is the page it asks for.
    pub(super) fn form(&self, desk: &Desk, path: &str, send: &str) -> Markup {
        let language = desk.language;
        let filter = &self.filter;
        let needs = Need::ALL.iter();
        let needs: Vec<_> = needs
            .map(|own| (own.as_str(), desk.text(&format!("need-{own}"))))
            .collect();
        let chosen = filter.needs.first().map_or("", |own| own.as_str());
        let districts = desk.snapshot.districts().iter();
        let districts = districts.map(|own| {
            let is_ticked = filter.districts.contains(&own.id);
            (own.id.to_string(), own.name.to_string(), is_ticked)
        });
        let costs = CostClass::ALL.iter().map(|own| {
            let is_ticked = filter.cost_classes.contains(own);
            (
                own.to_string(),
                desk.text(&format!("staff-cost-{own}")),
                is_ticked,
            )
        });
        let statuses = Progress::ALL.iter().map(|own| {
            let is_ticked = filter.statuses.contains(own);
            (
                own.to_string(),
                desk.text(&format!("staff-progress-{own}")),
                is_ticked,
            )
        });
        html! {
            form.plan-form.measures action=(path) method="get" {
                @if let Some((name, value)) = desk.language_said() { input type="hidden" name=(name) value=(value); }
                (boxes(desk, ("district", "planning-district"), districts))
                (boxes(desk, ("cost", "staff-measure-cost"), costs))
                (boxes(desk, ("status", "staff-measure-state"), statuses))
                (select(language, "need", "barriers-need", "staff-any-need", &needs, chosen))
                button.button type="submit" { (desk.text(send)) }
            }
        }
    }
}

fn boxes(
    desk: &Desk,
    (name, legend): (&str, &str),
    all: impl Iterator<Item = (String, String, bool)>,
) -> Markup {
    html! {
        fieldset.chips {
            legend { (desk.text(legend)) }
            @for (value, text, is_ticked) in all {
                label.chip {
                    input type="checkbox" name=(name) value=(value) checked[is_ticked];
                    span { (text) }
                }
            }
        }
    }
}
