//! English: plain and British.

use jiff::civil::{Date, DateTime};

use super::{Ago, Text};
use super::{
    api_tokens, audit, authors, blog, desk, editor, error, form, home, invitations, letters, mail_log, members, nav,
    passkeys, places, post, posts, profile, provider, read_again, reminders, reviews, said, second_factor, settings,
    sign_in, sign_ins, stale, team_page, templates, trash, unsubscribe, ways_in, welcome,
};
use crate::language::Language;
use crate::mail::{MailState, Phase};
use crate::member::Role;
use crate::post::{Audience, PostKind};
use crate::problem::Why;
use crate::schedule::Recurrence;
use crate::theme::Theme;

pub(super) static TEXT: Text = Text {
    language: Language::English,
    product: "Dasi",
    nav: nav::EN,
    form: form::EN,
    welcome: welcome::EN,
    sign_in: sign_in::EN,
    home: home::EN,
    posts: posts::EN,
    post: post::EN,
    comments: super::comments::EN,
    notices: super::notices::EN,
    person: super::notices::PERSON_EN,
    editor: editor::EN,
    remind: reminders::REMIND_EN,
    reminders: reminders::REMINDERS_EN,
    blog: blog::EN,
    settings: settings::EN,
    mail_log: mail_log::EN,
    mail: read_again::EN,
    invitations: invitations::INVITATIONS_EN,
    join: invitations::JOIN_EN,
    ways_in: ways_in::WAYS_IN_EN,
    forgot: ways_in::FORGOT_EN,
    confirm_email: ways_in::CONFIRM_EN,
    places: places::EN,
    archive: super::archive::EN,
    imports: super::imports::EN,
    uploads: super::uploads::EN,
    desk: desk::EN,
    profile: profile::EN,
    sign_ins: sign_ins::EN,
    second_factor: second_factor::EN,
    passkeys: passkeys::EN,
    api_tokens: api_tokens::EN,
    api: api_tokens::API_EN,
    provider: provider::EN,
    members: members::EN,
    leave: members::LEAVE_EN,
    team_page: team_page::EN,
    audit_log: audit::EN,
    history: super::history::EN,
    conflict: super::conflict::EN,
    trash: trash::EN,
    authors: authors::EN,
    reviews: reviews::EN,
    templates: templates::EN,
    stale: stale::EN,
    invitation_letter: letters::INVITATION_EN,
    reset_letter: letters::RESET_EN,
    email_change_letter: letters::EMAIL_CHANGE_EN,
    notice_letter: letters::NOTICE_EN,
    tags: super::tags::EN,
    links: super::links::EN,
    series: super::series::EN,
    unsubscribe: unsubscribe::EN,
    error: error::EN,
    said: said::EN,
    why,
    kind: |kind| match kind {
        PostKind::Retrospective => "Retrospective",
        PostKind::BookNote => "Book note",
        PostKind::WriteUp => "Write-up",
    },
    audience: |audience| match audience {
        Audience::Team => "The team",
        Audience::OnlyMe => "Only me",
    },
    role: |role| match role {
        Role::Owner => "Owner",
        Role::Admin => "Admin",
        Role::Member => "Member",
        Role::Alumni => "Alumni",
    },
    theme: |theme| match theme {
        Theme::System => "As my system wishes",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    },
    recurrence: |recurrence| match recurrence {
        Recurrence::Once => "Once",
        Recurrence::Weekly => "Every week",
        Recurrence::Monthly => "Every month",
        Recurrence::HalfYearly => "Every half-year",
        Recurrence::Yearly => "Every year",
    },
    mail_state: |state| match state {
        MailState::Ready => "Waiting",
        MailState::Leased => "Being sent",
        MailState::Retry => "Will be tried again",
        MailState::Sent => "Sent",
        MailState::Ambiguous => "Perhaps sent",
        MailState::Dead => "Refused",
        MailState::Cancelled => "Cancelled",
        MailState::Skipped => "Not sent",
        MailState::Suppressed => "Address takes no mail",
    },
    phase: |phase| match phase {
        Phase::Connect => "The mail server was not reached.",
        Phase::Tls => "No secure connection (TLS) came about.",
        Phase::SignIn => "The mail server did not let us sign in.",
        Phase::MailFrom => "The sender’s address was not taken.",
        Phase::RcptTo => "The recipient’s address was not taken.",
        Phase::Data => "It stopped before the message was sent.",
        Phase::Body => "It stopped while the message was sent.",
        Phase::Done => "The mail server took it.",
    },
    day,
    moment,
    today: |day| day.strftime("%A, %-d %B").to_string(),
    period: |period| format!("{} to {}", day(period.start()), day(period.end())),
    ago: |ago| match ago {
        Ago::JustNow => "just now".into(),
        Ago::Minutes(1) => "a minute ago".into(),
        Ago::Minutes(minutes) => format!("{minutes} minutes ago"),
        Ago::Hours(1) => "an hour ago".into(),
        Ago::Hours(hours) => format!("{hours} hours ago"),
        Ago::Yesterday => "yesterday".into(),
        Ago::Days(days) => format!("{days} days ago"),
        Ago::On(date) => day(date),
    },
    minutes: |minutes| format!("{minutes} min"),
};

fn day(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

fn moment(at: DateTime) -> String {
    at.strftime("%-d %B %Y, %H:%M").to_string()
}

fn why(why: &Why) -> String {
    match why {
        Why::Empty => "This is empty. Please fill it in.".into(),
        Why::TooLong { limit, length } => format!("At most {limit} characters; there are {length}."),
        Why::TooShort { limit } => format!("At least {limit} characters, please."),
        Why::TooBig { limit, bytes } => format!("At most {}; this is {}.", megabytes(*limit), megabytes(*bytes)),
        Why::TooMany { limit } => format!("At most {limit}, please."),
        Why::ControlCharacter => "There is an invisible control character in it. Remove it and save again.".into(),
        Why::UnknownChoice => "That is none of the choices. Please choose one.".into(),
        Why::NotADate => "There is no such day. Write it like 2026-06-30.".into(),
        Why::NotATime => "There is no such time. Write it like 2026-06-30T09:00.".into(),
        Why::EndsBeforeStart => "The last day comes before the first.".into(),
        Why::InThePast => "That time has passed. Choose one to come.".into(),
        Why::UnknownZone => "That time zone is not known. Choose one like Europe/London.".into(),
        Why::NotAnAddress => "That does not look like a mail address.".into(),
        Why::AddressTaken => "Another member has this address.".into(),
        Why::NotASlug => "Small Latin letters, digits and single dashes only, no dash at either end.".into(),
        Why::WrongSignIn => "E-mail and password do not belong together.".into(),
        Why::WrongPassword => "That is not your present password.".into(),
        Why::TooCommon => "This password is among the first that anybody would try. Please choose another.".into(),
        Why::WrongCode => {
            "That code does not fit. Look at the newest one, or use a recovery code not used before.".into()
        }
        Why::WrongFirstCode => {
            "That code does not fit. See that your phone's clock is right, and type the newest one.".into()
        }
        Why::WrongProof => "That is neither your present password nor a code that fits.".into(),
        Why::TooManyTries { seconds: 0..=60 } => "Too many tries. Please wait a minute and try again.".into(),
        Why::WrongPasskey => "That passkey does not fit. Please try again.".into(),
        Why::LatePasskey => "That took too long, or was done before. Please try again.".into(),
        Why::PasskeyTaken => "This passkey has been added already.".into(),
        Why::TooManyTries { seconds } => {
            format!("Too many tries. Please try again in {} minutes.", seconds.div_ceil(60))
        }
        Why::NotAHandle => "Letters, digits, - and _ only, 2 to 30 of them, a letter first.".into(),
        Why::ReservedHandle => "This handle means everybody, so it is nobody's. Please choose another.".into(),
        Why::HandleTaken => "Another member has this handle, or one that looks just like it.".into(),
        Why::MixedScripts => {
            "It mixes letters of scripts that are not written together, so it could imitate somebody.".into()
        }
        Why::NoSuchPicture => super::uploads::EN.no_such_picture.into(),
        Why::NotKept(why) => (super::uploads::EN.not_kept)(*why).into(),
        Why::NotAPicture => "We cannot read this picture. PNG, JPEG, WebP and GIF will do.".into(),
        Why::TooManyPixels { megapixels } => format!("At most {megapixels} million pixels. Please make it smaller."),
        Why::LastOwner => "A house needs an owner. Make somebody else an owner first.".into(),
        Why::LastAuthor => super::authors::EN.last.into(),
        Why::ToThemselves => "Choose a colleague who stays.".into(),
        Why::AlreadyMember => "Whoever has this address is a member already.".into(),
        Why::NotATag => super::tags::EN.not_a_tag.into(),
        Why::SameTag => super::tags::EN.same.into(),
        Why::TagTaken => super::tags::EN.taken.into(),
        Why::MarksLeft { line } => (super::conflict::EN.marks_left)(*line),
        Why::Stale => "Somebody saved in between.".into(),
        Why::Directive { line } => {
            format!(
                "The ::: mark on line {line} is unknown, has no partner, or cannot stand there. Nothing was exported, since what must stay is not certain."
            )
        }
        Why::Shortcode { line } => {
            format!("The code on line {line} holds a Hugo shortcode that is not closed and cannot be kept as it is.")
        }
    }
}

fn megabytes(bytes: usize) -> String {
    match bytes.div_ceil(1 << 10) {
        kilobytes if kilobytes < 1024 => format!("{kilobytes} KB"),
        kilobytes if kilobytes % 1024 == 0 => format!("{} MB", kilobytes / 1024),
        kilobytes => format!("{}.{} MB", kilobytes / 1024, (kilobytes % 1024) * 10 / 1024),
    }
}
