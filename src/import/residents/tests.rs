use super::*;
use crate::domain::District;
use crate::domain::district::Boundary;
use crate::domain::grid::{GridCell, GridId, KilometreCell};
use crate::domain::residents::{Ages, Count};

/// Ludwigsburg, roughly.
fn city() -> Vec<District> {
    let square = geo::Rect::new((9.15, 48.87), (9.25, 48.93)).to_polygon();
    vec![District {
        id: "a".parse().unwrap(),
        name: "A".parse().unwrap(),
        area: square.into(),
        population: None,
        boundary: Boundary::Official,
    }]
}

fn read_with(files: &[&str], homes: &[Homes]) -> Result<Found, Refused> {
    let window = window(&city(), None).unwrap();
    let names = ["a.csv", "b.csv", "c.csv"];
    let inputs = files.iter().zip(names).map(|(text, name)| Input {
        name,
        content: Box::new(text.as_bytes()),
    });
    let context = Context {
        window: &window,
        homes,
        source: None,
        year: Some(2022),
        attribution: None,
    };
    read(inputs.collect(), &context)
}

fn read_all(files: &[&str]) -> Found {
    read_with(files, &[]).unwrap()
}

fn cell(id: &str) -> GridCell {
    match id.parse() {
        Ok(GridId::Hectare(cell)) => cell,
        other => panic!("{other:?}"),
    }
}

fn counts(found: &Found) -> Vec<(GridCell, Option<u32>)> {
    let cells = found.residents.cells.iter();
    let count = |own: Count| match own {
        Count::Given(people) => Some(people),
        Count::Withheld => None,
    };
    cells.map(|own| (own.cell, count(own.count))).collect()
}

const HEADER: &str = "GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner\n";

/// Four squares of one square kilometre, which has 100 people, and one that is far away.
const CENSUS: &str = "GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner
CRS3035RES100mN2865000E4262000;4262050;2865050;60
CRS3035RES100mN2865000E4262100;4262150;2865050;\u{2013}
CRS3035RES100mN2865000E4262200;4262250;2865050;0
CRS3035RES100mN2865000E4262300;4262350;2865050;-1
CRS3035RES100mN2689100E4337000;4337050;2689150;4
";

const ONE_KILOMETRE: &str = "GITTER_ID_1km;x_mp_1km;y_mp_1km;Einwohner
CRS3035RES1000mN2865000E4262000;4262500;2865500;100
";

#[test]
fn a_census_grid_keeps_zero_zero_and_what_is_withheld_unknown() {
    let found = read_all(&[CENSUS]);
    let told: Vec<_> = counts(&found).into_iter().map(|(_, count)| count).collect();
    assert_eq!(told, [Some(60_000), None, Some(0), None]);
    assert_eq!(found.residents.source, ResidentSource::Census);
    assert_eq!(
        (found.merged.withheld_cells, found.merged.elsewhere),
        (2, 1)
    );
}

#[test]
fn withheld_squares_share_what_their_square_kilometre_has_left() {
    for files in [[CENSUS, ONE_KILOMETRE], [ONE_KILOMETRE, CENSUS]] {
        let found = read_all(&files);
        let told: Vec<_> = counts(&found).into_iter().map(|(_, count)| count).collect();
        assert_eq!(told, [Some(60_000), Some(20_000), Some(0), Some(20_000)]);
        assert_eq!(
            (found.merged.withheld_cells, found.merged.filled_cells),
            (0, 2)
        );
    }
    // Blurred numbers may leave nothing, or less: then nobody knows.
    for total in ["100", "60", "59", "-1"] {
        let kilometre = ONE_KILOMETRE.replace(";100", &format!(";{total}"));
        let withheld = read_all(&[CENSUS, &kilometre]).merged.withheld_cells;
        assert_eq!(withheld, if total == "100" { 0 } else { 2 }, "{total}");
    }
}

#[test]
fn a_dash_of_windows_is_a_dash() {
    let bytes = CENSUS.replace('\u{2013}', "?").into_bytes();
    let bytes: Vec<u8> = bytes
        .iter()
        .map(|own| if *own == b'?' { 0x96 } else { *own })
        .collect();
    let window = window(&city(), None).unwrap();
    let context = Context {
        window: &window,
        homes: &[],
        source: None,
        year: None,
        attribution: None,
    };
    let input = Input {
        name: "x",
        content: Box::new(&*bytes),
    };
    assert_eq!(
        read(vec![input], &context).unwrap().merged.withheld_cells,
        2
    );
}

#[test]
fn ages_without_totals_say_where_the_people_of_a_square_kilometre_live() {
    let ages = "grid_id,x,y,lon,lat,children_0_9,seniors_80plus,senior_only_households
CRS3035RES100mN2865000E4262000,4262050,2865050,9.2,48.9,8,,3
CRS3035RES100mN2865000E4262100,4262150,2865050,9.2,48.9,,3,
CRS3035RES100mN2866000E4262100,4262150,2866050,9.2,48.9,5,,
";
    let kilometres = "grid_id,x,y,lon,lat,population,share_u18,share_65plus
CRS3035RES1000mN2865000E4262000,4262500,2865500,9.2,48.9,130,20.0,-9.0
CRS3035RES1000mN2866000E4262000,4262500,2866500,9.2,48.9,-1,-1.0,-1.0
";
    let found = read_all(&[ages, kilometres]);
    let own = found.residents.cells[0];
    // 8 children and one of whom nothing is said, beside 1 and 3: 9 of 13.
    assert_eq!(own.count, Count::Given(90_000));
    let expected = Ages {
        under_10: Some(8_000),
        under_18: Some(18_000),
        over_64: None,
        over_79: None,
    };
    assert_eq!(own.ages, expected);
    assert_eq!(found.residents.cells[1].count, Count::Given(40_000));
    // The square kilometre beside it is withheld, so its square stays unknown.
    assert_eq!(found.residents.cells[2].count, Count::Withheld);
    assert_eq!(
        (found.merged.filled_cells, found.merged.withheld_kilometres),
        (2, 1)
    );
    let alone = read_with(&[ages], &[]).unwrap_err();
    assert!(
        alone
            .to_string()
            .contains("name the file of the 1 km grid too"),
        "{alone}"
    );
}

#[test]
fn a_square_kilometre_alone_is_spread_over_its_homes_or_evenly_and_marked_coarse() {
    let found = read_all(&[ONE_KILOMETRE]);
    assert_eq!(found.residents.cells.len(), 100);
    assert!(
        found
            .residents
            .cells
            .iter()
            .all(|own| own.is_coarse && own.count == Count::Given(1_000))
    );
    assert_eq!(found.merged.kilometres_evenly, 1);
    let homes = ["100mN28650E42620", "100mN28655E42621", "100mN28700E42621"].map(|id| Homes {
        cell: cell(id),
        floor_m2: if id.ends_with('0') { 300 } else { 100 },
        buildings: 1,
    });
    let found = read_with(&[ONE_KILOMETRE], &homes).unwrap();
    let expected = [(homes[0].cell, Some(75_000)), (homes[1].cell, Some(25_000))];
    assert_eq!(counts(&found), expected);
    assert_eq!(found.merged.kilometres_by_homes, 1);
}

#[test]
fn blocks_are_spread_by_the_ground_they_cover() {
    // Three squares in a row, of which the block covers the middle one whole and half of the others.
    let corner = |x: f64, y: f64| {
        let own = crate::domain::grid::lon_lat(geo::Coord { x, y }).unwrap();
        format!("[{},{}]", own.x, own.y)
    };
    let (west, east, south, north) = (4_262_050.0, 4_262_250.0, 2_865_000.0, 2_865_100.0);
    let ring = [
        (west, south),
        (east, south),
        (east, north),
        (west, north),
        (west, south),
    ];
    let ring: Vec<_> = ring.into_iter().map(|(x, y)| corner(x, y)).collect();
    let feature = |properties: &str| {
        let ring = ring.join(",");
        format!(
            r#"{{"type":"Feature","properties":{properties},"geometry":{{"type":"Polygon","coordinates":[[{ring}]]}}}}"#
        )
    };
    let collection = |features: &[String]| {
        format!(
            r#"{{"type":"FeatureCollection","features":[{}]}}"#,
            features.join(",")
        )
    };
    let text = collection(&[
        feature(r#"{"Block":7,"persons":400}"#),
        feature(r#"{"persons":null}"#),
    ]);
    let found = read_all(&[&text]);
    let people: u32 = counts(&found).iter().filter_map(|(_, count)| *count).sum();
    assert_eq!(people, 400_000);
    // Corners are kept to a tenth of a metre: slivers of other squares may get a few thousandths.
    for (id, share) in [
        ("100mN28650E42620", 100_000),
        ("100mN28650E42621", 200_000),
        ("100mN28650E42622", 100_000),
    ] {
        let own = counts(&found)
            .into_iter()
            .find(|(own, _)| *own == cell(id))
            .unwrap()
            .1
            .unwrap();
        assert!(own.abs_diff(share) < 1_500, "{id}: {own}");
    }
    assert_eq!(found.residents.source, ResidentSource::CityStatistics);
    assert_eq!(found.merged.withheld_blocks, 1);
    let refused = read_with(
        &[&collection(&[
            feature(r#"{"EW":3}"#),
            feature(r#"{"persons":-3}"#),
        ])],
        &[],
    );
    let refused = refused.unwrap_err();
    assert_eq!(refused.0.len(), 2, "{refused}");
    assert!(refused.0[0].reason.contains("there are: EW"), "{refused}");
}

#[test]
fn houses_as_points_are_counted_in_their_squares() {
    let points = "lon;lat;Einwohner\n9.2;48.9;3\n9.2;48.9;4\n9.2;48.9;\n2.3;48.8;9\n";
    let found = read_all(&[points]);
    assert_eq!(counts(&found)[0].1, Some(7_000));
    assert_eq!(
        (found.merged.withheld_blocks, found.merged.elsewhere),
        (1, 1)
    );
    let both = read_with(&[points, CENSUS], &[]).unwrap_err().to_string();
    assert!(both.contains("count the same people twice"), "{both}");
}

#[test]
fn every_bad_line_is_named_with_its_column_and_rule() {
    let rows = "CRS3035RES100mN2865000E4262000;4262050;2865050;sixty
CRS3035RES100mN2865000E4262100;4262151;2865050;3
CRS3035RES100mN2865000E4262200;4262250;2865050
hello;1;2;3
CRS3035RES100mN2865000E4262300;4262350;2865050;3
CRS3035RES100mN2865000E4262300;4262350;2865050;4
CRS3035RES100mN2865000E4262400;4262450;2865050;4000001
";
    let refused = read_with(&[&format!("{HEADER}{rows}")], &[]).unwrap_err();
    let told: Vec<(&str, &str)> = refused
        .0
        .iter()
        .map(|own| (&*own.feature, &*own.field))
        .collect();
    let expected = [
        ("line 2", "Einwohner"),
        ("line 3", "x_mp_100m"),
        ("line 4", ""),
        ("line 5", "GITTER_ID_100m"),
        ("line 7", "GITTER_ID_100m"),
        ("line 8", "Einwohner"),
    ];
    assert_eq!(told, expected, "{refused}");
}

#[test]
fn what_is_no_file_of_residents_is_refused_in_one_sentence() {
    for text in [
        "",
        "hello",
        "name,lon,lat\nA,9,48\n",
        "GITTER_ID_100m;Miete\n",
        "\0\0\0",
    ] {
        let refused = read_with(&[text], &[]).unwrap_err();
        assert_eq!(refused.0.len(), 1, "{refused}");
        assert!(
            refused.0[0].reason.contains("is no file of residents"),
            "{refused}"
        );
    }
    let elsewhere = format!("{HEADER}CRS3035RES100mN2689100E4337000;4337050;2689150;4\n");
    let refused = read_with(&[&elsewhere], &[]).unwrap_err();
    assert!(
        refused.to_string().contains("lies in the city or near it"),
        "{refused}"
    );
}

#[test]
fn files_that_contradict_each_other_are_refused() {
    let other = CENSUS.replace(";60", ";61");
    let refused = read_with(&[CENSUS, &other], &[]).unwrap_err();
    assert_eq!(refused.0.len(), 1);
    assert_eq!(refused.0[0].file, "b.csv");
    assert!(read_with(&[CENSUS, CENSUS], &[]).is_ok());
}

#[test]
fn the_margin_round_a_city_is_whole_square_kilometres() {
    let window = window(&city(), None).unwrap();
    let edge = KilometreCell {
        row: 2865,
        column: 4262,
    };
    assert!(edge.cells().all(|own| window.has(own)));
    assert_eq!(super::window(&[], None), None);
    // Without districts the city is what it has places in, and nobody knows of places beyond.
    let bbox = city()[0].bbox();
    let without = super::window(&[], Some(bbox));
    assert!(without.is_some() && without != Some(window));
}

/// The lines of a large country, which are nowhere until they are read.
struct Country {
    next: u32,
    end: u32,
    line: std::io::Cursor<Vec<u8>>,
}

impl std::io::Read for Country {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = std::io::Read::read(&mut self.line, buffer)?;
        if read > 0 || self.next == self.end {
            return Ok(read);
        }
        // Every thousandth line lies in the city.
        let (north, east) = if self.next.is_multiple_of(1000) {
            (28_650, 42_500 + self.next / 1000)
        } else {
            (27_000 + self.next % 1000, 45_000 + self.next / 1000)
        };
        let line = format!(
            "100mN{north}E{east};{};{};3\n",
            east * 100 + 50,
            north * 100 + 50
        );
        self.line = std::io::Cursor::new(line.into_bytes());
        self.next += 1;
        std::io::Read::read(&mut self.line, buffer)
    }
}

#[test]
fn a_whole_country_streams_by_and_only_the_city_is_kept() {
    let window = window(&city(), None).unwrap();
    let country = Country {
        next: 0,
        end: 300_000,
        line: std::io::Cursor::new(HEADER.as_bytes().to_vec()),
    };
    let context = Context {
        window: &window,
        homes: &[],
        source: None,
        year: None,
        attribution: None,
    };
    let input = Input {
        name: "country.csv",
        content: Box::new(std::io::BufReader::new(country)),
    };
    let found = read(vec![input], &context).unwrap();
    let expected = (0..300).filter(|step| {
        window.has(GridCell {
            row: 28_650,
            column: 42_500 + step,
        })
    });
    assert_eq!(found.merged.cells, expected.count());
    assert_eq!(found.merged.cells + found.merged.elsewhere, 300_000);
}
