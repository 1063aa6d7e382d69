//! Audits as `A11yJSON`, there and back.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use miteinander::barrier_free::catalogue::{Catalogue, KnownBy, Sort};
use miteinander::barrier_free::evaluate::Verdicts;
use miteinander::barrier_free::sheet::Answer;
use miteinander::barrier_free::{Basis, Ratings, Sheet, Truth};
use miteinander::domain::KindId;
use miteinander::domain::audit::{Amount, Depth, Source, Unit};
use miteinander::export::a11yjson as export;
use miteinander::import::a11yjson as import;
use serde_json::{Value, json};

use crate::random::Dice;

static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| {
    let text = include_str!("../../geodata/catalogue/criteria/lb-draft-1.toml");
    Arc::new(Catalogue::from_toml(text).unwrap())
});

fn sheet(answers: &Value) -> Sheet {
    Sheet::from_json(&CATALOGUE, answers).unwrap()
}

fn exported(sheet: &Sheet) -> Value {
    let library: KindId = "library".parse().unwrap();
    let basis = Basis {
        source: Source::Audit,
        depth: Depth::Full,
    };
    let ratings = Ratings::of(&CATALOGUE, &Verdicts::of(sheet, library), basis);
    export::accessibility(sheet, &ratings)
}

fn imported(accessibility: &Value) -> Sheet {
    let found = import::read(&CATALOGUE, accessibility).unwrap();
    assert_eq!(found.left_out, []);
    found.sheet
}

/// A sheet with any answers, a third of them missing.
fn any_sheet(dice: &mut Dice) -> Sheet {
    let mut sheet = Sheet::empty(&CATALOGUE);
    for condition in CATALOGUE.conditions() {
        if matches!(condition.known_by, KnownBy::Asking) && !dice.chance(33) {
            let holds = dice.chance(50);
            sheet
                .set_condition(condition.id.as_str(), Some(holds))
                .unwrap();
        }
    }
    for criterion in CATALOGUE.criteria() {
        for reading in &criterion.readings {
            if dice.chance(33) {
                continue;
            }
            let answer = match &reading.sort {
                Sort::YesNo => Answer::YesNo(dice.chance(50)),
                Sort::Choice(choices) => {
                    let at = dice.below(u32::try_from(choices.len()).unwrap());
                    Answer::Choice(choices[at as usize].id.as_str().into())
                }
                Sort::Amount(unit) => {
                    let most = u32::try_from(unit.most()).unwrap();
                    let value = match unit {
                        Unit::Count => f64::from(dice.below(most + 1)),
                        _ => f64::from(dice.below(most * 1000 + 1)) / 1000.0,
                    };
                    Answer::Amount(Amount::new(value, *unit).unwrap())
                }
            };
            let (criterion, reading) = (criterion.id.as_str(), reading.id.as_str());
            sheet.set(criterion, reading, Some(&answer)).unwrap();
            if matches!(answer, Answer::Amount(_)) && dice.chance(10) {
                sheet.set_estimated(criterion, reading, true).unwrap();
            }
        }
    }
    sheet
}

#[test]
fn what_was_read_off_stands_where_the_format_has_a_word_for_it() {
    let sheet = sheet(&json!({
        "conditions": { "ramp_exists": false, "bell_needed": true },
        "readings": {
            "C14": { "steps": 1, "max_step_cm": 15, "mobile_ramp": true },
            "C18": { "width_cm": 84.5 },
            "C35": { "system": "fm", "tested_within_12m": true },
            "C06": { "tactile_route": false },
            "C31": { "tactile_inside": true },
            "C39": { "wc": true },
            "C40": { "w_cm": 160, "d_cm": 150 },
            "C43": { "alarm": true },
        },
        "estimated": { "C18": ["width_cm"] },
    }));
    let cm = |value| json!({ "value": value, "unit": "cm" });
    assert_eq!(
        exported(&sheet),
        json!({
            "entrances": [{ "properties": {
                "isMainEntrance": true,
                "hasFixedRamp": false,
                "isLevel": false,
                "stairs": { "count": 1, "stepHeight": cm(15) },
                "hasRemovableRamp": true,
                "door": {
                    "needsDoorbell": true,
                    "width": { "value": 84.5, "unit": "cm", "operator": "~" },
                },
            } }],
            "hasInductionLoop": false,
            "hasTactileGuideStrips": true,
            "restrooms": [{
                "isAccessibleWithWheelchair": true,
                "turningSpaceInside": cm(150),
                "hasEmergencyPullstring": true,
            }],
        })
    );
}

#[test]
fn a_removable_ramp_is_not_spoken_of_where_there_is_a_fixed_one() {
    let sheet = sheet(&json!({
        "conditions": { "ramp_exists": true },
        "readings": {
            "C14": { "steps": 0, "mobile_ramp": false },
            "C15": { "ramp_pct": 6 },
        },
    }));
    let entrance = &exported(&sheet)["entrances"][0]["properties"];
    assert_eq!(entrance.get("hasRemovableRamp"), None);
    assert_eq!(entrance["isLevel"], false);
    assert_eq!(entrance["slopeAngle"], json!({ "value": 6, "unit": "%" }));
}

#[test]
fn ratings_are_told_and_what_is_unknown_is_left_out() {
    let nothing = exported(&Sheet::empty(&CATALOGUE));
    assert_eq!(nothing, json!({}));
    let barred = exported(&sheet(&json!({
        "readings": { "C14": { "steps": 3, "max_step_cm": 17, "mobile_ramp": false } },
    })));
    assert_eq!(barred["wheelchairAccessibilityGrade"], "not");
    assert_eq!(barred["accessibleWith"], json!({ "wheelchair": false }));
    assert_eq!(
        barred["partiallyAccessibleWith"],
        json!({ "wheelchair": false })
    );
}

#[test]
fn an_export_loses_nothing_that_the_format_can_hold() {
    for seed in 0..200 {
        let before = any_sheet(&mut Dice(seed));
        let found = import::read(&CATALOGUE, &exported(&before)).unwrap();
        for left_out in &found.left_out {
            assert_eq!(
                left_out.field, "hasTactileGuideStrips",
                "{seed}: {left_out}"
            );
        }
        let after = found.sheet;
        let has_ramp = before.condition("ramp_exists") == Truth::Yes;
        for condition in CATALOGUE.conditions() {
            let id = condition.id.as_str();
            if condition.exchange.is_some() {
                assert_eq!(after.condition(id), before.condition(id), "{seed} {id}");
            }
        }
        for criterion in CATALOGUE.criteria() {
            for reading in &criterion.readings {
                let (criterion, id) = (criterion.id.as_str(), reading.id.as_str());
                let says_itself = reading.exchange.iter().any(|own| own.when.is_none());
                // Listed at the export: two readings with one word, and a ramp beside a ramp.
                let is_lost = matches!(id, "w_cm" | "d_cm" | "tactile_route" | "tactile_inside")
                    || (id == "mobile_ramp" && has_ramp);
                if says_itself && !is_lost {
                    let answers = [&after, &before].map(|sheet| sheet.answer(criterion, id));
                    assert_eq!(answers[0], answers[1], "{seed} {criterion}.{id}");
                    let estimates = [&after, &before].map(|own| {
                        own.answer(criterion, id).is_some_and(|own| {
                            matches!(own, Answer::Amount(amount) if amount.unit() != Unit::Count)
                        }) && own.is_estimated(criterion, id)
                    });
                    assert_eq!(estimates[0], estimates[1], "{seed} {criterion}.{id}");
                }
            }
        }
    }
}

#[test]
fn a_turning_space_comes_back_as_its_shorter_side() {
    let back = imported(&exported(&sheet(&json!({
        "readings": { "C40": { "w_cm": 160, "d_cm": 150 } },
    }))));
    let side = Some(Answer::Amount(
        Amount::new(150.0, Unit::Centimetres).unwrap(),
    ));
    assert_eq!(back.answer("C40", "w_cm"), side);
    assert_eq!(back.answer("C40", "d_cm"), side);
}

#[test]
fn quantities_are_understood_as_others_write_them() {
    let width = |own: Value| {
        let sheet =
            imported(&json!({ "entrances": [{ "properties": { "door": { "width": own } } }] }));
        match sheet.answer("C18", "width_cm") {
            Some(Answer::Amount(amount)) => amount.value(),
            other => panic!("{other:?}"),
        }
    };
    for own in [
        json!("90cm"),
        json!("0.9 m"),
        json!({ "value": 0.9 }),
        json!({ "value": 900, "unit": "mm", "operator": "==" }),
    ] {
        assert!((width(own.clone()) - 90.0).abs() < 1e-9, "{own}");
    }
}

#[test]
fn what_does_not_exist_is_none_and_a_level_entrance_has_no_steps() {
    let own = imported(&json!({
        "entrances": [{ "properties": { "isLevel": true } }],
        "parking": null,
        "hasInductionLoop": true,
    }));
    let none = Some(Answer::Amount(Amount::new(0.0, Unit::Count).unwrap()));
    assert_eq!(own.answer("C14", "steps"), none);
    assert_eq!(own.answer("C14", "max_step_cm"), None);
    assert_eq!(own.answer("C08", "spaces"), none);
    let system = own.answer("C35", "system");
    assert_eq!(system, Some(Answer::Choice("loop".into())));
}

#[test]
fn of_several_entrances_the_main_one_counts_and_without_one_none() {
    let door = |width: &str, is_main: bool| json!({ "properties": { "isMainEntrance": is_main, "door": { "width": width } } });
    let two = json!({ "entrances": [door("70cm", false), door("95cm", true)] });
    let side = Amount::new(95.0, Unit::Centimetres)
        .map(Answer::Amount)
        .ok();
    assert_eq!(imported(&two).answer("C18", "width_cm"), side);
    let none = json!({ "entrances": [door("70cm", false), door("95cm", false)] });
    let found = import::read(&CATALOGUE, &none).unwrap();
    assert_eq!(found.sheet.answer("C18", "width_cm"), None);
    assert!(
        found
            .left_out
            .iter()
            .any(|own| own.reason.contains("several entries"))
    );
}

#[test]
fn what_is_not_understood_is_left_out_with_a_sentence_and_never_a_crash() {
    for (own, field) in [
        (json!({ "isWellLit": "yes" }), "isWellLit"),
        (json!({ "pathways": { "width": "wide" } }), "pathways.width"),
        (
            json!({ "pathways": { "width": "80..90cm" } }),
            "pathways.width",
        ),
        (
            json!({ "pathways": { "width": { "value": 80, "unit": "cm", "operator": ">=" } } }),
            "pathways.width",
        ),
        (
            json!({ "pathways": { "width": { "value": -1, "unit": "cm" } } }),
            "pathways.width",
        ),
        (
            json!({ "pathways": { "width": { "value": 3, "unit": "furlong" } } }),
            "pathways.width",
        ),
        (json!({ "pathways": { "width": true } }), "pathways.width"),
        (
            json!({ "wheelchairPlaces": { "count": 1.5 } }),
            "wheelchairPlaces.count",
        ),
        (
            json!({ "hasTactileGuideStrips": true }),
            "hasTactileGuideStrips",
        ),
    ] {
        let found = import::read(&CATALOGUE, &own).unwrap();
        let fields: Vec<_> = found.left_out.iter().map(|own| &*own.field).collect();
        assert_eq!(fields, [field], "{own}");
        assert_eq!(found.sheet.to_json(), json!({}), "{own}");
    }
    for own in [json!(null), json!([]), json!("x"), json!(3)] {
        let invalid = import::read(&CATALOGUE, &own).unwrap_err();
        assert_eq!(invalid.field, "accessibility");
    }
    let odd =
        json!({ "entrances": {}, "restrooms": [], "parking": 3, "tables": [null], "staff": [[]] });
    assert_eq!(imported(&odd).to_json(), json!({}));
}

/// Where places lie that the browser's tests ask the schemas of the format's own package about: it is written in TypeScript.
const SAMPLES: &str = "web/src/api/a11yjson-samples.json";

/// The members of a value, with those inside them: `entrances.properties.door`. What lists hold counts as theirs.
fn members(value: &Value, within: &str, all: &mut BTreeSet<String>) {
    match value {
        Value::Object(own) => {
            for (name, value) in own {
                let name = format!("{within}.{name}");
                members(value, &name, all);
                all.insert(name);
            }
        }
        Value::Array(own) => own.iter().for_each(|own| members(own, within, all)),
        _ => {}
    }
}

#[test]
fn the_samples_for_the_schemas_of_the_format_have_every_member_that_exports_have() {
    let city = crate::built_in_city::built_in();
    let mut seen = BTreeSet::new();
    let mut samples = Vec::new();
    for (located, seed) in city.places().cycle().zip(0..2_000) {
        let known = match seed {
            0 => json!({}),
            _ => exported(&any_sheet(&mut Dice(seed))),
        };
        let before = seen.len();
        members(&known, "", &mut seen);
        if seed == 0 || seen.len() > before {
            samples.push(export::place_info(&located.place, &known));
        }
    }
    let told = format!("{}\n", Value::Array(samples));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(SAMPLES);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &told).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == told,
        "{SAMPLES} is stale: run `UPDATE_SNAPSHOTS=1 cargo test samples_for_the_schemas`"
    );
}
