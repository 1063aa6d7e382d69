//! What the tags of a way say about walking on it.

use crate::domain::catalogue::Tags;
use crate::domain::fact::Fact;
use crate::domain::walkway::{Smoothness, Surface, WayFacts};

/// The facts of a way; a value that is not understood is unknown.
pub(super) fn of(tags: &Tags) -> WayFacts {
    let value = |key: &str| tags.get(key).map_or("", String::as_str);
    WayFacts {
        off_street: matches!(
            value("highway"),
            "footway" | "path" | "pedestrian" | "steps" | "cycleway" | "corridor" | "bridleway"
        ),
        steps: value("highway") == "steps",
        bridge: !matches!(value("bridge"), "" | "no"),
        lit: fact(value("lit")),
        handrail: fact(value("handrail")),
        wheelchair: fact(value("wheelchair")),
        incline_per_mille: incline_per_mille(value("incline")),
        width_cm: length(value("width"), 100.0),
        kerb_mm: kerb_mm(tags),
        surface: surface(value("surface")),
        smoothness: smoothness(value("smoothness")),
    }
}

fn fact(value: &str) -> Fact {
    match value {
        "yes" | "designated" | "24/7" | "automatic" | "both" | "left" | "right" => Fact::Yes,
        "no" | "disused" => Fact::No,
        _ => Fact::Unknown,
    }
}

/// `6%`, `-6 %` and `10°`; `up` and `down` say nothing about how steep.
fn incline_per_mille(value: &str) -> Option<u16> {
    let number = |unit: char| value.trim().strip_suffix(unit)?.trim().parse::<f64>().ok();
    let share = number('%')
        .map(|percent| percent / 100.0)
        .or_else(|| number('°').map(|degrees| degrees.to_radians().tan()))?;
    whole(share.abs() * 1_000.0)
}

/// Metres, with or without the unit, in parts of `per_metre`.
fn length(value: &str, per_metre: f64) -> Option<u16> {
    let text = value.trim();
    let text = text.strip_suffix('m').unwrap_or(text).trim();
    whole(text.replace(',', ".").parse::<f64>().ok()? * per_metre)
}

fn kerb_mm(tags: &Tags) -> Option<u16> {
    let height = tags.get("kerb:height").and_then(|value| {
        let text = value.trim();
        match text.strip_suffix("cm") {
            Some(cm) => whole(cm.trim().parse::<f64>().ok()? * 10.0),
            None => length(text, 1_000.0),
        }
    });
    height.or_else(|| (tags.get("kerb").map(String::as_str) == Some("flush")).then_some(0))
}

fn whole(number: f64) -> Option<u16> {
    let rounded = number.round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range is checked"
    )]
    (0.0..=f64::from(u16::MAX))
        .contains(&rounded)
        .then_some(rounded as u16)
}

fn surface(value: &str) -> Surface {
    match value {
        "asphalt" | "concrete" | "concrete:plates" | "paved" | "metal" | "wood" | "tartan"
        | "tiles" => Surface::Smooth,
        "paving_stones" | "bricks" | "concrete:lanes" => Surface::Paved,
        "sett" | "cobblestone" | "unhewn_cobblestone" | "cobblestone:flattened" => Surface::Cobbled,
        "gravel" | "fine_gravel" | "compacted" | "pebblestone" | "unpaved" => Surface::Gravel,
        "ground" | "dirt" | "earth" | "grass" | "sand" | "mud" | "woodchips" | "grass_paver" => {
            Surface::Soft
        }
        _ => Surface::Unknown,
    }
}

fn smoothness(value: &str) -> Smoothness {
    match value {
        "excellent" | "good" => Smoothness::Good,
        "intermediate" => Smoothness::Intermediate,
        "bad" | "very_bad" | "horrible" | "very_horrible" | "impassable" => Smoothness::Bad,
        _ => Smoothness::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slope_is_read_in_percent_and_degrees_and_never_guessed() {
        assert_eq!(incline_per_mille("6%"), Some(60));
        assert_eq!(incline_per_mille("-12.5 %"), Some(125));
        assert_eq!(incline_per_mille("45°"), Some(1_000));
        assert_eq!(incline_per_mille("up"), None);
        assert_eq!(incline_per_mille("NaN%"), None);
        assert_eq!(incline_per_mille("1e99%"), None);
    }

    #[test]
    fn a_width_is_metres_with_or_without_the_unit() {
        assert_eq!(length("1.5", 100.0), Some(150));
        assert_eq!(length("1,5 m", 100.0), Some(150));
        assert_eq!(length("-2", 100.0), None);
        assert_eq!(length("wide", 100.0), None);
    }
}
