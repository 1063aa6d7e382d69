//! Reports of how safe people feel, on the disk: nothing is lost, and nothing tells who came when.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use miteinander::domain::report::{
    Area, Band, Category, DayType, Factors, IsoWeek, Period, Product, Report, ReportSource,
    SafetyCell, Wish,
};
use miteinander::reports::{Ledger, Reports};
use sqlx::Row;
use tempfile::TempDir;

use crate::fixture::{Database, Kept, both_stores};

/// The report of a number, told in a week: each number another one.
fn report(number: u32, week: u32) -> Report {
    let day = NaiveDate::from_isoywd_opt(2026, week, chrono::Weekday::Thu).unwrap();
    Report {
        area: Area::Cell(SafetyCell {
            row: 5_000 + number,
            column: 8_000,
        }),
        category: Category::Dark,
        band: Band::Evening,
        day: DayType::Weekday,
        week: IsoWeek::of(day),
        factors: Factors::default(),
        wish: number.is_multiple_of(2).then_some(Wish::Light),
        avoids: number.is_multiple_of(3).then_some(true),
        source: ReportSource::Web,
    }
}

/// Sends reports one after the other, and waits until the slot is shut.
async fn sent(reports: &Reports, all: impl IntoIterator<Item = Report>) {
    let (intake, task) = reports.intake();
    for report in all {
        intake.put(report).await.unwrap();
    }
    drop(intake);
    task.await.unwrap();
}

async fn sorted(reports: &Reports) -> Vec<String> {
    let all = reports.all().await.unwrap();
    let mut all: Vec<_> = all.iter().map(|own| format!("{own:?}")).collect();
    all.sort();
    all
}

both_stores! {
    async fn what_was_acknowledged_is_there_word_for_word(kept: &Kept) {
        let told: Vec<_> = (0..40).map(|number| report(number, 40)).collect();
        let reports = kept.open_reports().await;
        sent(&reports, told.clone()).await;
        reports.close().await;
        let mut told: Vec<_> = told.iter().map(|own| format!("{own:?}")).collect();
        told.sort();
        assert_eq!(sorted(&kept.open_reports().await).await, told);
    }

    async fn many_at_once_are_all_kept(kept: &Kept) {
        let reports = kept.open_reports().await;
        let (intake, task) = reports.intake();
        let all = (0..500).map(|number| {
            let intake = intake.clone();
            tokio::spawn(async move { intake.put(report(number, 41)).await })
        });
        for one in all.collect::<Vec<_>>() {
            one.await.unwrap().unwrap();
        }
        drop(intake);
        task.await.unwrap();
        assert_eq!(reports.all().await.unwrap().len(), 500);
    }

    async fn what_is_too_old_goes_and_the_rest_stays(kept: &Kept) {
        let reports = kept.open_reports().await;
        sent(&reports, [report(1, 10), report(2, 20), report(3, 30)]).await;
        let gone = reports.forget_before(report(0, 20).week).await.unwrap();
        assert_eq!(gone, 1);
        let left = [report(2, 20), report(3, 30)].map(|own| format!("{own:?}"));
        assert_eq!(sorted(&reports).await, left);
    }

    async fn the_randomness_of_a_period_goes_when_the_last_of_its_reports_does(kept: &Kept) {
        let reports = kept.open_reports().await;
        sent(&reports, [report(1, 10), report(2, 20), report(3, 30)]).await;
        let bytes = async |period: Period| *reports.seed(period).await.unwrap().bytes();
        let [first, second, third] = [10, 20, 30].map(|week| Period::of(report(0, week).week)[0]);
        let year = Period::Year(2026);
        let before = [bytes(first).await, bytes(second).await, bytes(third).await, bytes(year).await];
        reports.forget_before(report(0, 20).week).await.unwrap();
        // Asked for again, one that is gone is drawn anew.
        let after = [bytes(first).await, bytes(second).await, bytes(third).await, bytes(year).await];
        assert_ne!(after[0], before[0]);
        assert_eq!(after[1..], before[1..]);
    }

    async fn a_period_has_one_seed_and_keeps_it(kept: &Kept) {
        let reports = kept.open_reports().await;
        let [quarter, year] = Period::of(report(0, 40).week);
        sent(&reports, [report(0, 40)]).await;
        let seed = reports.seed(year).await.unwrap();
        assert_ne!(seed.bytes(), reports.seed(quarter).await.unwrap().bytes());
        sent(&reports, [report(1, 41)]).await;
        assert_eq!(seed.bytes(), kept.open_reports().await.seed(year).await.unwrap().bytes());
    }

    async fn of_two_releases_of_a_period_the_first_counts(kept: &Kept) {
        let reports = kept.open_reports().await;
        let ledger = |content: &str| Ledger {
            product: Product::Cells,
            period: Period::Year(2025),
            content: content.to_owned(),
        };
        assert_eq!(reports.keep_release(ledger("first")).await.unwrap(), ledger("first"));
        assert_eq!(reports.keep_release(ledger("second")).await.unwrap(), ledger("first"));
        assert_eq!(reports.released(Product::Cells, Period::Year(2024)).await.unwrap(), None);
    }

    async fn two_programs_may_open_new_reports_together(kept: &Kept) {
        let (one, other) = tokio::join!(kept.open_reports(), kept.open_reports());
        sent(&one, [report(1, 40)]).await;
        assert_eq!(other.all().await.unwrap().len(), 1);
    }
}

/// All bytes in a folder whose files begin with a name.
fn bytes_of(folder: &Path) -> Vec<u8> {
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let mut files: Vec<_> = files
        .filter(|path| {
            path.file_name()
                .unwrap()
                .to_string_lossy()
                .starts_with("reports.sqlite")
        })
        .collect();
    files.sort();
    files
        .iter()
        .flat_map(|path| fs::read(path).unwrap())
        .collect()
}

/// Writes rows of [`report`]s into a file of reports in an order, one transaction each, and gives back the whole file.
async fn file_written_in(folder: &Path, rows: impl Iterator<Item = u32>) -> Vec<u8> {
    let reports = Reports::open_folder(folder).await.unwrap();
    let Reports::Sqlite(pool) = &reports else {
        panic!("a file")
    };
    for number in rows {
        // The id is made of the number, but leaps about.
        let id = format!(
            "{:032x}",
            u128::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835)
        );
        let statement = sqlx::query(
            "insert into report (id, area, category, band, daytype, iso_week, factors, source) values \
             ($1, $2, 'dark', 'night', 'mo_th', '2026-W40', 0, 'web')",
        );
        let area = SafetyCell {
            row: 5_000 + number,
            column: 8_000,
        };
        statement
            .bind(id)
            .bind(area.to_string())
            .execute(pool)
            .await
            .unwrap();
    }
    reports.tidy().await.unwrap();
    let log = folder.join("reports.sqlite-wal");
    assert_eq!(fs::metadata(log).unwrap().len(), 0);
    let mut file = fs::read(folder.join("reports.sqlite")).unwrap();
    // How often the file was written: two counters in its head.
    file[24..28].fill(0);
    file[92..96].fill(0);
    file
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_came_first_the_file_is_the_same() {
    let (one, other) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    Reports::open_folder(one.path())
        .await
        .unwrap()
        .close()
        .await;
    // A copy of the empty file: when the tables were made stands in it.
    let name = "reports.sqlite";
    fs::copy(one.path().join(name), other.path().join(name)).unwrap();
    let forth = file_written_in(one.path(), 0..700).await;
    let back = file_written_in(other.path(), (0..700).rev()).await;
    assert!(forth.len() > 20 * 4096);
    assert!(forth == back, "the two files differ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn before_tidying_the_same_look_tells_the_order_of_arrival() {
    // Control: without it the test above would see nothing to hide.
    let Some(Kept::Folder(folder)) = Kept::new(Database::Sqlite).await else {
        panic!("a folder")
    };
    let reports = Reports::open_folder(folder.path()).await.unwrap();
    let (intake, _task) = reports.intake();
    for number in 0..40 {
        intake.put(report(number, 40)).await.unwrap();
    }
    let Reports::Sqlite(pool) = &reports else {
        panic!("a file")
    };
    let rows = sqlx::query("select id from report order by area")
        .fetch_all(pool)
        .await
        .unwrap();
    let by_arrival: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
    let bytes = bytes_of(folder.path());
    // The log of changes has each id from when it came on; the last page that was written has all of them.
    let first = |id: &String| {
        bytes
            .windows(id.len())
            .position(|part| part == id.as_bytes())
            .unwrap()
    };
    let seen: Vec<usize> = by_arrival.iter().map(first).collect();
    assert!(seen.windows(2).filter(|pair| pair[0] < pair[1]).count() >= 30);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_deleted_is_in_no_file_any_more() {
    let Some(Kept::Folder(folder)) = Kept::new(Database::Sqlite).await else {
        panic!("a folder")
    };
    let reports = Reports::open_folder(folder.path()).await.unwrap();
    sent(&reports, [report(1, 10), report(2, 30)]).await;
    let has = |number: u32| {
        let area = format!("N{}E", (5_000 + number) * 500);
        let bytes = bytes_of(folder.path());
        bytes
            .windows(area.len())
            .any(|part| part == area.as_bytes())
    };
    assert!(has(1) && has(2));
    reports.forget_before(report(0, 20).week).await.unwrap();
    assert!(!has(1) && has(2));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_a_server_the_rows_lie_in_the_order_of_random_keys_and_came_all_at_once() {
    let Some(kept @ Kept::Server(_)) = Kept::new(Database::Postgres).await else {
        return;
    };
    let reports = kept.open_reports().await;
    sent(&reports, (0..300).map(|number| report(number, 40))).await;
    // Twice: the second time finds the table that the first one made.
    reports.tidy().await.unwrap();
    reports.tidy().await.unwrap();
    let Reports::Postgres(pool) = &reports else {
        panic!("a server")
    };
    let rows = sqlx::query("select id from report order by ctid")
        .fetch_all(pool)
        .await
        .unwrap();
    let ids: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
    assert!(ids.is_sorted() && ids.len() == 300);
    let row = sqlx::query("select count(distinct xmin::text) from report")
        .fetch_one(pool)
        .await
        .unwrap();
    assert_eq!(row.get::<i64, _>(0), 1);
}

#[test]
fn the_tables_of_reports_have_no_room_for_a_person_a_point_or_a_moment() {
    let text = include_str!("../../migrations/safety/0001_report.sql");
    let columns: Vec<_> = text
        .lines()
        .filter(|line| line.starts_with("    ") && !line.contains("primary key ("))
        .map(|line| line.split_whitespace().next().unwrap())
        .collect();
    let known = [
        "id", "area", "category", "band", "daytype", "iso_week", "factors", "wish", "avoids",
        "source", "period", "bytes", "one", "signing", "product", "period", "content",
    ];
    assert_eq!(columns, known);
    for word in [
        "name", "mail", "phone", "ip", "agent", "lat", "lon", "photo", "text", "birth", "gender",
        "at",
    ] {
        let parts = columns.iter().flat_map(|column| column.split('_'));
        assert!(!parts.clone().any(|part| part == word), "{word}");
    }
}
