//! What published audits say, for programs: each as a GeoJSON feature, and all raw measurements as a table.

use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::barrier_free::catalogue::Sort;
use crate::barrier_free::rating::Reason;
use crate::barrier_free::sheet::Answer;
use crate::barrier_free::{KeyFacts, Ratings, Truth};
use crate::domain::audit::life::Due;
use crate::domain::audit::{AuditId, Auditor, CatalogueVersion, Depth, Rating, Source, Verdict};
use crate::domain::{DistrictId, KindId, Need, PlaceId, Shape, cell};
use crate::export::geojson::{FeatureType, PlaceUrl};
use crate::snapshot::{Accessibility, Located, Snapshot};

/// What a place's feature says of a need: nobody has looked, or what an audit found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NeedAnswer(Option<Rating>);

impl NeedAnswer {
    /// What is known of a place and a need.
    #[must_use]
    pub fn of(located: &Located, need: Need) -> Self {
        Self(located.audited().map(|own| own.rating(need)))
    }

    /// Its name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self.0 {
            None => NOT_CHECKED,
            Some(rating) => rating.as_str(),
        }
    }
}

/// The answer where nobody has looked.
pub const NOT_CHECKED: &str = "not_checked";

/// Need by need what an audit found at a place, and until when that holds. It depends on no clock.
pub struct PlaceAccessibility<'a>(pub &'a Located);

impl Serialize for PlaceAccessibility<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let needs = Need::ALL.iter().copied();
        let needs = needs.map(|need| (need.as_str(), NeedAnswer::of(self.0, need).as_str().into()));
        let mut members: Vec<(&str, Value)> = needs.collect();
        if let Some(own) = self.0.audited() {
            let audit = own.audit();
            members.extend([
                ("audit", audit.id.to_string().into()),
                ("audited_on", audit.audited_on.to_string().into()),
                ("holds_until", audit.holds_until().to_string().into()),
                ("change_reports", audit.change_reports.into()),
                ("depth", audit.depth.as_str().into()),
                ("incomplete", is_incomplete(own).into()),
                ("facts", serde_json::json!(own.facts())),
            ]);
        }
        serializer.collect_map(members)
    }
}

fn is_incomplete(own: &Accessibility) -> bool {
    own.ratings().is_none_or(Ratings::is_incomplete)
}

/// A published audit as a GeoJSON feature: at the marker of its place.
#[derive(Serialize)]
pub struct AuditFeature<'a> {
    #[serde(rename = "type")]
    kind: FeatureType,
    id: AuditId,
    geometry: Shape,
    properties: AuditProperties<'a>,
}

#[derive(Serialize)]
struct AuditProperties<'a> {
    place: PlaceId,
    place_name: &'a str,
    place_kind: KindId,
    place_url: PlaceUrl<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    district: Option<&'a DistrictId>,
    source: Source,
    depth: Depth,
    criteria: &'a CatalogueVersion,
    revision: u32,
    auditors: &'a [Auditor],
    /// Whether nobody was on the spot, and every value is made up.
    made_up: bool,
    audited_on: NaiveDate,
    published_on: NaiveDate,
    /// The last day on which it says something certain, and whether that is over.
    holds_until: NaiveDate,
    is_stale: bool,
    /// How many reports of a change since the audit were accepted, and why the place is to be audited again.
    change_reports: u32,
    re_audit_due: Vec<Due>,
    facts: KeyFacts,
    /// Need by need; none where the criteria are not known any more.
    ratings: Named<RatedFacts>,
    /// Whether no need is shut out (S1), and whether all are met (S2): yes, no or unknown.
    meets_minimum: &'static str,
    meets_standard: &'static str,
    verdicts: Named<Verdict>,
    sheet: &'a Value,
}

#[derive(Serialize)]
struct RatedFacts {
    rating: Rating,
    reason: Reason,
    incomplete: bool,
}

/// Values by names, in their own order.
struct Named<T>(Vec<(String, T)>);

impl<T: Serialize> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl<'a> AuditFeature<'a> {
    /// The feature of what is published of a place, as it stands on a day.
    #[must_use]
    pub fn new(
        snapshot: &'a Snapshot,
        (located, own): (&'a Located, &'a Accessibility),
        today: NaiveDate,
    ) -> Self {
        let (place, audit) = (&located.place, own.audit());
        let ratings = own.ratings();
        Self {
            kind: FeatureType::Feature,
            id: audit.id,
            geometry: Shape::Point(place.shape.label()),
            properties: AuditProperties {
                place: place.id,
                place_name: &place.name,
                place_kind: place.kind,
                place_url: PlaceUrl(located),
                district: snapshot.district_of(located).map(|district| &district.id),
                source: audit.source,
                depth: audit.depth,
                criteria: &audit.criteria,
                revision: audit.revision.number(),
                auditors: &audit.auditors,
                made_up: audit.is_made_up(),
                audited_on: audit.audited_on,
                published_on: audit.published_on,
                holds_until: audit.holds_until(),
                is_stale: own.is_stale(today),
                change_reports: audit.change_reports,
                re_audit_due: own.due(today),
                facts: own.facts(),
                ratings: Named(rated(own)),
                meets_minimum: word(ratings.map_or(Truth::Unknown, Ratings::meets_minimum)),
                meets_standard: word(ratings.map_or(Truth::Unknown, Ratings::meets_standard)),
                verdicts: Named(verdicts(own)),
                sheet: &audit.sheet,
            },
        }
    }
}

const fn word(truth: Truth) -> &'static str {
    match truth {
        Truth::Yes => "yes",
        Truth::No => "no",
        Truth::Unknown => "unknown",
    }
}

fn rated(own: &Accessibility) -> Vec<(String, RatedFacts)> {
    let all = own.ratings().into_iter().flat_map(Ratings::iter);
    let facts = all.map(|(need, rated)| {
        let facts = RatedFacts {
            rating: rated.rating,
            reason: rated.reason,
            incomplete: rated.is_incomplete,
        };
        (need.to_string(), facts)
    });
    facts.collect()
}

fn verdicts(own: &Accessibility) -> Vec<(String, Verdict)> {
    let known = own.sheet().zip(own.verdicts());
    let all = known.into_iter().flat_map(|(sheet, verdicts)| {
        let criteria = sheet.catalogue().criteria().iter();
        criteria.zip(verdicts.iter())
    });
    all.map(|(criterion, verdict)| (criterion.id.to_string(), verdict))
        .collect()
}

const COLUMNS: [&str; 14] = [
    "audit",
    "revision",
    "place",
    "place_name",
    "source",
    "depth",
    "criteria",
    "audited_on",
    "criterion",
    "reading",
    "value",
    "unit",
    "estimated",
    "made_up",
];

/// Every reading of published audits as CSV, one row each: what was measured, and nothing that follows from it.
#[must_use]
pub fn measurements_csv<'a>(
    audits: impl Iterator<Item = &'a (&'a Located, &'a Accessibility)>,
) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .from_writer("\u{feff}".as_bytes().to_vec());
    // Writing to memory does not fail, and every row has the same columns.
    let _ = writer.write_record(COLUMNS);
    for (located, own) in audits {
        for row in rows(located, own) {
            let _ = writer.write_record(row.iter().map(|text| cell::written(text).into_owned()));
        }
    }
    writer.into_inner().unwrap_or_default()
}

fn rows(located: &Located, own: &Accessibility) -> Vec<[String; COLUMNS.len()]> {
    let (place, audit) = (&located.place, own.audit());
    let Some(sheet) = own.sheet() else {
        return Vec::new();
    };
    let readings = sheet.catalogue().criteria().iter();
    let readings = readings.flat_map(|own| own.readings.iter().map(move |reading| (own, reading)));
    let rows = readings.filter_map(|(criterion, reading)| {
        let (of, id) = (criterion.id.as_str(), reading.id.as_str());
        let value = match sheet.answer(of, id)? {
            Answer::Amount(amount) => amount.value().to_string().replace('.', ","),
            Answer::YesNo(yes) => if yes { "yes" } else { "no" }.to_owned(),
            Answer::Choice(name) => name.into(),
        };
        let unit = match &reading.sort {
            Sort::Amount(unit) => unit.as_str(),
            Sort::YesNo | Sort::Choice(_) => "",
        };
        let is_estimated = sheet.is_estimated(of, id);
        Some([
            audit.id.to_string(),
            audit.revision.number().to_string(),
            place.id.to_string(),
            place.name.to_string(),
            audit.source.to_string(),
            audit.depth.to_string(),
            audit.criteria.to_string(),
            audit.audited_on.to_string(),
            of.to_owned(),
            id.to_owned(),
            value,
            unit.to_owned(),
            if is_estimated { "yes" } else { "" }.to_owned(),
            if audit.is_made_up() { "yes" } else { "" }.to_owned(),
        ])
    });
    rows.collect()
}
