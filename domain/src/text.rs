//! Every word a person reads, in Korean and English. A missing translation does not compile.
//! Sentences with something in them are functions, so that each language orders its own words.

mod api_tokens; // programs' ways in
mod archive; // taking posts along
mod audit; // what was done in the house
mod authors; // who writes a post along
mod blog; // for the blog
mod comments; // what is said about a post
mod conflict; // two people changed the same place
mod date; // days, times and "three days ago"
mod desk; // the desk that posts are written at
mod editor; // writing
mod en; // English
mod error; // error pages
mod form; // any form
mod history; // revisions, and what changed
mod home; // the first page
mod imports; // bringing files in
mod invitations; // asking somebody to join, and joining
pub mod josa; // Korean particles by the syllable before them
mod ko; // 한국어
mod letters; // letters about joining and about the door
mod links; // between posts
mod mail_log; // what mail went out
mod members; // everybody, and who is what
mod nav; // the page head
mod notices; // what concerns a member
mod passkeys; // what a device proves
mod places; // rooms behind settings and the house
mod post; // a post
mod posts; // lists of posts
mod profile; // what a member says of themselves
mod provider; // the sign-in provider
mod read_again; // the mail "read this again"
mod reminders; // "remind me of this", and the list of mine
mod reviews; // where a write-up stands, and who reads it first
mod said; // one line after something was done
mod second_factor; // a code beside the password
mod series; // parts of one story
mod settings; // a member's own settings
mod sign_in; // the door
mod sign_ins; // where a member is signed in
mod stale; // what somebody should look at again
mod tags; // all, one, and renaming it
mod team_page; // the team itself
mod templates; // what a new post begins with
mod trash; // what was thrown away
mod unsubscribe; // one-click stop
mod uploads; // files that came with somebody's words
mod ways_in; // password and address
mod welcome; // first start

pub use api_tokens::{ApiTokenWords, ApiWords};
pub use archive::ArchiveWords;
pub use audit::{Actor, AuditWords};
pub use authors::AuthorsWords;
pub use blog::Blog;
pub use comments::CommentWords;
pub use conflict::ConflictWords;
pub use date::{Ago, ago};
pub use desk::DeskWords;
pub use editor::Editor;
pub use error::ErrorWords;
pub use form::Form;
pub use history::HistoryWords;
pub use home::Home;
pub use imports::ImportWords;
pub use invitations::{Invitations, Join};
pub use letters::{EmailChangeLetter, InvitationLetter, NoticeLetter, ResetLetter};
pub use links::LinkWords;
pub use mail_log::MailLog;
pub use members::{LeaveWords, MembersWords};
pub use nav::Nav;
pub use notices::{NoticeWords, PersonWords};
pub use passkeys::PasskeyWords;
pub use places::Places;
pub use post::PostWords;
pub use posts::Posts;
pub use profile::Profile;
pub use provider::Provider;
pub use read_again::Mail;
pub use reminders::{Remind, Reminders};
pub use reviews::ReviewsWords;
pub use said::SaidWords;
pub use second_factor::SecondFactor;
pub use series::SeriesWords;
pub use settings::Settings;
pub use sign_in::SignIn;
pub use sign_ins::SignIns;
pub use stale::StaleWords;
pub use tags::TagWords;
pub use team_page::TeamWords;
pub use templates::TemplatesWords;
pub use trash::TrashWords;
pub use unsubscribe::Unsubscribe;
pub use uploads::UploadWords;
pub use ways_in::{ConfirmEmail, Forgot, WaysIn};
pub use welcome::Welcome;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

use crate::language::Language;
use crate::mail::{MailState, Phase};
use crate::markdown::Labels;
use crate::member::Role;
use crate::post::{Audience, Period, PostKind};
use crate::problem::Why;
use crate::schedule::{Recurrence, Zone};
use crate::theme::Theme;

/// The words of a language.
pub fn text(language: Language) -> &'static Text {
    match language {
        Language::Korean => &ko::TEXT,
        Language::English => &en::TEXT,
    }
}

type Words = &'static str;

/// All words, by where they stand.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct Text {
    pub language: Language,
    pub product: Words,
    pub nav: Nav,
    pub form: Form,
    pub welcome: Welcome,
    pub sign_in: SignIn,
    pub home: Home,
    pub posts: Posts,
    pub post: PostWords,
    pub comments: CommentWords,
    pub notices: NoticeWords,
    pub person: PersonWords,
    pub editor: Editor,
    pub remind: Remind,
    pub reminders: Reminders,
    pub blog: Blog,
    pub settings: Settings,
    pub mail_log: MailLog,
    pub mail: Mail,
    pub places: Places,
    pub archive: ArchiveWords,
    pub imports: ImportWords,
    pub uploads: UploadWords,
    pub desk: DeskWords,
    pub provider: Provider,
    pub invitations: Invitations,
    pub join: Join,
    pub ways_in: WaysIn,
    pub forgot: Forgot,
    pub confirm_email: ConfirmEmail,
    pub profile: Profile,
    pub sign_ins: SignIns,
    pub second_factor: SecondFactor,
    pub passkeys: PasskeyWords,
    pub api_tokens: ApiTokenWords,
    pub api: ApiWords,
    pub members: MembersWords,
    pub leave: LeaveWords,
    pub team_page: TeamWords,
    pub audit_log: AuditWords,
    pub history: HistoryWords,
    pub conflict: ConflictWords,
    pub trash: TrashWords,
    pub authors: AuthorsWords,
    pub reviews: ReviewsWords,
    pub templates: TemplatesWords,
    pub stale: StaleWords,
    pub invitation_letter: InvitationLetter,
    pub reset_letter: ResetLetter,
    pub email_change_letter: EmailChangeLetter,
    pub notice_letter: NoticeLetter,
    pub tags: TagWords,
    pub links: LinkWords,
    pub series: SeriesWords,
    pub unsubscribe: Unsubscribe,
    pub error: ErrorWords,
    pub said: SaidWords,
    /// What is wrong with a field.
    pub why: fn(&Why) -> String,
    pub kind: fn(PostKind) -> Words,
    pub audience: fn(Audience) -> Words,
    pub role: fn(Role) -> Words,
    pub theme: fn(Theme) -> Words,
    pub recurrence: fn(Recurrence) -> Words,
    pub mail_state: fn(MailState) -> Words,
    /// Where an attempt ended that did not go through.
    pub phase: fn(Phase) -> Words,
    /// `2026년 11월 24일` or `24 November 2026`.
    pub day: fn(Date) -> String,
    /// With the hour and minute.
    pub moment: fn(DateTime) -> String,
    /// `화요일` and the day without its year.
    pub today: fn(Date) -> String,
    pub period: fn(Period) -> String,
    pub ago: fn(Ago) -> String,
    /// By how many characters a reader takes a minute.
    pub minutes: fn(usize) -> String,
}

impl Text {
    /// An instant as the member's wall clock shows it.
    pub fn at(&self, at: Timestamp, zone: &Zone) -> String {
        (self.moment)(zone.local(at))
    }

    /// What blocks of a post are called.
    pub fn labels(&self) -> Labels<'static> {
        let words = &self.post;
        Labels {
            internal: words.internal.into(),
            note: words.note.into(),
            tip: words.tip.into(),
            important: words.important.into(),
            warning: words.warning.into(),
            caution: words.caution.into(),
        }
    }

    /// How long ago, or the day when that is long ago.
    pub fn since(&self, then: Timestamp, now: Timestamp, zone: &Zone) -> String {
        (self.ago)(ago(then, now, zone))
    }

    /// How long a text of so many characters (without white space) takes to read, in whole minutes.
    pub fn reading_time(&self, characters: usize) -> String {
        (self.minutes)(characters.div_ceil(CHARACTERS_A_MINUTE).max(1))
    }
}

/// About 500 Hangul syllables, or 200 English words of five letters with what stands between them, a minute.
pub const CHARACTERS_A_MINUTE: usize = 500;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_has_words_in_both_languages() {
        let all = [
            Why::Empty,
            Why::TooLong { limit: 200, length: 300 },
            Why::TooShort { limit: 8 },
            Why::TooBig { limit: 1 << 20, bytes: 5 << 20 },
            Why::TooMany { limit: 10 },
            Why::ControlCharacter,
            Why::UnknownChoice,
            Why::NotADate,
            Why::NotATime,
            Why::EndsBeforeStart,
            Why::InThePast,
            Why::UnknownZone,
            Why::NotAnAddress,
            Why::AddressTaken,
            Why::NotASlug,
            Why::WrongSignIn,
            Why::WrongPassword,
            Why::TooCommon,
            Why::WrongCode,
            Why::WrongFirstCode,
            Why::WrongProof,
            Why::WrongPasskey,
            Why::LatePasskey,
            Why::PasskeyTaken,
            Why::TooManyTries { seconds: 20 },
            Why::TooManyTries { seconds: 3_000 },
            Why::NotAHandle,
            Why::ReservedHandle,
            Why::HandleTaken,
            Why::MixedScripts,
            Why::NotAPicture,
            Why::TooManyPixels { megapixels: 50 },
            Why::LastOwner,
            Why::LastAuthor,
            Why::ToThemselves,
            Why::AlreadyMember,
            Why::NotATag,
            Why::SameTag,
            Why::TagTaken,
            Why::Stale,
            Why::MarksLeft { line: 3 },
            Why::Directive { line: 3 },
            Why::Shortcode { line: 3 },
        ];
        for why in &all {
            let (ko, en) = ((text(Language::Korean).why)(why), (text(Language::English).why)(why));
            assert!(ko.chars().any(|one| ('가'..='힣').contains(&one)), "{why:?}: {ko}");
            assert!(en.is_ascii() && en.len() > 5, "{why:?}: {en}");
        }
        assert!((text(Language::Korean).why)(&all[1]).contains("300"));
    }

    #[test]
    fn reading_time_is_never_nothing() {
        assert_eq!(text(Language::Korean).reading_time(0), "1분");
        assert_eq!(text(Language::Korean).reading_time(1001), "3분");
    }
}
