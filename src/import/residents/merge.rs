//! Squares of 100 m and of 1 km put together.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use serde::Serialize;

use super::gathered::{Gathered, Hectare, Kilometre};
use super::{Context, Found};
use crate::domain::grid::{GridCell, KilometreCell};
use crate::domain::residents::{
    Ages, Count, PER_PERSON, ResidentCell, ResidentSource, Residents, apportion,
};

/// What became of what is withheld and of squares that are known as large ones alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Merged {
    /// Squares of 100 m of which something is said or withheld.
    pub cells: usize,
    /// Squares whose own number is withheld, and that got a share of what is left of their square kilometre.
    pub filled_cells: usize,
    /// Squares whose number is withheld and stays unknown.
    pub withheld_cells: usize,
    /// Square kilometres without squares of 100 m, whose people were spread over the homes there.
    pub kilometres_by_homes: usize,
    /// Square kilometres of which nothing finer is known, whose people were spread evenly.
    pub kilometres_evenly: usize,
    /// Square kilometres of 1 km files whose number is withheld, or where nobody lives: such files tell both alike.
    pub withheld_kilometres: usize,
    /// Blocks of a city's own statistics whose number is withheld: their people are missing.
    pub withheld_blocks: usize,
    /// Lines or features that lie farther from the city.
    pub elsewhere: usize,
}

/// Puts together what the files say, or says why that tells of nobody.
pub(super) fn merge(gathered: Gathered, context: &Context<'_>) -> Result<Found, String> {
    let is_grid = !gathered.hectares.is_empty() || !gathered.kilometres.is_empty();
    if is_grid && !gathered.blocks.is_empty() {
        return Err(
            "a grid and a city's own statistics count the same people twice: import one of them"
                .to_owned(),
        );
    }
    let counts = gathered.hectares.values().map(|own| own.count);
    let mut counts = counts.chain(gathered.kilometres.values().map(|own| own.count));
    if is_grid && !counts.any(|count| count.is_some()) {
        return Err(
            "tells ages but not how many people live there: name the file of the 1 km grid too"
                .to_owned(),
        );
    }
    let mut merging = Merging {
        cells: BTreeMap::new(),
        merged: Merged {
            elsewhere: gathered.elsewhere,
            withheld_blocks: gathered.withheld_blocks,
            ..Merged::default()
        },
    };
    merging.blocks(gathered.blocks)?;
    merging.kilometres(&gathered.kilometres, &gathered.hectares, context);
    merging.hectares(gathered.hectares);
    let given = |own: &ResidentCell| matches!(own.count, Count::Given(_));
    if !merging.cells.values().any(given) {
        return Err(
            "no square of it with a number of people lies in the city or near it".to_owned(),
        );
    }
    let by_kind = if is_grid {
        ResidentSource::Census
    } else {
        ResidentSource::CityStatistics
    };
    let usual = (is_grid && context.source.is_none())
        .then(|| CENSUS_OFFICES.parse().ok())
        .flatten();
    let withheld = merging.cells.values().filter(|own| !given(own)).count();
    Ok(Found {
        merged: Merged {
            cells: merging.cells.len(),
            withheld_cells: withheld,
            ..merging.merged
        },
        residents: Residents {
            source: context.source.unwrap_or(by_kind),
            year: context.year,
            attribution: context.attribution.clone().or(usual),
            cells: merging.cells.into_values().collect(),
        },
    })
}

/// Whom the licence of the census asks to name.
const CENSUS_OFFICES: &str = "© Statistische Ämter des Bundes und der Länder, dl-de/by-2-0";

struct Merging {
    cells: BTreeMap<GridCell, ResidentCell>,
    merged: Merged,
}

impl Merging {
    fn put(&mut self, cell: GridCell, count: Count, ages: Ages, is_coarse: bool) {
        let own = ResidentCell {
            cell,
            count,
            ages,
            is_coarse,
        };
        self.cells.insert(cell, own);
    }

    fn blocks(&mut self, blocks: BTreeMap<GridCell, u64>) -> Result<(), String> {
        for (cell, people) in blocks {
            let people = u32::try_from(people).map_err(|error| {
                format!("more people than can live in the square {cell}: {error}")
            })?;
            self.put(cell, Count::Given(people), Ages::default(), false);
        }
        Ok(())
    }

    /// Spreads the people of square kilometres over squares of 100 m that do not say for themselves.
    fn kilometres(
        &mut self,
        kilometres: &BTreeMap<KilometreCell, Kilometre>,
        hectares: &BTreeMap<GridCell, Hectare>,
        context: &Context<'_>,
    ) {
        let homes: HashMap<GridCell, u64> = context
            .homes
            .iter()
            .map(|own| (own.cell, u64::from(own.floor_m2)))
            .collect();
        for (kilometre, said) in kilometres {
            let Some(Count::Given(whole)) = said.count else {
                self.merged.withheld_kilometres += 1;
                continue;
            };
            let inside: Vec<(GridCell, Hectare)> = kilometre
                .cells()
                .filter_map(|cell| Some((cell, *hectares.get(&cell)?)))
                .collect();
            if inside.is_empty() {
                self.spread(*kilometre, whole, said, &homes);
            } else {
                self.fill(&inside, whole, said);
            }
        }
    }

    /// Nothing finer is known: people live where there are homes, or else anywhere.
    fn spread(
        &mut self,
        kilometre: KilometreCell,
        whole: u32,
        said: &Kilometre,
        homes: &HashMap<GridCell, u64>,
    ) {
        if whole == 0 {
            return;
        }
        let cells: Vec<GridCell> = kilometre.cells().collect();
        let floors = cells.iter().map(|cell| homes.get(cell).copied());
        let weights: Vec<u64> = floors.map(Option::unwrap_or_default).collect();
        let by_homes = apportion(u64::from(whole), &weights);
        match by_homes {
            Some(_) => self.merged.kilometres_by_homes += 1,
            None => self.merged.kilometres_evenly += 1,
        }
        let evenly = || apportion(u64::from(whole), &vec![1; cells.len()]);
        let parts = by_homes.or_else(evenly).into_iter().flatten();
        for (cell, people) in cells.into_iter().zip(parts) {
            let people = u32::try_from(people).expect("a part is not more than the whole");
            if people > 0 {
                let ages = with_shares(Ages::default(), people, said);
                self.put(cell, Count::Given(people), ages, true);
            }
        }
    }

    /// Squares that do not say how many live there share what those that do have left. Where nothing is left because numbers
    /// are blurred, they stay unknown.
    fn fill(&mut self, inside: &[(GridCell, Hectare)], whole: u32, said: &Kilometre) {
        let given = |own: &Hectare| match own.count {
            Some(Count::Given(people)) => Some(people),
            Some(Count::Withheld) | None => None,
        };
        let known = inside.iter().filter_map(|(_, own)| given(own));
        let known: u64 = known.map(u64::from).sum();
        let open = inside.iter().filter(|(_, own)| given(own).is_none());
        let weights: Vec<u64> = open.clone().map(|(_, own)| likely(own)).collect();
        let left = u64::from(whole).checked_sub(known);
        let left = left.filter(|left| *left > 0 || known == 0);
        let parts = left.and_then(|left| apportion(left, &weights));
        for ((cell, own), people) in open.zip(parts.into_iter().flatten()) {
            let people = u32::try_from(people).expect("a part is not more than the whole");
            self.merged.filled_cells += 1;
            self.put(
                *cell,
                Count::Given(people),
                with_shares(own.ages, people, said),
                false,
            );
        }
        for (cell, own) in inside {
            if let Some(people) = given(own) {
                self.put(
                    *cell,
                    Count::Given(people),
                    with_shares(own.ages, people, said),
                    false,
                );
            }
        }
    }

    /// What no square kilometre has settled.
    fn hectares(&mut self, hectares: BTreeMap<GridCell, Hectare>) {
        for (cell, own) in hectares {
            self.cells.entry(cell).or_insert_with(|| ResidentCell {
                cell,
                count: own.count.unwrap_or(Count::Withheld),
                ages: own.ages,
                is_coarse: false,
            });
        }
    }
}

/// How many people a square is likely to have beside others, by those of its children and its oldest that are given. Of a group
/// that is not given one person is taken: the files leave out one and two, and do not tell them from none.
fn likely(own: &Hectare) -> u64 {
    let group = |people: Option<u32>| u64::from(people.unwrap_or(PER_PERSON));
    group(own.ages.under_10) + group(own.ages.over_79)
}

/// The ages of a square, with the shares of its square kilometre where it does not say.
fn with_shares(own: Ages, people: u32, said: &Kilometre) -> Ages {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of a number is not more than it"
    )]
    let part = |share: f64| (f64::from(people) * share).round() as u32;
    Ages {
        under_18: own.under_18.or(said.share_under_18.map(part)),
        over_64: own.over_64.or(said.share_over_64.map(part)),
        ..own
    }
}

impl fmt::Display for Merged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} squares of 100 m", self.cells)?;
        let notes = [
            (
                self.filled_cells,
                "squares got a share of their square kilometre",
            ),
            (self.withheld_cells, "squares are withheld and stay unknown"),
            (
                self.kilometres_by_homes,
                "square kilometres were spread over the homes there",
            ),
            (
                self.kilometres_evenly,
                "square kilometres were spread evenly, which is coarse",
            ),
            (
                self.withheld_kilometres,
                "square kilometres are empty or withheld",
            ),
            (
                self.withheld_blocks,
                "blocks are withheld, their people are missing",
            ),
            (
                self.elsewhere,
                "lines lie too far from the city (2 km around its districts; without any, its places) and were left out",
            ),
        ];
        let mut told = notes.into_iter().filter(|(count, _)| *count > 0);
        told.try_for_each(|(count, note)| write!(f, "\n  {count} {note}"))
    }
}
