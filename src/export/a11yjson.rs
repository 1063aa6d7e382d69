//! What an audit found, as `A11yJSON` (<https://a11yjson.org>), for Wheelmap and others.
//!
//! Which member stands for which reading says the catalogue of criteria. `null` would mean "does not exist"; what is
//! unknown is left out. What the format cannot hold, and so is lost on the way there and back:
//!
//! - the version of the criteria, the depth, who measured, when, revisions, measures, verdicts, and that a criterion is met in another way;
//! - readings without a word in the format: tactile and audible hints of the entrance, headroom, stops, seats on the way,
//!   contrasts, ramps' width, landings and handrails, forces, bells, corridors, turning space in the main room, lifts, stairs
//!   inside, reverberation, reach of controls, grab rails on both sides, alarms, evacuation, easy language, contact, web, play;
//! - of conditions all but a fixed ramp and the need to ring;
//! - of a turning space the longer side, of guide strips whether they are outside or inside, of an audio system that is no
//!   induction loop which one it is, of a kerb how high it is;
//! - whether people who are deaf or hard of hearing are meant: it knows one hearing impairment, told where both agree.

use serde_json::{Map, Value, json};

use crate::barrier_free::catalogue::{Criterion, Path, Reading, Sort, Test};
use crate::barrier_free::sheet::Answer;
use crate::barrier_free::{Ratings, Sheet, Truth};
use crate::domain::audit::{Rating, Unit};
use crate::domain::{Need, Place};

/// A place with what is known of its accessibility.
#[must_use]
pub fn place_info(place: &Place, accessibility: &Value) -> Value {
    let spot = place.shape.label();
    json!({
        "geometry": { "type": "Point", "coordinates": [spot.lon(), spot.lat()] },
        "properties": {
            "name": { "de": place.name },
            "category": place.kind,
            "originalId": place.id,
            "accessibility": accessibility,
        },
    })
}

/// The member `accessibility`: what was read off, and the ratings that follow.
#[must_use]
pub fn accessibility(sheet: &Sheet, ratings: &Ratings) -> Value {
    let mut whole = Value::Object(Map::new());
    for (path, said) in said(sheet) {
        if let Some(value) = agreed(&said) {
            put(&mut whole, path, value);
        }
    }
    keep_the_rules_of_entrances(&mut whole);
    rate(&mut whole, ratings);
    whole
}

/// What each path is to say; nothing where a reading that belongs to it is unknown.
fn said(sheet: &Sheet) -> Vec<(&Path, Vec<Option<Value>>)> {
    let mut all: Vec<(&Path, Vec<Option<Value>>)> = Vec::new();
    let mut add = |path, value| match all.iter_mut().find(|(own, _)| *own == path) {
        Some((_, values)) => values.push(value),
        None => all.push((path, vec![value])),
    };
    for condition in sheet.catalogue().conditions() {
        if let Some(path) = &condition.exchange {
            add(path, yes_or_no(sheet.condition(condition.id.as_str())));
        }
    }
    for criterion in sheet.catalogue().criteria() {
        for (reading, slot) in criterion.readings.iter().zip(criterion.slots.clone()) {
            for own in &reading.exchange {
                let value = match own.when {
                    Some(bound) => yes_or_no(sheet.holds(Test { slot, bound })),
                    None => plain(sheet, criterion, reading),
                };
                add(&own.path, value);
            }
        }
    }
    all
}

fn yes_or_no(truth: Truth) -> Option<Value> {
    match truth {
        Truth::Yes => Some(true.into()),
        Truth::No => Some(false.into()),
        Truth::Unknown => None,
    }
}

/// What was read off, in the words of the format.
fn plain(sheet: &Sheet, criterion: &Criterion, reading: &Reading) -> Option<Value> {
    let (criterion, id) = (criterion.id.as_str(), reading.id.as_str());
    match (sheet.answer(criterion, id)?, &reading.sort) {
        (Answer::YesNo(yes), _) => Some(yes.into()),
        (Answer::Amount(amount), Sort::Amount(Unit::Count)) => Some(json!(amount)),
        (Answer::Amount(amount), _) => {
            let mut quantity = json!({ "value": amount, "unit": amount.unit() });
            if sheet.is_estimated(criterion, id) {
                quantity["operator"] = "~".into();
            }
            Some(quantity)
        }
        (Answer::Choice(_), _) => None,
    }
}

/// What several readings say together: the least of amounts, and yes where one says so.
fn agreed(values: &[Option<Value>]) -> Option<Value> {
    let yes = Value::Bool(true);
    if values.iter().flatten().any(|value| *value == yes) {
        return Some(yes);
    }
    let amount = |value: &Value| value.get("value").unwrap_or(value).as_f64().unwrap_or(0.0);
    let all: Option<Vec<&Value>> = values.iter().map(Option::as_ref).collect();
    let mut all = all?.into_iter();
    let first = all.next()?;
    let least = all.fold(first, |least, value| {
        if amount(value) < amount(least) {
            value
        } else {
            least
        }
    });
    Some(least.clone())
}

/// Puts a value where a path leads; of lists into the first entry.
fn put(whole: &mut Value, path: &Path, value: Value) {
    let mut at = whole;
    for step in path.steps() {
        at = &mut at[&*step.member];
        if step.is_list {
            if !at.is_array() {
                *at = json!([{}]);
            }
            at = &mut at[0];
        }
    }
    *at = value;
}

/// A removable ramp is not spoken of where there is a fixed one, and no entrance with a ramp is level.
fn keep_the_rules_of_entrances(whole: &mut Value) {
    let entrance = whole.pointer_mut("/entrances/0/properties");
    if let Some(Value::Object(entrance)) = entrance {
        entrance.insert("isMainEntrance".to_owned(), true.into());
        if entrance.get("hasFixedRamp") == Some(&true.into()) {
            entrance.remove("hasRemovableRamp");
            if entrance.contains_key("isLevel") {
                entrance.insert("isLevel".to_owned(), false.into());
            }
        }
    }
}

fn rate(whole: &mut Value, ratings: &Ratings) {
    let rating = |need| ratings.rated(need).rating;
    let grade = match rating(Need::Wheelchair) {
        Rating::Full => Some("fully"),
        Rating::Partial => Some("partially"),
        Rating::None => Some("not"),
        Rating::Unknown => None,
    };
    if let Some(grade) = grade {
        whole["wheelchairAccessibilityGrade"] = grade.into();
    }
    let hears = rating(Need::Deaf) == rating(Need::HardOfHearing);
    let hearing = if hears {
        rating(Need::Deaf)
    } else {
        Rating::Unknown
    };
    for (word, rating) in [
        ("wheelchair", rating(Need::Wheelchair)),
        ("mobilityImpairment", rating(Need::Walking)),
        ("blindness", rating(Need::Blind)),
        ("visualImpairment", rating(Need::LowVision)),
        ("hearingImpairment", hearing),
        ("learningImpairment", rating(Need::Cognitive)),
    ] {
        if rating != Rating::Unknown {
            whole["accessibleWith"][word] = (rating == Rating::Full).into();
            whole["partiallyAccessibleWith"][word] = (rating == Rating::Partial).into();
        }
    }
}
