//! A place as members, named as in its GeoJSON feature.

use crate::domain::members::{Described, Members, flat, json, need, rest, take};
use crate::domain::place::{Audience, Facts, Lifecycle, Origin, Place, PlaceId};
use crate::domain::{Catalogue, Invalid, shape};

/// Facts that stand in groups.
const GROUPS: &[&str] = &["address", "amenities", "audience", "osm_access"];

impl Described for Place {
    type Id = PlaceId;

    const KIND: &'static str = "place";

    const IMPORT: &'static str = "osm";

    /// Who looks after an entry changes with what is known, not by itself.
    const COMPANIONS: &'static [&'static str] = &["origin"];

    fn id(&self) -> PlaceId {
        self.id
    }

    fn members(&self) -> Members {
        let mut members = flat(json(&*self.facts), GROUPS);
        let mut put = |name: &str, value| drop(members.insert(name.to_owned(), value));
        put("name", json(&self.name));
        put("kind", json(&self.kind));
        put("status", json(&self.lifecycle.status));
        if let Some(day) = self.lifecycle.valid_from() {
            put("valid_from", json(&day));
        }
        if let Some(day) = self.lifecycle.valid_to() {
            put("valid_to", json(&day));
        }
        put("geometry", json(&self.shape));
        if let Some(hours) = &self.opening_hours {
            put("opening_hours", json(hours));
        }
        if let Some(day) = self.last_verified_at {
            put("last_verified_at", json(&day));
        }
        put("origin", json(&self.origin));
        members
    }

    fn from_members(id: PlaceId, mut members: Members) -> Result<Self, Invalid> {
        let own = &mut members;
        let lifecycle = Lifecycle::new(
            need(own, "status")?,
            take(own, "valid_from")?,
            take(own, "valid_to")?,
        )?;
        Ok(Self {
            id,
            name: need(own, "name")?,
            kind: need(own, "kind")?,
            lifecycle,
            shape: shape::geojson::read(need(own, "geometry")?)?.0,
            opening_hours: take(own, "opening_hours")?,
            last_verified_at: take(own, "last_verified_at")?,
            origin: need(own, "origin")?,
            facts: Box::new(facts(members)?),
        })
    }

    fn follows_import(&self) -> bool {
        self.origin == Origin::Osm
    }

    fn keep_by_city(&mut self) {
        self.origin = Origin::Local;
    }

    fn names_a_refuge(&self) -> bool {
        let hours = self.opening_hours.as_deref();
        let mut texts = [Some(&*self.name), hours].into_iter().flatten();
        texts.any(|text| Catalogue::shipped().is_blocked_name(text)) || self.facts.names_a_refuge()
    }
}

fn facts(members: Members) -> Result<Facts, Invalid> {
    let mut facts: Facts = rest(members)?;
    // Each age is in range by itself; whether they are in order only both can tell.
    facts.audience = facts
        .audience
        .map(|own| Audience::new(own.restriction, own.min_age, own.max_age))
        .transpose()?;
    Ok(facts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::members::Differences;
    use crate::domain::random::Dice;

    #[test]
    fn a_place_is_the_same_after_it_was_told_in_members_and_written_down() {
        let mut dice = Dice(41);
        for number in 0..400 {
            let place = dice.place(number % 101);
            let written = serde_json::to_string(&place.members()).unwrap();
            let read: Members = serde_json::from_str(&written).unwrap();
            assert_eq!(read, place.members());
            assert_eq!(Place::from_members(place.id, read).unwrap(), place);
        }
    }

    #[test]
    fn members_that_contradict_each_other_are_refused_by_name() {
        let place = Dice(42).place(100);
        let with = |changes: &[(&str, &str)]| {
            let mut members = place.members();
            for (name, value) in changes {
                members.insert((*name).to_owned(), serde_json::from_str(value).unwrap());
            }
            Place::from_members(place.id, members).unwrap_err().field
        };
        let ages = [
            ("audience.restriction", "\"age\""),
            ("audience.min_age", "20"),
            ("audience.max_age", "10"),
        ];
        assert_eq!(with(&ages), "max_age");
        let days = [
            ("valid_from", "\"2026-02-01\""),
            ("valid_to", "\"2026-01-01\""),
        ];
        assert_eq!(with(&days), "valid_to");
        assert_eq!(
            with(&[("geometry", r#"{"type":"Point","coordinates":[9,98]}"#)]),
            "geometry"
        );
        assert_eq!(with(&[("kind", "\"sauna\"")]), "kind");
        assert_eq!(with(&[("sauna", "\"yes\"")]), "facts");
        let mut nameless = place.members();
        nameless.remove("name");
        let refused = Place::from_members(place.id, nameless).unwrap_err();
        assert_eq!(refused.to_string(), "name: is missing");
    }

    #[test]
    fn who_looks_after_a_place_is_a_difference_only_beside_others() {
        let mut before = Dice(43).place(100);
        before.origin = Origin::Osm;
        let mut after = Place {
            origin: Origin::Local,
            ..before.clone()
        };
        assert!(Differences::between(&before, &after).is_empty());
        after.facts.seats = Some(7);
        assert_eq!(
            Differences::between(&before, &after).list(),
            "origin, seats"
        );
    }
}
