//! How statistics name the squares: `CRS3035RES100mN2857700E4261000`, or in short `100mN28577E42610`.

use std::fmt;
use std::str::FromStr;

use super::{GridCell, KilometreCell};
use crate::domain::Invalid;

/// The name of a square of either width.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GridId {
    /// A square of 100 m.
    Hectare(GridCell),
    /// A square of 1 km.
    Kilometre(KilometreCell),
}

/// What long names begin with: the projection and the word for the width.
const LONG: &str = "CRS3035RES";

impl FromStr for GridId {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        read(text.trim()).ok_or_else(|| {
            let rule = "must name a square of 100 m or 1 km of EPSG:3035 such as \
                        CRS3035RES100mN2857700E4261000 or 100mN28577E42610";
            Invalid::new(
                "grid_id",
                format!("{rule}, not \"{}\"", text.escape_debug()),
            )
        })
    }
}

fn read(text: &str) -> Option<GridId> {
    let long = text.strip_prefix(LONG);
    let (width, rest) = long.unwrap_or(text).split_once('N')?;
    let (north, east) = rest.split_once('E')?;
    let width_m: u32 = match width {
        "100m" => 100,
        "1000m" | "1km" => 1000,
        _ => return None,
    };
    // Long names count metres, short ones the squares themselves.
    let step = if long.is_some() { width_m } else { 1 };
    let index = |digits: &str| {
        let is_plain = digits.bytes().all(|digit| digit.is_ascii_digit());
        let number: u32 = digits.parse().ok().filter(|_| is_plain)?;
        (number.is_multiple_of(step) && number < 100_000_000).then_some(number / step)
    };
    let (row, column) = (index(north)?, index(east)?);
    Some(if width_m == 100 {
        GridId::Hectare(GridCell { row, column })
    } else {
        GridId::Kilometre(KilometreCell { row, column })
    })
}

impl fmt::Display for GridCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{LONG}100mN{}00E{}00", self.row, self.column)
    }
}

impl fmt::Display for KilometreCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{LONG}1000mN{}000E{}000", self.row, self.column)
    }
}
