//! Help, privacy, accessibility, imprint: there in every language, and honest about what is not given.

use miteinander::domain::CitySettings;

use super::*;
use crate::fixture::beginning;

const PATHS: [&str; 4] = ["/hilfe", "/barrierefreiheit", "/datenschutz", "/impressum"];

#[tokio::test]
async fn every_sheet_is_there_in_every_language_and_every_page_leads_to_it() {
    let site = Site::open().await;
    for (language, suffix) in [
        ("de", ""),
        ("de-simple", "?lang=de-simple"),
        ("en", "?lang=en"),
    ] {
        let home = site.get(&format!("/{suffix}")).await.text;
        for path in PATHS {
            let address = format!("{path}{suffix}");
            assert!(
                values(&home, "href").contains(&address.as_str()),
                "{address}"
            );
            let page = site.get(&address).await;
            assert_eq!(page.status, StatusCode::OK, "{address}");
            assert!(page.text.contains(&format!("data-language=\"{language}\"")));
            assert_eq!(untranslated(&page.text), Vec::<&str>::new(), "{address}");
            assert_eq!(page.text.matches("<h1>").count(), 1);
        }
    }
    let refused = site.get("/hilfe?farbe=rot").await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn what_a_city_does_not_say_about_itself_is_said_to_be_missing() {
    let site = Site::open().await;
    let imprint = site.get("/impressum").await.text;
    assert_eq!(imprint.matches(">nicht angegeben</dd>").count(), 5);
    assert!(imprint.contains("Es ist keine Seite der Stadt."));
    let statement = site.get("/barrierefreiheit?lang=de-simple").await.text;
    assert_eq!(statement.matches(">Das steht hier nicht.</dd>").count(), 2);
}

#[tokio::test]
async fn what_a_city_says_about_itself_stands_where_the_law_wants_it() {
    let settings = CitySettings::from_toml(
        "id = \"x\"\nname = \"X\"\ntimezone = \"Europe/Berlin\"\n\
         [contact]\npublisher = \"Stadt <X>\"\naddress = \"Markt 1\\n12345 X\"\n\
         email = \"treff@x.example\"\ndata_protection = \"dsb@x.example, Markt 1\"\n",
    );
    let first = CityChange {
        settings: Some(settings.unwrap()),
        ..beginning([])
    };
    let site = Site::begin(first, "2026-03-04T15:00:00+01:00").await;
    let imprint = site.get("/impressum").await.text;
    assert!(imprint.contains("<dd>Stadt &lt;X&gt;</dd>"));
    assert!(imprint.contains("<dd>Markt 1<br>12345 X</dd>"));
    let mail = "<a href=\"mailto:treff@x.example\">treff@x.example</a>";
    assert!(imprint.contains(mail));
    assert!(!imprint.contains("Beispieldaten"));
    let privacy = site.get("/datenschutz").await.text;
    assert!(privacy.contains("<dd>dsb@x.example, Markt 1</dd>"));
    // Without an address of its own, barriers are reported to the one that is given.
    let statement = site.get("/barrierefreiheit").await.text;
    assert!(statement.contains(mail));
}

#[tokio::test]
async fn a_city_whose_map_comes_from_elsewhere_says_from_where() {
    let site = Site::open().await;
    let own = site.get("/datenschutz").await.text;
    assert!(own.contains("Ihr Browser fragt nur diesen Server."));
    let settings = CitySettings::from_toml(
        "id = \"x\"\nname = \"X\"\ntimezone = \"Europe/Berlin\"\n\
         [base_map]\nstyle = \"https://karte.example/style.json\"\n",
    );
    let first = CityChange {
        settings: Some(settings.unwrap()),
        ..beginning([])
    };
    let site = Site::begin(first, "2026-03-04T15:00:00+01:00").await;
    let other = site.get("/datenschutz").await.text;
    assert!(other.contains("Die Karte kommt von https://karte.example:"));
    assert!(!other.contains("fragt nur diesen Server"));
}

#[tokio::test]
async fn the_policy_lets_browsers_through_to_the_named_servers_of_a_map_and_names_its_makers() {
    let settings = CitySettings::from_toml(
        "id = \"x\"\nname = \"X\"\ntimezone = \"Europe/Berlin\"\n\
         [base_map]\nstyle = \"https://karte.example/style.json\"\nhosts = [\"https://kacheln.example\"]\n\
         attribution = \"© Landesamt\"\n",
    );
    let first = CityChange {
        settings: Some(settings.unwrap()),
        ..beginning([])
    };
    let site = Site::begin(first, "2026-03-04T15:00:00+01:00").await;
    let page = site.get("/").await;
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    let named = "'self' https://karte.example https://kacheln.example";
    assert!(
        policy.contains(&format!("connect-src {named};")),
        "{policy}"
    );
    assert!(
        policy.contains(&format!("img-src {named} data: blob:;")),
        "{policy}"
    );
    assert!(policy.contains("script-src 'self';"), "{policy}");
    assert!(
        page.text
            .contains("data-style=\"https://karte.example/style.json\"")
    );
    assert!(page.text.contains("<span>© Landesamt</span>"));
}
