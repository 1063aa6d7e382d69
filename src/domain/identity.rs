//! One way to write what tells a thing from all others as text.

/// `Display` and `FromStr` of a type around a UUID: lower-case letters and hyphens. A text that is none is refused under the name of
/// the field.
macro_rules! told_as_uuid {
    ($name:ident: $field:literal) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(self.0.as_hyphenated(), f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::Invalid;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let uuid = uuid::Uuid::try_parse(text).ok();
                uuid.map(Self)
                    .ok_or_else(|| $crate::domain::Invalid::new($field, "must be a UUID"))
            }
        }
    };
}

pub(crate) use told_as_uuid;
