//! Who may see and do what: one pure function per question, and the only place that decides.
//! Lists ask the same of SQL: the `where` clauses in `store` name the function they stand for.

use crate::id::MemberId;
use crate::member::{Member, Role};
use crate::post::Audience;

/// What must be known of a post to decide about it.
#[derive(Debug, Clone)]
pub struct PostFacts<'a> {
    /// Who wrote it.
    pub authors: &'a [MemberId],
    /// Whom it is for.
    pub audience: Audience,
}

/// Whether a member may read a post: its authors always; the team, alumni excepted, when it is for the team.
pub fn may_read(member: &Member, post: &PostFacts<'_>) -> bool {
    post.authors.contains(&member.id) || (post.audience == Audience::Team && member.role != Role::Alumni)
}

/// Whether a member may change a post: its authors, until they leave the team.
pub fn may_edit(member: &Member, post: &PostFacts<'_>) -> bool {
    may_write(member) && post.authors.contains(&member.id)
}

/// Whether a member may write new posts.
pub fn may_write(member: &Member) -> bool {
    member.role != Role::Alumni
}

/// Whether a member may see what mail went out to whom.
pub fn may_see_mail_log(member: &Member) -> bool {
    matches!(member.role, Role::Owner | Role::Admin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::member::{EmailAddress, Name};
    use crate::schedule::Zone;
    use crate::theme::Theme;

    fn member(id: i64, role: Role) -> Member {
        Member {
            id: MemberId(id),
            name: Name::parse("하늘").unwrap(),
            email: EmailAddress::parse("haneul@example.com").unwrap(),
            role,
            language: Language::Korean,
            zone: Zone::parse("Asia/Seoul").unwrap(),
            theme: Theme::System,
        }
    }

    #[test]
    fn every_role_reads_and_edits_exactly_what_it_should() {
        let mine = [MemberId(1)];
        for role in Role::ALL.iter().copied() {
            let (author, other) = (member(1, role), member(2, role));
            let stays = role != Role::Alumni;
            for audience in Audience::ALL.iter().copied() {
                let post = PostFacts { authors: &mine, audience };
                assert!(may_read(&author, &post), "{role} reads their own");
                assert_eq!(may_edit(&author, &post), stays, "{role} edits their own");
                assert_eq!(may_read(&other, &post), stays && audience == Audience::Team, "{role} reads {audience}");
                assert!(!may_edit(&other, &post), "{role} edits another's");
            }
            assert_eq!(may_write(&author), stays);
            assert_eq!(may_see_mail_log(&author), matches!(role, Role::Owner | Role::Admin));
        }
    }
}
