//! One change as the form of the page sends it.

use super::Asked;
use super::plan::NAMES;
use crate::domain::scenario::{PlannedChange, PlannedHours, PlannedMove, PlannedPlace};
use crate::domain::words::HoursText;
use crate::domain::{KindId, Location, PlaceId};
use crate::snapshot::Snapshot;

/// What can change, as the form names it.
pub(in crate::pages) const SORTS: [&str; 6] =
    ["close", "reopen", "open", "move", "hours", "barrier_free"];

/// The fields of the form as they were filled in.
pub(super) struct Entry {
    pub(super) add: String,
    pub(super) what: String,
    pub(super) place: String,
    pub(super) kind: String,
    pub(super) site: String,
    pub(super) hours: String,
}

/// Why a change cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// No place of the city was chosen.
    Place,
    /// No kind of place was chosen.
    Kind,
    /// Nothing is found where it shall be.
    Site,
    /// Nobody understands the hours.
    Hours,
    /// There is no such sort of change.
    Sort,
    /// The scenario is full.
    TooMany,
}

impl Fault {
    /// The message that says it.
    pub(super) const fn message(self) -> &'static str {
        match self {
            Self::Place => "planning-fault-place",
            Self::Kind => "planning-fault-kind",
            Self::Site => "planning-fault-site",
            Self::Hours => "planning-fault-hours",
            Self::Sort => "planning-fault-sort",
            Self::TooMany => "planning-fault-many",
        }
    }

    /// The field it is about.
    pub(super) const fn field(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Kind => "new_kind",
            Self::Site => "where",
            Self::Hours => "opening_hours",
            Self::Sort | Self::TooMany => "what",
        }
    }
}

impl Entry {
    pub(super) fn of(asked: &Asked) -> Self {
        let field = |name| asked.value(name).to_owned();
        Self {
            add: field("add"),
            what: field("what"),
            place: field("place"),
            kind: field("new_kind"),
            site: field("where"),
            hours: field("opening_hours"),
        }
    }

    /// The scenario it goes into.
    pub(super) fn target(&self) -> &'static str {
        NAMES[usize::from(self.add == NAMES[1])]
    }

    /// The change that was filled in; none where the form was not sent.
    pub(super) fn change(&self, city: &Snapshot) -> Option<Result<PlannedChange, Fault>> {
        (!self.what.is_empty()).then(|| self.read(city))
    }

    fn read(&self, city: &Snapshot) -> Result<PlannedChange, Fault> {
        Ok(match self.what.as_str() {
            "close" => PlannedChange::Close(self.place(city)?),
            "reopen" => PlannedChange::Reopen(self.place(city)?),
            "barrier_free" => PlannedChange::BarrierFree(self.place(city)?),
            "move" => PlannedChange::Move(PlannedMove {
                id: self.place(city)?,
                to: self.site(city)?,
            }),
            "hours" => PlannedChange::Hours(PlannedHours {
                id: self.place(city)?,
                opening_hours: self.hours()?.ok_or(Fault::Hours)?,
            }),
            "open" => PlannedChange::Open(PlannedPlace {
                name: None,
                kind: self.kind()?,
                location: self.site(city)?,
                opening_hours: self.hours()?,
                seats: None,
                floor_area_m2: None,
                toilets: None,
            }),
            _ => return Err(Fault::Sort),
        })
    }

    fn place(&self, city: &Snapshot) -> Result<PlaceId, Fault> {
        let id = self.place.parse::<PlaceId>().ok();
        id.filter(|id| city.place(*id).is_some())
            .ok_or(Fault::Place)
    }

    fn kind(&self) -> Result<KindId, Fault> {
        self.kind.parse().ok().ok_or(Fault::Kind)
    }

    /// An address, or longitude and latitude.
    fn site(&self, city: &Snapshot) -> Result<Location, Fault> {
        let degrees = self.site.split_once(',').and_then(|(lon, lat)| {
            let (lon, lat) = (lon.trim().parse().ok()?, lat.trim().parse().ok()?);
            Location::from_lon_lat(lon, lat).ok()
        });
        let spot = || Some(city.find_spots(&self.site, None, 1).first()?.location);
        let found = degrees.or_else(|| (!self.site.is_empty()).then(spot).flatten());
        found.ok_or(Fault::Site)
    }

    fn hours(&self) -> Result<Option<HoursText>, Fault> {
        if self.hours.is_empty() {
            return Ok(None);
        }
        self.hours.parse().map(Some).ok().ok_or(Fault::Hours)
    }
}
