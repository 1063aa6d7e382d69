//! `miteinander import audits`.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use crate::city::{City, NotKept, SentAudit};
use crate::cli::import::{Common, open, read_file, report};
use crate::cli::{Failure, WhereKept};
use crate::domain::audit::{Audit, AuditId, Depth, Source};
use crate::domain::{Invalid, PlaceId};
use crate::import::{Complaint, Refused, a11yjson};

#[derive(Args)]
pub(in crate::cli) struct Options {
    /// `A11yJSON`: one `PlaceInfo`, a list of them, or a collection with `features`. The `originalId` of each is the id of a
    /// place of the city. Ratings in it are not taken over: they follow from what was read off
    file: PathBuf,
    /// The day on which somebody was there: the format does not tell it
    #[arg(long, value_name = "DAY")]
    on: NaiveDate,
    /// Who says it: audit (somebody on the spot, in the city's name) or `self_declared` (whoever runs the place)
    #[arg(long, value_name = "SOURCE", default_value = "self_declared")]
    source: Source,
    #[command(flatten)]
    common: Common,
}

/// What was brought.
#[derive(Default, Serialize)]
struct TakenIn {
    /// Places whose audit is new; an auditor finishes and publishes it.
    added: Vec<String>,
    /// Places whose audit was brought before: it stays as it is now.
    known: Vec<String>,
    /// What stands in the file and was not understood.
    left_out: Vec<String>,
}

impl fmt::Display for TakenIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (what, lines) in [
            ("in progress now", &self.added),
            ("brought before", &self.known),
            ("not understood", &self.left_out),
        ] {
            writeln!(f, "{what}: {}", lines.len())?;
            lines.iter().try_for_each(|line| writeln!(f, "  {line}"))?;
        }
        Ok(())
    }
}

pub(super) async fn run(place: &WhereKept, options: &Options) -> Result<(), Failure> {
    let (name, bytes) = read_file(&options.file)?;
    let (_, city) = open(place).await?;
    let city = city.ok_or_else(|| Failure::Said("no city is loaded".into()))?;
    let whole: Value = serde_json::from_slice(&bytes)
        .map_err(|error| Refused::file(&name, format!("is no JSON: {error}")))?;
    let mut said = TakenIn::default();
    let (mut audits, mut complaints) = (Vec::new(), Vec::new());
    let mut places = BTreeMap::new();
    for (number, info) in (1..).zip(infos(&whole)) {
        let audit = read(&city, options, info)
            .and_then(|(audit, left_out)| only_once(&mut places, number, audit, left_out));
        match audit {
            Ok((audit, left_out)) => {
                let place = audit.draft.place;
                let told = left_out.iter().map(|own| format!("{place}: {own}"));
                said.left_out.extend(told);
                audits.push(audit);
            }
            Err(invalid) => complaints.push(Complaint {
                file: name.clone(),
                feature: format!("{number}"),
                field: invalid.field.to_string(),
                reason: invalid.reason,
            }),
        }
    }
    if !complaints.is_empty() {
        return Err(Refused(complaints).into());
    }
    let are_new = if options.common.dry_run {
        let mut are_new = Vec::new();
        for audit in &audits {
            are_new.push(city.store().audit(audit.id).await?.is_none());
        }
        are_new
    } else {
        kept(city.take_in_audits(&audits).await)?
    };
    for (audit, is_new) in audits.iter().zip(are_new) {
        let place = audit.draft.place.to_string();
        if is_new {
            said.added.push(place);
        } else {
            said.known.push(place);
        }
    }
    report(&options.common, &said)
}

/// The second audit of a place would be taken for the first one, and nobody would learn what stands in it.
fn only_once(
    places: &mut BTreeMap<PlaceId, u32>,
    number: u32,
    audit: Audit,
    left_out: Vec<Invalid>,
) -> Result<(Audit, Vec<Invalid>), Invalid> {
    let first = *places.entry(audit.draft.place).or_insert(number);
    if first == number {
        return Ok((audit, left_out));
    }
    let rule = format!("is the place of entry {first} too: each place may come once");
    Err(Invalid::new("originalId", rule))
}

/// One place, several, or a collection.
fn infos(whole: &Value) -> Vec<&Value> {
    match (whole, whole.get("features")) {
        (Value::Array(all), _) | (_, Some(Value::Array(all))) => all.iter().collect(),
        _ => vec![whole],
    }
}

/// The audit of a place, and what of it was not understood.
fn read(city: &City, options: &Options, info: &Value) -> Result<(Audit, Vec<Invalid>), Invalid> {
    let member = |name| {
        info.pointer(name)
            .ok_or_else(|| Invalid::new(name, "is missing"))
    };
    let place = member("/properties/originalId")?
        .as_str()
        .unwrap_or_default();
    let place: PlaceId = place
        .parse()
        .map_err(|_no_uuid| Invalid::new("originalId", "must be the id of a place of the city"))?;
    let snapshot = city.snapshot();
    let today = snapshot.date_at(city.now());
    if options.on > today {
        return Err(Invalid::new(
            "on",
            format!("must not be after today ({today})"),
        ));
    }
    let criteria = snapshot.criteria().current(today);
    let found = a11yjson::read(criteria, member("/properties/accessibility")?)?;
    let sent = SentAudit {
        place,
        criteria: Some(criteria.version.to_string()),
        depth: Depth::Full,
        source: options.source,
        auditors: Vec::new(),
        planned_on: None,
        audited_on: Some(options.on),
        sheet: found.sheet.to_json(),
    };
    let audit = kept(city.audit_to_take_in(id(place, options), sent)).map_err(|why| match why {
        Failure::Said(reason) => Invalid::new("originalId", reason),
        other => Invalid::new("originalId", other.to_string()),
    })?;
    Ok((audit, found.left_out))
}

/// The same for the same place, day and source: a file that comes twice brings nothing new.
fn id(place: PlaceId, options: &Options) -> AuditId {
    let name = format!("a11yjson/{}/{}", options.source, options.on);
    AuditId(Uuid::new_v5(&place.0, name.as_bytes()))
}

fn kept<T>(result: Result<T, NotKept>) -> Result<T, Failure> {
    result.map_err(|why| match why {
        NotKept::Rule(invalid) => Failure::Said(invalid.to_string()),
        NotKept::Failed(error) => error.into(),
        NotKept::Unknown | NotKept::Meanwhile { .. } => Failure::Said("is not there".to_owned()),
    })
}
