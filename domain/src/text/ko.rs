//! 한국어: 해요체, 짧게, 느낌표 없이.

use jiff::civil::{Date, DateTime, Weekday};

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
    language: Language::Korean,
    product: "다시",
    nav: nav::KO,
    form: form::KO,
    welcome: welcome::KO,
    sign_in: sign_in::KO,
    home: home::KO,
    posts: posts::KO,
    post: post::KO,
    comments: super::comments::KO,
    notices: super::notices::KO,
    person: super::notices::PERSON_KO,
    editor: editor::KO,
    remind: reminders::REMIND_KO,
    reminders: reminders::REMINDERS_KO,
    blog: blog::KO,
    settings: settings::KO,
    mail_log: mail_log::KO,
    mail: read_again::KO,
    invitations: invitations::INVITATIONS_KO,
    join: invitations::JOIN_KO,
    ways_in: ways_in::WAYS_IN_KO,
    forgot: ways_in::FORGOT_KO,
    confirm_email: ways_in::CONFIRM_KO,
    places: places::KO,
    archive: super::archive::KO,
    imports: super::imports::KO,
    uploads: super::uploads::KO,
    desk: desk::KO,
    profile: profile::KO,
    sign_ins: sign_ins::KO,
    second_factor: second_factor::KO,
    passkeys: passkeys::KO,
    api_tokens: api_tokens::KO,
    api: api_tokens::API_KO,
    provider: provider::KO,
    members: members::KO,
    leave: members::LEAVE_KO,
    team_page: team_page::KO,
    audit_log: audit::KO,
    history: super::history::KO,
    conflict: super::conflict::KO,
    trash: trash::KO,
    authors: authors::KO,
    reviews: reviews::KO,
    templates: templates::KO,
    stale: stale::KO,
    invitation_letter: letters::INVITATION_KO,
    reset_letter: letters::RESET_KO,
    email_change_letter: letters::EMAIL_CHANGE_KO,
    notice_letter: letters::NOTICE_KO,
    tags: super::tags::KO,
    links: super::links::KO,
    series: super::series::KO,
    unsubscribe: unsubscribe::KO,
    error: error::KO,
    said: said::KO,
    why,
    kind: kind_name,
    audience: |audience| match audience {
        Audience::Team => "팀 모두",
        Audience::OnlyMe => "나만",
    },
    role: |role| match role {
        Role::Owner => "소유자",
        Role::Admin => "관리자",
        Role::Member => "멤버",
        Role::Alumni => "떠난 멤버",
    },
    theme: |theme| match theme {
        Theme::System => "기기 설정대로",
        Theme::Light => "밝게",
        Theme::Dark => "어둡게",
    },
    recurrence: |recurrence| match recurrence {
        Recurrence::Once => "한 번",
        Recurrence::Weekly => "매주",
        Recurrence::Monthly => "매달",
        Recurrence::HalfYearly => "반년마다",
        Recurrence::Yearly => "해마다",
    },
    mail_state: |state| match state {
        MailState::Ready => "기다림",
        MailState::Leased => "보내는 중",
        MailState::Retry => "다시 보낼 예정",
        MailState::Sent => "보냄",
        MailState::Ambiguous => "닿았는지 모름",
        MailState::Dead => "거절됨",
        MailState::Cancelled => "취소됨",
        MailState::Skipped => "보내지 않음",
        MailState::Suppressed => "받지 않는 주소",
    },
    phase: |phase| match phase {
        Phase::Connect => "메일 서버에 닿지 못했어요.",
        Phase::Tls => "안전한 연결(TLS)을 맺지 못했어요.",
        Phase::SignIn => "메일 서버에 들어가지 못했어요.",
        Phase::MailFrom => "보내는 주소를 받아 주지 않았어요.",
        Phase::RcptTo => "받는 주소를 받아 주지 않았어요.",
        Phase::Data => "글을 보내기 전에 멈췄어요.",
        Phase::Body => "글을 보내다가 멈췄어요.",
        Phase::Done => "메일 서버가 받았어요.",
    },
    day,
    moment,
    today: |day| format!("{}월 {}일 {}요일", day.month(), day.day(), weekday(day)),
    period: |period| format!("{} ~ {}", day(period.start()), day(period.end())),
    ago: |ago| match ago {
        Ago::JustNow => "방금".into(),
        Ago::Minutes(minutes) => format!("{minutes}분 전"),
        Ago::Hours(hours) => format!("{hours}시간 전"),
        Ago::Yesterday => "어제".into(),
        Ago::Days(days) => format!("{days}일 전"),
        Ago::On(date) => day(date),
    },
    minutes: |minutes| format!("{minutes}분"),
};

pub(super) fn kind_name(kind: PostKind) -> &'static str {
    match kind {
        PostKind::Retrospective => "회고",
        PostKind::BookNote => "책 노트",
        PostKind::WriteUp => "기술 글",
    }
}

fn day(day: Date) -> String {
    format!("{}년 {}월 {}일", day.year(), day.month(), day.day())
}

fn moment(at: DateTime) -> String {
    format!("{} {:02}:{:02}", day(at.date()), at.hour(), at.minute())
}

fn weekday(day: Date) -> &'static str {
    match day.weekday() {
        Weekday::Monday => "월",
        Weekday::Tuesday => "화",
        Weekday::Wednesday => "수",
        Weekday::Thursday => "목",
        Weekday::Friday => "금",
        Weekday::Saturday => "토",
        Weekday::Sunday => "일",
    }
}

fn why(why: &Why) -> String {
    match why {
        Why::Empty => "비어 있어요. 채워 주세요.".into(),
        Why::TooLong { limit, length } => format!("{limit}자까지 쓸 수 있어요. 지금 {length}자예요."),
        Why::TooShort { limit } => format!("{limit}자보다 짧아요."),
        Why::TooBig { limit, bytes } => {
            format!("{}까지 담을 수 있어요. 지금 {}예요.", megabytes(*limit), megabytes(*bytes))
        }
        Why::TooMany { limit } => format!("{limit}개까지만 쓸 수 있어요."),
        Why::ControlCharacter => "보이지 않는 제어 문자가 들어 있어요. 지우고 다시 저장해 주세요.".into(),
        Why::UnknownChoice => "보기에 없는 값이에요. 골라 주세요.".into(),
        Why::NotADate => "달력에 없는 날이에요. 2026-06-30처럼 써 주세요.".into(),
        Why::NotATime => "달력에 없는 때예요. 2026-06-30T09:00처럼 써 주세요.".into(),
        Why::EndsBeforeStart => "끝난 날이 시작한 날보다 앞서요.".into(),
        Why::InThePast => "이미 지난 때예요. 앞으로 올 때를 골라 주세요.".into(),
        Why::UnknownZone => "모르는 시간대예요. Asia/Seoul처럼 골라 주세요.".into(),
        Why::NotAnAddress => "메일 주소로 보이지 않아요.".into(),
        Why::AddressTaken => "다른 멤버가 쓰는 주소예요.".into(),
        Why::NotASlug => "영어 소문자, 숫자, 줄표만 쓸 수 있어요. 줄표로 시작하거나 끝나지 않게 해 주세요.".into(),
        Why::WrongSignIn => "메일 주소와 비밀번호가 맞지 않아요.".into(),
        Why::WrongPassword => "지금 쓰는 비밀번호가 아니에요.".into(),
        Why::TooCommon => "누구나 가장 먼저 넣어 볼 비밀번호예요. 다른 것으로 정해 주세요.".into(),
        Why::WrongCode => "코드가 맞지 않아요. 가장 새로운 코드를 보거나, 쓰지 않은 복구 코드를 넣어 주세요.".into(),
        Why::WrongFirstCode => "코드가 맞지 않아요. 휴대폰 시계가 맞는지 보고, 가장 새로운 코드를 넣어 주세요.".into(),
        Why::WrongProof => "지금 쓰는 비밀번호도, 맞는 코드도 아니에요.".into(),
        Why::TooManyTries { seconds: 0..=60 } => "너무 여러 번 시도했어요. 1분 뒤에 다시 해 주세요.".into(),
        Why::WrongPasskey => "패스키가 맞지 않아요. 다시 해 주세요.".into(),
        Why::LatePasskey => "시간이 지났거나 이미 쓴 요청이에요. 다시 해 주세요.".into(),
        Why::PasskeyTaken => "이미 더한 패스키예요.".into(),
        Why::TooManyTries { seconds } => {
            format!("너무 여러 번 시도했어요. {}분 뒤에 다시 해 주세요.", seconds.div_ceil(60))
        }
        Why::NotAHandle => "글자, 숫자, -, _ 만 2자에서 30자까지 쓰고 글자로 시작해 주세요.".into(),
        Why::ReservedHandle => "모두를 부르는 이름이라 누구의 것도 될 수 없어요. 다른 것으로 정해 주세요.".into(),
        Why::HandleTaken => "다른 멤버가 쓰고 있거나 똑같아 보이는 부르는 이름이에요.".into(),
        Why::MixedScripts => "함께 쓰지 않는 문자가 섞여 있어서 다른 사람처럼 보일 수 있어요.".into(),
        Why::NoSuchPicture => super::uploads::KO.no_such_picture.into(),
        Why::NotKept(why) => (super::uploads::KO.not_kept)(*why).into(),
        Why::NotAPicture => "읽을 수 없는 사진이에요. PNG, JPEG, WebP, GIF를 올려 주세요.".into(),
        Why::TooManyPixels { megapixels } => {
            format!("{}만 화소까지 올릴 수 있어요. 사진을 줄여 주세요.", megapixels * 100)
        }
        Why::LastOwner => "팀에는 소유자가 있어야 해요. 먼저 다른 사람을 소유자로 정해 주세요.".into(),
        Why::LastAuthor => super::authors::KO.last.into(),
        Why::ToThemselves => "남아 있는 동료를 골라 주세요.".into(),
        Why::AlreadyMember => "이 주소를 쓰는 사람은 이미 멤버예요.".into(),
        Why::NotATag => super::tags::KO.not_a_tag.into(),
        Why::SameTag => super::tags::KO.same.into(),
        Why::TagTaken => super::tags::KO.taken.into(),
        Why::MarksLeft { line } => (super::conflict::KO.marks_left)(*line),
        Why::Stale => "그사이 다른 판이 저장됐어요.".into(),
        Why::Directive { line } => {
            format!(
                "{line}번째 줄의 ::: 표시를 알 수 없거나, 짝이 없거나, 거기에 쓸 수 없어요. 무엇이 빠져야 하는지 몰라 내보내지 않았어요."
            )
        }
        Why::Shortcode { line } => {
            format!("{line}번째 줄 코드에 닫히지 않은 Hugo 명령이 있어 그대로 내보낼 수 없어요.")
        }
    }
}

fn megabytes(bytes: usize) -> String {
    match bytes.div_ceil(1 << 10) {
        kilobytes if kilobytes < 1024 => format!("{kilobytes}KB"),
        kilobytes if kilobytes % 1024 == 0 => format!("{}MB", kilobytes / 1024),
        kilobytes => format!("{}.{}MB", kilobytes / 1024, (kilobytes % 1024) * 10 / 1024),
    }
}
