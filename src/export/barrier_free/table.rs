//! Lists as tables that spreadsheets open: semicolons, a byte order mark and decimal commas, as German ones expect it.

use super::{DueReport, ListReport, ListRow, MeasureRow, MeasuresReport};
use crate::domain::audit::measure::TargetYear;
use crate::domain::cell;

const LIST: [&str; 16] = [
    "place",
    "name",
    "kind",
    "district",
    "listed",
    "municipal",
    "counted",
    "audited_on",
    "made_up",
    "depth",
    "criteria",
    "minimum",
    "standard",
    "re_audit_due",
    "date",
    "revision",
];

/// The list of all places as CSV. What may belong to it stands there too, and says so in `listed`.
#[must_use]
pub fn list_csv(report: &ListReport) -> Vec<u8> {
    let from = &report.provenance;
    let row = |own: &ListRow, listed: &str| {
        let audit = own.audit.as_ref();
        [
            own.place.to_string(),
            own.name.to_string(),
            own.kind.to_string(),
            text(own.district.as_ref()),
            listed.to_owned(),
            own.municipal.to_owned(),
            own.counted.to_owned(),
            text(audit.map(|own| own.audited_on)),
            text(audit.map(|own| yes_or_no(own.is_made_up))),
            text(audit.map(|own| own.depth)),
            text(audit.map(|own| &own.criteria)),
            own.minimum.to_owned(),
            own.standard.to_owned(),
            text(audit.map(|own| yes_or_no(own.re_audit_due))),
            from.date.to_string(),
            from.revision.to_string(),
        ]
    };
    let listed = report.listed.iter().map(|own| row(own, "yes"));
    let undecided = report.undecided.iter().map(|own| row(own, "unknown"));
    csv(&LIST, listed.chain(undecided))
}

const MEASURES: [&str; 21] = [
    "rank",
    "measure",
    "audit",
    "place",
    "place_name",
    "district",
    "description",
    "criteria",
    "cost_class",
    "owner",
    "target_year",
    "status",
    "residents",
    "steps",
    "cost_weight",
    "score",
    "gained_any",
    "unblocked",
    "why_no_rank",
    "date",
    "revision",
];

/// Measures as CSV: those with a rank first.
#[must_use]
pub fn measures_csv(report: &MeasuresReport) -> Vec<u8> {
    let from = &report.provenance;
    let row = |rank: String, own: &MeasureRow, why: &str| {
        let (measure, priority) = (&own.kept.measure, &own.priority);
        let aims: Vec<_> = measure.criteria.iter().map(ToString::to_string).collect();
        let better = own.unblocked.iter();
        let better = better.map(|own| format!("{}:{}>{}", own.need, own.before, own.after));
        [
            rank,
            measure.id.to_string(),
            own.kept.audit.to_string(),
            own.at.place.to_string(),
            text(own.at.place_name.as_ref()),
            text(own.at.district.as_ref()),
            measure.description.to_string(),
            aims.join(" "),
            text(measure.cost_class),
            text(measure.owner.as_ref()),
            text(measure.target_year.map(TargetYear::year)),
            measure.status.progress().to_string(),
            text(priority.residents),
            priority.steps.to_string(),
            text(priority.cost_weight),
            decimal(&text(priority.score)),
            decimal(&text(own.gained_any)),
            better.collect::<Vec<_>>().join(" "),
            why.to_owned(),
            from.date.to_string(),
            from.revision.to_string(),
        ]
    };
    let ranked = (1..).zip(&report.ranked);
    let ranked = ranked.map(|(rank, own): (usize, _)| row(rank.to_string(), own, ""));
    let apart = report.apart.iter();
    let apart = apart.map(|own| row(String::new(), &own.row, own.why.as_str()));
    csv(&MEASURES, ranked.chain(apart))
}

const DUE: [&str; 9] = [
    "place",
    "place_name",
    "district",
    "audit",
    "audited_on",
    "holds_until",
    "reasons",
    "date",
    "revision",
];

/// Places to be looked at again as CSV.
#[must_use]
pub fn due_csv(report: &DueReport) -> Vec<u8> {
    let from = &report.provenance;
    let rows = report.due.iter().map(|own| {
        let reasons: Vec<_> = own.reasons.iter().map(|own| own.as_str()).collect();
        [
            own.at.place.to_string(),
            text(own.at.place_name.as_ref()),
            text(own.at.district.as_ref()),
            own.audit.to_string(),
            own.audited_on.to_string(),
            own.holds_until.to_string(),
            reasons.join(" "),
            from.date.to_string(),
            from.revision.to_string(),
        ]
    });
    csv(&DUE, rows)
}

const fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// Empty is unknown, or does not apply.
fn text(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |own| own.to_string())
}

fn decimal(number: &str) -> String {
    number.replace('.', ",")
}

fn csv<const N: usize>(columns: &[&str; N], rows: impl Iterator<Item = [String; N]>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .from_writer("\u{feff}".as_bytes().to_vec());
    // Writing to memory does not fail, and every row has the same columns.
    let _ = writer.write_record(columns);
    for row in rows {
        let _ = writer.write_record(row.iter().map(|text| cell::written(text).into_owned()));
    }
    writer.into_inner().unwrap_or_default()
}
