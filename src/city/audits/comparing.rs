//! Two audits of one place, side by side.

use super::{NotKept, read_sheet};
use crate::barrier_free::Sheet;
use crate::city::City;
use crate::domain::Invalid;
use crate::domain::audit::AuditId;

/// One answer that two audits give differently; what is unknown is null.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Differing {
    /// Where it stands on the sheet, such as `readings/C14/steps`.
    pub at: String,
    /// What the one says.
    pub one: serde_json::Value,
    /// What the other says.
    pub other: serde_json::Value,
}

impl City {
    /// What two audits of one place say differently, reading by reading, in the words of a sheet.
    ///
    /// # Errors
    /// When one of them is not there, they are of different places, or the criteria of the first are unknown.
    pub async fn audits_compared(
        &self,
        one: AuditId,
        other: AuditId,
    ) -> Result<Vec<Differing>, NotKept> {
        let one = self.store().audit(one).await?.ok_or(NotKept::Unknown)?;
        let other = self.store().audit(other).await?.ok_or(NotKept::Unknown)?;
        if one.draft.place != other.draft.place {
            let rule = "must be an audit of the same place";
            return Err(Invalid::new("with", rule).into());
        }
        let catalogue = self.catalogue(one.draft.criteria.as_str())?;
        let own = read_sheet(&catalogue, &one.draft.sheet)?;
        let others = self.catalogue(other.draft.criteria.as_str())?;
        let others = read_sheet(&others, &other.draft.sheet)?.carried_to(&catalogue);
        Ok(differences(&own, &others))
    }
}

fn differences(one: &Sheet, other: &Sheet) -> Vec<Differing> {
    let (one, other) = (leaves(&one.to_json()), leaves(&other.to_json()));
    let names: std::collections::BTreeSet<_> = one.keys().chain(other.keys()).collect();
    let said = |all: &Leaves, at: &String| all.get(at).cloned().unwrap_or_default();
    let all = names.into_iter().map(|at| Differing {
        at: at.clone(),
        one: said(&one, at),
        other: said(&other, at),
    });
    all.filter(|own| own.one != own.other).collect()
}

type Leaves = std::collections::BTreeMap<String, serde_json::Value>;

/// Every value of nested objects by its path.
fn leaves(value: &serde_json::Value) -> Leaves {
    let Some(members) = value.as_object() else {
        return Leaves::from([(String::new(), value.clone())]);
    };
    let all = members.iter().flat_map(|(name, own)| {
        leaves(own)
            .into_iter()
            .map(move |(rest, leaf)| match rest.as_str() {
                "" => (name.clone(), leaf),
                _ => (format!("{name}/{rest}"), leaf),
            })
    });
    all.collect()
}
