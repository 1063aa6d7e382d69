//! Does a city agree with itself: do its districts fit together, do its places lie where they say?

mod events;
mod residents;

use std::fmt;

use chrono::NaiveDate;
use geo::{Area, BooleanOps, MultiPolygon};
use serde::Serialize;

use crate::domain::{Boundary, District, LocalPlane, Location};
use crate::snapshot::{Located, Snapshot, Stretch};

/// What was found: what does not agree, and what is missing but no mistake.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Findings {
    /// The city's name, and how many districts, places and events it has.
    pub city: String,
    /// What contradicts itself.
    pub faults: Vec<String>,
    /// What is not known yet.
    pub missing: Vec<String>,
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.city)?;
        for (title, lines) in [("does not agree", &self.faults), ("missing", &self.missing)] {
            writeln!(f, "{title}: {}", lines.len())?;
            lines.iter().try_for_each(|line| writeln!(f, "  {line}"))?;
        }
        Ok(())
    }
}

/// Overlaps and holes below this are the width of a pencil line (square metres).
const PENCIL_M2: f64 = 100.0;

/// Everything that does not agree in `snapshot`, and everything that is missing `today`.
#[must_use]
pub fn findings(snapshot: &Snapshot, today: NaiveDate) -> Findings {
    let mut findings = Findings {
        city: format!(
            "{}: {} districts, {} places, {} events",
            snapshot.settings().name,
            snapshot.districts().len(),
            snapshot.places().len(),
            snapshot.events().len()
        ),
        ..Findings::default()
    };
    districts(snapshot, &mut findings);
    surveys(snapshot, today, &mut findings);
    residents::check(snapshot, &mut findings);
    quarters(snapshot, &mut findings);
    places(snapshot, &mut findings);
    events::check(snapshot, &mut findings);
    measured_ways(snapshot, &mut findings);
    prevention(snapshot, today, &mut findings);
    if snapshot.settings().holidays.public.is_none() {
        findings
            .missing
            .push("the city names no public holidays: hours that depend on one are unknown".into());
    }
    findings
}

/// Measurements that change nothing, because no one way is drawn where they were made.
fn measured_ways(snapshot: &Snapshot, findings: &mut Findings) {
    for (own, stretch) in snapshot.measured_ways() {
        let why = match stretch {
            Stretch::Edge(_) => continue,
            Stretch::Nothing => "no such way is drawn there any more",
            Stretch::Several => "several such ways are drawn there",
        };
        let (lon, lat) = (own.location.lon(), own.location.lat());
        findings.missing.push(format!(
            "the measured {} at {lat}, {lon} ({}): {why}",
            own.sort, own.id
        ));
    }
}

/// Lines of help that somebody should look at, and focus areas of districts that are there no more.
fn prevention(snapshot: &Snapshot, today: NaiveDate, findings: &mut Findings) {
    let old = snapshot.help_lines().iter();
    let old = old.filter(|own| own.line.is_to_be_checked(today)).count();
    if old > 0 {
        findings.missing.push(format!(
            "{old} lines of help: nobody has looked for a year whether everything is still so"
        ));
    }
    for (id, own) in snapshot.focus_areas() {
        let district = own.ground.district.as_ref();
        if let Some(gone) = district.filter(|id| snapshot.district(id).is_none()) {
            let fault = format!("the focus area {id} is about {gone}, which is no district");
            findings.missing.push(fault);
        }
    }
}

fn districts(snapshot: &Snapshot, findings: &mut Findings) {
    let origin = snapshot
        .districts()
        .first()
        .map_or_else(Location::default, District::label);
    let plane = LocalPlane::around(origin);
    let grounds: Vec<MultiPolygon<f64>> = snapshot
        .districts()
        .iter()
        .map(|district| plane.project_all(&district.area))
        .collect();
    for (slot, district) in snapshot.districts().iter().enumerate() {
        for (other, ground) in snapshot.districts().iter().zip(&grounds).skip(slot + 1) {
            let overlap_m2 = grounds[slot].intersection(ground).unsigned_area();
            if overlap_m2 > PENCIL_M2 {
                findings.faults.push(format!(
                    "{} and {} overlap by {overlap_m2:.0} m²",
                    district.name, other.name
                ));
            }
        }
        if district.population.is_none() {
            findings
                .missing
                .push(format!("{}: population", district.name));
        }
        if district.boundary == Boundary::Demo {
            findings
                .missing
                .push(format!("{}: official outline", district.name));
        }
    }
    let whole = geo::unary_union(&grounds);
    let holes_m2: f64 = whole
        .iter()
        .flat_map(geo::Polygon::interiors)
        .map(|ring| geo::Polygon::new(ring.clone(), Vec::new()).unsigned_area())
        .sum();
    if holes_m2 > PENCIL_M2 {
        findings
            .faults
            .push(format!("the districts leave holes of {holes_m2:.0} m²"));
    }
}

/// What is missing in a district without a current survey may only be missing from the data.
fn surveys(snapshot: &Snapshot, today: NaiveDate, findings: &mut Findings) {
    for district in snapshot.districts() {
        let name = &district.name;
        match snapshot.survey(&district.id) {
            None => findings.missing.push(format!("{name}: survey")),
            Some(own) if !own.is_current(today) => findings.missing.push(format!(
                "{name}: survey, the one of {} has expired",
                own.complete_since
            )),
            Some(_) => {}
        }
    }
}

fn quarters(snapshot: &Snapshot, findings: &mut Findings) {
    for quarter in snapshot.quarters() {
        let Some(district) = snapshot.district(&quarter.district) else {
            findings.faults.push(format!(
                "quarter {}: there is no district {}",
                quarter.name, quarter.district
            ));
            continue;
        };
        let outside =
            quarter.area.difference(&district.area).unsigned_area() / quarter.area.unsigned_area();
        // A hundredth is what two hand-drawn lines may differ by.
        if outside > 0.01 {
            findings.faults.push(format!(
                "quarter {} reaches out of {}",
                quarter.name, district.name
            ));
        }
    }
}

fn places(snapshot: &Snapshot, findings: &mut Findings) {
    let (mut without_hours, mut unclear_hours) = (0, 0);
    for located in snapshot.places() {
        findings.faults.extend(district_fault(snapshot, located));
        let place = &located.place;
        if let Some(target) = place
            .facts
            .relocated_to
            .filter(|target| snapshot.place(*target).is_none())
        {
            findings.faults.push(format!(
                "{}: moved to {target}, which is no place here",
                place.name
            ));
        }
        match snapshot.hours_of(located) {
            None => without_hours += 1,
            Some(hours) if !hours.is_understood() => unclear_hours += 1,
            Some(_) => {}
        }
    }
    if without_hours > 0 {
        findings
            .missing
            .push(format!("opening hours of {without_hours} places"));
    }
    if unclear_hours > 0 {
        findings.missing.push(format!(
            "opening hours that can be understood of {unclear_hours} places"
        ));
    }
}

/// The source names a district that the place does not lie in.
fn district_fault(snapshot: &Snapshot, located: &Located) -> Option<String> {
    let named = located.place.facts.named_district.as_ref()?;
    let district = snapshot.district_of(located);
    let agrees =
        district.is_some_and(|own| own.id.as_str() == named.as_str() || *own.name == **named);
    let found = district.map_or("no district", |own| &own.name);
    (!agrees).then(|| {
        format!(
            "{}: said to be in {named}, but lies in {found}",
            located.place.name
        )
    })
}
