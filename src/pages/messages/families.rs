//! Messages whose keys are made from the members of types.

use std::collections::BTreeSet;

use crate::domain::event::{Demand, Effort};
use crate::domain::note::NoteFault;
use crate::domain::place::{
    Access, Cost, OperatorType, Origin, OsmTag, PositionQuality, Restriction, Status, Toilets,
};
use crate::domain::staff::Role;
use crate::domain::suggestion::{Decision, Doubt, Ground, Matter, Withheld};
use crate::domain::{Amenity, Boundary, Fact, Need, Topic};
use crate::snapshot::SpotSource;

/// What the page of events lets one choose from.
const ASKED: [&str; 6] = [
    "topics", "district", "place", "language", "effort", "demand",
];

/// The keys of one family.
fn of<T: ToString>(prefix: &str, members: &[T]) -> Vec<String> {
    let keys = members.iter();
    keys.map(|member| format!("{prefix}-{}", member.to_string()))
        .collect()
}

/// Messages whose keys are made from the members of a type.
pub(super) fn all() -> BTreeSet<String> {
    let days = ["mo", "tu", "we", "th", "fr", "sa", "su"];
    let said_otherwise = ["consumption-unknown", "own-food-unknown", "audience-age"];
    [
        of("topic", Topic::ALL),
        of("amenity", Amenity::ALL),
        of("status", Status::ALL),
        of("access", Access::ALL),
        of("cost", Cost::ALL),
        of("toilets", Toilets::ALL),
        of("audience", Restriction::ALL),
        of("origin", Origin::ALL),
        of("position", PositionQuality::ALL),
        of("operator", OperatorType::ALL),
        of("fact", Fact::ALL),
        of("consumption", Fact::ALL),
        of("own-food", Fact::ALL),
        of("day", &days),
        of("weekday", &days),
        of("cls", &["room", "outdoor"]),
        of("place-cls", &["room", "outdoor"]),
        of("osm-value", &["yes", "limited", "no", "designated"]),
        of("osm-tag", OsmTag::ALL),
        of("osm-tag", &["wheelchair"]),
        of("need", Need::ALL),
        of("walker", crate::walk::Profile::ALL),
        of("role", Role::ALL),
        of("staff-news", &news_kinds()),
        of("staff-state", Decision::ALL),
        of("staff-was", Decision::ALL),
        of("staff-matter", Matter::ALL),
        of("staff-ground", Ground::ALL),
        of("staff-withheld", Withheld::ALL),
        of("staff-withheld-about", Withheld::ALL),
        of("staff-doubt", Doubt::ALL),
        of("staff-doubt-about", Doubt::ALL),
        of("staff-spot", SpotSource::ALL),
        of("staff-note", NoteFault::ALL),
        of_audits_at_the_desk(),
        of("role-about", Role::ALL),
        of("trail", crate::domain::trail::Action::ALL),
        of(
            "staff-place",
            &super::super::staff::place_columns().collect::<Vec<_>>(),
        ),
        of(
            "staff-field",
            &["name", "password", "new-password", "again"],
        ),
        of("language", &super::super::place::LANGUAGES),
        of("month", &(1..=12).collect::<Vec<_>>()),
        of("finder", &["now", "evening", "sunday"]),
        of("boundary", Boundary::ALL),
        of("district", &["room", "outdoor"]),
        of("problem", &["place", "district", "criteria"]),
        of(
            "problem",
            &["place-title", "district-title", "criteria-title"],
        ),
        of(
            "problem",
            &["busy", "page", "too-large", "too-many", "too-slow"],
        ),
        of(
            "problem",
            &[
                "busy-title",
                "page-title",
                "too-large-title",
                "too-many-title",
                "too-slow-title",
            ],
        ),
        of("rule", &["unknown", "repeated", "fragment"]),
        of("rule", &super::super::question::names().collect::<Vec<_>>()),
        of("rule", &super::super::events::names().collect::<Vec<_>>()),
        of("rule", &super::super::planning::names().collect::<Vec<_>>()),
        planning_families(),
        super::super::flow::families(),
        super::super::safety::families(),
        of("reports-desk-purpose", crate::domain::report::Purpose::ALL),
        of_barriers(),
        super::super::staff::way_words(),
        super::super::planning::barriers_families(),
        super::super::staff::measures_families(),
        super::super::staff::prevention_families(),
        super::super::counselling::families(),
        super::super::prevention::families(),
        of("effort", Effort::ALL),
        of("demand", Demand::ALL),
        of("events-by", &ASKED),
        of("events-any", &ASKED),
    ]
    .into_iter()
    .flatten()
    .filter(|key| !said_otherwise.contains(&key.as_str()))
    .collect()
}

/// What the planner's pages say of the members of types.
fn planning_families() -> Vec<String> {
    use crate::coverage::{AgeGroup, Failing, Level, Missing, Need};
    use crate::domain::residents::ResidentSource;
    use crate::walk::Engine;
    let families: [(&str, Vec<&str>); 11] = [
        ("level", Level::ALL.iter().map(|own| own.as_str()).collect()),
        ("step", vec!["1", "2", "3"]),
        ("need", Need::ALL.iter().map(|own| own.as_str()).collect()),
        ("holds", Fact::ALL.iter().map(|own| own.as_str()).collect()),
        (
            "missing",
            Missing::ALL.iter().map(|own| own.as_str()).collect(),
        ),
        ("failing", Failing::KEYS.to_vec()),
        (
            "ages",
            AgeGroup::ALL.iter().map(|own| own.as_str()).collect(),
        ),
        (
            "source",
            ResidentSource::ALL.iter().map(|own| own.as_str()).collect(),
        ),
        (
            "engine",
            Engine::ALL.iter().map(|own| own.as_str()).collect(),
        ),
        (
            "elsewhere",
            vec![Engine::BarrierLine.as_str(), Engine::Line.as_str()],
        ),
        ("sort", super::super::planning::SORTS.to_vec()),
    ];
    let all = families.into_iter().flat_map(|(name, members)| {
        let members = members.into_iter();
        members.map(move |own| format!("planning-{name}-{own}"))
    });
    let maps = ["room", "outdoor"].map(|own| format!("planning-map-{own}"));
    all.chain(maps).collect()
}

/// The sorts of news as messages call them.
fn news_kinds() -> Vec<String> {
    let kinds = crate::domain::news::NewsKind::ALL.iter();
    kinds.map(|kind| kind.as_str().replace('.', "-")).collect()
}

/// What pages say of what audits find, and of the criteria.
fn of_barriers() -> Vec<String> {
    use crate::barrier_free::catalogue::{Area, Mark, Severity};
    use crate::barrier_free::rating::Reason;
    use crate::domain::audit::{Auditor, Depth, Rating, Verdict};
    [
        of("rating", Rating::ALL),
        of("rating-why", Reason::ALL),
        of("verdict", Verdict::ALL),
        of("auditor", Auditor::ALL),
        of("depth", Depth::ALL),
        of("area", Area::ALL),
        of("severity", Severity::ALL),
        of("severity-about", Severity::ALL),
        of("mark", Mark::ALL),
        of("mark-about", Mark::ALL),
        of("criteria-only", &["indoor", "outdoor"]),
    ]
    .concat()
}

/// What the desk says of audits and measures.
fn of_audits_at_the_desk() -> Vec<String> {
    use crate::domain::audit::Source;
    use crate::domain::audit::life::{Move, State};
    use crate::domain::audit::measure::CostClass;
    [
        of("staff-audit-state", State::ALL),
        of("staff-audit-move", Move::ALL),
        of("staff-audit-source", Source::ALL),
        of("staff-cost", CostClass::ALL),
    ]
    .concat()
}
