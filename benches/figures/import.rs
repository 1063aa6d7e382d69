//! Reading an OpenStreetMap extract into an empty store.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::memory;
use crate::table::Table;

pub fn measure(table: &mut Table) {
    let extract =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/osm/liechtenstein.osm.pbf");
    if !extract.exists() {
        println!("skipped: no liechtenstein.osm.pbf to import");
        return;
    }
    let (mut best, mut peak) = (Duration::MAX, None);
    for _ in 0..3 {
        let (elapsed, memory) = import(&extract);
        best = best.min(elapsed);
        peak = memory;
    }
    table.row(
        "import of liechtenstein.osm.pbf (295,005 nodes) into an empty folder, peak memory",
        &format!("{best:.2?}; {}", memory::in_words(peak)),
        "<= 2 s, <= 300 MB",
    );
}

fn import(extract: &Path) -> (Duration, Option<f64>) {
    let folder = tempfile::tempdir().unwrap();
    let begin = Instant::now();
    let mut import = Command::new(env!("CARGO_BIN_EXE_miteinander"))
        .args(["import", "osm"])
        .arg(extract)
        .arg("--data")
        .arg(folder.path())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut peak = None;
    let status = loop {
        peak = memory::peak_mb(import.id()).or(peak);
        match import.try_wait().unwrap() {
            Some(status) => break status,
            None => std::thread::sleep(Duration::from_millis(2)),
        }
    };
    assert!(status.success());
    (begin.elapsed(), peak)
}
