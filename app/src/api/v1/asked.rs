//! What stands after the `?` of a list.

use domain::id::PostId;
use domain::post::{Post, PostKind};
use domain::problem::Why;
use domain::tag::Tag;
use jiff::Timestamp;
use store::PostPlace;

use super::fault::{Fault, Flaw, Wrong};
use crate::routes;

/// As many as there are when nothing is said.
const USUAL: usize = 30;
/// The most at once.
const MOST: usize = 100;

/// Which part of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) kind: Option<PostKind>,
    pub(super) tag: Option<Tag>,
    pub(super) after: Option<PostPlace>,
    pub(super) limit: usize,
}

impl Asked {
    pub(super) fn parse(pairs: &[(String, String)]) -> Result<Self, Fault> {
        let mut asked = Self { kind: None, tag: None, after: None, limit: USUAL };
        let mut flaws = Vec::new();
        for (name, value) in pairs {
            if let Err(wrong) = asked.take(name, value) {
                flaws.push(Flaw::new(name, wrong));
            }
        }
        if flaws.is_empty() { Ok(asked) } else { Err(Fault::Invalid(flaws)) }
    }

    fn take(&mut self, name: &str, value: &str) -> Result<(), Wrong> {
        match name {
            "kind" => self.kind = Some(PostKind::parse(value).ok_or(Wrong::Why(Why::UnknownChoice))?),
            "tag" => self.tag = Some(Tag::parse(value).map_err(Wrong::Why)?),
            "after" => self.after = Some(place(value).ok_or(Wrong::Type)?),
            "limit" => {
                let limit = value.parse().ok().filter(|limit| (1..=MOST).contains(limit));
                self.limit = limit.ok_or(Wrong::OutOfRange { most: MOST })?;
            }
            _ => return Err(Wrong::UnknownField),
        }
        Ok(())
    }

    /// The address of what comes after `last`.
    pub(super) fn next(&self, last: &Post) -> String {
        let kind = self.kind.map(|kind| format!("kind={kind}&")).unwrap_or_default();
        let tag = self.tag.as_ref().map(|tag| format!("tag={}&", routes::escape(tag.as_str()))).unwrap_or_default();
        let after = format!("{}-{}", last.changed_at.as_millisecond(), last.id);
        format!("{}?{kind}{tag}limit={}&after={after}", routes::API_POSTS, self.limit)
    }
}

/// Programs take it as it is: no promise is made of how it looks.
fn place(text: &str) -> Option<PostPlace> {
    let (at, id) = text.split_once('-')?;
    let changed_at = Timestamp::from_millisecond(at.parse().ok()?).ok()?;
    Some(PostPlace { changed_at, id: PostId(id.parse().ok()?) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(pairs: &[(&str, &str)]) -> Result<Asked, Fault> {
        let pairs: Vec<_> = pairs.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        Asked::parse(&pairs)
    }

    #[test]
    fn a_list_is_asked_for_in_parts() {
        assert_eq!(parse(&[]).unwrap(), Asked { kind: None, tag: None, after: None, limit: 30 });
        let asked = parse(&[("kind", "write_up"), ("tag", "#Airflow"), ("limit", "100"), ("after", "1000-7")]).unwrap();
        let after = PostPlace { changed_at: Timestamp::from_second(1).unwrap(), id: PostId(7) };
        assert_eq!(
            asked,
            Asked { kind: Some(PostKind::WriteUp), tag: Tag::parse("airflow").ok(), after: Some(after), limit: 100 }
        );
    }

    #[test]
    fn what_cannot_be_read_or_is_unknown_is_said() {
        for (name, value) in [
            ("limit", "0"),
            ("limit", "101"),
            ("limit", "-1"),
            ("limit", ""),
            ("kind", "poem"),
            ("tag", "a b"),
            ("after", "7"),
            ("after", "x-7"),
            ("after", "99999999999999999-7"),
            ("offset", "3"),
        ] {
            let Err(Fault::Invalid(flaws)) = parse(&[(name, value)]) else { panic!("{name}={value}") };
            assert_eq!((flaws.len(), flaws[0].field.as_str()), (1, name));
        }
    }
}
