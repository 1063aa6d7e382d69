//! How long it takes from every inhabited square to the nearest of some places: one search outward from all of them.
//!
//! A square's answer is the one its residents get who ask for the nearest of these places: by the network where it is
//! drawn around them, by the barrier line elsewhere and to places that no way leads to. Where ways are drawn, who needs
//! wheels gets no line: for them a time is what is possible, and reach is proven, likely or possible.

mod nearest;
mod starts;

use std::sync::OnceLock;

use geo::{BoundingRect, Intersects};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{PointDistance, RTree};

use crate::domain::passage::Certainty;
use crate::domain::{Location, Shape};
use crate::walk::{Costs, DETOUR, Engine, LineEnd, Network, Profile, Spot, Walks, nearest_point};

pub use starts::Starts;

/// No way is known.
pub const UNREACHED: u32 = u32::MAX;

/// A place one walks to.
#[derive(Clone)]
pub struct Goal {
    shape: Shape,
    /// The spot itself, where it is one.
    end: Option<LineEnd>,
    doors: Vec<Spot>,
    /// The box around it in metres: west, south, east, north.
    frame_m: [f64; 4],
}

impl Goal {
    /// A place, with its doors as the network has them (see [`Network::doors_of`]); none where no network is known.
    #[must_use]
    pub fn new(walks: &Walks, shape: Shape, doors: Vec<Spot>) -> Self {
        let end = match &shape {
            Shape::Point(location) => Some(walks.line.end(*location)),
            Shape::Line(_) | Shape::Area(_) => None,
        };
        let rect = match &shape {
            Shape::Point(location) => Some(location.point().bounding_rect()),
            Shape::Line(line) => line.bounding_rect(),
            Shape::Area(area) => area.bounding_rect(),
        };
        let plane = walks.line.plane();
        let frame_m = rect.map_or([0.0; 4], |rect| {
            let [low, high] = [rect.min(), rect.max()].map(|corner| plane.project(corner));
            [low.x, low.y, high.x, high.y]
        });
        Self {
            shape,
            end,
            doors,
            frame_m,
        }
    }

    /// A place somewhere, with its doors looked up.
    #[must_use]
    pub fn at(walks: &Walks, shape: Shape) -> Self {
        let doors = walks
            .network
            .as_ref()
            .map(|network| network.doors_of(&shape));
        Self::new(walks, shape, doors.unwrap_or_default())
    }

    /// The box around it in metres.
    fn rectangle(&self) -> Rectangle<[f64; 2]> {
        let [west, south, east, north] = self.frame_m;
        Rectangle::from_corners([west, south], [east, north])
    }

    /// Where one gets in from the network; nothing where no way leads there.
    #[must_use]
    pub fn doors(&self) -> &[Spot] {
        &self.doors
    }

    /// Whether somebody at a location is there already.
    fn holds(&self, location: Location) -> bool {
        match &self.shape {
            Shape::Point(own) => *own == location,
            Shape::Line(line) => line.intersects(&location.point()),
            Shape::Area(area) => area.intersects(&location.point()),
        }
    }
}

/// Walking times of one profile from every square, in the order of the squares.
///
/// They are counted in decimetres of level ground: the ground that the profile would cover meanwhile (waiting at signals
/// counts as the ground one would have covered). The network counts so, and with a whole number of decimetres a minute
/// ([`Profile::decimetres_a_minute`]) "within ten minutes" is exact.
#[derive(Clone, Debug, PartialEq)]
pub struct Times {
    profile: Profile,
    decimetres: Vec<u32>,
    engines: Vec<Engine>,
}

impl Times {
    /// Whose times they are.
    #[must_use]
    pub fn profile(&self) -> Profile {
        self.profile
    }

    /// The times, [`UNREACHED`] where no way is known.
    #[must_use]
    pub fn decimetres(&self) -> &[u32] {
        &self.decimetres
    }

    /// What told each time.
    #[must_use]
    pub fn engines(&self) -> &[Engine] {
        &self.engines
    }

    /// The longest time that is still within some minutes.
    #[must_use]
    pub fn limit_dm(&self, minutes: u32) -> u32 {
        let limit = minutes.saturating_mul(self.profile.decimetres_a_minute());
        limit.min(UNREACHED - 1)
    }

    /// Seconds from a square; none where no way is known.
    #[must_use]
    pub fn seconds(&self, square: usize) -> Option<f64> {
        let time = self.decimetres[square];
        (time != UNREACHED).then(|| self.profile.seconds(f64::from(time) / 10.0))
    }
}

/// The ground that people walk on, and where they set out.
#[derive(Clone, Copy)]
pub struct Field<'a> {
    /// What knows how far it is.
    pub walks: &'a Walks,
    /// Where they set out.
    pub starts: &'a Starts,
}

type GoalBox = GeomWithData<Rectangle<[f64; 2]>, usize>;

impl Field<'_> {
    /// The time from every square to the nearest of `goals`.
    #[must_use]
    pub fn times(&self, goals: &[&Goal], profile: Profile) -> Times {
        let count = self.starts.locations.len();
        let line = self.walks.line.engine();
        let mut times = Times {
            profile,
            decimetres: vec![UNREACHED; count],
            engines: vec![line; count],
        };
        let Some(network) = &self.walks.network else {
            let all = boxes(goals, |_| true);
            (0..count).for_each(|square| self.by_line(square, goals, &all, &mut times));
            return times;
        };
        if profile.wheels().is_some() {
            times.engines.fill(Engine::Network);
            times.decimetres = self.on_wheels(network, goals, profile);
            return times;
        }
        let on_network = NetworkTimes::of(network, goals, profile);
        let aside = boxes(goals, |goal| goal.doors.is_empty());
        // Most squares lie on the network, and nobody asks for this.
        let all = OnceLock::new();
        let spots = self.starts.spots(network, profile);
        for (square, spot) in spots.iter().enumerate() {
            let Some(spot) = spot else {
                let all = all.get_or_init(|| boxes(goals, |_| true));
                self.by_line(square, goals, all, &mut times);
                continue;
            };
            times.engines[square] = Engine::Network;
            times.decimetres[square] = on_network.to(spot);
            self.by_line(square, goals, &aside, &mut times);
        }
        self.enter(goals, spots, &mut times);
        times
    }

    /// Who needs wheels gets there on ways alone on which nothing known bars them: a line knows nothing of steps, so what it
    /// tells would be more than possible.
    fn on_wheels(&self, network: &Network, goals: &[&Goal], profile: Profile) -> Vec<u32> {
        let entries = self.starts.entries(network, profile, Certainty::Possible);
        let doors: Vec<Spot> = goals.iter().flat_map(|goal| &goal.doors).copied().collect();
        network.costs_to(&entries, &doors, Costs::of(profile))
    }

    /// The squares from which the line leads to `goal` within some decimetres; where no network is drawn these are all that
    /// [`Field::times`] gives as much for.
    #[must_use]
    pub fn within_by_line(&self, goal: &Goal, profile: Profile, limit_dm: u32) -> Vec<u32> {
        let rectangle = goal.rectangle();
        let squares = (0_u32..).zip(&self.starts.ends);
        let is_within = |(number, from): &(u32, &LineEnd)| {
            let straight_m = rectangle.distance_2(&[from.at().x, from.at().y]).sqrt();
            let can_be = decimetres(straight_m * DETOUR) <= limit_dm;
            let found = can_be.then(|| self.line_to(*number as usize, goal, profile));
            found.flatten().is_some_and(|found| found <= limit_dm)
        };
        squares
            .filter(is_within)
            .map(|(number, _)| number)
            .collect()
    }

    /// Who stands in a park is there already.
    fn enter(&self, goals: &[&Goal], spots: &[Option<Spot>], times: &mut Times) {
        let all = boxes(goals, |_| true);
        let starts = self.starts.locations.iter().zip(spots).enumerate();
        for (square, (location, _)) in starts.filter(|(_, (_, spot))| spot.is_some()) {
            let at = self.starts.ends[square].at();
            let mut around = all.locate_all_at_point([at.x, at.y]);
            if around.any(|near| goals[near.data].holds(*location)) {
                times.decimetres[square] = 0;
                times.engines[square] = Engine::Network;
            }
        }
    }

    /// Shortens the time of a square where a straight line to one of some goals is shorter. The line is never shorter
    /// than straight times its detour: what is farther in a straight line than that cannot be nearer on foot.
    fn by_line(&self, square: usize, goals: &[&Goal], boxes: &RTree<GoalBox>, times: &mut Times) {
        let from = &self.starts.ends[square];
        let at = from.at();
        for (near, distance_2) in boxes.nearest_neighbor_iter_with_distance_2([at.x, at.y]) {
            let known = times.decimetres[square];
            if decimetres(distance_2.sqrt() * DETOUR) > known {
                break;
            }
            let goal = goals[near.data];
            let found = self.line_to(square, goal, times.profile);
            if found.is_some_and(|found| found < known) {
                times.decimetres[square] = found.unwrap_or(known);
                times.engines[square] = self.walks.line.engine();
            }
        }
    }

    fn line_to(&self, square: usize, goal: &Goal, profile: Profile) -> Option<u32> {
        let line = &self.walks.line;
        let from = &self.starts.ends[square];
        let seconds = if let Some(end) = &goal.end {
            line.seconds_between(from, end, profile)
        } else {
            let location = self.starts.locations[square];
            let (to, _) = nearest_point(line.plane(), location, &goal.shape);
            line.seconds_between(from, &line.end(to), profile)
        };
        seconds.map(|seconds| decimetres(seconds * profile.metres_per_second()))
    }
}

/// The boxes around those goals that are meant, with their numbers.
fn boxes(goals: &[&Goal], is_meant: impl Fn(&Goal) -> bool) -> RTree<GoalBox> {
    let meant = goals.iter().enumerate().filter(|(_, goal)| is_meant(goal));
    let boxes = meant.map(|(number, goal)| GoalBox::new(goal.rectangle(), number));
    RTree::bulk_load(boxes.collect())
}

/// What it costs from every junction of the network to the nearest door.
struct NetworkTimes<'a> {
    network: &'a Network,
    costs: Costs,
    junctions_dm: Vec<u32>,
    /// By edge.
    doors: Vec<Spot>,
}

impl<'a> NetworkTimes<'a> {
    fn of(network: &'a Network, goals: &[&Goal], profile: Profile) -> Self {
        let costs = Costs::of(profile);
        let mut doors: Vec<Spot> = goals.iter().flat_map(|goal| &goal.doors).copied().collect();
        doors.sort_unstable_by_key(Spot::edge);
        Self {
            network,
            costs,
            junctions_dm: network.costs_from(&doors, costs),
            doors,
        }
    }

    /// The cost from a spot to the nearest door.
    fn to(&self, spot: &Spot) -> u32 {
        let (network, costs) = (self.network, self.costs);
        let begin = self.doors.partition_point(|door| door.edge() < spot.edge());
        let beside = self.doors[begin..]
            .iter()
            .take_while(|door| door.edge() == spot.edge());
        let along = beside.filter_map(|door| network.cost_along_edge(spot, door, costs));
        let through = network.cost_through_ends(spot, &self.junctions_dm, costs);
        along.chain(through).min().unwrap_or(UNREACHED)
    }
}

/// Whole decimetres.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a distance is positive, and a float becomes the nearest u32"
)]
fn decimetres(metres: f64) -> u32 {
    ((metres * 10.0).round() as u32).min(UNREACHED - 1)
}
