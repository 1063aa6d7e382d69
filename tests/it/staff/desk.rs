//! What the desk says in words: of places that nobody checked, of hours nobody understands, of what was done.

use axum::http::header;
use miteinander::domain::staff::Role;
use miteinander::domain::{Location, Place, Shape};

use super::places::{form_of, put};
use super::{Answer, Office};
use crate::fixture::{Database, Kept, begun, place, place_id};

const NEW: &str = "/verwaltung/orte/neu";
const CHECK: &str = "/verwaltung/orte/pruefen";

struct Desk {
    office: Office,
    cookies: String,
}

impl Desk {
    async fn with(kept: &Kept, places: impl IntoIterator<Item = Place>) -> Self {
        let office = Office::around(begun(kept, places).await);
        let cookies = office.cookies(&[Role::Editor]).await;
        Self { office, cookies }
    }

    async fn page(&self, address: &str) -> String {
        self.office.get(address, &self.cookies).await.text
    }

    /// Sends the form at `address` as it stands, but for `fields`.
    async fn save(&self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let mut form = form_of(&self.page(address).await);
        for (name, value) in fields {
            put(&mut form, name, value);
        }
        self.office.send_form(address, &self.cookies, &form).await
    }
}

fn form_at(number: u128) -> String {
    format!("/verwaltung/orte/{}", place_id(number))
}

fn verified_on(number: u128, day: &str) -> Place {
    let mut place = place(number, 9.19, 48.9);
    place.last_verified_at = day.parse().ok();
    place
}

#[tokio::test]
async fn a_place_nobody_ever_checked_is_unknown_and_not_one_that_no_longer_counts() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let never = Place {
        name: "Nie".parse().unwrap(),
        ..verified_on(1, "")
    };
    let old = Place {
        name: "Alt".parse().unwrap(),
        ..verified_on(2, "2023-01-01")
    };
    let desk = Desk::with(&kept, [never, old, verified_on(3, "2026-01-01")]).await;
    let page = desk.page(CHECK).await;
    let (long_ago, never) = page.split_once("<h2>Noch nie geprüft</h2>").unwrap();
    assert!(long_ago.contains("Alt") && !long_ago.contains(">Nie<"));
    assert!(long_ago.contains("Bei 1 davon ist es länger als zwei Jahre her"));
    assert!(never.contains(">Nie<") && !never.contains("Alt"));
    assert!(!never.contains("zählt nicht mehr") && !never.contains("seit über zwei Jahren"));
    let home = desk.page("/verwaltung").await;
    assert!(home.contains("1 Ort noch nie geprüft"));
    assert!(home.contains("1 Ort seit einem Jahr nicht geprüft"));
}

#[tokio::test]
async fn who_enters_a_place_says_unless_unticked_that_it_is_right_today() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let desk = Desk::with(&kept, [place(1, 9.19, 48.9)]).await;
    let ticked = "name=\"confirmed\" value=\"yes\" checked";
    let new = desk.page(NEW).await;
    assert!(new.contains(ticked));
    // One who changes a seat has not looked at everything.
    assert!(!desk.page(&form_at(1)).await.contains(ticked));
    // What was ticked or not stays so while something else is mended.
    assert!(!desk.save(NEW, &[]).await.text.contains(ticked));
    let again = desk.save(NEW, &[("confirmed", "yes")]).await;
    assert!(again.text.contains(ticked));
}

#[tokio::test]
async fn a_position_may_have_commas_and_is_named_where_it_is_missing() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let desk = Desk::with(&kept, []).await;
    let said = [("name", "Linde"), ("kind", "square"), ("status", "active")];
    let without = desk.save(NEW, &said).await;
    assert_eq!(without.status, 400);
    assert!(without.text.contains("Der Ort auf der Karte fehlt"));
    assert!(
        !without
            .text
            .contains("aria-invalid=\"true\" autocomplete=\"off\"></textarea>")
    );
    let mut half = said.to_vec();
    half.extend([("lon", "9,19"), ("lat", "")]);
    let half = desk.save(NEW, &half).await;
    assert!(half.text.contains("href=\"#lat\""), "{}", half.text);
    let mut whole = said.to_vec();
    whole.extend([("lon", "9,19"), ("lat", "48,9")]);
    assert_eq!(desk.save(NEW, &whole).await.status, 303);
    let snapshot = desk.office.city.snapshot();
    let shape = &snapshot.places().next().unwrap().place.shape;
    let expected = Location::from_lon_lat(9.19, 48.9).unwrap();
    assert_eq!(*shape, Shape::Point(expected));
}

#[tokio::test]
async fn hours_nobody_understands_are_saved_and_said() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let desk = Desk::with(&kept, [place(1, 9.19, 48.9)]).await;
    for (hours, is_unclear) in [
        ("werktags 10 bis 25 Uhr", true),
        ("Mo-Fr 10:00-17:00", false),
    ] {
        let saved = desk.save(&form_at(1), &[("opening_hours", hours)]).await;
        assert_eq!(saved.status, 303);
        let page = desk.page(saved.header(header::LOCATION)).await;
        let warned = page.contains("Öffnungszeiten werden nicht verstanden");
        assert_eq!(warned, is_unclear, "{hours}");
    }
}

#[tokio::test]
async fn a_history_speaks_in_words_and_asks_before_a_place_goes() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let desk = Desk::with(&kept, []).await;
    let said = [("name", "Linde"), ("kind", "square"), ("status", "active")];
    let mut new = said.to_vec();
    new.extend([("lon", "9.19"), ("lat", "48.9")]);
    let saved = desk.save(NEW, &new).await;
    let form = saved
        .header(header::LOCATION)
        .split('?')
        .next()
        .unwrap()
        .to_owned();
    let history = format!("{form}/verlauf");
    let page = desk.page(&history).await;
    let asked = page.split_once("<details>").unwrap().1;
    assert!(
        asked.contains("Damit verschwindet der Ort") && asked.contains(">Ort entfernen</button>")
    );
    let changes = [("lat", "48.901"), ("wifi", "yes"), ("access", "public")];
    assert_eq!(desk.save(&form, &changes).await.status, 303);
    let page = desk.page(&history).await;
    let newest = page
        .split("<li>")
        .find(|step| step.contains("um 111 m verschoben"))
        .unwrap();
    assert!(newest.contains("nicht bekannt → ja"), "{newest}");
    assert!(
        newest.contains("nicht bekannt → Offen für alle"),
        "{newest}"
    );
    assert!(!newest.contains("coordinates") && newest.contains(">Zurücknehmen</button>"));
}

#[tokio::test]
async fn what_cannot_be_taken_back_has_no_button_but_a_reason() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let desk = Desk::with(&kept, [place(1, 9.19, 48.9)]).await;
    let saved = desk
        .save(
            NEW,
            &[
                ("name", "Linde"),
                ("kind", "square"),
                ("status", "active"),
                ("lon", "9.19"),
                ("lat", "48.9"),
            ],
        )
        .await;
    let form = saved
        .header(header::LOCATION)
        .split('?')
        .next()
        .unwrap()
        .to_owned();
    let id = form.rsplit('/').next().unwrap().to_owned();
    let moved = [
        ("status", "relocated"),
        ("valid_from", "2026-03-01"),
        ("status_reason", "Umbau"),
        ("relocated_to", id.as_str()),
    ];
    assert_eq!(desk.save(&form_at(1), &moved).await.status, 303);
    let page = desk.page(&format!("{form}/verlauf")).await;
    assert!(page.contains("ein anderer Ort ist dorthin umgezogen"));
    assert!(!page.contains("Ort entfernen"));
}

#[tokio::test]
async fn places_stand_by_name_on_every_page() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let treff = |number: u128| Place {
        name: format!("Treff {:03}", (number * 37) % 130).parse().unwrap(),
        ..place(number, 9.19, 48.9)
    };
    let desk = Desk::with(&kept, (1..130).map(treff)).await;
    let names = |page: &str| -> Vec<String> {
        let rows = page.split("<th scope=\"row\">").skip(1);
        rows.map(|row| row.split_once("Treff ").unwrap().1[..3].to_owned())
            .collect()
    };
    let first = desk.page("/verwaltung/orte").await;
    let more = first.split("after=").nth(1).unwrap();
    let more = more.split(['"', '&']).next().unwrap();
    let second = desk.page(&format!("/verwaltung/orte?after={more}")).await;
    let all = [names(&first), names(&second)].concat();
    assert_eq!(all.len(), 129);
    assert!(all.is_sorted(), "{all:?}");
}
