//! English: plain and British.

use jiff::civil::{Date, DateTime};

use super::{
    Ago, Blog, Editor, ErrorWords, Form, Home, Mail, MailLog, Nav, PostWords, Posts, Remind, Reminders, SaidWords,
    Settings, SignIn, Text, Unsubscribe, Welcome,
};
use super::{
    api_tokens, audit, authors, desk, invitations, letters, members, passkeys, places, profile, provider, reviews,
    second_factor, sign_ins, stale, team_page, templates, trash, ways_in,
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
    nav: Nav {
        skip: "Skip to the words",
        label: "Around the house",
        home: "Today",
        posts: "Posts",
        reminders: "Reminders",
        write: "Write",
        settings: "Settings",
        sign_out: "Sign out",
        menu_of: |name| format!("Menu of {name}"),
    },
    form: Form {
        wrong: |count| match count {
            1 => "One thing needs another look. Everything you typed is still here.".into(),
            _ => format!("{count} things need another look. Everything you typed is still here."),
        },
        optional: "optional",
        save: "Save",
        cancel: "Cancel",
        back: "Back",
    },
    welcome: Welcome {
        title: "Welcome to Dasi",
        lead: "A home for your team’s writing that comes back to you. First, the team and its first member.",
        team: "Team name",
        team_hint: "Shown at the top of pages and in mail.",
        language: "Language",
        zone: "Time zone",
        owner: "The first member",
        name: "Name",
        email: "E-mail",
        password: "Password",
        password_hint: "Anything of 8 characters or more.",
        begin: "Begin",
    },
    sign_in: SignIn {
        title: "Sign in",
        email: "E-mail",
        password: "Password",
        enter: "Sign in",
        first: "Please sign in to see that page.",
    },
    home: Home {
        title: "Today",
        came_back: "Came back",
        came_back_on: |day| format!("You asked to read this again on {day}."),
        latest: "What the team wrote",
        all: "All posts",
        upcoming: "Coming back",
        upcoming_none: "Choose “Remind me” on a post you want to meet again. It will come by mail when its time is here.",
        empty_title: "Nothing written yet",
        empty: "Start with a retrospective. It will come back to you in half a year.",
        lead: |count| match count {
            0 => "Nothing comes back this week. A good week to rest.".into(),
            1 => "One post comes back this week.".into(),
            _ => format!("{count} posts come back this week."),
        },
    },
    posts: Posts {
        title: "Posts",
        tabs: "Kinds of post",
        all: "All",
        empty: |kind| match kind {
            Some(PostKind::Retrospective) => "No retrospectives yet".into(),
            Some(PostKind::BookNote) => "No book notes yet".into(),
            Some(PostKind::WriteUp) => "No write-ups yet".into(),
            None => "Nothing written yet".into(),
        },
        empty_hint: "What is written will gather here.",
        older: "Older",
        newer: "Newer",
        pages: "Pages",
    },
    post: PostWords {
        edit: "Edit",
        remind: "Remind me",
        note: "Note",
        tip: "Tip",
        important: "Important",
        warning: "Warning",
        caution: "Caution",
        markdown: "As Markdown",
        blog: "For the blog",
        contents: "Contents",
        revisions: |count| match count {
            1 => "1 revision".into(),
            _ => format!("{count} revisions"),
        },
        only_me: "Only you can see this",
        book: |book| book.to_string(),
        internal: "For inside the house only. This never leaves.",
        my_reminders: "My reminders",
        empty_body: "Only a title so far.",
        tags: "Tags",
        actions: "What you can do with this post",
    },
    comments: super::comments::EN,
    notices: super::notices::EN,
    person: super::notices::PERSON_EN,
    editor: Editor {
        new: |kind| match kind {
            PostKind::Retrospective => "New retrospective".into(),
            PostKind::BookNote => "New book note".into(),
            PostKind::WriteUp => "New write-up".into(),
        },
        edit: "Edit post",
        choose_title: "What will you write?",
        choose: "Choose a kind of post.",
        choice: |kind| match kind {
            PostKind::Retrospective => "Look back on a period and say what you mean to do next.",
            PostKind::BookNote => "Keep what a book gave you.",
            PostKind::WriteUp => "Share what you learnt by building and mending.",
        },
        unknown_kind: "There is no such kind of post. Choose one of these.",
        kind: "Kind of post",
        title: "Title",
        body: "Words",
        body_hint: "In Markdown, up to 1 MB.",
        tags: "Tags",
        tags_hint: "Parted by commas or spaces, up to 10.",
        language: "Written in",
        audience: "Who can see it",
        start: "First day",
        end: "Last day",
        book: "Book",
        summary: "Abstract",
        summary_hint: "Two or three sentences, up to 500 characters.",
        save: "Save",
        preview: "Preview",
        preview_empty: "What you write shows here as you go.",
        more: "About this post",
        stale_title: "Somebody saved in between",
        stale: |name, when| {
            format!(
                "{name} saved this post on {when}. Your words are below, untouched. Compare them with what is stored, carry over what you want, and save again."
            )
        },
        theirs: "What is stored",
        save_over: "I compared, save",
        pasted: "Blank lines were put between the pasted paragraphs. Ctrl/⌘ Z undoes it.",
        too_big: "This is over 1 MB. Please split it.",
        shortcut: "Ctrl/⌘ Enter saves",
        signed_out: "Your sign-in ended while you wrote. Your words are all below. Sign in again in a new tab, then save here.",
        owes_second_factor: "Your team asks everybody for a second factor by now. Your words are all below. Set it up in a new tab, then save here.",
    },
    remind: Remind {
        title: "Remind me",
        lead: |title| format!("“{title}” will come to you by mail when its time is here."),
        first: "First time",
        first_hint: |zone| format!("By the clock of {zone}."),
        recurrence: "How often",
        save: "Make the reminder",
    },
    reminders: Reminders {
        title: "Reminders",
        lead: |email| format!("They go to {email} when their time is here."),
        empty_title: "No reminders yet",
        empty: "Choose “Remind me” on a post, and it will show here.",
        next: |when| format!("Next on {when}"),
        change: "Change",
        stop: "Stop",
        stop_question: |title| format!("Stop reminding you of “{title}”?"),
        stop_lead: "You can turn it on again at any time.",
        stopped: |when| format!("Stopped on {when}"),
        over: "All sent",
        live: "To come",
        past: "Past",
        change_title: "Change the reminder",
        again: "Turn on again",
        find: "Browse posts",
        keep: "Keep it",
    },
    blog: Blog {
        title: "For the blog",
        lead: "As a Hugo page bundle. What you see below is all that leaves the house.",
        slug: "Address ending",
        slug_hint: "Small Latin letters, digits and dashes, up to 80.",
        download: "Download zip",
        file: "What leaves",
        cannot: "This cannot leave yet",
        left_out: ":::internal blocks are left out, and links into this house are plain words.",
    },
    settings: Settings {
        title: "Settings",
        name: "Name",
        language: "Language",
        zone: "Time zone",
        theme: "Colours",
        save: "Save",
    },
    mail_log: MailLog {
        title: "Mail log",
        lead_smtp: "Mail goes out through the mail server.",
        lead_folder: "There is no mail server: messages are kept as .eml files in the data folder’s mail. Set DASI_SMTP_URL to send them.",
        empty: "No mail has been sent yet.",
        to: "To",
        subject: "Subject",
        state: "State",
        when: "When",
        attempts: "Tries",
        retry: "Send again",
        paused: |until, reason| {
            format!("The mail server has trouble, so mail rests until {until}. None is lost. {reason}")
        },
        resume: "Try again now",
        unwritten: "not written yet",
        answer: "The server said",
    },
    mail: Mail {
        subject: |title| format!("Again: {title}"),
        greeting: |name| format!("{name}, here is a post you wanted to read again."),
        came_back: "Came back",
        by: |name, when| format!("{name}, {when}"),
        read: "Read on",
        why_once: |day| format!("You asked to be reminded once, on {day}."),
        why: |often, next| format!("You asked to be reminded {often}. The next one comes on {next}."),
        change: "Change this reminder",
        stop: "Stop it",
        late: |when| format!("This should have come on {when}. Sorry it is late."),
    },
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
    unsubscribe: Unsubscribe {
        title: "Stop a reminder",
        question: |title| format!("Stop reminding you of “{title}”?"),
        stop: "Stop",
        stopped: |title| format!("You will not be reminded of “{title}” any more."),
        resume: "Turn on again",
        resumed: |title| format!("You will be reminded of “{title}” again."),
        over: |title| format!("The reminder of “{title}” has come for the last time, so there is nothing to turn on."),
        unknown: "There is no reminder to stop behind this link. Perhaps the mail program cut it short.",
    },
    error: ErrorWords {
        not_found_title: "There is nothing here",
        not_found: "The address may have changed, or it is a post you cannot see.",
        forbidden_title: "You cannot go in here",
        forbidden: "A post is changed by those who wrote it, and the house by those who look after it.",
        cross_site: "The request came from another site and was refused. Please try again from a page of this house.",
        internal_title: "Something broke on our side",
        internal: "What you just did may not have been saved. Go back and your words are still there. Please try again in a moment.",
        too_large_title: "Too much at once",
        too_large: "A post holds up to 1 MB. Go back and your words are still there. Please split it.",
        bad_title: "We could not read that",
        bad: "What was sent does not fit the form of this page. Please go back and try again.",
        request: |id| format!("When you ask about it, give this number: {id}"),
        home: "Go to today",
    },
    said: SaidWords {
        saved: "Saved.",
        unchanged: "Nothing changed, so there is no new revision.",
        reminded: "The reminder is set.",
        stopped: "The reminder is stopped.",
        resumed: "Mail is on its way again.",
        settings: "Settings saved.",
        revoked: "The invitation is taken back.",
        reset_asked: "If a member has that address, a letter is on its way. Press its link within 30 minutes.",
        password_changed: "Your password is changed, and you are signed out everywhere else.",
        email_asked: "A letter went to both addresses. It changes once both have said yes.",
        email_kept: "Your address stays as it is.",
        retried: "It will be sent again.",
        recovery_code_used: "A recovery code was used up. Second factor, in your settings, shows how many are left.",
        second_factor_off: "The second factor is off.",
        changed: "The reminder is changed.",
    },
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
