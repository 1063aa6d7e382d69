//! Which places count for "a room and a place to meet in every district", and why the others do not.
//!
//! Three-valued: a condition that is known to fail beats one of which nothing is known; what is unknown never counts
//! and never fails, it is named so that somebody can find out.

use chrono::{Months, NaiveDate};
use serde::Serialize;

use crate::coverage::regular::HoursFigures;
use crate::domain::catalogue::Counts;
use crate::domain::choice::choice;
use crate::domain::place::{Access, Audience, Lifecycle, Restriction, Status, Toilets};
use crate::domain::staff::Role;
use crate::domain::{Amenity, Class, CoverageRules, Fact, LocalPlane, Place, Shape};

choice! {
    /// A field that must be known before a place can be counted: something to find out.
    Missing: "missing" {
        /// That somebody has confirmed the entry, and not too long ago: what is out of date must be looked at again.
        LastVerified = "last_verified_at",
        /// That a person, not an import, has confirmed it: its kind counts on conditions only.
        VerifiedByRole = "verified_by_role",
        /// How one gets in.
        Access = "access",
        /// What it costs.
        Cost = "cost",
        /// Whether one must buy something.
        ConsumptionRequired = "consumption_required",
        /// Who may come.
        Audience = "audience",
        /// When it is open, in hours that are understood.
        OpeningHours = "opening_hours",
        /// Seats.
        Seats = "seats",
        /// Floor or ground in square metres.
        Area = "floor_area_m2",
        /// Whether there is a toilet.
        Toilets = "toilets",
        /// Whether there are seats with a backrest.
        Backrest = "seats_with_backrest",
    }
}

/// A condition that is known not to hold, with what was found and what is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", content = "found", rename_all = "snake_case")]
pub enum Failing {
    /// Places of its kind never count.
    Kind,
    /// It is not in use.
    NotInUse(Status),
    /// It is in use from a later day on only.
    NotYet(NaiveDate),
    /// It was in use until a day that is past.
    NoLonger(NaiveDate),
    /// Not everybody can walk in.
    Access(Access),
    /// It costs something.
    Fee,
    /// One must buy something.
    MustBuy,
    /// Not everybody may come.
    Limited(Restriction),
    /// Open for too few hours in a week.
    TooFewHours {
        /// Minutes surely open.
        minutes: u32,
        /// Minutes needed.
        needed_minutes: u32,
    },
    /// Open on too few days of the week.
    TooFewDays {
        /// Days found.
        days: u32,
        /// Days needed.
        needed: u32,
    },
    /// Open neither on an evening nor at the weekend.
    NeitherEveningNorWeekend,
    /// Too small: too few seats and too little floor.
    TooSmall {
        /// Seats found.
        seats: u32,
        /// Seats needed.
        needed_seats: u32,
        /// Square metres found.
        area_m2: u32,
        /// Square metres needed.
        needed_m2: u32,
    },
    /// There is no toilet.
    NoToilet,
    /// Not open from sunrise to sunset all year.
    NotAllDaylight,
    /// Too few seats outdoors.
    TooFewSeats {
        /// Seats found.
        seats: u32,
        /// Seats needed.
        needed: u32,
    },
    /// No seat has a backrest.
    NoBackrest,
    /// Too little ground outdoors.
    TooLittleGround {
        /// Square metres found.
        area_m2: u32,
        /// Square metres needed.
        needed_m2: u32,
    },
}

impl Failing {
    /// Whether it says only when the place is in use: not what it is like.
    #[must_use]
    const fn is_about_time(&self) -> bool {
        matches!(
            self,
            Self::NotInUse(_) | Self::NotYet(_) | Self::NoLonger(_)
        )
    }
}

choice! {
    /// For whom a place is that not everybody may come to, by age.
    AgeGroup: "age_group" {
        /// Nobody over 35 may come.
        Young = "young",
        /// Nobody under 50 may come.
        Old = "old",
        /// Some other limit of age.
        Other = "other",
    }
}

/// Whether a place counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It counts.
    Counts,
    /// It would, were it not for some ages only: it stands in a list of its own and fills no gap of the general one.
    ForAges(AgeGroup),
    /// It is known not to count.
    DoesNot,
    /// Something must be found out first.
    Unknown,
}

/// What was found about a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Counting {
    /// Indoors or outdoors.
    pub class: Class,
    /// The ages it is for, where it is not for all.
    pub ages: Option<AgeGroup>,
    /// Every condition that is known not to hold.
    pub failing: Vec<Failing>,
    /// Every field that must be found out.
    pub missing: Vec<Missing>,
}

impl Counting {
    /// Whether it counts.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match (self.failing.is_empty(), self.missing.is_empty(), self.ages) {
            (false, ..) => Verdict::DoesNot,
            (true, false, _) => Verdict::Unknown,
            (true, true, None) => Verdict::Counts,
            (true, true, Some(ages)) => Verdict::ForAges(ages),
        }
    }

    /// Whether it is a counted room, or place outdoors.
    #[must_use]
    pub fn is_counted(&self, class: Class) -> bool {
        self.class == class && self.verdict() == Verdict::Counts
    }

    /// Says whether it is in use on a day, and since or until when. At another address it is not where it counts.
    pub(super) fn judge_use(&mut self, life: Lifecycle, day: NaiveDate) {
        let status = Some(life.then(day)).filter(|own| *own != Status::Active);
        let later = life.valid_from().filter(|first| *first > day);
        let past = life.valid_to().filter(|last| *last < day);
        let failing = status.map(Failing::NotInUse).into_iter();
        let failing = failing
            .chain(later.map(Failing::NotYet))
            .chain(past.map(Failing::NoLonger));
        self.failing.retain(|own| !own.is_about_time());
        self.failing.splice(0..0, failing);
    }

    /// Says whether somebody must confirm the entry, as far as that is known from the day it was last `seen`.
    pub(super) fn judge_confirmation(
        &mut self,
        seen: Option<NaiveDate>,
        rules: &CoverageRules,
        day: NaiveDate,
    ) {
        let oldest = day.checked_sub_months(Months::new(rules.verified_within_months));
        let is_current = seen.is_some_and(|seen| oldest.is_none_or(|oldest| seen >= oldest));
        self.missing.retain(|own| *own != Missing::LastVerified);
        if !is_current {
            self.missing.insert(0, Missing::LastVerified);
        }
    }

    fn put(&mut self, holds: Fact, failing: Failing, missing: Missing) {
        match holds {
            Fact::Yes => {}
            Fact::No => self.failing.push(failing),
            Fact::Unknown if self.missing.contains(&missing) => {}
            Fact::Unknown => self.missing.push(missing),
        }
    }
}

/// What the rules say about a place on a day.
#[must_use]
pub fn count(
    place: &Place,
    hours: Option<&HoursFigures<'_>>,
    rules: &CoverageRules,
    day: NaiveDate,
) -> Counting {
    let mut found = Counting {
        class: place.class(),
        ages: None,
        failing: Vec::new(),
        missing: Vec::new(),
    };
    found.judge_use(place.lifecycle, day);
    found.judge_confirmation(place.last_verified_at, rules, day);
    judge_kind(&mut found, place);
    judge_openness(&mut found, place);
    match found.class {
        Class::Room => judge_room(&mut found, place, hours, rules),
        Class::Outdoor | Class::Amenity => judge_outdoor(&mut found, place, hours, rules),
    }
    found
}

/// Whether it is of a kind that counts.
fn judge_kind(found: &mut Counting, place: &Place) {
    let role = place.facts.verified_by_role.as_ref();
    let is_by_person = role.is_some_and(|role| role.parse::<Role>().is_ok());
    match place.kind.kind().counts {
        Counts::Yes => {}
        Counts::No => found.failing.push(Failing::Kind),
        Counts::Conditional if is_by_person => {}
        Counts::Conditional => found.missing.push(Missing::VerifiedByRole),
    }
}

/// Whether everybody can walk in, free of charge.
fn judge_openness(found: &mut Counting, place: &Place) {
    let facts = &place.facts;
    match facts.access {
        None => found.missing.push(Missing::Access),
        Some(Access::Public | Access::DropInHours) => {}
        Some(access) => found.failing.push(Failing::Access(access)),
    }
    let free = facts.cost.map_or(Fact::Unknown, |cost| yes(cost.is_free()));
    found.put(free, Failing::Fee, Missing::Cost);
    let no_purchase = opposite(facts.consumption_required);
    found.put(no_purchase, Failing::MustBuy, Missing::ConsumptionRequired);
    match facts.audience {
        None => found.missing.push(Missing::Audience),
        Some(audience) => match audience.restriction {
            Restriction::None => {}
            Restriction::Age => match ages_of(audience) {
                Some(ages) => found.ages = Some(ages),
                None => found.missing.push(Missing::Audience),
            },
            other => found.failing.push(Failing::Limited(other)),
        },
    }
}

fn judge_room(
    found: &mut Counting,
    place: &Place,
    hours: Option<&HoursFigures<'_>>,
    rules: &CoverageRules,
) {
    let (facts, room) = (&place.facts, &rules.room);
    match hours {
        None => found.missing.push(Missing::OpeningHours),
        Some(hours) => {
            let week = hours.week();
            let too_few = Failing::TooFewHours {
                minutes: week.minutes(),
                needed_minutes: room.hours_a_week * 60,
            };
            found.put(week.has_hours(room), too_few, Missing::OpeningHours);
            let days = Failing::TooFewDays {
                days: week.days(),
                needed: room.days_a_week,
            };
            found.put(week.has_days(room), days, Missing::OpeningHours);
            let late = week.evening().or(week.weekend());
            found.put(
                late,
                Failing::NeitherEveningNorWeekend,
                Missing::OpeningHours,
            );
        }
    }
    let seats = enough(facts.seats, room.seats);
    let floor = enough(facts.floor_area_m2, room.floor_area_m2);
    let too_small = Failing::TooSmall {
        seats: facts.seats.unwrap_or_default(),
        needed_seats: room.seats,
        area_m2: facts.floor_area_m2.unwrap_or_default(),
        needed_m2: room.floor_area_m2,
    };
    let unknown = if facts.seats.is_none() {
        Missing::Seats
    } else {
        Missing::Area
    };
    found.put(seats.or(floor), too_small, unknown);
    let toilet = facts
        .toilets
        .map_or(Fact::Unknown, |own| yes(Toilets::is_available(own)));
    found.put(toilet, Failing::NoToilet, Missing::Toilets);
}

fn judge_outdoor(
    found: &mut Counting,
    place: &Place,
    hours: Option<&HoursFigures<'_>>,
    rules: &CoverageRules,
) {
    let (facts, outdoor) = (&place.facts, &rules.outdoor);
    let daylight = hours.map_or(Fact::Unknown, HoursFigures::daylight);
    found.put(daylight, Failing::NotAllDaylight, Missing::OpeningHours);
    let too_few = Failing::TooFewSeats {
        seats: facts.seats.unwrap_or_default(),
        needed: outdoor.seats,
    };
    found.put(enough(facts.seats, outdoor.seats), too_few, Missing::Seats);
    // How many of the seats have a backrest no source says: that there are some is asked.
    let backrest = facts.amenities.fact(Amenity::SeatsWithBackrest);
    found.put(backrest, Failing::NoBackrest, Missing::Backrest);
    let needed_m2 = match place.kind.as_str() {
        "playground" => outdoor.playground_area_m2,
        _ => outdoor.area_m2,
    };
    let area = ground_m2(place);
    let too_little = Failing::TooLittleGround {
        area_m2: area.unwrap_or_default(),
        needed_m2,
    };
    found.put(enough(area, needed_m2), too_little, Missing::Area);
}

/// The square metres somebody has written down; else those of the ground as it is drawn.
fn ground_m2(place: &Place) -> Option<u32> {
    let drawn = || match &place.shape {
        Shape::Area(area) => {
            let ground = LocalPlane::around(place.shape.label());
            let square_metres = geo::Area::unsigned_area(&ground.project_all(area));
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "an area is positive, and a float becomes the nearest u32"
            )]
            Some(square_metres as u32)
        }
        Shape::Point(_) | Shape::Line(_) => None,
    };
    place.facts.floor_area_m2.or_else(drawn)
}

/// By their ages; none where they are not said.
fn ages_of(audience: Audience) -> Option<AgeGroup> {
    match (audience.min_age, audience.max_age) {
        (None, None) => None,
        (_, Some(oldest)) if oldest <= 35 => Some(AgeGroup::Young),
        (Some(youngest), _) if youngest >= 50 => Some(AgeGroup::Old),
        _ => Some(AgeGroup::Other),
    }
}

fn enough(found: Option<u32>, needed: u32) -> Fact {
    found.map_or(Fact::Unknown, |found| yes(found >= needed))
}

const fn yes(holds: bool) -> Fact {
    if holds { Fact::Yes } else { Fact::No }
}

const fn opposite(fact: Fact) -> Fact {
    match fact {
        Fact::Yes => Fact::No,
        Fact::No => Fact::Yes,
        Fact::Unknown => Fact::Unknown,
    }
}
