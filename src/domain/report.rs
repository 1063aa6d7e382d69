//! What somebody says of how safe they feel somewhere: never who, never the point, never the moment (goals 6.4.1 to 6.4.3).

pub mod answer;
pub mod area;
pub mod epsilon;
pub mod factors;
pub mod period;
pub mod purpose;
pub mod week;

pub use answer::{Band, Category, DayType, Factor, ReportSource, Sensitivity, Wish};
pub use area::{Area, SafetyCell, ZoneId};
pub use epsilon::Epsilon;
pub use factors::Factors;
pub use period::{Period, Product};
pub use purpose::{Look, Purpose};
pub use week::IsoWeek;

/// One report, with everything that is ever kept of it. There is no field for a person, a device, a point, a moment or a
/// sentence, and there must never be one (specification, C.5).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Report {
    /// Where, as a square of 500 m or a zone of the city; the browser had made it so before anything was sent.
    pub area: Area,
    /// What about.
    pub category: Category,
    /// At which part of the day.
    pub band: Band,
    /// On which kind of day.
    pub day: DayType,
    /// The week in which it was told.
    pub week: IsoWeek,
    /// What makes it so.
    pub factors: Factors,
    /// What would help most.
    pub wish: Option<Wish>,
    /// Whether the person stays away; absent where they did not say.
    pub avoids: Option<bool>,
    /// How it came to the city.
    pub source: ReportSource,
}
