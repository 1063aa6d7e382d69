//! What a change of the city says in the trail.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::change::{AuditChange, CityChange, Districts, SurveyChange};
use crate::domain::counselling::{HELP_LINE, HelpLine, HelpLineChange};
use crate::domain::measured_way::{MEASURED_WAY, MeasuredWay, MeasuredWayChange};
use crate::domain::members::{Described, Differences, Members};
use crate::domain::prevention::{FOCUS_AREA, FocusArea, FocusAreaChange};
use crate::domain::suggestion::{Decision, SuggestionId};
use crate::domain::survey::Survey;
use crate::domain::trail::{Action, NewEntry, Subject};
use crate::domain::{CitySettings, District, Event, Place, PlaceId, Quarter};

/// What the trail calls the survey of a district, before the district's id.
pub const SURVEY: &str = "survey";

/// What the trail says of a place of whose barriers something else is known than before. The API calls that member so.
pub const ACCESSIBILITY: &str = "accessibility";

/// What a write takes the place of, as the store has it when the write's turn has come.
#[derive(Debug, Default)]
pub struct Replaced {
    /// The settings, if the change brings new ones and there were some.
    pub settings: Option<CitySettings>,
    /// The districts and quarters, if the change brings new ones.
    pub districts: Districts,
    /// The surveys of districts that go.
    pub surveys: Vec<Survey>,
    /// Events that go with a place of refuge.
    pub events_of_refuges: Vec<Subject>,
    /// What residents said of a place of refuge, each with what had become of it: its content goes.
    pub suggestions_of_refuges: Vec<(SuggestionId, Decision)>,
    /// Places that said they had moved to a place of refuge: they no longer say so.
    pub moved_to_refuges: BTreeSet<PlaceId>,
    /// Numbers of the entries that told of a place of refuge, and whose content goes now.
    pub redacted: Vec<i64>,
}

impl CityChange {
    /// The entries this change makes, in the order in which it is carried out.
    #[must_use]
    pub fn entries(&self, replaced: &Replaced) -> Vec<NewEntry> {
        let mut entries = Vec::with_capacity(self.places.len() + self.events.len());
        self.tell_of_the_city(replaced, &mut entries);
        self.tell_of_refuges(replaced, &mut entries);
        let events_gone = self.events_removed.iter();
        entries.extend(
            events_gone.map(|gone| self.removed(&gone.event, gone.undoes, &gone.event.title)),
        );
        let places_gone = self.places_removed.iter();
        entries.extend(
            places_gone.map(|gone| self.removed(&gone.place, gone.undoes, &gone.place.name)),
        );
        entries.extend(self.places.iter().map(|own| NewEntry {
            undoes: own.undoes,
            ..self.entry(
                own.action,
                Subject::described::<Place>(own.place.id),
                &own.place.name,
                &own.differences,
            )
        }));
        entries.extend(self.events.iter().map(|own| NewEntry {
            undoes: own.undoes,
            ..self.entry(
                own.action,
                Subject::described::<Event>(own.event.id),
                &own.event.title,
                &own.differences,
            )
        }));
        entries.extend(self.audits.iter().flat_map(|own| self.audited(own)));
        let measured = self.measured_ways.iter();
        entries.extend(measured.filter_map(|own| self.measured(own)));
        let lines = self.help_lines.iter();
        entries.extend(lines.filter_map(|own| self.offered(own)));
        let areas = self.focus_areas.iter();
        entries.extend(areas.filter_map(|own| self.worked_on(own)));
        entries.extend(self.decided.iter().map(|own| own.entry(&self.author)));
        let doubted = self.decided.iter().filter(|own| own.barriers_changed);
        entries.extend(doubted.map(|own| self.seen_differently(own.place)));
        entries
    }

    /// What became of an audit, and that its place is seen differently.
    fn audited(&self, own: &AuditChange) -> [NewEntry; 2] {
        [
            own.after.entry(&self.author, Action::Changed),
            self.seen_differently(own.after.draft.place),
        ]
    }

    /// That what is known of a place's barriers is another; nothing of it can be taken back here.
    fn seen_differently(&self, place: PlaceId) -> NewEntry {
        let place = Subject::described::<Place>(place);
        NewEntry::new(&self.author, Action::Changed, place).saying(ACCESSIBILITY)
    }

    /// A measurement that is new says of what; all of one that is withdrawn stays in its entry.
    fn measured(&self, own: &MeasuredWayChange) -> Option<NewEntry> {
        let tale = |own: &MeasuredWay| (own.sort.to_string(), own.members());
        let (before, after) = (own.before.as_ref().map(tale), own.after.as_ref().map(tale));
        self.kept_or_gone(Subject::of(MEASURED_WAY, own.id), before, after)
    }

    fn offered(&self, own: &HelpLineChange) -> Option<NewEntry> {
        let tale = |own: &HelpLine| (own.name.to_string(), own.members());
        let (before, after) = (own.before.as_ref().map(tale), own.after.as_ref().map(tale));
        self.kept_or_gone(Subject::of(HELP_LINE, own.id), before, after)
    }

    fn worked_on(&self, own: &FocusAreaChange) -> Option<NewEntry> {
        let tale = |own: &FocusArea| (own.title.to_string(), own.members());
        let (before, after) = (own.before.as_ref().map(tale), own.after.as_ref().map(tale));
        self.kept_or_gone(Subject::of(FOCUS_AREA, own.id), before, after)
    }

    /// Something that is new, different or gone, by its name and members; all of what goes stays in its entry.
    fn kept_or_gone(
        &self,
        subject: Subject,
        before: Option<(String, Members)>,
        after: Option<(String, Members)>,
    ) -> Option<NewEntry> {
        if let Some((name, members)) = after {
            return self.kept(subject, &name, before.map(|(_, members)| members), members);
        }
        before.map(|(name, members)| NewEntry {
            before: Some(members),
            ..NewEntry::new(&self.author, Action::Removed, subject).saying(name)
        })
    }

    /// Settings, districts, and the drawing.
    fn tell_of_the_city(&self, replaced: &Replaced, entries: &mut Vec<NewEntry>) {
        let new = |action, subject| NewEntry::new(&self.author, action, subject);
        if let Some(settings) = &self.settings {
            let before = replaced.settings.as_ref().map(CitySettings::members);
            let subject = Subject::of("city", &settings.id);
            entries.extend(self.kept(subject, &settings.name, before, settings.members()));
        }
        if self.forget_places {
            let all = new(Action::Removed, Subject::alone("places"));
            entries.push(all.saying("all places of the city before"));
        }
        if let Some(all) = &self.districts {
            let before = &replaced.districts;
            entries.extend(self.compared(
                District::TOLD_AS,
                tales(&before.districts),
                tales(&all.districts),
            ));
            entries.extend(self.compared(
                Quarter::TOLD_AS,
                tales(&before.quarters),
                tales(&all.quarters),
            ));
        }
        entries.extend(replaced.surveys.iter().map(|gone| self.withdrawn(gone)));
        entries.extend(self.surveys.iter().filter_map(|own| self.surveyed(own)));
        if self.map.is_some() {
            entries.push(new(Action::Changed, Subject::alone("map")));
        }
        entries.extend(self.criteria.iter().map(|own| {
            let subject = Subject::of("criteria", &own.version);
            new(Action::Changed, subject)
        }));
        entries.extend(self.releases.iter().map(|own| {
            let entry = new(Action::Added, Subject::of("release", own.id()));
            entry.saying(format!("sha256 {}", own.checksum()))
        }));
        if let Some(residents) = &self.residents {
            let entry = new(Action::Changed, Subject::alone("residents"));
            let cells = residents.cells.len();
            entries.push(entry.saying(format!("{}, {cells} squares", residents.source)));
        }
    }

    /// A survey that is new says since when; of one that is confirmed anew what differs is told.
    fn surveyed(&self, own: &SurveyChange) -> Option<NewEntry> {
        let Some(after) = &own.after else {
            return own.before.as_ref().map(|gone| self.withdrawn(gone));
        };
        let before = own.before.as_ref().map(Survey::members);
        let subject = Subject::of(SURVEY, &own.district);
        self.kept(
            subject,
            &after.complete_since.to_string(),
            before,
            after.members(),
        )
    }

    fn withdrawn(&self, gone: &Survey) -> NewEntry {
        let subject = Subject::of(SURVEY, &gone.district);
        NewEntry {
            before: Some(gone.members()),
            ..NewEntry::new(&self.author, Action::Removed, subject)
                .saying(gone.complete_since.to_string())
        }
    }

    /// Not even the trail keeps a name.
    fn tell_of_refuges(&self, replaced: &Replaced, entries: &mut Vec<NewEntry>) {
        let said = replaced.suggestions_of_refuges.iter();
        entries.extend(
            said.map(|(id, before)| before.entry(&self.author, *id, Decision::Removed, None)),
        );
        let moved = replaced.moved_to_refuges.iter();
        // What is said of a place that goes itself is said below. Where it pointed to is not told.
        let moved = moved.filter(|id| !self.refuges.contains(id)).map(|id| {
            let subject = Subject::described::<Place>(*id);
            NewEntry::new(&self.author, Action::Changed, subject).saying("relocated_to")
        });
        entries.extend(moved);
        let places = self
            .refuges
            .iter()
            .map(|id| Subject::described::<Place>(*id));
        let gone = places.chain(replaced.events_of_refuges.iter().cloned());
        entries.extend(gone.map(|subject| NewEntry::new(&self.author, Action::Removed, subject)));
        if !replaced.redacted.is_empty() {
            entries.push(NewEntry::redaction(&self.author, &replaced.redacted));
        }
    }

    /// All of one kind at once: what is new, different or gone; nothing of what is as it was.
    fn compared(&self, kind: &str, mut before: TalesById, after: TalesById) -> Vec<NewEntry> {
        let mut entries = Vec::new();
        for (id, (name, members)) in after {
            let known = before.remove(&id).map(|(_, members)| members);
            entries.extend(self.kept(Subject::of(kind, id), &name, known, members));
        }
        for (id, (name, members)) in before {
            let gone = NewEntry::new(&self.author, Action::Removed, Subject::of(kind, id));
            entries.push(NewEntry {
                before: Some(members),
                ..gone.saying(name)
            });
        }
        entries
    }

    /// What is there afterwards and may have been there before.
    fn kept(
        &self,
        subject: Subject,
        name: &str,
        before: Option<Members>,
        after: Members,
    ) -> Option<NewEntry> {
        let action = if before.is_some() {
            Action::Changed
        } else {
            Action::Added
        };
        let differences = before
            .map(|before| Differences::of(before, after))
            .unwrap_or_default();
        (action == Action::Added || !differences.is_empty())
            .then(|| self.entry(action, subject, name, &differences))
    }

    fn entry(
        &self,
        action: Action,
        subject: Subject,
        name: &str,
        differences: &Differences,
    ) -> NewEntry {
        let detail = match action {
            Action::Changed => differences.list(),
            _ => name.to_owned(),
        };
        NewEntry::new(&self.author, action, subject)
            .saying(detail)
            .telling(differences)
    }

    /// What goes and may be brought back: everything that was known stays in its entry.
    fn removed<T: Described>(&self, gone: &T, undoes: Option<i64>, name: &str) -> NewEntry {
        let subject = Subject::described::<T>(gone.id());
        NewEntry {
            undoes,
            before: Some(gone.members()),
            ..NewEntry::new(&self.author, Action::Removed, subject).saying(name)
        }
    }
}

/// Name and members by id.
type TalesById = BTreeMap<String, (String, Members)>;

/// What only comes and goes all at once.
trait Tale {
    const TOLD_AS: &'static str;

    /// Id, name and members.
    fn tale(&self) -> (String, (String, Members));
}

impl Tale for District {
    const TOLD_AS: &'static str = "district";

    fn tale(&self) -> (String, (String, Members)) {
        (self.id.to_string(), (self.name.to_string(), self.members()))
    }
}

impl Tale for Quarter {
    const TOLD_AS: &'static str = "quarter";

    fn tale(&self) -> (String, (String, Members)) {
        (self.id.to_string(), (self.name.to_string(), self.members()))
    }
}

fn tales<T: Tale>(all: &[T]) -> TalesById {
    all.iter().map(T::tale).collect()
}
