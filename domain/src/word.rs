//! Enums whose variants each have one word, the same in the database, in forms and in addresses.

/// Declares such an enum: `as_str`, `parse`, `ALL`, and (feature `sqlx`) its place in a column.
macro_rules! word {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] #[cfg_attr(feature = "sqlx", sqlx(rename = $word))] $variant,)+
        }

        impl $name {
            /// Every variant, in the order people are offered them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word it is stored and sent as.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The variant a word stands for, if any.
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = String;

            fn from_str(word: &str) -> Result<Self, String> {
                Self::parse(word).ok_or_else(|| {
                    let known: Vec<_> = Self::ALL.iter().map(|one| one.as_str()).collect();
                    format!("{word:?} is none of: {}", known.join(", "))
                })
            }
        }
    };
}

pub(crate) use word;
