//! One criterion of a file: its readings, its thresholds, and where they come from.

use toml::Spanned;

use super::Builder;
use crate::barrier_free::catalogue::file::{
    Alternative, ChoiceFile, CriterionFile, ExchangeFile, ReadingFile, SourceFile,
};
use crate::barrier_free::catalogue::{
    Bound, Choice, Criterion, Exchange, Level, Reading, Sort, Source, Test, Text, Threshold,
};
use crate::domain::Need;
use crate::domain::audit::{CriterionId, Key, Unit};

/// The most choices of a reading: they are bits of a number.
const MOST_CHOICES: usize = 32;

impl Builder<'_> {
    /// A criterion whose first reading has the slot `slot`.
    pub(super) fn criterion(
        &mut self,
        own: &Spanned<CriterionFile>,
        conditions: &[&str],
        slot: usize,
    ) -> Option<Criterion> {
        let file = own.as_ref();
        let of = file.id.as_ref().as_str();
        let id = self.name::<CriterionId>(&file.id, of);
        let name = self.text(&file.de, &file.en, &file.de_simple, of);
        let hint = (
            self.words(&file.hint_de, &format!("{of}.hint_de")),
            self.words(&file.hint_en, &format!("{of}.hint_en")),
        );
        let applies = file.applies.as_ref();
        let applies = applies.and_then(|name| self.applies(name, of, conditions));
        if file.severity.as_ref().is_empty() {
            let rule = "must name at least one need";
            self.fault(file.severity.span().start, format!("{of}.severity"), rule);
        }
        let readings = self.readings(&file.readings, of)?;
        if file.standard.as_ref().is_empty() {
            let rule = "must have at least one alternative";
            self.fault(file.standard.span().start, format!("{of}.standard"), rule);
        }
        let sources = self.sources(&file.sources, of, &readings)?;
        let mut criterion = Criterion {
            id: id?,
            area: file.area,
            cls: file.cls,
            applies,
            is_core: file.core,
            name,
            hint,
            evidence: file.evidence,
            severity: [None; Need::ALL.len()],
            slots: slot..slot + readings.len(),
            readings,
            standard: Box::default(),
            minimum: Box::default(),
            sources,
            osm: file.osm.iter().map(|own| own.as_str().into()).collect(),
            cost: file.cost,
        };
        for (need, severity) in file.severity.as_ref() {
            criterion.severity[*need as usize] = Some(*severity);
        }
        criterion.standard = self.threshold(file.standard.as_ref(), Level::Standard, &criterion);
        criterion.minimum = self.threshold(&file.minimum, Level::Minimum, &criterion);
        Some(criterion)
    }

    fn applies(&mut self, name: &Spanned<String>, of: &str, conditions: &[&str]) -> Option<usize> {
        let at = conditions.iter().position(|own| own == name.as_ref());
        if at.is_none() {
            let rule = format!(
                "must name a condition, and \"{}\" is none",
                name.as_ref().escape_debug()
            );
            self.fault(name.span().start, format!("{of}.applies"), rule);
        }
        at
    }

    fn readings(
        &mut self,
        list: &Spanned<Vec<Spanned<ReadingFile>>>,
        of: &str,
    ) -> Option<Vec<Reading>> {
        let files = list.as_ref();
        if files.is_empty() {
            self.fault(
                list.span().start,
                format!("{of}.readings"),
                "must name at least one",
            );
        }
        self.once(
            files.iter().map(|own| &own.as_ref().id),
            &format!("readings of {of}"),
        );
        let is_only = files.len() == 1;
        let all: Vec<_> = files
            .iter()
            .map(|own| self.reading(own, of, is_only))
            .collect();
        all.into_iter().collect()
    }

    fn reading(&mut self, own: &Spanned<ReadingFile>, of: &str, is_only: bool) -> Option<Reading> {
        let file = own.as_ref();
        let field = format!("{of}.{}", file.id.as_ref());
        let name = match (&file.de, &file.en, &file.de_simple) {
            (Some(de), Some(en), Some(simple)) => Some(self.text(de, en, simple, &field)),
            (None, None, None) if is_only => None,
            _ => {
                let rule =
                    "must have the names de, en and de_simple: the criterion has several readings";
                self.fault(own.span().start, &field, rule);
                None
            }
        };
        let id = self.name::<Key>(&file.id, &field);
        let sort = self.sort(file, &field)?;
        let exchange = file.a11yjson.iter();
        let exchange: Vec<_> = exchange
            .map(|own| self.exchange(own, &sort, &field))
            .collect();
        Some(Reading {
            id: id?,
            name,
            sort,
            exchange: exchange.into_iter().collect::<Option<_>>()?,
        })
    }

    fn exchange(&mut self, file: &ExchangeFile, sort: &Sort, field: &str) -> Option<Exchange> {
        let path = self.name(&file.path, field);
        if matches!(sort, Sort::Choice(_)) && file.when.is_none() {
            let rule = "is a choice, so a11yjson needs to say when";
            self.fault(file.path.span().start, field, rule);
            return None;
        }
        let Some(when) = &file.when else {
            return Some(Exchange {
                path: path?,
                when: None,
            });
        };
        let bound = Bound::parse(when.as_ref(), sort)
            .map_err(|reason| self.fault(when.span().start, field, reason))
            .ok()?;
        Some(Exchange {
            path: path?,
            when: Some(bound),
        })
    }

    fn sort(&mut self, file: &ReadingFile, field: &str) -> Option<Sort> {
        let (unit, at) = (file.unit.as_ref().as_str(), file.unit.span().start);
        match (unit, &file.choices) {
            ("choice", Some(choices)) if (2..=MOST_CHOICES).contains(&choices.len()) => {
                self.once(
                    choices.iter().map(|own| &own.as_ref().id),
                    &format!("choices of {field}"),
                );
                let all: Vec<_> = choices.iter().map(|own| self.choice(own, field)).collect();
                all.into_iter().collect::<Option<_>>().map(Sort::Choice)
            }
            ("choice", _) => {
                self.fault(at, field, format!("must have 2 to {MOST_CHOICES} choices"));
                None
            }
            (_, Some(_)) => {
                self.fault(at, field, "has choices, so its unit must be choice");
                None
            }
            ("yes_no", None) => Some(Sort::YesNo),
            (_, None) => match unit.parse::<Unit>() {
                Ok(unit) => Some(Sort::Amount(unit)),
                Err(invalid) => {
                    let rule = format!("unit {}, or yes_no or choice", invalid.reason);
                    self.fault(at, field, rule);
                    None
                }
            },
        }
    }

    fn choice(&mut self, own: &Spanned<ChoiceFile>, field: &str) -> Option<Choice> {
        let file = own.as_ref();
        let of = format!("{field}.{}", file.id.as_ref());
        let name: Text = self.text(&file.de, &file.en, &file.de_simple, &of);
        let id = self.name(&file.id, &of)?;
        Some(Choice { id, name })
    }

    fn sources(
        &mut self,
        files: &[Spanned<SourceFile>],
        of: &str,
        readings: &[Reading],
    ) -> Option<Vec<Source>> {
        let mut read = |own: &Spanned<SourceFile>| {
            let (file, field) = (own.as_ref(), format!("{of}.sources"));
            let mut keys = Vec::new();
            for name in &file.readings {
                if let Some(reading) = readings.iter().find(|it| it.id.as_str() == name) {
                    keys.push(reading.id.clone());
                } else {
                    let rule = format!(
                        "must name readings of {of}, and \"{}\" is none",
                        name.escape_debug()
                    );
                    self.fault(own.span().start, &field, rule);
                    return None;
                }
            }
            Some(Source {
                of: file.of,
                readings: keys,
                mark: file.mark,
                text: self.words(&file.text, &field),
            })
        };
        let all: Vec<_> = files.iter().map(&mut read).collect();
        all.into_iter().collect()
    }

    fn threshold(
        &mut self,
        alternatives: &[Spanned<Alternative>],
        level: Level,
        of: &Criterion,
    ) -> Threshold {
        let alternative = |own: &Spanned<Alternative>| {
            if own.as_ref().is_empty() {
                let rule = "has an alternative in which nothing must hold";
                self.fault(own.span().start, format!("{}.{level}", of.id), rule);
            }
            let tests = own.as_ref().iter();
            tests
                .filter_map(|(name, bound)| self.test(name, bound, level, of))
                .collect()
        };
        alternatives.iter().map(alternative).collect()
    }

    fn test(
        &mut self,
        name: &str,
        bound: &Spanned<String>,
        level: Level,
        of: &Criterion,
    ) -> Option<Test> {
        let (at, field) = (bound.span().start, format!("{}.{level}.{name}", of.id));
        let Some(place) = of.readings.iter().position(|own| own.id.as_str() == name) else {
            self.fault(at, field, "is no reading of the criterion");
            return None;
        };
        let reading = &of.readings[place];
        if of.source_of(level, &reading.id).is_none() {
            self.fault(at, &field, "has no source");
        }
        let parsed = Bound::parse(bound.as_ref(), &reading.sort);
        let bound = parsed
            .map_err(|reason| self.fault(at, field, reason))
            .ok()?;
        let slot = of.slots.start + place;
        Some(Test { slot, bound })
    }
}
