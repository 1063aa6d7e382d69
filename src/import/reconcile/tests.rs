use super::*;
use crate::domain::random::Dice;
use crate::domain::trail::Action;
use crate::domain::{Location, Shape};

/// What the store would hold after a change.
#[derive(Default)]
struct City {
    places: HashMap<PlaceId, Place>,
    records: HashMap<PlaceId, OsmRecord>,
}

impl City {
    fn existing(&self) -> Existing<'_> {
        Existing {
            places: self.places.iter().map(|(id, place)| (*id, place)).collect(),
            records: self.records.clone(),
        }
    }

    fn store(&mut self, change: CityChange) {
        for change in change.places {
            self.records
                .extend(change.osm.map(|record| (change.place.id, record)));
            self.places.insert(change.place.id, change.place);
        }
        self.records.extend(change.osm_records);
    }

    /// Imports from OpenStreetMap and says what happened.
    fn import(&mut self, incoming: &[Incoming]) -> (CityChange, Reconciled) {
        let (change, report) = osm(&self.existing(), incoming.to_vec(), &[], today());
        self.store(change.clone());
        (change, report)
    }

    fn import_file(&mut self, places: &[Place]) -> (CityChange, Reconciled) {
        let (change, report) = local(&self.existing(), places.to_vec());
        self.store(change.clone());
        (change, report)
    }

    fn place(&self, id: PlaceId) -> &Place {
        &self.places[&id]
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 4).unwrap()
}

/// Random places as OpenStreetMap brings them: it knows nothing about their lifecycle.
fn from_osm(seed: u64, count: u32) -> Vec<Incoming> {
    let mut dice = Dice(seed);
    let one = |number: u32| Incoming {
        place: Place {
            origin: Origin::Osm,
            lifecycle: Lifecycle::default(),
            name: format!("Ort {number}").parse().unwrap(),
            ..dice.place(50)
        },
        osm: Some(OsmRecord {
            osm_id: format!("node/{number}"),
            tags: [("number".to_owned(), number.to_string())].into(),
        }),
    };
    (0..count).map(one).collect()
}

fn at(place: &Place, lon: f64, lat: f64, id: u128) -> Place {
    Place {
        id: PlaceId(uuid::Uuid::from_u128(id)),
        shape: Shape::Point(Location::from_lon_lat(lon, lat).unwrap()),
        ..place.clone()
    }
}

#[test]
fn what_is_new_is_added_and_a_second_import_of_the_same_does_nothing() {
    let mut city = City::default();
    let incoming = from_osm(1, 30);
    let (change, report) = city.import(&incoming);
    assert_eq!((report.added.len(), report.unchanged), (30, 0));
    assert!(
        change
            .places
            .iter()
            .all(|change| change.action == Action::Added && change.osm.is_some())
    );
    let (change, report) = city.import(&incoming);
    assert!(change.is_empty(), "{change:?}");
    assert_eq!(
        (report.added.len(), report.changed.len(), report.unchanged),
        (0, 0, 30)
    );
}

#[test]
fn what_differs_is_changed_and_the_members_that_differ_are_named() {
    let mut city = City::default();
    let mut incoming = from_osm(2, 3);
    city.import(&incoming);
    incoming[0].place.name = "Neuer Name".parse().unwrap();
    incoming[0].place.facts.seats = Some(7);
    incoming[1].place.opening_hours = "24/7 open".parse().ok();
    let (change, report) = city.import(&incoming);
    assert_eq!(
        report.changed,
        ["Neuer Name (name, seats)", "Ort 1 (opening_hours)"]
    );
    assert_eq!(report.unchanged, 1);
    let told = &change.places[0].differences;
    assert_eq!(told.before["name"], "Ort 0");
    assert_eq!(
        (&told.after["name"], &told.after["seats"]),
        (&"Neuer Name".into(), &7.into())
    );
    assert_eq!(*city.place(incoming[0].place.id), incoming[0].place);
}

#[test]
fn new_tags_alone_change_the_record_and_not_the_place() {
    let mut city = City::default();
    let mut incoming = from_osm(3, 2);
    city.import(&incoming);
    incoming[0]
        .osm
        .as_mut()
        .unwrap()
        .tags
        .insert("check_date".into(), "2026-03-01".into());
    let (change, report) = city.import(&incoming);
    assert!(change.places.is_empty());
    assert_eq!(
        change.osm_records,
        [(incoming[0].place.id, incoming[0].osm.clone().unwrap())]
    );
    assert_eq!(report.unchanged, 2);
    assert!(city.import(&incoming).0.is_empty());
}

#[test]
fn a_place_that_openstreetmap_no_longer_knows_is_closed_once_and_stays() {
    let mut city = City::default();
    let incoming = from_osm(4, 5);
    city.import(&incoming);
    let (change, report) = city.import(&incoming[1..]);
    assert_eq!(report.gone, ["Ort 0"]);
    assert_eq!(change.places[0].action, Action::Closed);
    let gone = city.place(incoming[0].place.id);
    assert_eq!(gone.lifecycle.status, Status::Closed);
    assert_eq!(gone.lifecycle.valid_to(), Some(today()));
    assert_eq!(gone.facts.status_reason.as_deref(), Some(GONE_REASON));
    assert_eq!(gone.name, incoming[0].place.name);
    assert!(city.import(&incoming[1..]).0.is_empty(), "gone twice");
}

#[test]
fn a_place_that_comes_back_is_open_again() {
    let mut city = City::default();
    let incoming = from_osm(5, 2);
    city.import(&incoming);
    city.import(&incoming[1..]);
    let (_, report) = city.import(&incoming);
    assert_eq!(report.changed.len(), 1);
    assert_eq!(*city.place(incoming[0].place.id), incoming[0].place);
    assert!(city.import(&incoming).0.is_empty());
}

#[test]
fn an_edit_of_the_city_is_never_overwritten_and_never_closed() {
    let mut city = City::default();
    let mut incoming = from_osm(6, 2);
    city.import(&incoming);
    let edited = Place {
        name: "Wie die Stadt es sagt".parse().unwrap(),
        origin: Origin::Local,
        ..incoming[0].place.clone()
    };
    city.import_file(std::slice::from_ref(&edited));
    incoming[0].place.facts.seats = Some(99);
    incoming[0]
        .osm
        .as_mut()
        .unwrap()
        .tags
        .insert("seats".into(), "99".into());
    let (change, report) = city.import(&incoming);
    assert_eq!(report.kept_local, ["Wie die Stadt es sagt"]);
    assert!(change.places.is_empty());
    assert_eq!(
        change.osm_records.len(),
        1,
        "its record follows all the same"
    );
    assert_eq!(*city.place(edited.id), edited);
    // Gone from OpenStreetMap: the city's word stands.
    let (change, report) = city.import(&incoming[1..]);
    assert!(change.is_empty() && report.gone.is_empty());
}

#[test]
fn a_file_that_says_nothing_new_leaves_a_place_in_step_with_openstreetmap() {
    // A city that exports all places, edits one and imports the file has edited one.
    let mut city = City::default();
    let mut incoming = from_osm(7, 2);
    city.import(&incoming);
    let mut file: Vec<_> = incoming
        .iter()
        .map(|own| Place {
            origin: Origin::Local,
            ..own.place.clone()
        })
        .collect();
    file[1].name = "Von der Stadt".parse().unwrap();
    city.import_file(&file);
    incoming[0].place.name = "Umbenannt".parse().unwrap();
    incoming[1].place.name = "Auch umbenannt".parse().unwrap();
    let (_, report) = city.import(&incoming);
    assert_eq!(report.changed, ["Umbenannt (name)"]);
    assert_eq!(report.kept_local, ["Von der Stadt"]);
}

#[test]
fn what_the_city_knows_about_the_status_outlives_an_import() {
    let mut city = City::default();
    let incoming = from_osm(8, 1);
    city.import(&incoming);
    let id = incoming[0].place.id;
    let closed_for_works = Lifecycle::new(Status::TemporarilyClosed, Some(today()), None).unwrap();
    city.places.get_mut(&id).unwrap().lifecycle = closed_for_works;
    assert!(city.import(&incoming).0.is_empty());
    assert_eq!(city.place(id).lifecycle, closed_for_works);
}

#[test]
fn a_place_that_began_in_the_future_can_be_gone_today() {
    let mut city = City::default();
    let incoming = from_osm(9, 2);
    city.import(&incoming);
    let opens = NaiveDate::from_ymd_opt(2027, 1, 1);
    city.places
        .get_mut(&incoming[0].place.id)
        .unwrap()
        .lifecycle = Lifecycle::new(Status::Planned, opens, None).unwrap();
    city.import(&incoming[1..]);
    assert_eq!(
        city.place(incoming[0].place.id).lifecycle.valid_to(),
        Some(today())
    );
}

#[test]
fn places_that_are_not_from_openstreetmap_are_none_of_its_business() {
    let mut city = City::default();
    let mut dice = Dice(10);
    let own: Vec<_> = [Origin::Sample, Origin::Local]
        .into_iter()
        .map(|origin| Place {
            origin,
            ..dice.place(50)
        })
        .collect();
    city.import_file(&own);
    let (change, report) = city.import(&[]);
    assert!(change.is_empty() && report.gone.is_empty());
}

#[test]
fn a_file_closes_nothing_and_is_idempotent() {
    let mut city = City::default();
    let mut dice = Dice(11);
    let places: Vec<_> = (0..20).map(|_| dice.place(30)).collect();
    assert_eq!(city.import_file(&places).1.added.len(), 20);
    let (change, report) = city.import_file(&places);
    assert!(change.is_empty());
    assert_eq!(report.unchanged, 20);
    assert!(
        city.import_file(&places[..1]).0.is_empty(),
        "the others stay as they are"
    );
}

#[test]
fn the_same_thing_twice_is_told_by_name_class_and_distance() {
    let mut dice = Dice(12);
    let place = Place {
        name: "Café Überall".parse().unwrap(),
        kind: "library".parse().unwrap(),
        lifecycle: Lifecycle::default(),
        ..dice.place(100)
    };
    // A thousandth of a degree of latitude is 111 m.
    let node = at(&place, 9.2, 48.9, 1);
    let way = Place {
        name: "CAFE UEBERALL".parse().unwrap(),
        ..at(&place, 9.2, 48.9005, 2)
    };
    let far = at(&place, 9.2, 48.9020, 3);
    let other_class = Place {
        kind: "park".parse().unwrap(),
        ..at(&place, 9.2, 48.9, 4)
    };
    let other_name = Place {
        name: "Anders".parse().unwrap(),
        ..at(&place, 9.2, 48.9, 5)
    };
    let closed = Place {
        lifecycle: Lifecycle::new(Status::Closed, None, None).unwrap(),
        ..at(&place, 9.2, 48.9, 6)
    };
    let mut unnamed = at(&place, 9.2, 48.9, 7);
    unnamed.name = "Bibliothek".parse().unwrap();
    unnamed.facts.estimated = vec!["name".parse().unwrap()];
    let unnamed_too = Place {
        id: PlaceId(uuid::Uuid::from_u128(8)),
        ..unnamed.clone()
    };

    let mut city = City::default();
    let (_, report) = city.import_file(&[
        node,
        far,
        other_class,
        other_name,
        closed,
        unnamed,
        unnamed_too,
    ]);
    assert_eq!(report.likely_duplicates, Vec::<String>::new());
    let (change, report) = city.import_file(&[way]);
    assert_eq!(
        report.likely_duplicates.len(),
        1,
        "{:?}",
        report.likely_duplicates
    );
    assert!(
        report.likely_duplicates[0].ends_with("56 m apart)"),
        "{:?}",
        report.likely_duplicates
    );
    assert_eq!(change.places.len(), 1, "nothing is done about it");
}

#[test]
fn a_report_names_a_few_and_counts_the_rest() {
    let mut city = City::default();
    let (_, report) = city.import(&from_osm(13, 12));
    let text = report.to_string();
    assert!(
        text.contains("added: 12\n  Ort 0\n") && text.contains("… and 2 more"),
        "{text}"
    );
}
