//! Tables of squares or of points, line by line.

use std::collections::BTreeSet;

use csv::ByteRecord;

use super::Input;
use super::columns::{self, Columns};
use super::gathered::{Gathered, Hectare, Kilometre};
use crate::domain::grid::{GridCell, GridId, GridWindow, grid_metres};
use crate::domain::residents::{Ages, Count, PER_PERSON};
use crate::domain::{Invalid, Location};
use crate::import::{Complaints, Refused, record};

/// The longest first line that is read: a file without line breaks is no table.
const LONGEST_HEADER: u64 = 64 * 1024;

/// Reads a table into `gathered`, with a complaint for every value that is wrong.
pub(super) fn read(
    input: &mut Input<'_>,
    window: &GridWindow,
    gathered: &mut Gathered,
    complaints: &mut Complaints<'_>,
) -> Result<(), Refused> {
    let (columns, delimiter) = header(input)?;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(&mut input.content);
    let mut table = Table {
        columns,
        window,
        gathered,
        seen: BTreeSet::new(),
    };
    let mut row = ByteRecord::new();
    loop {
        match reader.read_byte_record(&mut row) {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(error) => return Err(Refused::file(input.name, error.to_string())),
        }
        if let Err(invalid) = table.take(&row) {
            // The first line was read before.
            let line = row.position().map_or(0, csv::Position::line) + 1;
            complaints.add(&format!("line {line}"), invalid);
        }
    }
}

/// The columns that the first line names, and what separates them.
fn header(input: &mut Input<'_>) -> Result<(Columns, u8), Refused> {
    use std::io::{BufRead, Read};
    let mut bytes = Vec::new();
    let mut start = input.content.by_ref().take(LONGEST_HEADER);
    start
        .read_until(b'\n', &mut bytes)
        .map_err(|error| Refused::file(input.name, error.to_string()))?;
    let text = String::from_utf8_lossy(&bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let delimiter = record::delimiter_of(text);
    let columns = Columns::of(text, delimiter);
    if columns.is_grid() || columns.is_points() {
        return Ok((columns, delimiter));
    }
    let there: String = columns.names.join(", ").chars().take(200).collect();
    Err(Refused::file(
        input.name,
        format!(
            "is no file of residents: the first line must name the columns of a census grid (GITTER_ID_100m, Einwohner or \
             grid_id, population), or lon, lat and persons; it names \"{}\"",
            there.escape_debug()
        ),
    ))
}

/// A table on its way into what all files say.
struct Table<'a> {
    columns: Columns,
    window: &'a GridWindow,
    gathered: &'a mut Gathered,
    /// Squares that had their line.
    seen: BTreeSet<GridId>,
}

impl Table<'_> {
    fn take(&mut self, row: &ByteRecord) -> Result<(), Invalid> {
        let expected = self.columns.names.len();
        if row.len() != expected {
            let reason = format!("has {} values in place of {expected}", row.len());
            return Err(Invalid::new("", reason));
        }
        match self.columns.id.filter(|_| self.columns.is_grid()) {
            Some(column) => self.take_square(row, column),
            None => self.take_point(row),
        }
    }

    fn take_square(&mut self, row: &ByteRecord, column: usize) -> Result<(), Invalid> {
        let wrong = |reason| columns::wrong(&self.columns, column, reason);
        let id: GridId = columns::text(&row[column])
            .map_err(wrong)?
            .parse()
            .map_err(|invalid: Invalid| wrong(invalid.reason))?;
        let is_here = match id {
            GridId::Hectare(cell) => self.window.has(cell),
            GridId::Kilometre(cell) => self.window.has_kilometre(cell),
        };
        if !is_here {
            self.gathered.elsewhere += 1;
            return Ok(());
        }
        self.check_middle(row, id)?;
        if !self.seen.insert(id) {
            return Err(self.wrong(column, "stands twice in the file".to_owned()));
        }
        let agrees = match id {
            GridId::Hectare(cell) => {
                let said = self.hectare(row)?;
                self.gathered.hectares.entry(cell).or_default().join(said)
            }
            GridId::Kilometre(cell) => {
                let said = self.kilometre(row)?;
                self.gathered.kilometres.entry(cell).or_default().join(said)
            }
        };
        let differs = || self.wrong(column, "says something else than another file".to_owned());
        agrees.then_some(()).ok_or_else(differs)
    }

    /// A square whose middle is said to be elsewhere is another one than its name says.
    fn check_middle(&self, row: &ByteRecord, id: GridId) -> Result<(), Invalid> {
        let (x, y) = match id {
            GridId::Hectare(own) => (own.column * 100 + 50, own.row * 100 + 50),
            GridId::Kilometre(own) => (own.column * 1000 + 500, own.row * 1000 + 500),
        };
        for (column, middle) in [(self.columns.x, x), (self.columns.y, y)] {
            let Some(column) = column else { continue };
            let said = columns::text(&row[column]).map_err(|reason| self.wrong(column, reason))?;
            if said.parse::<f64>().ok() != Some(f64::from(middle)) {
                let reason = format!(
                    "must be the middle of the square, {middle}, not \"{}\"",
                    said.escape_debug()
                );
                return Err(self.wrong(column, reason));
            }
        }
        Ok(())
    }

    fn hectare(&self, row: &ByteRecord) -> Result<Hectare, Invalid> {
        let age = |column| {
            let count = self.value(row, column, columns::count)?;
            Ok(match count {
                Some(Count::Given(persons)) => Some(persons),
                Some(Count::Withheld) | None => None,
            })
        };
        Ok(Hectare {
            count: self.value(row, self.columns.persons, columns::count)?,
            ages: Ages {
                under_10: age(self.columns.under_10)?,
                over_79: age(self.columns.over_79)?,
                ..Ages::default()
            },
        })
    }

    fn kilometre(&self, row: &ByteRecord) -> Result<Kilometre, Invalid> {
        let share = |column| Ok(self.value(row, column, columns::share)?.flatten());
        Ok(Kilometre {
            count: self.value(row, self.columns.persons, columns::count)?,
            share_under_18: share(self.columns.share_under_18)?,
            share_over_64: share(self.columns.share_over_64)?,
        })
    }

    /// A house or a block as a point: all its people live in the square it lies in.
    fn take_point(&mut self, row: &ByteRecord) -> Result<(), Invalid> {
        let degrees = |text: &[u8]| {
            let text = columns::text(text)?;
            text.parse::<f64>().map_err(|error| {
                format!("must be a number of degrees with a decimal point: {error}")
            })
        };
        let lon = self.value(row, self.columns.lon, degrees)?;
        let lat = self.value(row, self.columns.lat, degrees)?;
        let location = Location::from_lon_lat(lon.unwrap_or(f64::NAN), lat.unwrap_or(f64::NAN))?;
        let cell = GridCell::at_metres(grid_metres(location.point().0));
        let Some(cell) = cell.filter(|cell| self.window.has(*cell)) else {
            self.gathered.elsewhere += 1;
            return Ok(());
        };
        match self.value(row, self.columns.persons, columns::count)? {
            Some(Count::Given(persons)) => {
                *self.gathered.blocks.entry(cell).or_default() += u64::from(persons);
            }
            Some(Count::Withheld) | None => self.gathered.withheld_blocks += 1,
        }
        Ok(())
    }

    fn value<T>(
        &self,
        row: &ByteRecord,
        column: Option<usize>,
        read: impl Fn(&[u8]) -> Result<T, String>,
    ) -> Result<Option<T>, Invalid> {
        let value =
            column.map(|column| read(&row[column]).map_err(|reason| self.wrong(column, reason)));
        value.transpose()
    }

    fn wrong(&self, column: usize, reason: String) -> Invalid {
        columns::wrong(&self.columns, column, reason)
    }
}

// A number of persons fits in its type when it is counted in thousandths.
const _: () = assert!(crate::domain::residents::MOST_PERSONS <= u32::MAX / PER_PERSON);
