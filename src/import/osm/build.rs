//! Places and boundaries put together from tags, ways and corners.

use std::collections::HashMap;

use geo::{MultiLineString, MultiPolygon};

use super::extract::{Boundary, Extract, Object, Outline, Shelters};
use super::id::OsmId;
use super::members::Members;
use super::report::{Finding, Report};
use super::rings::{self, Assembly, Strand};
use super::scan::{Group, Scan, WayPlace};
use super::stray;
use super::words::Reader;
use crate::domain::catalogue::Tags;
use crate::domain::shape::{CheckedArea, check_area};
use crate::domain::words::Name;
use crate::domain::{Catalogue, CityMap, KindId, Location, Shape};

/// The kind that is a line, closed or not; every other way or relation encloses ground.
const TRAIL: &str = "trail";

/// The kinds that always cover ground: a point is only a hint at where.
const GROUND: [&str; 2] = ["park", "square"];

/// Builds an extract out of what the passes over the file found.
pub(super) fn build(scan: Scan, members: &Members, far_away_m: f64) -> Extract {
    let mut building = Building {
        members,
        outlined: HashMap::new(),
        objects: Vec::new(),
        boundaries: Vec::new(),
        shelters: Shelters(scan.shelters.clone()),
        report: Report {
            nodes: scan.node_count,
            ways: scan.way_count,
            relations: scan.relation_count,
            shelters: scan.shelters.len(),
            nodes_off_earth: scan.nodes_off_earth,
            tags_dropped: scan.tags_dropped,
            ..Report::default()
        },
    };
    for (number, node) in scan.nodes {
        let coord = geo::Coord::from(node.corner);
        let location = Location::from_lon_lat(coord.x, coord.y);
        let shape = Shape::Point(location.expect("a corner lies on the earth"));
        building.add(OsmId::Node(number), node.kind, shape, node.tags);
    }
    // Relations first: they tell which ways are nothing but their outlines.
    for (number, group) in scan.groups {
        building.group(OsmId::Relation(number), group);
    }
    for (number, way) in scan.ways {
        building.way(number, way);
    }
    building.finish(far_away_m)
}

struct Building<'a> {
    members: &'a Members,
    /// Outer ways of places that are relations, with kind and name of the place.
    outlined: HashMap<i64, (KindId, Option<String>)>,
    objects: Vec<Object>,
    boundaries: Vec<Boundary>,
    shelters: Shelters,
    report: Report,
}

impl Building<'_> {
    fn add(&mut self, id: OsmId, kind: KindId, shape: Shape, tags: Tags) {
        *self.report.places.entry(kind.as_str()).or_default() += 1;
        if matches!(shape, Shape::Point(_)) && GROUND.contains(&kind.as_str()) {
            self.report.note(Finding::PointOnly, id);
        }
        let object = Object {
            id,
            kind,
            shape,
            tags,
        };
        if object.has_unusable_value() {
            self.report.note(Finding::UnusableValue, id);
        }
        self.objects.push(object);
    }

    fn way(&mut self, number: i64, WayPlace { kind, tags }: WayPlace) {
        let id = OsmId::Way(number);
        if self.is_outline_of_same_place(number, kind, &tags) {
            return self.report.note(Finding::SameAsRelation, id);
        }
        let Some(line) = self.members.line(number) else {
            return self.report.note(Finding::NoGeometry, id);
        };
        let whole = line.missing_nodes == 0;
        let strands: Vec<Strand> = line.strands(false).collect();
        if strands.is_empty() {
            self.report.note(Finding::NoGeometry, id);
        } else if kind.as_str() == TRAIL {
            if !whole {
                self.report.note(Finding::MissingNodes, id);
            }
            self.add_lines(id, kind, strands, tags);
        } else {
            let assembly = rings::assemble(&strands, whole);
            if assembly.loose_ends > 0 {
                self.report.note(Finding::NotClosed, id);
            } else if let Some(area) = self.ground(id, assembly) {
                self.add(id, kind, Shape::Area(area), tags);
            }
        }
    }

    /// Whether a relation is already the place that the way stands for.
    fn is_outline_of_same_place(&self, way: i64, kind: KindId, tags: &Tags) -> bool {
        self.outlined.get(&way).is_some_and(|(outlined, name)| {
            *outlined == kind && (tags.get("name").is_none() || tags.get("name") == name.as_ref())
        })
    }

    fn group(&mut self, id: OsmId, group: Group) {
        let (strands, missing) = self.strands(&group);
        if group.is_boundary {
            self.boundary(id, &group, &strands, missing == Missing::Nothing);
        }
        let Some(kind) = group.kind else { return };
        let sort = group.tags.get("type").map(String::as_str);
        if strands.is_empty() {
            self.report.note(Finding::NoGeometry, id);
        } else if kind.as_str() == TRAIL {
            self.note_missing(id, missing);
            self.add_lines(id, kind, strands, group.tags);
        } else if matches!(sort, Some("multipolygon" | "boundary")) {
            self.multipolygon(id, kind, group, &strands, missing);
        } else {
            self.report.note(Finding::OtherRelation, id);
        }
    }

    fn multipolygon(
        &mut self,
        id: OsmId,
        kind: KindId,
        group: Group,
        strands: &[Strand],
        missing: Missing,
    ) {
        let assembly = rings::assemble(strands, missing == Missing::Nothing);
        let (loose_ends, wrong_roles) = (assembly.loose_ends, assembly.wrong_roles);
        let Some(area) = self.ground(id, assembly) else {
            return;
        };
        self.note_missing(id, missing);
        if missing == Missing::Nothing && loose_ends > 0 {
            self.report.note(Finding::PartlyClosed, id);
        }
        if wrong_roles {
            self.report.note(Finding::WrongRoles, id);
        }
        let name = group.tags.get("name");
        for member in group.members.iter().filter(|member| !member.inner) {
            self.outlined.insert(member.way, (kind, name.cloned()));
        }
        self.add(id, kind, Shape::Area(area), group.tags);
    }

    fn add_lines(&mut self, id: OsmId, kind: KindId, strands: Vec<Strand>, tags: Tags) {
        let lines: Vec<_> = rings::chain(strands)
            .into_iter()
            .map(|line| line.into_iter().map(geo::Coord::from).collect())
            .collect();
        if lines.is_empty() {
            return self.report.note(Finding::NoGeometry, id);
        }
        self.add(id, kind, Shape::Line(MultiLineString::new(lines)), tags);
    }

    fn note_missing(&mut self, id: OsmId, missing: Missing) {
        match missing {
            Missing::Nothing => {}
            Missing::Nodes => self.report.note(Finding::MissingNodes, id),
            Missing::Members => self.report.note(Finding::MissingMembers, id),
        }
    }

    /// The member ways as far as the file has them.
    fn strands(&self, group: &Group) -> (Vec<Strand>, Missing) {
        let mut missing = Missing::Nothing;
        let mut strands = Vec::new();
        for member in &group.members {
            let Some(line) = self.members.line(member.way) else {
                missing = Missing::Members;
                continue;
            };
            if line.missing_nodes > 0 {
                missing = missing.max(Missing::Nodes);
            }
            strands.extend(line.strands(member.inner));
        }
        (strands, missing)
    }

    /// The checked ground, or nothing and a finding.
    fn ground(&mut self, id: OsmId, assembly: Assembly) -> Option<MultiPolygon<f64>> {
        if assembly.area.0.is_empty() {
            self.report.note(Finding::NotClosed, id);
            return None;
        }
        let Ok(CheckedArea { area, mended }) = check_area(assembly.area) else {
            self.report.note(Finding::InvalidArea, id);
            return None;
        };
        if mended {
            self.report.note(Finding::Mended, id);
        }
        Some(area)
    }

    fn boundary(&mut self, id: OsmId, group: &Group, strands: &[Strand], whole: bool) {
        let reader = Reader::new(&group.tags);
        let level = reader.number("admin_level");
        let name: Option<Name> = reader.first(&["name:de", "name"]);
        let name = name.filter(|own| !Catalogue::shipped().is_blocked_name(own));
        let (Some(level @ 1..=12), Some(name)) = (level, name) else {
            return self.report.note(Finding::UnnamedBoundary, id);
        };
        let outline = if whole {
            self.outline(id, strands)
        } else {
            Outline::Open
        };
        let counts = self.report.boundaries.entry(level).or_default();
        match outline {
            Outline::Closed(_) => counts.closed += 1,
            Outline::Open | Outline::Invalid => counts.open += 1,
        }
        self.boundaries.push(Boundary {
            id,
            level,
            name,
            outline,
            tags: group.tags.clone(),
        });
    }

    fn outline(&mut self, id: OsmId, strands: &[Strand]) -> Outline {
        let assembly = rings::assemble(strands, true);
        if assembly.loose_ends > 0 || assembly.area.0.is_empty() {
            return Outline::Open;
        }
        if assembly.wrong_roles {
            self.report.note(Finding::WrongRoles, id);
        }
        self.ground(id, assembly)
            .map_or(Outline::Invalid, Outline::Closed)
    }

    fn finish(mut self, far_away_m: f64) -> Extract {
        self.objects.sort_unstable_by_key(|object| object.id);
        for id in stray::far_away(&self.objects, far_away_m) {
            self.report.note(Finding::FarAway, id);
        }
        Extract {
            map: CityMap::default(),
            settlements: Vec::new(),
            boundaries: self.boundaries,
            objects: self.objects,
            shelters: self.shelters,
            report: self.report,
        }
    }
}

/// What of a relation is not in the file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Missing {
    Nothing,
    Nodes,
    Members,
}
