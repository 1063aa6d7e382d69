//! What one asks the trail for, as SQL.

use sqlx::{Database, Encode, QueryBuilder, Type};

use crate::domain::trail::{About, Page, TrailFilter, written};

/// Adds what `filter` asks for to a query.
pub(super) fn push_filter<D>(query: &mut QueryBuilder<D>, filter: &TrailFilter)
where
    D: Database,
    for<'q> String: Encode<'q, D> + Type<D>,
    for<'q> i64: Encode<'q, D> + Type<D>,
    for<'q> i32: Encode<'q, D> + Type<D>,
{
    // A condition that is always met: the others all begin alike.
    query.push(" where number > ");
    query.push_bind(match filter.page {
        Page::After(number) => number,
        _ => i64::MIN,
    });
    if let Page::Before(number) = filter.page {
        query.push(" and number < ").push_bind(number);
    }
    match &filter.about {
        Some(About::One(subject)) => {
            query.push(" and subject = ").push_bind(subject.to_string());
        }
        Some(About::Beginning(text)) => push_beginning(query, "subject", text),
        None => {}
    }
    if let Some(by) = filter.by {
        push_beginning(query, "author", &by.prefix());
    }
    if let Some(action) = filter.action {
        query.push(" and action = ").push_bind(action.to_string());
    }
    if let Some(from) = filter.from {
        query.push(" and at >= ").push_bind(written(from));
    }
    if let Some(until) = filter.until {
        query.push(" and at < ").push_bind(written(until));
    }
    query.push(match filter.page {
        Page::After(_) => " order by number",
        Page::Newest | Page::Before(_) => " order by number desc",
    });
    if let Some(limit) = filter.limit {
        query.push(" limit ").push_bind(i64::from(limit));
    }
}

/// Asks that a column begin with `text`, whose letters mean only themselves.
fn push_beginning<D>(query: &mut QueryBuilder<D>, column: &'static str, text: &str)
where
    D: Database,
    for<'q> String: Encode<'q, D> + Type<D>,
    for<'q> i32: Encode<'q, D> + Type<D>,
{
    let length = i32::try_from(text.chars().count()).unwrap_or(i32::MAX);
    query.push(format_args!(" and substr({column}, 1, "));
    query
        .push_bind(length)
        .push(") = ")
        .push_bind(text.to_owned());
}
