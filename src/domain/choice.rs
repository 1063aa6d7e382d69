//! One way to write an enumeration whose members have a name in files, addresses and the database.

/// Defines an enum with a fixed name per member, `ALL`, `as_str`, `FromStr`, `Display` and serde by name.
macro_rules! choice {
    (
        $(#[$meta:meta])*
        $name:ident: $field:literal { $( $(#[$doc:meta])* $member:ident = $text:literal, )+ }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[$doc])* $member, )+ }

        impl $name {
            /// Every member, in the order of the specification.
            pub const ALL: &'static [Self] = &[$(Self::$member),+];

            /// The name used in files, addresses and the database.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$member => $text),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::Invalid;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($text => Ok(Self::$member),)+
                    _ => Err($crate::domain::Invalid::new(
                        $field,
                        format!("must be one of {}, not \"{}\"",
                            [$($text),+].join(", "), text.escape_debug()),
                    )),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(d)?;
                text.parse().map_err(|invalid: $crate::domain::Invalid| serde::de::Error::custom(invalid.reason))
            }
        }
    };
}

pub(crate) use choice;
