//! Barriers in words: ratings, verdicts, amounts and thresholds, the same on every page.

pub(super) mod criteria;
pub(super) mod words;

use maud::{Markup, html};

use super::frame::icon;
use super::messages::Language;
use crate::barrier_free::Rated;
use crate::domain::Need;
use crate::domain::audit::{Depth, Rating, Verdict};
use crate::snapshot::{Accessibility, Located};

/// What is known of a place and a need: what an audit found, or that nobody has looked.
pub(super) fn answer(language: Language, located: &Located, need: Need) -> Markup {
    match located.audited() {
        Some(own) => badge(language, own.rating(need)),
        None => not_checked(language),
    }
}

/// Nobody has looked.
pub(super) fn not_checked(language: Language) -> Markup {
    signed(
        "not-checked",
        "state-unknown",
        &language.text("need-not-checked"),
    )
}

/// A rating: a pattern, a sign and a word, none of which is left to colour.
pub(super) fn badge(language: Language, rating: Rating) -> Markup {
    let sign = match rating {
        Rating::Full => "ui-check",
        Rating::Partial => "rating-partial",
        Rating::None => "ui-close",
        Rating::Unknown => "state-unknown",
    };
    let said = language.text(&format!("rating-{rating}"));
    signed(rating.as_str(), sign, &said)
}

/// A verdict about one criterion, with its sign.
pub(super) fn verdict(language: Language, verdict: Verdict) -> Markup {
    let (pattern, sign) = match verdict {
        Verdict::Met | Verdict::MetByEquivalent => ("full", "ui-check"),
        Verdict::Limited => ("partial", "rating-partial"),
        Verdict::NotMet => ("none", "ui-close"),
        Verdict::Unknown => ("unknown", "state-unknown"),
        Verdict::NotApplicable => ("not-checked", "ui-minus"),
    };
    signed(pattern, sign, &language.text(&format!("verdict-{verdict}")))
}

fn signed(pattern: &str, sign: &str, said: &str) -> Markup {
    html! { span.rating.(pattern) { span.pattern aria-hidden="true" {} (icon(sign)) span { (said) } } }
}

/// What has to be said beside a rating: that little was looked at, that it is old, that something is missing.
pub(super) fn flags(
    language: Language,
    own: &Accessibility,
    rated: Option<Rated>,
    today: chrono::NaiveDate,
) -> Markup {
    html! {
        @if own.audit().is_made_up() { " " span.flag { (language.text("barriers-example")) } }
        @if own.audit().depth == Depth::Quick { " " span.flag { (language.text("barriers-quick")) } }
        @if rated.is_some_and(|own| own.is_incomplete && own.rating != Rating::Unknown) {
            " " span.flag { (language.text("barriers-incomplete")) }
        }
        @if let Some(doubt) = doubt(language, own, today) { " " span.badge.stale { (doubt) } }
    }
}

/// Why what an audit says is to be asked for again.
pub(super) fn doubt(
    language: Language,
    own: &Accessibility,
    today: chrono::NaiveDate,
) -> Option<String> {
    if own.audit().change_reports > 0 {
        return Some(language.text("barriers-reported"));
    }
    let is_stale = own.is_stale(today);
    is_stale.then(|| language.text("barriers-stale"))
}
