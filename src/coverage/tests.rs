//! Coverage against slow twins, and what must hold in any city.

mod counting;
mod levels;
mod reach;
mod regular;

use std::sync::Arc;

use crate::coverage::{Field, Goal, Starts};
use crate::domain::barrier::{Barrier, BarrierKind, Barriers, Crossing};
use crate::domain::grid::GridCell;
use crate::domain::random::Dice;
use crate::domain::residents::Inhabited;
use crate::domain::{Corner, Fact, LocalPlane, Location, Shape, Trace};
use crate::walk::{BarrierLine, Network, Walks};

fn corner(x: i32, y: i32) -> Corner {
    Corner {
        lon: 9_190_000 + x,
        lat: 48_890_000 + y,
    }
}

fn location(x: i32, y: i32) -> Location {
    corner(x, y).location().unwrap()
}

fn plane() -> LocalPlane {
    LocalPlane::around(location(0, 0))
}

/// Somewhere in a town of so many blocks or a little outside of it.
fn somewhere(dice: &mut Dice, side: u32) -> Location {
    let end = side * 900 + 1_000;
    let mut along = || i32::try_from(dice.below(end)).unwrap() - 500;
    location(along(), along())
}

fn people(dice: &mut Dice, count: u32, side: u32, districts: u16) -> Vec<Inhabited> {
    let one = |number| Inhabited {
        cell: GridCell {
            row: number,
            column: 1,
        },
        location: somewhere(dice, side),
        district: Some(u16::try_from(dice.below(u32::from(districts) + 1)).unwrap())
            .filter(|slot| *slot < districts),
        milli_persons: dice.below(90_000),
    };
    (0..count).map(one).collect()
}

/// A river through the town, with some bridges.
fn river(bridges: &[(i32, Fact)]) -> Barriers {
    let barrier = Barrier {
        id: "river".into(),
        name: None,
        kind: BarrierKind::River,
        lines: vec![Trace(vec![corner(-30_000, 1_500), corner(30_000, 1_300)])],
    };
    let crossing = |&(x, pedestrian): &(i32, Fact)| Crossing {
        barrier: 0,
        name: None,
        corner: corner(x, 1_400),
        pedestrian,
        signalled: x % 2 == 0,
    };
    Barriers {
        lines: vec![barrier],
        crossings: bridges.iter().map(crossing).collect(),
    }
}

fn walks(network: Option<Network>, barriers: &Barriers) -> Walks {
    Walks {
        network,
        line: Arc::new(BarrierLine::build(plane(), barriers)),
    }
}

fn goals(walks: &Walks, places: &[Location]) -> Vec<Goal> {
    let goal = |own: &Location| Goal::at(walks, Shape::Point(*own));
    places.iter().map(goal).collect()
}

fn with_field<R>(walks: &Walks, inhabited: &[Inhabited], ask: impl FnOnce(Field<'_>) -> R) -> R {
    let starts = Starts::of(walks, inhabited);
    ask(Field {
        walks,
        starts: &starts,
    })
}
