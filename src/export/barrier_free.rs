//! The planner's view of barriers, for programs, tables and pages: all of them show the values of these reports and reckon with
//! nothing of their own.

mod due;
mod list;
mod measures;
mod obstacles;
mod progress;
mod retrofit;
mod table;

pub use due::{DueReport, DueRow, OpenRow};
pub use list::{ListReport, ListRow, ListedAudit};
pub use measures::{Apart, MeasureRow, MeasuresReport, NeedGained, PlacedAt, Why};
pub use obstacles::Obstacle;
pub use progress::{
    AheadRow, CountsRow, CourseRow, DistrictProgress, NeedRow, OutlookRow, ProgressReport, Told,
};
pub use retrofit::{CostSpan, RetrofitApart, RetrofitDistrict, RetrofitNeed, RetrofitReport};
pub use table::{due_csv, list_csv, measures_csv};

/// The path with which the API tells how far the city is.
pub const PROGRESS: &str = "/api/barrier-free";
