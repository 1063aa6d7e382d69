//! What is written is read back, all of it or nothing, on both databases.

use chrono::{DateTime, SubsecRound, Utc};
use miteinander::domain::change::{CityChange, Districts, OsmRecord, PlaceChange};
use miteinander::domain::place::{Lifecycle, Place, Status};
use miteinander::domain::trail::{Action, Author, TrailFilter};
use miteinander::domain::{CitySettings, Quarter};
use miteinander::error::Error;
use miteinander::snapshot::{Known, Revision};
use miteinander::store::Store;

use crate::fixture::{
    adding, beginning, both_stores, place, place_id, rectangle, settings, stored, tamper,
    two_districts, wednesday_afternoon,
};
use crate::random::Dice;

async fn commit(store: &Store, change: &CityChange) -> Result<Revision, Error> {
    let expected = store.revision().await.unwrap();
    store.commit(change, expected, wednesday_afternoon()).await
}

fn sorted(mut places: Vec<Place>) -> Vec<Place> {
    places.sort_by_key(|place| place.id);
    places
}

fn quarters() -> Vec<Quarter> {
    vec![Quarter {
        id: "am-bach".parse().unwrap(),
        name: "Am \"Bach\"".parse().unwrap(),
        district: "ost".parse().unwrap(),
        area: rectangle(9.21, 48.9, 9.22, 48.91),
    }]
}

fn osm(id: &str, tags: &[(&str, &str)]) -> OsmRecord {
    OsmRecord {
        osm_id: id.to_owned(),
        tags: tags
            .iter()
            .map(|&(key, value)| (key.into(), value.into()))
            .collect(),
    }
}

both_stores! {
    async fn a_city_with_everything_that_can_be_known_is_read_back_the_same(kept: &Kept) {
        let store = kept.open().await;
        let mut dice = Dice(20_260_304);
        let places: Vec<_> = (0..120).map(|number| dice.place(number % 101)).collect();
        let districts = dice.districts(4, 3);
        let change = CityChange {
            districts: Some(Districts { districts: districts.clone(), quarters: quarters() }),
            ..beginning(places.clone())
        };
        assert_eq!(commit(&store, &change).await.unwrap(), Revision(1));
        // Read by another program, as after a restart.
        let other = kept.open().await;
        let data = stored(&other).await;
        assert_eq!(data.revision, Revision(1));
        assert_eq!(data.settings, settings());
        assert_eq!(data.quarters, quarters());
        let mut expected = districts;
        expected.sort_by(|a, b| a.id.cmp(&b.id));
        assert_eq!(data.districts, expected);
        for (read, written) in data.places.iter().zip(sorted(places)) {
            assert_eq!(*read, written);
        }
        assert_eq!(data.places.len(), 120);
    }

    async fn an_empty_store_holds_no_city_and_an_empty_change_writes_nothing(kept: &Kept) {
        let store = kept.open().await;
        assert!(store.load(Known::default()).await.unwrap().is_none());
        assert_eq!(store.revision().await.unwrap(), Revision(0));
        let nothing = CityChange::by(Author::import("places"));
        assert_eq!(commit(&store, &nothing).await.unwrap(), Revision(0));
        assert_eq!(store.revision().await.unwrap(), Revision(0));
        assert!(store.trail(&TrailFilter::newest(10)).await.unwrap().is_empty());
    }

    async fn every_write_counts_the_revision_on_by_one(kept: &Kept) {
        let store = kept.open().await;
        for number in 1..=5 {
            let change = if number == 1 { beginning([]) } else { adding([place(7, 9.2, 48.9)]) };
            assert_eq!(commit(&store, &change).await.unwrap(), Revision(number));
            assert_eq!(store.revision().await.unwrap(), Revision(number));
        }
    }

    async fn a_change_made_for_an_older_city_is_refused_and_leaves_nothing(kept: &Kept) {
        let store = kept.open().await;
        commit(&store, &beginning([place(1, 9.2, 48.9)])).await.unwrap();
        let late = adding([place(2, 9.2, 48.9)]);
        let refused = store.commit(&late, Revision(0), wednesday_afternoon()).await;
        assert!(matches!(refused, Err(Error::Outdated { expected: 0, found: 1 })), "{refused:?}");
        let early = store.commit(&late, Revision(9), wednesday_afternoon()).await;
        assert!(matches!(early, Err(Error::Outdated { expected: 9, found: 1 })), "{early:?}");
        assert_eq!(stored(&store).await.places.len(), 1);
        assert_eq!(store.trail(&TrailFilter::newest(100)).await.unwrap().len(), 4);
    }

    async fn the_trail_says_who_did_what_and_when(kept: &Kept) {
        let store = kept.open().await;
        let moment: DateTime<Utc> = "2026-03-04T14:00:00.123456789Z".parse().unwrap();
        store.commit(&beginning([place(1, 9.2, 48.9)]), Revision(0), moment).await.unwrap();
        let mut closed = place(1, 9.2, 48.9);
        closed.lifecycle = Lifecycle::new(Status::Closed, None, None).unwrap();
        let mut change = adding([place(2, 9.2, 48.9)]);
        change.author = Author::import("osm");
        change.places.extend(PlaceChange::between(&place(1, 9.2, 48.9), closed));
        let mut furnished = Place { name: "Neu".parse().unwrap(), ..place(3, 9.2, 48.9) };
        furnished.facts.seats = Some(20);
        change.places.extend(PlaceChange::between(&place(3, 9.2, 48.9), furnished));
        store.commit(&change, Revision(1), moment).await.unwrap();

        let trail = store.trail(&TrailFilter::newest(100)).await.unwrap();
        let told: Vec<_> = trail
            .iter()
            .map(|line| (line.number, line.revision.unwrap(), line.author.to_string(), line.action, line.subject.as_str(), &*line.detail))
            .collect();
        let id = |number| format!("place/{}", place_id(number));
        let expected = [
            (7, 2, "import:osm".to_owned(), Action::Changed, &*id(3), "name, seats"),
            (6, 2, "import:osm".to_owned(), Action::Closed, &*id(1), "Ort 1"),
            (5, 2, "import:osm".to_owned(), Action::Added, &*id(2), "Ort 2"),
            (4, 1, "import:places".to_owned(), Action::Added, &*id(1), "Ort 1"),
            (3, 1, "import:places".to_owned(), Action::Added, "district/west", "WEST"),
            (2, 1, "import:places".to_owned(), Action::Added, "district/ost", "OST"),
            (1, 1, "import:places".to_owned(), Action::Added, "city/teststadt", "Teststadt"),
        ];
        assert_eq!(told, expected);
        // Both databases keep the same microsecond.
        assert!(trail.iter().all(|line| line.at == moment.trunc_subsecs(6)));
        assert_eq!(store.trail(&TrailFilter::newest(2)).await.unwrap(), trail[..2]);
    }

    async fn a_place_that_comes_again_replaces_the_one_before(kept: &Kept) {
        let store = kept.open().await;
        let mut dice = Dice(5);
        let first = dice.place(0);
        commit(&store, &beginning([first.clone(), place(2, 9.2, 48.9)])).await.unwrap();
        let second = Place { id: first.id, ..dice.place(100) };
        commit(&store, &adding([second.clone()])).await.unwrap();
        let places = stored(&store).await.places;
        assert_eq!(places.iter().find(|own| own.id == first.id), Some(&second));
        assert_eq!(places.len(), 2);
    }

    async fn new_districts_stand_in_place_of_all_old_ones(kept: &Kept) {
        let store = kept.open().await;
        let with_quarters = Districts { quarters: quarters(), ..two_districts() };
        commit(&store, &CityChange { districts: Some(with_quarters), ..beginning([]) }).await.unwrap();
        let change = CityChange {
            districts: Some(Districts { districts: Dice(1).districts(1, 1), quarters: Vec::new() }),
            ..CityChange::by(Author::import("districts"))
        };
        commit(&store, &change).await.unwrap();
        let data = stored(&store).await;
        assert_eq!((data.districts, data.quarters.len()), (Dice(1).districts(1, 1), 0));
    }

    async fn forgetting_the_places_of_another_city_forgets_all_of_them_and_their_records(kept: &Kept) {
        let store = kept.open().await;
        let mut change = beginning([place(1, 9.2, 48.9), place(2, 9.2, 48.9)]);
        change.places[0].osm = Some(osm("node/1", &[("amenity", "library")]));
        commit(&store, &change).await.unwrap();
        let change = CityChange {
            forget_places: true,
            settings: Some(CitySettings::named("Andernorts").unwrap()),
            ..adding([place(3, 9.2, 48.9)])
        };
        commit(&store, &change).await.unwrap();
        let data = stored(&store).await;
        assert_eq!(data.places.iter().map(|own| own.id).collect::<Vec<_>>(), [place_id(3)]);
        assert_eq!(data.settings.name, "Andernorts");
        assert!(store.osm_records().await.unwrap().is_empty());
    }

    async fn the_raw_tags_of_openstreetmap_are_kept_and_follow(kept: &Kept) {
        let store = kept.open().await;
        let tags = [("name", "Café \"Ö\" 100 %"), ("note", "日本\n🙂"), ("wheelchair", "no")];
        let mut change = beginning([place(1, 9.2, 48.9), place(2, 9.2, 48.9)]);
        change.places[0].osm = Some(osm("way/1", &tags));
        commit(&store, &change).await.unwrap();
        assert_eq!(store.osm_records().await.unwrap(), [(place_id(1), osm("way/1", &tags))]);
        // A new name for the place alone leaves the record; a new record alone leaves the place.
        commit(&store, &adding([Place { name: "Neu".parse().unwrap(), ..place(1, 9.2, 48.9) }])).await.unwrap();
        let record = osm("way/1", &[("wheelchair", "yes")]);
        let change = CityChange {
            osm_records: vec![(place_id(1), record.clone())],
            ..CityChange::by(Author::import("osm"))
        };
        commit(&store, &change).await.unwrap();
        assert_eq!(store.osm_records().await.unwrap(), [(place_id(1), record)]);
        assert_eq!(&*stored(&store).await.places[0].name, "Neu");
    }

    async fn a_closed_place_stays(kept: &Kept) {
        let store = kept.open().await;
        commit(&store, &beginning([place(1, 9.2, 48.9)])).await.unwrap();
        let day = "2026-03-04".parse().unwrap();
        let closed = Place {
            lifecycle: Lifecycle::new(Status::Closed, None, Some(day)).unwrap(),
            ..place(1, 9.2, 48.9)
        };
        let change = PlaceChange::between(&place(1, 9.2, 48.9), closed.clone());
        commit(&store, &CityChange { places: change.into_iter().collect(), ..adding([]) }).await.unwrap();
        assert_eq!(stored(&store).await.places, [closed]);
    }

    async fn a_change_that_fails_half_way_leaves_nothing(kept: &Kept) {
        let store = kept.open().await;
        commit(&store, &beginning([place(1, 9.2, 48.9)])).await.unwrap();
        // A record of a place that is not there comes last: everything before it must go too.
        let change = CityChange {
            forget_places: true,
            settings: Some(CitySettings::named("Andernorts").unwrap()),
            osm_records: vec![(place_id(9), osm("node/9", &[]))],
            ..adding([place(2, 9.2, 48.9)])
        };
        let failed = commit(&store, &change).await;
        assert!(matches!(failed, Err(Error::Store(_))), "{failed:?}");
        let data = stored(&store).await;
        assert_eq!(data.revision, Revision(1));
        assert_eq!(data.settings, settings());
        assert_eq!(data.places, [place(1, 9.2, 48.9)]);
        assert_eq!(store.trail(&TrailFilter::newest(100)).await.unwrap().len(), 4);
        // The connection is as good as before.
        assert_eq!(commit(&store, &adding([place(2, 9.2, 48.9)])).await.unwrap(), Revision(2));
    }

    async fn a_row_that_breaks_a_rule_is_named_and_not_served(kept: &Kept) {
        let store = kept.open().await;
        let mut change = beginning([place(1, 9.2, 48.9)]);
        change.districts = Some(Districts { quarters: quarters(), ..two_districts() });
        change.places[0].osm = Some(osm("node/1", &[]));
        commit(&store, &change).await.unwrap();
        let place = place_id(1).to_string();
        let cases: &[(&str, &str, &'static str, &'static str)] = &[
            ("place", &place, "update place set lat = 98", "update place set lat = 48.9"),
            ("place", &place, "update place set kind = 'sauna'", "update place set kind = 'library'"),
            ("place", &place, "update place set facts = '{\"seats\": \"many\"}'", "update place set facts = '{}'"),
            ("place", &place, "update place set facts = '{\"sauna\": \"yes\"}'", "update place set facts = '{}'"),
            ("place", &place, "update place set valid_from = '2026-02-30'", "update place set valid_from = null"),
            ("place", &place, "update place set shape = '{\"type\":\"Point\"}'", "update place set shape = null"),
            ("district", "ost", "update district set population = 5000000000 where id = 'ost'",
                "update district set population = 1 where id = 'ost'"),
            ("quarter", "am-bach", "update quarter set name = ''", "update quarter set name = 'Am Bach'"),
            ("city", "1", "update city set settings = 'id = \"teststadt\"\nname = 1'",
                "update city set settings = 'id = \"teststadt\"\nname = \"T\"\ntimezone = \"Europe/Berlin\"'"),
        ];
        for (wanted_table, wanted_id, harm, mend) in cases {
            tamper(&store, harm).await;
            match store.load(Known::default()).await {
                Err(Error::Corrupt { table, id, .. }) => {
                    assert_eq!(table, *wanted_table, "{harm}");
                    assert_eq!(id, *wanted_id, "{harm}");
                }
                Err(other) => panic!("{harm}: {other}"),
                Ok(_) => panic!("{harm}: was served"),
            }
            tamper(&store, mend).await;
            store.load(Known::default()).await.unwrap();
        }
        tamper(&store, "update place_osm set tags = '[]'").await;
        let refused = store.osm_records().await.unwrap_err().to_string();
        assert!(refused.contains("place_osm") && refused.contains("node/1"), "{refused}");
        tamper(&store, "update trail set action = 'eaten' where number = 1").await;
        assert!(matches!(store.trail(&TrailFilter::newest(10)).await, Err(Error::Corrupt { table: "trail", .. })));
    }

    async fn a_store_keeps_its_name_and_content_when_it_is_opened_again(kept: &Kept) {
        let store = kept.open().await;
        commit(&store, &beginning([place(1, 9.2, 48.9)])).await.unwrap();
        let lineage = stored(&store).await.lineage;
        assert_eq!(lineage.len(), 32);
        store.close().await;
        for _ in 0..2 {
            let again = kept.open().await;
            let data = stored(&again).await;
            assert_eq!((&data.lineage, data.revision), (&lineage, Revision(1)));
            again.close().await;
        }
    }

    async fn programs_that_open_a_new_store_together_make_one_store(kept: &Kept) {
        let (a, b, c) = tokio::join!(kept.open(), kept.open(), kept.open());
        commit(&a, &beginning([])).await.unwrap();
        let lineage = stored(&a).await.lineage;
        assert_eq!(stored(&b).await.lineage, lineage);
        assert_eq!(stored(&c).await.lineage, lineage);
    }

    async fn twelve_thousand_places_are_one_change(kept: &Kept) {
        let store = kept.open().await;
        let many = (0..12_345u32).map(|number| {
            let (column, row) = (f64::from(number % 100), f64::from(number / 100));
            place(number.into(), 9.15 + column * 0.001, 48.85 + row * 0.0005)
        });
        let mut change = beginning(many);
        for change in &mut change.places {
            change.osm = Some(osm(&format!("node/{}", change.place.id), &[("a", "b")]));
        }
        commit(&store, &change).await.unwrap();
        let expected = sorted(change.places.into_iter().map(|change| change.place).collect());
        assert!(stored(&store).await.places == expected);
        assert_eq!(store.osm_records().await.unwrap().len(), 12_345);
        assert_eq!(store.trail(&TrailFilter::newest(20_000)).await.unwrap().len(), 12_345 + 3);
    }

    async fn a_reader_sees_one_revision_whatever_is_written_meanwhile(kept: &Kept) {
        let store = kept.open().await;
        // At revision n every one of 300 places has n seats.
        let all_with = |seats: u32| {
            (0..300).map(move |number| {
                let mut place = place(number, 9.2, 48.9);
                place.facts.seats = Some(seats);
                place
            })
        };
        commit(&store, &beginning(all_with(1))).await.unwrap();
        let writer = kept.open().await;
        let writing = tokio::spawn(async move {
            for number in 2..=12 {
                commit(&writer, &adding(all_with(number))).await.unwrap();
            }
        });
        let mut seen = 0;
        while !writing.is_finished() || seen == 0 {
            let data = stored(&store).await;
            let expected = u32::try_from(data.revision.0).unwrap();
            assert!(data.places.iter().all(|place| place.facts.seats == Some(expected)));
            seen += 1;
        }
        writing.await.unwrap();
        assert_eq!(stored(&store).await.revision, Revision(12));
    }
}

#[tokio::test]
async fn an_address_of_another_kind_is_refused_without_its_password() {
    for address in ["mysql://admin:geheim@host/db", "geheim", "", "c:\\geheim"] {
        let refused = Store::open_address(address)
            .await
            .err()
            .unwrap()
            .to_string();
        assert!(
            refused.contains("postgres://") && !refused.contains("geheim@"),
            "{refused}"
        );
    }
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("city.sqlite");
    std::fs::write(
        &file,
        "Liebes Tagebuch, heute war ich auf dem Marktplatz und es war schön.",
    )
    .unwrap();
    assert!(Store::open_folder(folder.path()).await.is_err());
    assert!(
        std::fs::read_to_string(&file)
            .unwrap()
            .starts_with("Liebes")
    );
    let in_the_way = file.join("below");
    let refused = Store::open_folder(&in_the_way)
        .await
        .err()
        .unwrap()
        .to_string();
    assert!(refused.contains("city.sqlite"), "{refused}");
}
