//! A release that is begun, killed, begun again, restored: there is never a second noisy copy.

use std::process::{Command, Stdio};
use std::time::Duration;

use chrono::NaiveDate;
use miteinander::city::{City, Clock};
use miteinander::domain::report::{
    Area, Band, Category, DayType, Epsilon, Factors, IsoWeek, Period, Product, Report, ReportSource,
};
use miteinander::reports::Reports;
use miteinander::safety::{Release, ReleaseFile};
use miteinander::store::Store;

use crate::fixture::{Kept, begun, both_stores, tamper};
use crate::safety::HERE;
use crate::server::PATIENCE;

const PERIOD: Period = Period::Quarter {
    year: 2025,
    quarter: 4,
};

/// The command that releases the quarter on the first of March.
fn release(kept: &Kept) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_miteinander"));
    command
        .args(kept.arguments())
        .args(["release", "--period", "2025-Q4"])
        .args(["--stop-clock-at", "2026-03-01T12:00:00Z"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Whether it ended well, and what it said.
fn run(kept: &Kept) -> (bool, String) {
    let done = release(kept).output().unwrap();
    let said = [done.stdout, done.stderr].concat();
    (done.status.success(), String::from_utf8(said).unwrap())
}

async fn tell(reports: &Reports, count: u32) {
    let (intake, task) = reports.intake();
    for n in 0..count {
        let week = NaiveDate::from_isoywd_opt(2025, 41 + n % 10, chrono::Weekday::Thu).unwrap();
        let report = Report {
            area: Area::Cell(HERE.parse().unwrap()),
            category: Category::Lonely,
            band: Band::Night,
            day: DayType::Weekday,
            week: IsoWeek::of(week),
            factors: Factors::default(),
            wish: None,
            avoids: None,
            source: ReportSource::Web,
        };
        intake.put(report).await.unwrap();
    }
    drop(intake);
    task.await.unwrap();
}

/// What the release has to be: as it follows from what is kept before anything is begun.
async fn expected(kept: &Kept, reports: &Reports) -> String {
    let city = City::open(kept.open().await, Clock::System).await.unwrap();
    let (all, seed) = (
        reports.all().await.unwrap(),
        reports.seed(PERIOD).await.unwrap(),
    );
    let what = (Product::Districts, PERIOD);
    let snapshot = city.snapshot();
    let release = Release::new(
        what,
        &all,
        snapshot.safety_ground(),
        Epsilon::DEFAULT,
        &seed,
    );
    let on = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
    let text = ReleaseFile::new(what, release, Epsilon::DEFAULT, (on, false)).text();
    city.store().close().await;
    text
}

/// What is published.
async fn published(kept: &Kept) -> Option<String> {
    let city = City::open(kept.open().await, Clock::System).await.unwrap();
    let text = city
        .snapshot()
        .release("districts-2025-Q4")
        .map(|own| own.text.content.to_string());
    city.store().close().await;
    text
}

async fn drawn(reports: &Reports) -> Option<String> {
    let found = reports.released(Product::Districts, PERIOD).await.unwrap();
    found.map(|own| own.content)
}

async fn on_reports(reports: &Reports, statement: &'static str) {
    match reports {
        Reports::Sqlite(pool) => drop(sqlx::query(statement).execute(pool).await.unwrap()),
        Reports::Postgres(pool) => drop(sqlx::query(statement).execute(pool).await.unwrap()),
    }
}

/// Nothing can be kept as drawn any more, or again.
async fn refuse_to_keep(reports: &Reports, is_refused: bool) {
    let statements: &[&'static str] = match (reports, is_refused) {
        (Reports::Sqlite(_), true) => &[
            "create trigger refuse before insert on release begin select raise(abort, 'the disk is gone'); end",
        ],
        (Reports::Sqlite(_), false) => &["drop trigger refuse"],
        (Reports::Postgres(_), true) => &[
            "create function refuse() returns trigger language plpgsql as $$ begin raise exception 'the disk is gone'; end $$",
            "create trigger refuse before insert on release for each row execute function refuse()",
        ],
        (Reports::Postgres(_), false) => &["drop trigger refuse on release"],
    };
    for statement in statements {
        on_reports(reports, statement).await;
    }
}

/// Publishing takes for ever, or no longer.
async fn hang(store: &Store, is_hanging: bool) {
    let statements: &[&'static str] = match (store, is_hanging) {
        (Store::Sqlite { .. }, true) => &[
            "create view endless as with recursive n(i) as (select 1 union all select i + 1 from n) select i from n",
            "create trigger hang before insert on safety_release begin select count(*) from endless; end",
        ],
        (Store::Sqlite { .. }, false) => &["drop trigger hang", "drop view endless"],
        (Store::Postgres(_), true) => &[
            "create function hang() returns trigger language plpgsql as $$ begin perform pg_sleep(3600); return new; end $$",
            "create trigger hang before insert on safety_release for each row execute function hang()",
        ],
        (Store::Postgres(_), false) => &[
            // The server does not see by itself that the program is gone.
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'",
            "drop trigger hang on safety_release",
        ],
    };
    for statement in statements {
        tamper(store, statement).await;
    }
}

/// Begins a release and kills it when it is drawn and kept, but not published.
async fn killed_in_between(kept: &Kept, reports: &Reports) {
    let mut begun = release(kept).spawn().unwrap();
    let is_drawn = async {
        let mut look = tokio::time::interval(Duration::from_millis(20));
        while drawn(reports).await.is_none() {
            look.tick().await;
        }
    };
    let found = tokio::time::timeout(PATIENCE, is_drawn).await;
    begun.kill().unwrap();
    begun.wait().unwrap();
    found.expect("it is drawn and kept");
}

both_stores! {
    async fn a_release_that_is_cut_off_killed_or_restored_is_never_drawn_a_second_time(kept: &Kept) {
        begun(kept, []).await.store().close().await;
        let (reports, store) = (kept.open_reports().await, kept.open().await);
        tell(&reports, 30).await;
        let expected = expected(kept, &reports).await;
        assert!(expected.contains("\"from\":"), "{expected}");

        // Cut off after drawing and before it is kept.
        refuse_to_keep(&reports, true).await;
        let (done, said) = run(kept);
        assert!(!done && said.contains("the disk is gone"), "{said}");
        assert_eq!((drawn(&reports).await, published(kept).await), (None, None));
        refuse_to_keep(&reports, false).await;

        // kill -9 between keeping and publishing.
        hang(&store, true).await;
        killed_in_between(kept, &reports).await;
        hang(&store, false).await;
        assert_eq!(drawn(&reports).await.as_ref(), Some(&expected));
        assert_eq!(published(kept).await, None);

        // Begun again, and once more.
        let (done, said) = run(kept);
        assert!(done, "{said}");
        assert_eq!(published(kept).await.as_ref(), Some(&expected));
        let (done, said) = run(kept);
        assert!(!done && said.contains("once"), "{said}");

        // The reports of before the release restored; then the city of before, too; then the city alone.
        on_reports(&reports, "delete from release").await;
        assert!(!run(kept).0);
        assert_eq!(published(kept).await.as_ref(), Some(&expected));
        for with_reports in [true, false] {
            tamper(&store, "delete from safety_release").await;
            if with_reports {
                on_reports(&reports, "delete from release").await;
            }
            let (done, said) = run(kept);
            assert!(done, "{said}");
            assert_eq!(published(kept).await.as_ref(), Some(&expected));
        }
    }
}
