//! Lines of help for programs.

use serde_json::{Value, json};

use crate::domain::counselling::{HelpLine, HelpLineId, HelpNeed, Tongue};
use crate::snapshot::{OfferedLine, Snapshot};

/// The lines for a need in a language, as far as one is named, as everybody may read them: without who agreed that an address is
/// published. Where it is not known whether they speak the language they come last, and `speaks` says so.
#[must_use]
pub fn public_help_lines(city: &Snapshot, need: Option<HelpNeed>, tongue: Option<Tongue>) -> Value {
    let lines = city.help_for(need, tongue).into_iter();
    let lines: Vec<_> = lines.map(|own| public(own, tongue)).collect();
    json!({ "revision": city.revision().0, "lines": lines })
}

fn public(own: &OfferedLine, tongue: Option<Tongue>) -> Value {
    let mut told = staff_help_line(own.id, &own.line, true);
    if let Some(address) = &own.line.address {
        told["address"] = json!({ "postal": address.postal() });
    }
    if let Some(phone) = &own.line.phone {
        told["tel"] = json!(format!("tel:{}", phone.dialled()));
    }
    if let Some(tongue) = tongue {
        told["speaks"] = json!(own.line.speaks(tongue));
    }
    told.as_object_mut().map(|own| own.remove("is_shown"));
    told
}

/// One line as the people of the city read it.
#[must_use]
pub fn staff_help_line(id: HelpLineId, line: &HelpLine, is_shown: bool) -> Value {
    let mut told = json!(line);
    told["id"] = json!(id);
    told["is_shown"] = json!(is_shown);
    told
}

/// Every line that is offered, and those that come with the program and are not shown.
#[must_use]
pub fn staff_help_lines(city: &Snapshot) -> Value {
    let shown = city.help_lines().iter();
    let shown = shown.map(|own| staff_help_line(own.id, &own.line, true));
    let hidden = city.hidden_help_lines().iter();
    let hidden = hidden.map(|(id, line)| staff_help_line(*id, line, false));
    json!({ "revision": city.revision().0, "lines": shown.chain(hidden).collect::<Vec<_>>() })
}
