//! Lines of help as they are offered: those that come with the program, as the city changed them, and its own.

mod gaps;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use gaps::{Covered, Gap, GapRow, Offered, Served, Times};

use crate::domain::calendar::Calendar;
use crate::domain::counselling::{HelpLine, HelpLineId, HelpNeed, KeptHelpLine, Tongue, shipped};
use crate::domain::hours::Hours;
use crate::domain::{CitySettings, folding};
use crate::snapshot::Snapshot;

/// A line that is offered.
pub struct OfferedLine {
    /// Its identity.
    pub id: HelpLineId,
    /// What is known of it.
    pub line: HelpLine,
    /// When somebody answers; none where nobody has said.
    pub hours: Option<Hours>,
    /// Whether it comes with the program and the city has not changed it.
    pub is_as_shipped: bool,
}

/// All lines of a city.
#[derive(Default)]
pub(super) struct Counselling {
    /// Those of the country first, as the file has them, then those of the city by name.
    lines: Vec<OfferedLine>,
    /// Those that come with the program and are not shown here.
    hidden: Vec<(HelpLineId, &'static HelpLine)>,
}

impl Counselling {
    /// The lines of a city that keeps some of its own. One that the block list of today names is left out.
    pub(super) fn build(
        kept: Vec<KeptHelpLine>,
        settings: &CitySettings,
        calendar: &Arc<Calendar>,
    ) -> Self {
        let mut kept: BTreeMap<_, _> = kept.into_iter().map(|own| (own.id, own.line)).collect();
        let mut own = Self::default();
        let offer = |id, line: HelpLine, is_as_shipped| OfferedLine {
            id,
            hours: line
                .hours
                .as_deref()
                .map(|text| Hours::parse(text, calendar)),
            line,
            is_as_shipped,
        };
        for (id, line) in shipped(settings) {
            match kept.remove(id) {
                None => own.lines.push(offer(*id, line.clone(), true)),
                Some(Some(changed)) => own.lines.push(offer(*id, changed, false)),
                Some(None) => own.hidden.push((*id, line)),
            }
        }
        let rest = kept.into_iter();
        let mut rest: Vec<_> = rest
            .filter_map(|(id, line)| Some(offer(id, line?, false)))
            .collect();
        rest.sort_by_cached_key(|own| (own.line.scope, folding::fold(&own.line.name), own.id));
        own.lines.extend(rest);
        own.lines.retain(|own| !own.line.names_a_refuge());
        own
    }
}

impl Snapshot {
    /// Every line that is offered, those of the country first.
    #[must_use]
    pub fn help_lines(&self) -> &[OfferedLine] {
        &self.frame.counselling.lines
    }

    /// A line that is offered.
    #[must_use]
    pub fn help_line(&self, id: HelpLineId) -> Option<&OfferedLine> {
        self.help_lines().iter().find(|own| own.id == id)
    }

    /// Lines that come with the program and that the city does not show.
    #[must_use]
    pub fn hidden_help_lines(&self) -> &[(HelpLineId, &'static HelpLine)] {
        &self.frame.counselling.hidden
    }

    /// Lines for a need in a language, as far as one is named. Where it is not known whether they speak it they come after the
    /// others, and are told apart by [`HelpLine::speaks`]; those that surely do not are left out.
    #[must_use]
    pub fn help_for(&self, need: Option<HelpNeed>, tongue: Option<Tongue>) -> Vec<&OfferedLine> {
        let speaks = |own: &OfferedLine| tongue.map(|tongue| own.line.speaks(tongue));
        let lines = self.help_lines().iter();
        let mut found: Vec<_> = lines
            .filter(|own| need.is_none_or(|need| own.line.needs.contains(&need)))
            .filter(|own| speaks(own) != Some(crate::domain::Fact::No))
            .collect();
        found.sort_by_key(|own| speaks(own).is_some_and(|fact| !fact.is_known()));
        found
    }

    /// What a text of opening hours means in this city.
    #[must_use]
    pub fn read_hours(&self, text: &str) -> Hours {
        Hours::parse(text, &self.frame.calendar)
    }
}
