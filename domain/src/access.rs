//! Who may see and do what: one pure function per question, and the only place that decides.
//! Lists ask the same of SQL: the `where` clauses in `store` name the function they stand for.

use crate::api_token::Scope;
use crate::id::MemberId;
use crate::member::{Member, Role};
use crate::post::Audience;

/// What must be known of a post to decide about it.
#[derive(Debug, Clone)]
pub struct PostFacts<'a> {
    /// Who wrote it.
    pub authors: &'a [MemberId],
    /// Who is asked to review it and has not answered.
    pub reviewers: &'a [MemberId],
    /// Whom it is for.
    pub audience: Audience,
}

/// Whether a member may read a post: its authors always; alumni excepted, the team when it is for the team, and whoever
/// is asked to review it until they have answered.
pub fn may_read(member: &Member, post: &PostFacts<'_>) -> bool {
    let is_for_them = post.audience == Audience::Team || post.reviewers.contains(&member.id);
    post.authors.contains(&member.id) || (is_for_them && member.role != Role::Alumni)
}

/// Whether a member may read a revision of a post: its authors every one; other readers of the post those that were for
/// the team when they were saved. What was written in private stays so when the post is opened. `audience` is none of
/// what was saved before audiences were kept.
pub fn may_read_revision(member: &Member, post: &PostFacts<'_>, audience: Option<Audience>) -> bool {
    may_read(member, post) && (post.authors.contains(&member.id) || audience == Some(Audience::Team))
}

/// Whether a member may change a post: its authors, until they leave the team.
pub fn may_edit(member: &Member, post: &PostFacts<'_>) -> bool {
    may_write(member) && post.authors.contains(&member.id)
}

/// Whether `actor` may add an author to a post: its authors; and where all of them have left (`is_orphaned`) and the
/// post is for the team, those who look after the house, since nobody else could ever mend it.
pub fn may_add_author(actor: &Member, post: &PostFacts<'_>, is_orphaned: bool) -> bool {
    may_edit(actor, post) || (is_orphaned && post.audience == Audience::Team && may_look_after(actor))
}

/// Whether somebody may become an author of a post: who may write, and is none yet.
pub fn may_become_author(member: &Member, post: &PostFacts<'_>) -> bool {
    may_write(member) && !post.authors.contains(&member.id)
}

/// Whether `actor` may take an author off a post, themselves among them: its authors, and never the last one.
pub fn may_remove_author(actor: &Member, post: &PostFacts<'_>) -> bool {
    may_edit(actor, post) && post.authors.len() > 1
}

/// Whether somebody may be asked to review a post: a colleague who did not write it.
pub fn may_review(member: &Member, post: &PostFacts<'_>) -> bool {
    may_become_author(member, post)
}

/// Whether a member may write new posts.
pub fn may_write(member: &Member) -> bool {
    member.role != Role::Alumni
}

/// Whether a member may order the parts of a series and say what it is called: whoever may change one of its parts.
pub fn may_arrange<'a>(member: &Member, mut parts: impl Iterator<Item = PostFacts<'a>>) -> bool {
    parts.any(|part| may_edit(member, &part))
}

/// Whether a member may say something about a post: whoever reads it, until they leave the team. An author who left
/// still reads what is said.
pub fn may_comment(member: &Member, post: &PostFacts<'_>) -> bool {
    may_write(member) && may_read(member, post)
}

/// Whether a member may change what a comment says: its writer alone, while they may comment.
pub fn may_edit_comment(member: &Member, post: &PostFacts<'_>, writer: MemberId) -> bool {
    may_comment(member, post) && member.id == writer
}

/// Whether a member may delete a comment: its writer, and those who look after the house.
pub fn may_delete_comment(member: &Member, post: &PostFacts<'_>, writer: MemberId) -> bool {
    may_comment(member, post) && (member.id == writer || may_look_after(member))
}

/// Whether a member may say that a thread is settled, or open again: who began it, and the post's authors.
pub fn may_resolve(member: &Member, post: &PostFacts<'_>, writer: MemberId) -> bool {
    may_comment(member, post) && (member.id == writer || post.authors.contains(&member.id))
}

/// Whether a member looks after the house: members, invitations, what was done, the mail log.
pub fn may_look_after(member: &Member) -> bool {
    matches!(member.role, Role::Owner | Role::Admin)
}

/// Whether a member may ask somebody to join as `role`: nobody invites above themselves, and nobody joins as alumni.
pub fn may_invite_as(member: &Member, role: Role) -> bool {
    may_vouch_for(member.role, role)
}

/// Whether somebody of a role may ask others to join as `role`. Asked again when an invitation is taken up: what its
/// maker may not do any more, their invitation does not do either.
pub fn may_vouch_for(inviter: Role, role: Role) -> bool {
    match role {
        Role::Owner => inviter == Role::Owner,
        Role::Admin | Role::Member => matches!(inviter, Role::Owner | Role::Admin),
        Role::Alumni => false,
    }
}

/// Why a role cannot change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Not theirs to decide.
    NotTheirs,
    /// The house would be left without an owner.
    LastOwner,
}

/// Whether `actor` may make `subject` a `role`, in a house of so many `owners`. Everybody may leave; those who look
/// after the house decide about others, and owners alone about owners.
///
/// # Errors
/// [`Refusal`].
pub fn may_set_role(actor: &Member, subject: &Member, role: Role, owners: usize) -> Result<(), Refusal> {
    let leaves = actor.id == subject.id && role == Role::Alumni && subject.role != Role::Alumni;
    let among_owners = subject.role == Role::Owner || role == Role::Owner;
    if !leaves && (!may_look_after(actor) || (among_owners && actor.role != Role::Owner)) {
        return Err(Refusal::NotTheirs);
    }
    if subject.role == Role::Owner && role != Role::Owner && owners <= 1 {
        return Err(Refusal::LastOwner);
    }
    Ok(())
}

/// Whether `colleague` may take over what was the leaving member's to do: somebody else, who stays.
pub fn may_take_over(leaving: &Member, colleague: &Member) -> bool {
    colleague.id != leaving.id && colleague.role != Role::Alumni
}

/// Whether `actor` may end what opens the house to `subject`: sign-ins, second factor, tokens. Everybody their own;
/// those who look after the house others', and owners alone an owner's.
pub fn may_shut_out(actor: &Member, subject: &Member) -> bool {
    actor.id == subject.id || (may_look_after(actor) && (subject.role != Role::Owner || actor.role == Role::Owner))
}

/// Who comes in at an address at all. What they may do with what is behind it is another question of this file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// Anybody: the first start, the way in.
    Street,
    /// Whoever holds a link from a letter of ours: the link itself is looked at behind the door.
    Link,
    /// Members, those who left included.
    House,
    /// The same, even while they still owe a second factor: what sets it up stands here.
    Threshold,
    /// Members who have not left.
    Team,
    /// The same; but whoever's sign-in ended while they wrote gets their words back.
    Desk,
    /// Those who look after the house.
    Office,
    /// Programs that bring a token to read.
    ReadToken,
    /// Programs that bring a token to write.
    WriteToken,
}

/// Whether somebody comes in at a door. `member` is who signed in, or for a token's door whose token it is.
pub fn may_enter(member: Option<&Member>, door: Door) -> bool {
    match door {
        Door::Street | Door::Link => true,
        Door::House | Door::Threshold | Door::ReadToken => member.is_some(),
        Door::Team | Door::WriteToken => member.is_some_and(may_write),
        Door::Desk => member.is_none_or(may_write),
        Door::Office => member.is_some_and(may_look_after),
    }
}

/// Whether a token of a scope opens a program's door. No token opens a door for people.
pub fn may_use(scope: Scope, door: Door) -> bool {
    match door {
        Door::ReadToken => true,
        Door::WriteToken => scope == Scope::Write,
        Door::Street | Door::Link | Door::House | Door::Threshold | Door::Team | Door::Desk | Door::Office => false,
    }
}

/// Whether a member may have a token of a scope: nobody's program does what they may not do themselves.
pub fn may_have_token(member: &Member, scope: Scope) -> bool {
    match scope {
        Scope::Read => true,
        Scope::Write => may_write(member),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::member::{DigestHour, EmailAddress, Handle, Name};
    use crate::schedule::Zone;
    use crate::theme::Theme;

    fn member(id: i64, role: Role) -> Member {
        Member {
            id: MemberId(id),
            name: Name::parse("하늘").unwrap(),
            handle: Handle::parse("colleague").unwrap(),
            outside_name: None,
            email: EmailAddress::parse("haneul@example.com").unwrap(),
            role,
            language: Language::Korean,
            zone: Zone::parse("Asia/Seoul").unwrap(),
            theme: Theme::System,
            digest_hour: DigestHour::default(),
            picture_at: None,
        }
    }

    #[test]
    fn every_role_reads_and_edits_exactly_what_it_should() {
        let mine = [MemberId(1)];
        for role in Role::ALL.iter().copied() {
            let (author, other) = (member(1, role), member(2, role));
            let stays = role != Role::Alumni;
            for audience in Audience::ALL.iter().copied() {
                let post = PostFacts { authors: &mine, reviewers: &[], audience };
                assert!(may_read(&author, &post), "{role} reads their own");
                assert_eq!(may_edit(&author, &post), stays, "{role} edits their own");
                assert_eq!(may_read(&other, &post), stays && audience == Audience::Team, "{role} reads {audience}");
                assert!(!may_edit(&other, &post), "{role} edits another's");
            }
            assert_eq!(may_write(&author), stays);
            assert_eq!(may_look_after(&author), matches!(role, Role::Owner | Role::Admin));
        }
    }

    #[test]
    fn whoever_is_asked_to_review_reads_until_they_answer_or_leave() {
        let (mine, asked) = ([MemberId(1)], [MemberId(2)]);
        let open = PostFacts { authors: &mine, reviewers: &asked, audience: Audience::OnlyMe };
        let answered = PostFacts { reviewers: &[], ..open.clone() };
        for role in Role::ALL.iter().copied() {
            let (reviewer, other) = (member(2, role), member(3, role));
            assert_eq!(may_read(&reviewer, &open), role != Role::Alumni, "{role}");
            assert!(!may_read(&reviewer, &answered) && !may_read(&other, &open), "{role}");
            assert!(!may_edit(&reviewer, &open), "reading is not writing");
        }
    }

    #[test]
    fn authors_add_authors_and_the_house_helps_where_none_is_left() {
        let mine = [MemberId(1)];
        for role in Role::ALL.iter().copied() {
            let (author, other) = (member(1, role), member(2, role));
            let stays = role != Role::Alumni;
            for audience in Audience::ALL.iter().copied() {
                let post = PostFacts { authors: &mine, reviewers: &[], audience };
                assert_eq!(may_add_author(&author, &post, false), stays, "{role}");
                assert!(!may_add_author(&other, &post, false), "{role}");
                let helps = audience == Audience::Team && matches!(role, Role::Owner | Role::Admin);
                assert_eq!(may_add_author(&other, &post, true), helps, "{role}, {audience}, and its authors have left");
                assert!(!may_become_author(&author, &post), "{role} is one");
                assert_eq!(may_become_author(&other, &post), stays, "{role}");
                assert!(!may_remove_author(&author, &post), "the last one stays");
            }
            let ours = [MemberId(1), MemberId(3)];
            let post = PostFacts { authors: &ours, reviewers: &[], audience: Audience::Team };
            assert_eq!(may_remove_author(&author, &post), stays, "{role}");
            assert!(!may_remove_author(&other, &post), "{role}");
        }
    }

    #[test]
    fn whoever_reads_comments_and_only_writers_authors_and_the_house_do_more() {
        let authors = [MemberId(1)];
        for role in Role::ALL.iter().copied() {
            let (author, writer, other) = (member(1, role), member(2, role), member(3, role));
            let (stays, house) = (role != Role::Alumni, matches!(role, Role::Owner | Role::Admin));
            for audience in Audience::ALL.iter().copied() {
                let post = PostFacts { authors: &authors, reviewers: &[], audience };
                let (read, by) = (stays && audience == Audience::Team, writer.id);
                assert_eq!(may_comment(&author, &post), stays, "{role} {audience}");
                assert_eq!(may_comment(&other, &post), read, "{role} {audience}");
                assert_eq!(may_edit_comment(&writer, &post, by), read);
                assert!(!may_edit_comment(&author, &post, by) && !may_edit_comment(&other, &post, by));
                assert_eq!(may_delete_comment(&writer, &post, by), read);
                assert_eq!(may_delete_comment(&other, &post, by), read && house);
                assert_eq!(may_delete_comment(&author, &post, by), house, "{role}: an author deletes no criticism");
                assert_eq!(may_resolve(&author, &post, by), stays);
                assert_eq!(may_resolve(&writer, &post, by), read);
                assert!(!may_resolve(&other, &post, by));
            }
        }
    }

    #[test]
    fn what_was_written_in_private_stays_so_when_the_post_is_opened() {
        let mine = [MemberId(1)];
        let open = PostFacts { authors: &mine, reviewers: &[], audience: Audience::Team };
        for audience in [None, Some(Audience::OnlyMe), Some(Audience::Team)] {
            assert!(may_read_revision(&member(1, Role::Alumni), &open, audience));
            let was_open = audience == Some(Audience::Team);
            assert_eq!(may_read_revision(&member(2, Role::Owner), &open, audience), was_open, "{audience:?}");
            assert!(!may_read_revision(&member(2, Role::Alumni), &open, audience));
            let closed = PostFacts { audience: Audience::OnlyMe, ..open.clone() };
            assert!(!may_read_revision(&member(2, Role::Owner), &closed, audience));
        }
    }

    #[test]
    fn every_door_lets_exactly_its_own_in() {
        use Door::{Desk, House, Link, Office, ReadToken, Street, Team, Threshold, WriteToken};
        let doors = |role: Option<Role>| -> Vec<Door> {
            let member = role.map(|role| member(1, role));
            let all = [Street, Link, House, Threshold, Team, Desk, Office, ReadToken, WriteToken];
            all.into_iter().filter(|door| may_enter(member.as_ref(), *door)).collect()
        };
        assert_eq!(doors(None), [Street, Link, Desk]);
        assert_eq!(doors(Some(Role::Alumni)), [Street, Link, House, Threshold, ReadToken]);
        let team = [Street, Link, House, Threshold, Team, Desk, ReadToken, WriteToken];
        assert_eq!(doors(Some(Role::Member)), team);
        for role in [Role::Admin, Role::Owner] {
            assert!(doors(Some(role)).contains(&Office), "{role}");
        }
    }

    #[test]
    fn a_token_opens_programs_doors_alone_and_only_one_to_write_opens_both() {
        use Door::{Desk, House, Link, Office, ReadToken, Street, Team, Threshold, WriteToken};
        let doors = |scope| -> Vec<Door> {
            let all = [Street, Link, House, Threshold, Team, Desk, Office, ReadToken, WriteToken];
            all.into_iter().filter(|door| may_use(scope, *door)).collect()
        };
        assert_eq!(doors(Scope::Read), [ReadToken]);
        assert_eq!(doors(Scope::Write), [ReadToken, WriteToken]);
        for role in Role::ALL.iter().copied() {
            assert!(may_have_token(&member(1, role), Scope::Read), "{role}");
            assert_eq!(may_have_token(&member(1, role), Scope::Write), role != Role::Alumni, "{role}");
        }
    }

    #[test]
    fn nobody_invites_above_themselves() {
        for (role, invited) in [
            (Role::Owner, &[Role::Owner, Role::Admin, Role::Member][..]),
            (Role::Admin, &[Role::Admin, Role::Member]),
            (Role::Member, &[]),
            (Role::Alumni, &[]),
        ] {
            let may: Vec<_> = Role::ALL.iter().copied().filter(|to| may_invite_as(&member(1, role), *to)).collect();
            assert_eq!(may, invited, "{role}");
        }
    }

    #[test]
    fn owners_decide_about_owners_and_one_always_stays() {
        let (owner, admin, other) = (member(1, Role::Owner), member(2, Role::Admin), member(3, Role::Member));
        assert_eq!(may_set_role(&owner, &owner, Role::Alumni, 1), Err(Refusal::LastOwner));
        assert_eq!(may_set_role(&owner, &owner, Role::Alumni, 2), Ok(()));
        assert_eq!(may_set_role(&admin, &owner, Role::Member, 2), Err(Refusal::NotTheirs));
        assert_eq!(may_set_role(&admin, &admin, Role::Owner, 1), Err(Refusal::NotTheirs));
        assert_eq!(may_set_role(&admin, &other, Role::Admin, 1), Ok(()));
        assert_eq!(may_set_role(&other, &other, Role::Admin, 1), Err(Refusal::NotTheirs));
        assert_eq!(may_set_role(&other, &other, Role::Alumni, 1), Ok(()), "everybody may leave");
        let gone = member(4, Role::Alumni);
        assert_eq!(may_set_role(&gone, &gone, Role::Member, 1), Err(Refusal::NotTheirs), "and is asked back");
        assert!(may_take_over(&owner, &other) && !may_take_over(&owner, &owner) && !may_take_over(&owner, &gone));
        assert!(may_shut_out(&admin, &other) && may_shut_out(&other, &other) && !may_shut_out(&admin, &owner));
    }
}
