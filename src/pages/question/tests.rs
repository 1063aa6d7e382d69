//! Questions in addresses, right and wrong.

use super::*;

fn read(query: &str) -> Result<Question, Refused> {
    Question::read(query, DateTime::UNIX_EPOCH, chrono_tz::Europe::Berlin)
}

#[test]
fn an_empty_field_of_the_form_is_no_filter() {
    let question = read("q=&district=+&lon=&lat=").unwrap();
    assert!(!question.is_narrowed());
    assert_eq!(question.near, None);
}

#[test]
fn boxes_ticked_one_by_one_are_a_list_and_nothing_else_may_repeat() {
    let question = read("topics=advice&topics=language").unwrap();
    assert_eq!(question.value("topics"), Some("advice,language"));
    let question = read("open_at=now&open_at=sunday").unwrap();
    assert_eq!(question.value("open_at"), Some("now,sunday"));
    assert_eq!(read("q=a&q=b").unwrap_err().rule, "rule-repeated");
}

#[test]
fn a_wrong_filter_is_refused_by_name() {
    for (name, value) in [
        ("kind", "castle"),
        ("cls", "amenity"),
        ("topics", "coffee"),
        ("open_at", "later"),
        ("free", "1"),
        ("no_consumption", "yes"),
        ("wc", "gold"),
        ("near", &"a".repeat(401)),
        ("bbox", "1,2,3"),
        ("district", "a/b"),
        ("status", "gone"),
        ("datetime", "yesterday"),
        ("need", "wings"),
        ("lang", "fr"),
    ] {
        let refused = read(&format!("{name}={value}")).unwrap_err();
        assert_eq!(
            (refused.name.as_str(), refused.value.as_str()),
            (name, value)
        );
        assert_eq!(refused.rule, format!("rule-{name}"));
    }
    let refused = read("colour=red").unwrap_err();
    assert_eq!(
        (refused.name.as_str(), refused.rule.as_str()),
        ("colour", "rule-unknown")
    );
    assert_eq!(read("colour=").unwrap_err().rule, "rule-unknown");
}

#[test]
fn a_need_is_kept_in_every_address_and_narrows_nothing() {
    let question = read("need=hoh&need=wheelchair,hoh").unwrap();
    assert_eq!(question.needs, [Need::Wheelchair, Need::HardOfHearing]);
    assert!(!question.is_narrowed());
    let address = kept("/orte/x", Language::Simple, &question.needs);
    assert_eq!(address, "/orte/x?need=wheelchair,hoh&lang=de-simple");
    assert_eq!(kept("/", Language::De, &[]), "/");
}

#[test]
fn a_position_is_whole_and_on_the_earth() {
    assert_eq!(read("lon=9.19").unwrap_err().name, "lat");
    assert_eq!(read("lat=48.9").unwrap_err().name, "lon");
    assert_eq!(read("lon=9.19&lat=91").unwrap_err().name, "lat");
    assert_eq!(read("lon=NaN&lat=48.9").unwrap_err().name, "lon");
    assert!(read("lon=9.19&lat=48.9").unwrap().near.is_some());
}

#[test]
fn a_refusal_speaks_the_language_that_was_asked_for() {
    assert_eq!(read("wc=gold&lang=en").unwrap_err().language, Language::En);
}

#[test]
fn an_address_says_the_same_question_again() {
    let question = read("q=Caf%C3%A9+%26+Co&topics=advice&free=true").unwrap();
    let same = question.address("/", |_, value| Some(value.to_owned()));
    assert_eq!(same, "/?q=Caf%C3%A9%20%26%20Co&topics=advice&free=true");
    let without = question.address("/", |name, value| (name != "q").then(|| value.to_owned()));
    assert_eq!(without, "/?topics=advice&free=true");
    assert!(question.address_in("/", Language::En).ends_with("&lang=en"));
}
