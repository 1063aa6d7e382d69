//! The report as a table to read in a terminal.

use std::fmt;

use crate::cli::plain;
use crate::coverage::Failing;
use crate::domain::Fact;
use crate::export::coverage::{
    Amount, CityRow, CoverageReport, DistrictRow, FairnessFigures, Provenance, ReachFigures,
    Reason, Unit,
};
use crate::walk::Engine;

/// A report as it is printed.
pub(super) struct Shown<'a> {
    pub(super) report: &'a CoverageReport,
    /// With the reasons of every district, and what is to do.
    pub(super) is_detailed: bool,
}

/// What is not known.
const UNKNOWN: &str = "?";

/// The columns for those who need wheels.
const SURE_HEAD: [&str; 2] = [
    "     Proven     Likely   Possible",
    "    persons    persons    persons",
];

/// The narrowest and the widest that the names of districts are shown.
const NAME_WIDTHS: std::ops::RangeInclusive<usize> = 8..=28;

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let report = self.report;
        let names = report.districts.iter().map(|own| own.name.chars().count());
        let widest = names.max().unwrap_or_default();
        let width = widest.clamp(*NAME_WIDTHS.start(), *NAME_WIDTHS.end());
        let rules = &report.provenance.rules.reach;
        let is_on_wheels = report.city.asked.sure.is_some();
        writeln!(
            f,
            "{:width$}  Lv  Residents  Rooms Outd To-do {:>11} {:>11} {:>7}  Median    P90{}",
            "",
            "Room",
            "Outd.",
            "Asked",
            if is_on_wheels { SURE_HEAD[0] } else { "" }
        )?;
        writeln!(
            f,
            "{:width$}                counted            {:>7} min {:>7} min {:>3} min     min    min{}",
            "District",
            rules.room_minutes,
            rules.outdoor_minutes,
            report.asked.minutes,
            if is_on_wheels { SURE_HEAD[1] } else { "" }
        )?;
        for row in &report.districts {
            writeln!(f, "{}", District { row, width })?;
        }
        write!(f, "{}", City(&report.city))?;
        for row in report.districts.iter().filter(|_| self.is_detailed) {
            write!(f, "{}", Detail(row))?;
        }
        write!(f, "{}", Basis(&report.provenance, report))
    }
}

/// One line of the table.
struct District<'a> {
    row: &'a DistrictRow,
    width: usize,
}

impl fmt::Display for District<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (row, width) = (self.row, self.width);
        let name: String = plain(&row.name).chars().take(width).collect();
        let level = format!("{}{}", row.level, if row.is_fragile() { "!" } else { "" });
        write!(
            f,
            "{name:width$}  {level:<2}  {:>9}  {:>5} {:>4} {:>5}  {}",
            told(row.residents.persons),
            row.counted_rooms(),
            row.counted_outdoors(),
            row.places.to_do.len(),
            Reach([&row.rooms, &row.outdoors, &row.asked]),
        )
    }
}

/// The shares of three sorts of reach, and how long it takes to what was asked about.
struct Reach<'a>([&'a ReachFigures; 3]);

impl fmt::Display for Reach<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [rooms, outdoors, asked] = self.0;
        write!(
            f,
            "{:>11} {:>11} {:>7} {:>7} {:>6}",
            share(rooms),
            share(outdoors),
            share(asked),
            told(asked.median_min),
            told(asked.p90_min)
        )?;
        match asked.sure {
            None => Ok(()),
            Some(sure) => write!(
                f,
                " {:>10} {:>10} {:>10}",
                sure.proven, sure.likely, sure.possible
            ),
        }
    }
}

/// A share; a span where something must be found out about places first.
fn share(own: &ReachFigures) -> String {
    let most = own.at_most.and_then(|own| own.percent);
    match (own.percent, most) {
        (Some(least), Some(most)) => format!("{least}-{most} %"),
        (percent, _) => told(percent.map(|percent| format!("{percent} %"))),
    }
}

/// The lines of the city.
struct City<'a>(&'a CityRow);

impl fmt::Display for City<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let own = self.0;
        let reach = Reach([&own.rooms, &own.outdoors, &own.asked]);
        let persons = told(own.persons);
        if own.districts == 0 {
            writeln!(f, "City: {persons} residents;{reach}")?;
        } else {
            let outside = own.persons_elsewhere;
            writeln!(
                f,
                "City: {persons} residents in districts, {outside} outside of them;{reach}"
            )?;
        }
        if let Some(unplaced) = own.unplaced {
            writeln!(
                f,
                "  in no share, for where they live is unknown: {unplaced} residents"
            )?;
        }
        let elsewhere = &own.elsewhere;
        if own.districts == 0 {
            writeln!(f, "  no districts are known: no levels can be told")?;
        }
        writeln!(
            f,
            "  outside of all districts: {} places count, {} to find out about",
            elsewhere.counted.len(),
            elsewhere.to_do.len()
        )?;
        for step in own.at_least.iter().filter(|_| own.districts > 0) {
            let percent = step
                .percent
                .map(|percent| format!("{percent} % of the residents"));
            writeln!(
                f,
                "  level {} or more: {} of {} districts, {}",
                step.level,
                step.districts,
                own.districts,
                percent.unwrap_or_else(|| "share of residents unknown".to_owned()),
            )?;
        }
        if own.districts > 0 {
            writeln!(f, "  not enough known (U): {}", own.not_surveyed)?;
        }
        write!(f, "{}", Fair(&own.fairness))
    }
}

/// How evenly the counted rooms are spread.
struct Fair<'a>(&'a FairnessFigures);

impl fmt::Display for Fair<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let own = self.0;
        writeln!(
            f,
            "  seat hours a week: {} ({} out of reach; not in any sum: {} rooms of unknown size, {} to find out about)",
            told(own.seat_hours),
            told(own.seat_hours_out_of_reach),
            own.rooms_of_unknown_size,
            own.rooms_undecided
        )?;
        for (word, own) in [("least", &own.least), ("most", &own.most)] {
            if let Some(own) = own {
                let hours = told(own.seat_hours_per_resident);
                writeln!(
                    f,
                    "  {word} for one resident: {} ({hours})",
                    plain(&own.name)
                )?;
            }
        }
        writeln!(
            f,
            "  least / most: {}, P90 / P10: {}, mean: {} min, Gini: {}",
            told(own.min_max_ratio),
            told(own.p90_to_p10),
            told(own.mean_min),
            told(own.gini)
        )
    }
}

/// The reasons of a district, and what is to do.
struct Detail<'a>(&'a DistrictRow);

impl fmt::Display for Detail<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let row = self.0;
        writeln!(f, "\n{}: level {}", plain(&row.name), row.level)?;
        for reason in &row.reasons {
            writeln!(f, "  {}", Said(reason))?;
        }
        for own in &row.hinges {
            writeln!(f, "  falls below its level without {}", plain(&own.name))?;
        }
        for own in &row.places.counted {
            writeln!(f, "  counts: {}", plain(&own.name))?;
        }
        for own in &row.places.rejected {
            let reasons: Vec<_> = own.reasons.iter().map(Failing::key).collect();
            writeln!(
                f,
                "  does not count: {} ({})",
                plain(&own.place.name),
                reasons.join(", ")
            )?;
        }
        for own in &row.places.to_do {
            let missing: Vec<_> = own.missing.iter().map(|own| own.as_str()).collect();
            writeln!(
                f,
                "  to find out: {} ({})",
                plain(&own.place.name),
                missing.join(", ")
            )?;
        }
        Ok(())
    }
}

/// A reason in words.
struct Said<'a>(&'a Reason);

impl fmt::Display for Said<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let own = self.0;
        let holds = match own.holds {
            Fact::Yes => "yes",
            Fact::No => "no",
            Fact::Unknown => "not known",
        };
        let unit = match own.unit {
            Unit::Places => "",
            Unit::Persons => " persons",
            Unit::SquareMetres => " m2",
        };
        write!(
            f,
            "level {} {}: {holds} ({}",
            own.level,
            own.need,
            amount(own.found)
        )?;
        write!(f, " of {}{unit}", told(own.needed.map(amount)))?;
        if own.undecided > 0 {
            write!(f, "; {} to find out about", own.undecided)?;
        }
        f.write_str(")")
    }
}

fn amount(own: Amount) -> String {
    match own {
        Amount::Whole(number) => number.to_string(),
        Amount::Persons(persons) => persons.to_string(),
    }
}

/// Where the numbers come from.
struct Basis<'a>(&'a Provenance, &'a CoverageReport);

impl fmt::Display for Basis<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(own, report) = self;
        let sample = if own.is_sample { ", sample data" } else { "" };
        writeln!(
            f,
            "\n{}{sample}; revision {} ({}), as of {}",
            plain(&own.city),
            own.revision,
            own.lineage,
            own.date
        )?;
        let engine = match own.engine {
            Engine::Network => "on the network of ways",
            Engine::BarrierLine => "by straight lines round barriers",
            Engine::Line => "by straight lines, which promise too much (Luftlinie - überschätzt)",
        };
        let asked = &report.asked;
        writeln!(
            f,
            "Walking {engine}, profile {}, to {} places",
            asked.profile, asked.places
        )?;
        match &own.residents {
            None => writeln!(f, "Nobody knows who lives where: all shares are unknown")?,
            Some(basis) => {
                let year = basis.year.map(|year| year.to_string());
                let year = year.unwrap_or_else(|| "year unknown".to_owned());
                writeln!(f, "Residents: {}, {year}", basis.source)?;
            }
        }
        let boundaries: Vec<_> = own.boundaries.iter().map(|own| own.as_str()).collect();
        if !boundaries.is_empty() {
            writeln!(
                f,
                "Outlines of districts: {} ({})",
                boundaries.join(", "),
                own.boundary_version
            )?;
        }
        write!(f, "The same from the API: {}", own.link)
    }
}

fn told<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(|| UNKNOWN.to_owned(), |own| own.to_string())
}
