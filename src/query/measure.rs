//! Which measures an address asks for.

use super::{NEEDS, Param, Params, Schema};
use crate::domain::Invalid;
use crate::domain::audit::MeasureFilter;
use crate::domain::audit::measure::{CostClass, Progress};

/// What an address may say.
pub const MEASURE_PARAMS: &[Param] = &[
    Param::optional(
        "district",
        Schema::Text(2_000),
        "Only of places in these districts, by their ids.",
    ),
    Param::optional(
        "need",
        NEEDS,
        "Only about a criterion that matters to one of these needs.",
    ),
    Param::optional(
        "cost",
        Schema::ListOf(costs),
        "Only of these cost classes: A below 1,000 EUR, B up to 10,000, C up to 100,000, D above.",
    ),
    Param::optional(
        "status",
        Schema::ListOf(statuses),
        "Only this far; if left out, those that are neither implemented nor rejected.",
    ),
];

fn costs() -> Vec<&'static str> {
    CostClass::ALL.iter().map(|own| own.as_str()).collect()
}

fn statuses() -> Vec<&'static str> {
    Progress::ALL.iter().map(|own| own.as_str()).collect()
}

/// Takes what is asked of measures.
///
/// # Errors
/// Names the parameter and the rule it breaks.
pub fn measure_filter(params: &mut Params) -> Result<MeasureFilter, Invalid> {
    Ok(MeasureFilter {
        districts: params.list("district")?,
        needs: params.list("need")?,
        cost_classes: params.list("cost")?,
        statuses: params.list("status")?,
    })
}

/// The query string that asks for the same.
#[must_use]
pub fn measure_query(filter: &MeasureFilter) -> String {
    fn joined<T: ToString>(all: &[T]) -> String {
        let names: Vec<_> = all.iter().map(ToString::to_string).collect();
        names.join(",")
    }
    let all = [
        ("district", joined(&filter.districts)),
        ("need", joined(&filter.needs)),
        ("cost", joined(&filter.cost_classes)),
        ("status", joined(&filter.statuses)),
    ];
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in all.iter().filter(|(_, value)| !value.is_empty()) {
        query.append_pair(name, value);
    }
    query.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_is_written_as_it_is_read() {
        let query = "district=mitte%2Cost&need=hoh&cost=A%2CB&status=proposed";
        let mut params = Params::parse(query, &[MEASURE_PARAMS]).unwrap();
        assert_eq!(measure_query(&measure_filter(&mut params).unwrap()), query);
        let mut wrong = Params::parse("cost=E", &[MEASURE_PARAMS]).unwrap();
        assert_eq!(measure_filter(&mut wrong).unwrap_err().field, "cost");
    }
}
