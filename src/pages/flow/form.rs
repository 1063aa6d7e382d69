//! The questions of a report: the same for people in their browser and for somebody of the city with a sheet of paper.

use maud::{Markup, html};

use super::filled::{Filled, REQUIRED};
use super::squares;
use crate::domain::report::{Band, Category, DayType, Factor, Sensitivity, Wish};
use crate::pages::messages::Language;
use crate::snapshot::Snapshot;

/// Whether the squares are drawn beside the list of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::pages) enum Picture {
    /// They are, for whoever looks for a square.
    Drawn,
    /// They are not: the sheet of paper has the mark of the square.
    Left,
}

/// The questions, fresh or come back.
pub(in crate::pages) struct Questions<'a> {
    /// The city whose squares are asked for.
    pub(in crate::pages) snapshot: &'a Snapshot,
    /// The language to ask in.
    pub(in crate::pages) language: Language,
    /// What was answered.
    pub(in crate::pages) filled: &'a Filled,
    /// The fields that have to be mended.
    pub(in crate::pages) wrong: &'a [&'static str],
    /// Whether what was done to people is asked for.
    pub(in crate::pages) takes_sensitive: bool,
    /// Whether the squares are drawn.
    pub(in crate::pages) picture: Picture,
}

impl Questions<'_> {
    /// What has to be mended, each with a link to its field.
    pub(in crate::pages) fn trouble(&self) -> Markup {
        html! {
            @if !self.wrong.is_empty() {
                div.notice role="alert" {
                    p { strong { (self.text("flow-faults")) } }
                    ul {
                        @for field in self.wrong {
                            li { a href=(format!("#{field}")) { (self.sentence(field)) } }
                        }
                    }
                }
            }
        }
    }

    /// Every question.
    pub(in crate::pages) fn render(&self) -> Markup {
        html! {
            (self.area())
            (self.one("category", &self.categories()))
            (self.one("band", &names(Band::ALL)))
            (self.one("daytype", &names(DayType::ALL)))
            (self.several())
            (self.wish())
            div.field {
                label.choice {
                    input type="checkbox" name="avoid" value="yes" checked[self.filled.has("avoid", "yes")];
                    span { (self.text("flow-avoid")) }
                }
                (self.fault("avoid"))
            }
        }
    }

    fn text(&self, key: &str) -> String {
        self.language.text(key)
    }

    fn sentence(&self, field: &str) -> String {
        self.text(&format!("flow-fault-{field}"))
    }

    fn categories(&self) -> Vec<&'static str> {
        let takes_sensitive = self.takes_sensitive;
        let all = Category::ALL.iter().copied();
        let taken =
            all.filter(|own| takes_sensitive || own.sensitivity() != Sensitivity::Sensitive);
        taken.map(Category::as_str).collect()
    }

    fn is_wrong(&self, field: &str) -> bool {
        self.wrong.contains(&field)
    }

    /// What is wrong with a field, where it stands; of those that must be answered it is there in any case, so that a script
    /// can show it.
    fn fault(&self, field: &str) -> Markup {
        html! {
            @if self.is_wrong(field) || REQUIRED.contains(&field) {
                p.fault id=(format!("{field}-fault")) hidden[!self.is_wrong(field)] { (self.sentence(field)) }
            }
        }
    }

    /// The square.
    fn area(&self) -> Markup {
        let field = "cell_500";
        let squares = self.snapshot.safety_squares();
        html! {
            div.field {
                label for=(field) { (self.text("flow-area")) }
                p.hint #cell_500-hint { (self.text("flow-area-hint")) }
                p #here hidden {
                    button.button.secondary type="button" { (self.text("flow-here")) }
                    " " span.hint { (self.text("flow-here-about")) }
                }
                (squares::select(self.snapshot, self.language, &squares, self.filled.value(field), self.is_wrong(field)))
                (self.fault(field))
                p #here-said.hint role="status" data-waiting=(self.text("flow-here-waiting")) data-found=(self.text("flow-here-found"))
                    data-outside=(self.text("flow-here-outside")) data-failed=(self.text("flow-here-failed")) {}
                @if self.picture == Picture::Drawn { (squares::picture(self.snapshot, self.language, &squares)) }
            }
        }
    }

    /// A question with one answer.
    fn one(&self, field: &str, answers: &[&str]) -> Markup {
        let invalid = self.is_wrong(field).then_some("true");
        let required = REQUIRED.contains(&field).then_some("true");
        let described = self.is_wrong(field).then(|| format!("{field}-fault"));
        html! {
            fieldset id=(field) tabindex="-1" aria-labelledby=(format!("{field}-asked")) aria-describedby=[described] aria-invalid=[invalid] aria-required=[required] role="radiogroup" {
                legend id=(format!("{field}-asked")) { (self.text(&format!("flow-{field}"))) }
                div.choices {
                    @for answer in answers { (self.choice(field, answer, "radio")) }
                }
                (self.fault(field))
            }
        }
    }

    /// What makes it so: as many answers as one likes.
    fn several(&self) -> Markup {
        html! {
            fieldset #factors tabindex="-1" {
                legend { (self.text("flow-factors")) }
                div.choices {
                    @for answer in names(Factor::ALL) { (self.choice("factors", answer, "checkbox")) }
                }
                (self.fault("factors"))
            }
        }
    }

    fn choice(&self, field: &str, answer: &str, kind: &str) -> Markup {
        html! {
            label.choice {
                input type=(kind) name=(field) value=(answer) checked[self.filled.has(field, answer)];
                span { (self.text(&format!("flow-{field}-{answer}"))) }
            }
        }
    }

    fn wish(&self) -> Markup {
        html! {
            div.field {
                label for="wish" { (self.text("flow-wish")) }
                select #wish name="wish" {
                    option value="" { (self.text("flow-wish-none")) }
                    @for answer in names(Wish::ALL) {
                        option value=(answer) selected[self.filled.has("wish", answer)] { (self.text(&format!("flow-wish-{answer}"))) }
                    }
                }
                (self.fault("wish"))
            }
        }
    }
}

/// The names of all members, as the form sends them.
fn names<T: Copy + Named>(all: &[T]) -> Vec<&'static str> {
    all.iter().map(|own| own.name()).collect()
}

/// What the form sends for an answer.
trait Named {
    fn name(self) -> &'static str;
}

macro_rules! named {
    ($($answer:ident),+) => {
        $(impl Named for $answer {
            fn name(self) -> &'static str {
                self.as_str()
            }
        })+
    };
}

named!(Band, DayType, Factor, Wish);

/// The keys of the messages that are made from the names of answers and fields.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    use crate::snapshot::Compass;
    let categories: Vec<_> = Category::ALL.iter().map(|own| own.as_str()).collect();
    let compass: Vec<_> = Compass::ALL.iter().map(|own| own.as_str()).collect();
    let of_defects = ["service", "place", "what", "consent"];
    let more = ["factors", "wish", "avoid", "source"];
    let faults = [&REQUIRED[..], &more, &of_defects].concat();
    let families = [
        ("category", categories),
        ("band", names(Band::ALL)),
        ("daytype", names(DayType::ALL)),
        ("factors", names(Factor::ALL)),
        ("wish", names(Wish::ALL)),
        ("towards", compass),
        ("source", vec!["paper", "kiosk", "event"]),
        ("fault", faults),
    ];
    let keys = families.into_iter().flat_map(|(family, members)| {
        members
            .into_iter()
            .map(move |own| format!("flow-{family}-{own}"))
    });
    let questions = ["category", "band", "daytype"].map(|own| format!("flow-{own}"));
    keys.chain(questions).collect()
}
