//! Is it known who lives where, and does it fit the districts' figures?

use super::Findings;
use crate::domain::residents::PER_PERSON;
use crate::snapshot::Snapshot;

/// Beyond these factors the squares and a district's figure contradict each other.
const LIKELY_FACTORS: std::ops::RangeInclusive<f64> = 0.5..=2.0;

pub(super) fn check(snapshot: &Snapshot, findings: &mut Findings) {
    let Some(placed) = snapshot.residents() else {
        let reason =
            "who lives where: no grid of residents, and no homes on a map to estimate it by";
        return findings.missing.push(reason.to_owned());
    };
    if !placed.source.counts_persons() {
        let reason =
            "who lives where is estimated by the floor area of homes: no grid of residents";
        findings.missing.push(reason.to_owned());
    }
    for (district, own) in snapshot.districts().iter().zip(&placed.districts) {
        let name = &district.name;
        match (own.unplaced, own.milli_persons, own.factor()) {
            (Some(people), ..) => findings.faults.push(format!(
                "{name}: {} people, but no square where anybody lives",
                people / u64::from(PER_PERSON)
            )),
            (None, None, _) => findings
                .missing
                .push(format!("{name}: how many live where")),
            (_, _, Some(factor)) if !LIKELY_FACTORS.contains(&factor) => {
                findings.faults.push(format!(
                    "{name}: the grid of residents must be multiplied by {factor:.2} to meet the official figure"
                ));
            }
            _ => {}
        }
    }
    if placed.withheld_cells > 0 {
        let cells = placed.withheld_cells;
        findings.missing.push(format!(
            "residents of {cells} squares, which the source withholds"
        ));
    }
}
