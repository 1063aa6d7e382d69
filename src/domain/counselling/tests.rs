use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const TODAY: &str = "2026-03-04";

fn line(more: &str) -> Result<HelpLine, String> {
    let text = format!(
        "[[line]]\nid = \"00000000-0000-4000-8000-000000000001\"\nname = \"Beratung\"\nscope = \"local\"\n\
         needs = [\"crisis\"]\nphone = \"07141 9100\"\nsource = \"selbst gefragt\"\n{more}\n"
    );
    let lines = read_lines(&text).map_err(|invalid| invalid.to_string())?;
    Ok(lines.into_iter().next().unwrap().1)
}

fn broken(line: HelpLine) -> Vec<String> {
    let broken = line.ordered(day(TODAY)).err().unwrap_or_default();
    broken.iter().map(|own| own.field.to_string()).collect()
}

fn german() -> CitySettings {
    let text = "id = \"x\"\nname = \"X\"\ntimezone = \"Europe/Berlin\"\n";
    CitySettings::from_toml(text).unwrap()
}

use crate::domain::CitySettings;

#[test]
fn the_lines_that_come_with_the_program_keep_every_rule() {
    let lines = shipped(&german());
    assert!(lines.len() >= 6);
    for (id, line) in lines {
        assert_eq!(line.scope, Scope::National, "{id}");
        assert!(line.phone.is_some() && line.address.is_none(), "{id}");
        let ordered = line.clone().ordered(day("2026-11-28")).unwrap();
        assert_eq!(&ordered, line, "{id} is in order");
        // What is told as JSON and kept as JSON comes back.
        let told = serde_json::to_string(line).unwrap();
        assert_eq!(&serde_json::from_str::<HelpLine>(&told).unwrap(), line);
    }
    let women = &lines[0].1;
    assert_eq!(women.phone.as_ref().unwrap().dialled(), "116016");
    assert_eq!(women.speaks(Tongue::Ukrainian), Fact::Yes);
    assert_eq!(women.speaks(Tongue::Tamil), Fact::Unknown);
}

#[test]
fn a_city_in_another_country_is_shown_no_number_that_leads_nowhere() {
    let text = "id = \"x\"\nname = \"X\"\ntimezone = \"Europe/Vaduz\"\n";
    assert!(shipped(&CitySettings::from_toml(text).unwrap()).is_empty());
    let text = "id = \"x\"\nname = \"X\"\ntimezone = \"Europe/Berlin\"\ncountry = \"AT\"\n";
    assert!(shipped(&CitySettings::from_toml(text).unwrap()).is_empty());
}

#[test]
fn there_is_no_address_without_a_consent() {
    for wrong in [
        "address = \"Weg 1\"",
        "address = { postal = \"Weg 1\" }",
        "address = { postal = \"Weg 1\", consent = { by = \"Verein\" } }",
        "address = { postal = \"Weg 1\", consent = { on = \"2026-01-31\" } }",
        "address = { postal = \"Weg 1\", consent = { by = \"Frau Müller\", on = \"2026-01-31\" } }",
        "address = { postal = \"bei mir zu Hause\", consent = { by = \"Verein\", on = \"2026-01-31\" } }",
    ] {
        assert!(line(wrong).is_err(), "{wrong}");
    }
    let own = line(
        "address = { postal = \"Weg 1\", consent = { by = \"Verein\", on = \"2026-01-31\" } }",
    );
    let own = own.unwrap().ordered(day(TODAY)).unwrap();
    let address = own.address.as_ref().unwrap();
    assert_eq!(
        (address.postal(), address.consent().on),
        ("Weg 1", day("2026-01-31"))
    );
    let told: Vec<_> = own
        .members()
        .into_keys()
        .filter(|name| name.starts_with("address"))
        .collect();
    assert_eq!(told, ["address.consent", "address.postal"]);
}

#[test]
fn what_breaks_a_rule_is_told_with_its_field() {
    for (more, field) in [
        ("languages_complete = true", "languages"),
        ("foreign_languages = 0", "foreign_languages"),
        (
            "languages = [\"de\"]\nlanguages_complete = true\nforeign_languages = 3",
            "foreign_languages",
        ),
        (
            "checked = { on = \"2026-03-05\", by = \"Verein\" }",
            "checked",
        ),
        (
            "address = { postal = \"Weg 1\", consent = { by = \"Verein\", on = \"2026-03-05\" } }",
            "address",
        ),
        ("web = \"https://frauenhaus.example.org\"", "name"),
        (
            "address = { postal = \"Am Frauenhaus 3\", consent = { by = \"Verein\", on = \"2026-03-01\" } }",
            "name",
        ),
    ] {
        assert_eq!(broken(line(more).unwrap()), [field], "{more}");
    }
    let mut nobody = line("").unwrap();
    nobody.phone = None;
    nobody.needs.clear();
    assert_eq!(broken(nobody), ["needs", "phone"]);
    for wrong in [
        "fax = \"1\"",
        "remark = \"Tel. 07141 910123\"",
        "languages = [\"xx\"]",
        "free = true",
    ] {
        assert!(line(wrong).is_err(), "{wrong}");
    }
    let national = "[[line]]\nid = \"00000000-0000-4000-8000-000000000001\"\nname = \"B\"\nscope = \"national\"\n\
         needs = [\"crisis\"]\nphone = \"116 123\"\nsource = \"x\"\n";
    assert!(read_lines(national).is_err());
}

#[test]
fn a_language_is_spoken_not_spoken_or_unknown() {
    let own = line("languages = [\"de\", \"tr\"]").unwrap();
    assert_eq!(own.speaks(Tongue::Turkish), Fact::Yes);
    assert_eq!(own.speaks(Tongue::Arabic), Fact::Unknown);
    let all = line("languages = [\"de\"]\nlanguages_complete = true").unwrap();
    assert_eq!(all.speaks(Tongue::Arabic), Fact::No);
}

#[test]
fn what_nobody_looked_at_for_a_year_is_to_be_looked_at() {
    let today = day(TODAY);
    assert!(line("").unwrap().is_to_be_checked(today));
    let checked =
        |on: &str| line(&format!("checked = {{ on = \"{on}\", by = \"Verein\" }}")).unwrap();
    assert!(!checked("2025-03-04").is_to_be_checked(today));
    assert!(checked("2025-03-03").is_to_be_checked(today));
}

#[test]
fn states_that_differ_have_different_versions() {
    let own = line("").unwrap();
    assert_eq!(own.version(), own.clone().version());
    assert_ne!(own.version(), line("free = \"yes\"").unwrap().version());
}
