//! `kill -9` at any moment loses no acknowledged write, and the next start needs no repair.

mod edits;

use std::io::Read;
use std::process::{Command, Stdio};
use std::time::Duration;

use miteinander::city::{City, Clock};
use miteinander::domain::PlaceId;

use crate::fixture::{Kept, begun, both_stores};
use crate::random::Dice;
use crate::trail;

/// How many imports are begun and killed.
const ROUNDS: u32 = 25;

/// Places per import: they come together or not at all.
const BATCH: u32 = 40;

/// Imports a batch in a program of its own and kills it after a while; whether it had said "stored".
fn import_and_kill(kept: &Kept, file: &std::path::Path, patience: Duration) -> bool {
    let mut import = Command::new(env!("CARGO_BIN_EXE_miteinander"))
        .args(kept.arguments())
        .args(["import", "places"])
        .arg(file)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(patience);
    import.kill().unwrap();
    import.wait().unwrap();
    let mut said = String::new();
    import
        .stdout
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    said.contains("\nstored")
}

fn batch(dice: &mut Dice) -> (String, Vec<PlaceId>) {
    let ids: Vec<_> = (0..BATCH).map(|_| dice.place_id()).collect();
    let row = |id: &PlaceId| format!("{id},Ort {},library,9.2,48.9\n", id.short());
    let rows: String = ids.iter().map(row).collect();
    (format!("id,name,kind,lon,lat\n{rows}"), ids)
}

both_stores! {
    async fn an_acknowledged_import_survives_the_end_of_its_program(kept: &Kept) {
        begun(kept, []).await.store().close().await;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("places.csv");
        let mut dice = Dice(9);
        let (mut acknowledged, mut cut_off) = (0u32, 0u32);
        let begin = std::time::Instant::now();
        let mut batches = Vec::new();
        let (first, ids) = batch(&mut dice);
        std::fs::write(&file, first).unwrap();
        let whole = Command::new(env!("CARGO_BIN_EXE_miteinander"))
            .args(kept.arguments()).args(["import", "places"]).arg(&file)
            .output().unwrap();
        assert!(whole.status.success(), "{}", String::from_utf8_lossy(&whole.stderr));
        batches.push((ids, true));
        // How long an import takes depends on the machine: the delay follows the moment of the commit.
        let mut usual = begin.elapsed();
        for _ in 0..ROUNDS {
            let (text, ids) = batch(&mut dice);
            std::fs::write(&file, text).unwrap();
            let is_stored = import_and_kill(kept, &file, usual.mul_f64(dice.between(0.8, 1.2)));
            if is_stored {
                acknowledged += 1;
                usual = usual.mul_f64(0.8);
            } else {
                cut_off += 1;
                usual = usual.mul_f64(1.2);
            }
            batches.push((ids, is_stored));
        }
        let city = City::open(kept.open().await, Clock::System).await.unwrap();
        let snapshot = city.snapshot();
        let mut there = 0;
        for (ids, is_acknowledged) in &batches {
            let found = ids.iter().filter(|id| snapshot.place(**id).is_some()).count();
            assert!(found == 0 || found == ids.len(), "{found} of {} places", ids.len());
            assert!(found > 0 || !is_acknowledged, "an acknowledged import is lost");
            there += i64::from(found > 0);
        }
        assert_eq!(snapshot.revision().0, 1 + there);
        // Each place has its entry, and the chain is whole: three entries began the city.
        assert_eq!(trail::whole(city.store()).await, 3 + there * i64::from(BATCH));
        assert!(acknowledged > 0 && cut_off > 0, "a test of nothing");
        println!("{acknowledged} acknowledged, {cut_off} cut off, {there} stored");
    }
}
