//! What an event is called for ever.

use uuid::Uuid;

use crate::domain::event::contact::without_contacts;
use crate::domain::event::{Start, Uid};
use crate::domain::words::Name;
use crate::import::events::components::Component;
use crate::import::events::text::unescaped;

/// A random name of its own for identities that are made from others.
const MADE: Uuid = Uuid::from_u128(0x1b9f_6a60_c2a7_4f0e_b3d4_5a81_0e7f_26c3);

/// The identity that the file gives an event; one that is no plain token is replaced by one made from it.
pub(super) fn of(component: &Component) -> Option<Uid> {
    let text = component.value("UID").filter(|text| !text.is_empty())?;
    let text = unescaped(text);
    let uid = text.parse().ok().filter(|_| !is_an_address(&text));
    uid.or_else(|| made(&text))
}

/// An identity for an event without one: the same title at the same time in the same calendar is the same event.
pub(super) fn made_from(source: &Name, title: &Name, start: Start) -> Uid {
    let text = format!("{source}\n{title}\n{start}");
    made(&text).unwrap_or_else(|| title.as_str().parse().expect("a title is short and plain"))
}

fn made(text: &str) -> Option<Uid> {
    let uuid = Uuid::new_v5(&MADE, text.as_bytes());
    format!("{}@miteinander", uuid.as_hyphenated()).parse().ok()
}

/// Whether it is somebody's address: identities of programs have digits before the `@`.
fn is_an_address(text: &str) -> bool {
    let Some((local, _)) = text.split_once('@') else {
        return false;
    };
    let has_digits = local.bytes().any(|byte| byte.is_ascii_digit());
    !has_digits && without_contacts(text).is_some_and(|rest| rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Complaints;
    use crate::import::events::components;

    fn uid(text: &str) -> Option<String> {
        let text = format!("BEGIN:VEVENT\nUID:{text}\nEND:VEVENT");
        let mut complaints = Complaints::about("x");
        let parts = components::read(text.as_bytes(), &mut complaints);
        of(&parts.events[0]).map(|uid| uid.to_string())
    }

    #[test]
    fn an_identity_is_kept_unless_it_is_an_address_or_too_long() {
        for text in [
            "7kukuqrfedlm2f9t@google.com",
            "20261124-1@example.org",
            "040000008200E00074C5B7",
            "a",
        ] {
            assert_eq!(uid(text).as_deref(), Some(text));
        }
        for text in ["maria.mueller@example.org", &"x".repeat(300)] {
            let made = uid(text).unwrap();
            assert!(
                made.ends_with("@miteinander") && !made.contains("maria"),
                "{made}"
            );
            assert_eq!(uid(text), Some(made), "and always the same");
        }
        assert_eq!(uid(""), None);
    }
}
