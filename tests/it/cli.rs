//! What the commands say and how they end: 0 done, 1 refused with a reason, 2 wrong usage.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use miteinander::city::{City, Clock};
use miteinander::import::folder::CityFolder;
use miteinander::snapshot::Revision;
use miteinander::store::Store;
use tempfile::TempDir;

/// A data folder and a place for files.
pub(crate) struct Desk {
    folder: TempDir,
}

/// How a command ended.
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

const SQUARE: &str = r#"{"type":"Polygon","coordinates":[[[9.0,48.0],[9.1,48.0],[9.1,48.1],[9.0,48.1],[9.0,48.0]]]}"#;

fn collection(properties: &str, geometry: &str) -> String {
    format!(
        r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{properties},"geometry":{geometry}}}]}}"#
    )
}

impl Desk {
    pub(crate) fn empty() -> Self {
        Self {
            folder: TempDir::new().unwrap(),
        }
    }

    /// With a city of one district.
    pub(crate) fn with_city() -> Self {
        let desk = Self::empty();
        let file = desk.file(
            "d.geojson",
            collection(r#"{"name":"Mitte"}"#, SQUARE).as_bytes(),
        );
        let done = desk.run(&["import", "districts", &file, "--city-name", "Teststadt"]);
        assert_eq!((done.code, &*done.err), (Some(0), ""));
        desk
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub(crate) fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path.display().to_string()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ended {
        let output = Command::new(env!("CARGO_BIN_EXE_miteinander"))
            .args(arguments)
            .env("MITEINANDER_DATA", self.data())
            .env_remove("MITEINANDER_DATABASE")
            .current_dir(self.folder.path())
            .output()
            .unwrap();
        Ended {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Imports places from a file with these bytes.
    fn import(&self, name: &str, bytes: &[u8]) -> Ended {
        let file = self.file(name, bytes);
        self.run(&["import", "places", &file])
    }

    fn revision(&self) -> Revision {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let store = Store::open_folder(&self.data()).await.unwrap();
            let revision = store.revision().await.unwrap();
            store.close().await;
            revision
        })
    }
}

impl Ended {
    /// Asserts that it was refused with a reason that says all of this, and returns the reason.
    fn refused(&self, parts: &[&str]) -> &str {
        assert_eq!(self.code, Some(1), "{}{}", self.out, self.err);
        assert!(self.err.starts_with("miteinander: "), "{}", self.err);
        for part in parts {
            assert!(self.err.contains(part), "{part} is not in: {}", self.err);
        }
        &self.err
    }
}

#[test]
fn wrong_usage_ends_with_two_and_help_with_nought() {
    let desk = Desk::empty();
    for arguments in [
        &[][..],
        &["fly"],
        &["import"],
        &["import", "places"],
        &["serve", "--bind", "here"],
        &["check", "--limit", "3"],
    ] {
        let ended = desk.run(arguments);
        assert_eq!(ended.code, Some(2), "{arguments:?}: {}", ended.err);
        assert!(ended.err.contains("--help"), "{}", ended.err);
    }
    for arguments in [
        &["--help"][..],
        &["--version"],
        &["import", "places", "--help"],
        &["serve", "--help"],
    ] {
        assert_eq!(desk.run(arguments).code, Some(0), "{arguments:?}");
    }
    assert!(!desk.data().exists(), "nobody asked for a database");
}

#[test]
fn every_flag_of_serve_has_an_environment_variable() {
    let help = Desk::empty().run(&["serve", "--help"]).out;
    for flag in ["DATA", "DATABASE", "BIND", "CITY"] {
        assert!(help.contains(&format!("MITEINANDER_{flag}")), "{flag}");
    }
}

#[test]
fn where_nothing_is_stored_that_is_said() {
    let desk = Desk::empty();
    desk.run(&["check"]).refused(&["no city is loaded"]);
    let places = b"name,kind,lon,lat\nA,park,9.05,48.05\n";
    desk.import("p.csv", places)
        .refused(&["no city is loaded", "import its districts"]);
    desk.run(&["check", "--database", "mysql://root:geheim@host/x"])
        .refused(&["postgres://", "mysql"]);
    assert!(
        !desk
            .run(&["check", "--database", "mysql://root:geheim@host/x"])
            .err
            .contains("geheim")
    );
}

#[test]
fn the_built_in_city_is_checked_without_a_database() {
    let desk = Desk::empty();
    let done = desk.run(&["check", "--built-in"]);
    assert_eq!((done.code, &*done.err), (Some(0), ""), "{}", done.out);
    assert!(done.out.contains("does not agree: 0"), "{}", done.out);
    let json = desk.run(&["check", "--built-in", "--json"]);
    let findings: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(findings["faults"].as_array().unwrap().len(), 0);
    assert!(!desk.data().exists());
}

#[test]
fn a_file_that_cannot_be_read_is_named_with_the_reason_and_nothing_is_stored() {
    let desk = Desk::with_city();
    let before = desk.revision();
    let missing = desk.run(&["import", "places", "nowhere.csv"]);
    missing.refused(&["nowhere.csv", "nothing was stored", "No such file"]);
    desk.run(&["import", "places", "."])
        .refused(&["Is a directory"]);
    let latin_1 = desk.import(
        "l.csv",
        b"name,kind,lon,lat\nA,park,9,48\nCaf\xe9,park,9,48\n",
    );
    latin_1.refused(&["l.csv", "line 3 is not UTF-8", "Latin-1"]);
    desk.import("t.txt", b"hello")
        .refused(&["neither GeoJSON nor CSV"]);
    desk.import("h.geojson", br#"{"type":"FeatureCollection","fea"#)
        .refused(&["is not GeoJSON"]);
    desk.import("e.csv", b"")
        .refused(&["neither GeoJSON nor CSV"]);
    assert_eq!(desk.revision(), before);
}

#[test]
fn every_complaint_is_told_at_once_with_its_file_row_and_field() {
    let desk = Desk::with_city();
    let before = desk.revision();
    let text = "name,kind,lon,lat,seats,sauna\nA,sauna,9.05,48.05,many,\nB,park,48.05,198,,yes\n,park,9.05,48.05,,\n";
    let ended = desk.import("p.csv", text.as_bytes());
    ended.refused(&[
        "5 complaints, nothing was stored",
        "row 1 (A), kind: ",
        "row 1 (A), seats: ",
        "row 2 (B), lat: must be a number of degrees between -90 and 90, not 198",
        "row 2 (B), sauna: is no field",
        "row 3, name: is missing",
    ]);
    assert_eq!(desk.revision(), before);
}

#[test]
fn a_polygon_that_crosses_itself_is_refused_and_a_sliver_is_mended() {
    let desk = Desk::with_city();
    let bow_tie = r#"{"type":"Polygon","coordinates":[[[9.0,48.0],[9.1,48.1],[9.1,48.0],[9.0,48.1],[9.0,48.0]]]}"#;
    let file = desk.file(
        "bow.geojson",
        collection(r#"{"name":"Schleife"}"#, bow_tie).as_bytes(),
    );
    desk.run(&["import", "districts", &file]).refused(&[
        "Schleife",
        "geometry",
        "must not cross itself",
    ]);
    let spike = r#"{"type":"Polygon","coordinates":[[[9.0,48.0],[9.1,48.0],[9.1,48.1],[9.05,48.1],[9.05,48.1001],[9.05,48.1],[9.0,48.1],[9.0,48.0]]]}"#;
    let file = desk.file(
        "spike.geojson",
        collection(r#"{"name":"Spitz"}"#, spike).as_bytes(),
    );
    let done = desk.run(&["import", "districts", &file]);
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert!(done.out.contains("mended: Spitz"), "{}", done.out);
    assert_eq!(desk.run(&["check"]).code, Some(0), "and it is read back");
}

#[test]
fn an_import_says_what_it_did_and_a_second_one_does_nothing() {
    let desk = Desk::with_city();
    let text = "\u{feff}id;name;kind;lon;lat;topics\n\
        7e57ab1e-0000-4000-8000-000000000001;Café Ü;library;9.05;48.05;talk_coffee,self_help\n\
        7e57ab1e-0000-4000-8000-000000000002;Park;park;9.06;48.06;\n";
    let file = desk.file("p.csv", text.as_bytes());
    let tried = desk.run(&["import", "places", &file, "--dry-run"]);
    assert!(
        tried.out.contains("added: 2") && tried.out.contains("dry run: nothing was stored"),
        "{}",
        tried.out
    );
    assert_eq!(desk.revision(), Revision(1));
    let done = desk.run(&["import", "places", &file]);
    assert!(
        done.out.contains("added: 2\n  Café Ü\n") && done.out.ends_with("stored\n"),
        "{}",
        done.out
    );
    assert_eq!(desk.revision(), Revision(2));
    let again = desk.run(&["import", "places", &file, "--json"]);
    let report: serde_json::Value = serde_json::from_str(&again.out).unwrap();
    assert_eq!(
        (
            &report["unchanged"],
            report["added"].as_array().unwrap().len()
        ),
        (&2.into(), 0)
    );
    assert_eq!(desk.revision(), Revision(2), "nothing new, no revision");
    let renamed = text.replace("Café Ü", "Café Y");
    let changed = desk.import("p.csv", renamed.as_bytes());
    assert!(
        changed.out.contains("changed: 1\n  Café Y (name)"),
        "{}",
        changed.out
    );
}

#[test]
fn a_field_of_the_citys_own_can_be_let_be() {
    let desk = Desk::with_city();
    let file = desk.file(
        "p.csv",
        b"name,kind,lon,lat,Objektnr\nA,park,9.05,48.05,7\n",
    );
    desk.run(&["import", "places", &file])
        .refused(&["Objektnr: is no field"]);
    let done = desk.run(&["import", "places", &file, "--ignore", "Objektnr"]);
    assert_eq!(done.code, Some(0), "{}", done.err);
}

#[test]
fn a_place_of_refuge_is_refused_by_every_name_it_goes_by() {
    let desk = Desk::with_city();
    for row in [
        "Frauenhaus,library,9.05,48.05,",
        "Beratung,library,9.05,48.05,Frauen-Haus Nord e. V.",
    ] {
        let text = format!("name,kind,lon,lat,operator\n{row}\n");
        let ended = desk.import("p.csv", text.as_bytes());
        let reason = ended.refused(&["block list"]);
        assert!(!reason.contains("48.05"), "{reason}");
    }
}

#[test]
fn another_citys_districts_take_the_place_of_the_sample_city() {
    let desk = Desk::empty();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let store = Store::open_folder(&desk.data()).await.unwrap();
        let first = CityFolder::BuiltIn.read().unwrap();
        City::begin(store, first, Clock::System)
            .await
            .unwrap()
            .store()
            .close()
            .await;
    });
    let file = desk.file(
        "neustadt.geojson",
        collection(r#"{"name":"Mitte"}"#, SQUARE).as_bytes(),
    );
    let done = desk.run(&["import", "districts", &file]);
    assert!(
        done.out.contains("neustadt: 1 districts in place of 12"),
        "{}",
        done.out
    );
    assert!(
        done.out
            .contains("the sample places lie elsewhere and are left out"),
        "{}",
        done.out
    );
    assert!(
        desk.run(&["check"])
            .out
            .starts_with("neustadt: 1 districts, 0 places, 0 events\n")
    );
}

/// A folder with a city of one district.
fn folder_of_a_city(desk: &Desk) -> PathBuf {
    let folder = desk.folder.path().join("other");
    std::fs::create_dir(&folder).unwrap();
    let settings = "id = \"o\"\nname = \"O\"\ntimezone = \"Europe/Berlin\"\n";
    std::fs::write(folder.join("city.toml"), settings).unwrap();
    std::fs::write(
        folder.join("districts.geojson"),
        collection(r#"{"name":"A"}"#, SQUARE),
    )
    .unwrap();
    folder
}

#[test]
fn a_folder_of_another_city_is_refused_where_one_is_stored() {
    let desk = Desk::with_city();
    let folder = folder_of_a_city(&desk).display().to_string();
    let ended = desk.run(&["serve", "--bind", "127.0.0.1:0", "--city", &folder]);
    ended.refused(&["\"teststadt\"", "\"o\"", "--data"]);
}

#[test]
fn broken_criteria_are_refused_at_the_start_with_file_line_and_rule() {
    let desk = Desk::empty();
    let folder = folder_of_a_city(&desk);
    let broken = include_str!("../../geodata/catalogue/criteria/lb-draft-1.toml").replacen(
        "unit = \"cm\"",
        "unit = \"inch\"",
        1,
    );
    let line = broken.lines().position(|line| line.contains("\"inch\""));
    let line = format!("own.toml, line {}, ", line.unwrap() + 1);
    std::fs::create_dir(folder.join("criteria")).unwrap();
    std::fs::write(folder.join("criteria/own.toml"), broken).unwrap();
    let folder = folder.display().to_string();
    for command in [
        &["serve", "--bind", "127.0.0.1:0", "--city", &folder][..],
        &["check", "--city", &folder],
    ] {
        let ended = desk.run(command);
        ended.refused(&[&line, "C01.width_cm: unit must be one of cm"]);
    }
    assert!(!desk.data().exists(), "nothing was stored");
}

#[test]
fn no_password_of_a_database_is_ever_said() {
    const SECRET: &str = "geheim-7";
    let desk = Desk::empty();
    // Nobody listens at these, or they are no addresses at all.
    let addresses = [
        "postgres://stadt:geheim-7@127.0.0.1:1/miteinander",
        "postgresql://stadt:geheim-7@127.0.0.1:1/miteinander?sslmode=require",
        "postgres://stadt:geheim-7@host.invalid/miteinander",
        "postgres://stadt:geheim-7@127.0.0.1:port/miteinander",
        "postgres://stadt:geheim-7@[::1/miteinander",
        "postgres://127.0.0.1:1/miteinander?user=stadt&password=geheim-7",
        "postgres://127.0.0.1:1/x?password=geheim-7&sslmode=wrong",
        "postgres://stadt:geheim-7@",
        "mysql://stadt:geheim-7@127.0.0.1/miteinander",
        "geheim-7",
        "host=127.0.0.1 password=geheim-7",
        "sqlite:/no/such/folder/x?password=geheim-7",
    ];
    let run = |address| {
        let command = Command::new(env!("CARGO_BIN_EXE_miteinander"))
            .args(["suggestions", "list", "--data"])
            .arg(desk.data())
            // Everything that can be logged is.
            .env("RUST_LOG", "trace")
            .env("MITEINANDER_DATABASE", address)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        (address, command.unwrap())
    };
    // All at once: each waits a while for its database.
    for (address, process) in addresses.map(run) {
        let output = process.wait_with_output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert_eq!(output.status.code(), Some(1), "{address}: {said}");
        assert!(
            said.contains("miteinander: ") && !said.contains(SECRET),
            "{address}: {said}"
        );
    }
    let help = Command::new(env!("CARGO_BIN_EXE_miteinander"))
        .args(["serve", "--help"])
        .env("MITEINANDER_DATABASE", "postgres://stadt:geheim-7@host/x")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&help.stdout).into_owned();
    assert!(said.contains("MITEINANDER_DATABASE") && !said.contains(SECRET));
}
