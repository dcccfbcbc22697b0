//! 한국어: 해요체, 짧게, 느낌표 없이.

use jiff::civil::{Date, DateTime, Weekday};

use super::josa::{eul, euro, i};
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
    language: Language::Korean,
    product: "다시",
    nav: Nav {
        skip: "본문으로 건너뛰기",
        label: "둘러보기",
        home: "오늘",
        posts: "글",
        reminders: "다시 알림",
        write: "쓰기",
        settings: "내 설정",
        sign_out: "나가기",
        menu_of: |name| format!("{name}님의 메뉴"),
    },
    form: Form {
        wrong: |count| format!("고칠 곳이 {count}군데 있어요. 쓰신 내용은 그대로 있어요."),
        optional: "안 써도 돼요",
        save: "저장",
        cancel: "그만두기",
        back: "돌아가기",
    },
    welcome: Welcome {
        title: "다시에 오신 것을 환영해요",
        lead: "팀의 글이 돌아오는 집이에요. 먼저 팀과 첫 사람을 알려 주세요.",
        team: "팀 이름",
        team_hint: "페이지 머리와 메일에 보여요.",
        language: "언어",
        zone: "시간대",
        owner: "첫 사람",
        name: "이름",
        email: "메일 주소",
        password: "비밀번호",
        password_hint: "8자 이상이면 무엇이든 좋아요.",
        begin: "시작하기",
    },
    sign_in: SignIn {
        title: "들어가기",
        email: "메일 주소",
        password: "비밀번호",
        enter: "들어가기",
        first: "그 페이지를 보려면 먼저 들어와 주세요.",
    },
    home: Home {
        title: "오늘",
        came_back: "다시 만난 글",
        came_back_on: |day| format!("{day}에 다시 보기로 했던 글이에요."),
        latest: "팀이 쓴 글",
        all: "모든 글",
        upcoming: "다시 올 글",
        upcoming_none: "다시 읽고 싶은 글에서 ‘다시 알려 주기’를 눌러 보세요. 때가 되면 메일로 보내 드려요.",
        empty_title: "아직 글이 없어요",
        empty: "첫 회고를 써 보세요. 반년 뒤의 나에게 돌아올 거예요.",
        lead: |count| match count {
            0 => "이번 주에 다시 올 글은 없어요. 푹 쉬어도 되는 주예요.".into(),
            _ => format!("이번 주에 다시 올 글이 {count}편 있어요."),
        },
    },
    posts: Posts {
        title: "글",
        tabs: "글의 종류",
        all: "모두",
        empty: |kind| match kind {
            Some(kind) => format!("아직 {}{} 없어요", kind_name(kind), i(kind_name(kind))),
            None => "아직 글이 없어요".into(),
        },
        empty_hint: "쓴 글이 여기에 모여요.",
        older: "더 지난 글",
        newer: "더 최근 글",
        pages: "쪽 넘기기",
    },
    post: PostWords {
        edit: "고치기",
        remind: "다시 알려 주기",
        note: "참고",
        tip: "도움말",
        important: "중요",
        warning: "주의",
        caution: "경고",
        markdown: "마크다운으로 보기",
        blog: "블로그용으로 받기",
        contents: "차례",
        revisions: |count| format!("{count}판"),
        only_me: "나만 보는 글",
        book: |book| format!("《{book}》"),
        internal: "안에서만 보는 내용. 밖으로 나가지 않아요.",
        my_reminders: "내 알림",
        empty_body: "아직 제목만 있는 글이에요.",
        tags: "태그",
        actions: "이 글로 할 수 있는 일",
    },
    comments: super::comments::KO,
    notices: super::notices::KO,
    person: super::notices::PERSON_KO,
    editor: Editor {
        new: |kind| format!("새 {}", kind_name(kind)),
        edit: "글 고치기",
        choose_title: "무엇을 쓸까요",
        choose: "쓰려는 글을 골라 주세요.",
        choice: |kind| match kind {
            PostKind::Retrospective => "지나온 기간을 돌아보고 다음에 할 일을 적어요.",
            PostKind::BookNote => "읽은 책에서 남기고 싶은 것을 적어요.",
            PostKind::WriteUp => "만들고 고치며 알게 된 것을 나눠요.",
        },
        unknown_kind: "그런 종류의 글은 없어요. 아래에서 골라 주세요.",
        kind: "글의 종류",
        title: "제목",
        body: "본문",
        body_hint: "마크다운으로 써요. 1MB까지 담을 수 있어요.",
        tags: "태그",
        tags_hint: "쉼표나 띄어쓰기로 나눠요. 10개까지.",
        language: "글의 언어",
        audience: "볼 수 있는 사람",
        start: "시작한 날",
        end: "끝난 날",
        book: "책 제목",
        summary: "요약",
        summary_hint: "두세 문장으로, 500자까지.",
        save: "저장",
        preview: "미리 보기",
        preview_empty: "쓰는 대로 여기에 보여요.",
        more: "글 정보",
        stale_title: "그사이 다른 판이 저장됐어요",
        stale: |name, when| {
            format!(
                "{when}에 {name}님이 이 글을 저장했어요. 쓰신 글은 아래에 그대로 있어요. 저장된 글과 견주어 옮긴 뒤 다시 저장해 주세요."
            )
        },
        theirs: "저장되어 있는 글",
        save_over: "견주었어요, 저장",
        pasted: "붙여 넣은 글의 문단 사이에 빈 줄을 넣었어요. 되돌리려면 Ctrl/⌘ Z.",
        too_big: "본문이 1MB를 넘었어요. 나누어 담아 주세요.",
        shortcut: "Ctrl/⌘ Enter로 저장",
        signed_out: "쓰는 동안 들어와 있던 시간이 끝났어요. 쓰신 글은 아래 그대로 있어요. 새 탭에서 들어온 뒤 여기서 다시 저장해 주세요.",
        owes_second_factor: "그사이 이 팀은 모두 2단계 인증을 쓰기로 했어요. 쓰던 글은 아래에 그대로 있어요. 새 탭에서 2단계 인증을 켠 다음 여기서 저장해 주세요.",
    },
    remind: Remind {
        title: "다시 알려 주기",
        lead: |title| format!("‘{title}’{} 때맞춰 메일로 보내 드려요.", eul(title)),
        first: "처음 받을 때",
        first_hint: |zone| format!("{zone} 시각이에요."),
        recurrence: "얼마나 자주",
        save: "알림 만들기",
    },
    reminders: Reminders {
        title: "다시 알림",
        lead: |email| format!("때가 되면 {email}{} 보내 드려요.", euro(email)),
        empty_title: "아직 만든 알림이 없어요",
        empty: "글을 읽다가 ‘다시 알려 주기’를 누르면 여기에 모여요.",
        next: |when| format!("다음은 {when}"),
        change: "바꾸기",
        stop: "그만 받기",
        stop_question: |title| format!("‘{title}’ 알림을 그만 받을까요?"),
        stop_lead: "언제든 다시 켤 수 있어요.",
        stopped: |when| format!("{when}에 멈췄어요"),
        over: "모두 보냈어요",
        live: "받을 알림",
        past: "지난 알림",
        change_title: "알림 바꾸기",
        again: "다시 켜기",
        find: "글 보러 가기",
        keep: "계속 받기",
    },
    blog: Blog {
        title: "블로그용으로 받기",
        lead: "Hugo의 글 묶음(page bundle)으로 드려요. 밖으로 나가는 것은 아래에 보이는 파일이 전부예요.",
        slug: "주소 이름",
        slug_hint: "영어 소문자, 숫자, 줄표로 80자까지.",
        download: "zip으로 받기",
        file: "나가는 파일",
        cannot: "아직 내보낼 수 없어요",
        left_out: ":::internal 블록은 빠졌고, 안쪽을 가리키는 링크는 글자만 남았어요.",
    },
    settings: Settings {
        title: "내 설정",
        name: "이름",
        language: "언어",
        zone: "시간대",
        theme: "화면 색",
        save: "저장",
    },
    mail_log: MailLog {
        title: "메일 기록",
        lead_smtp: "메일 서버로 보내고 있어요.",
        lead_folder: "메일 서버가 없어 데이터 폴더의 mail에 .eml 파일로 쌓고 있어요. 보내려면 DASI_SMTP_URL을 정해 주세요.",
        empty: "아직 보낸 메일이 없어요.",
        to: "받는 사람",
        subject: "제목",
        state: "상태",
        when: "시각",
        attempts: "시도",
        retry: "다시 보내기",
        paused: |until, reason| format!("메일 서버 쪽 문제로 {until}까지 쉬고 있어요. 잃은 메일은 없어요. {reason}"),
        resume: "지금 다시 해 보기",
        unwritten: "아직 쓰지 않음",
        answer: "서버의 답",
    },
    mail: Mail {
        subject: |title| format!("다시: {title}"),
        greeting: |name| format!("{name}님, 다시 보기로 한 글이에요."),
        came_back: "다시 만난 글",
        by: |name, when| format!("{name}, {when}"),
        read: "이어서 읽기",
        why_once: |day| format!("{day}에 한 번 알려 달라고 하셔서 보냈어요."),
        why: |often, next| format!("{often} 알려 달라고 하셔서 보냈어요. 다음은 {next}에 보낼게요."),
        change: "알림 바꾸기",
        stop: "그만 받기",
        late: |when| format!("{when}에 보내야 했는데 늦었어요. 기다리게 해서 미안해요."),
    },
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
    unsubscribe: Unsubscribe {
        title: "그만 받기",
        question: |title| format!("‘{title}’ 알림을 그만 받을까요?"),
        stop: "그만 받기",
        stopped: |title| format!("‘{title}’ 알림을 멈췄어요. 더 보내지 않아요."),
        resume: "다시 받기",
        resumed: |title| format!("‘{title}’ 알림을 다시 켰어요."),
        over: |title| format!("‘{title}’ 알림은 모두 보내서 다시 켤 것이 없어요."),
        unknown: "이 링크로 멈출 알림이 없어요. 메일의 링크가 잘리지 않았는지 봐 주세요.",
    },
    error: ErrorWords {
        not_found_title: "여기에는 아무것도 없어요",
        not_found: "주소가 바뀌었거나, 볼 수 없는 글일 수 있어요.",
        forbidden_title: "여기는 들어갈 수 없어요",
        forbidden: "글은 쓴 사람이, 팀의 일은 팀을 돌보는 사람이 할 수 있어요.",
        cross_site: "다른 곳에서 온 요청이라 받지 않았어요. 이 페이지에서 다시 해 주세요.",
        internal_title: "우리 쪽에서 탈이 났어요",
        internal: "방금 한 일은 저장되지 않았을 수 있어요. 뒤로 가면 쓰던 글이 남아 있어요. 잠시 뒤에 다시 해 주세요.",
        too_large_title: "한 번에 받기에는 너무 커요",
        too_large: "본문은 1MB까지 담을 수 있어요. 뒤로 가면 쓰던 글이 남아 있어요. 나누어 담아 주세요.",
        bad_title: "알아볼 수 없는 요청이에요",
        bad: "보낸 내용이 이 페이지의 양식과 달라요. 뒤로 가서 다시 해 주세요.",
        request: |id| format!("물어보실 때 이 번호를 알려 주세요: {id}"),
        home: "오늘로 가기",
    },
    said: SaidWords {
        saved: "저장했어요.",
        unchanged: "바뀐 것이 없어 새 판을 만들지 않았어요.",
        reminded: "알림을 만들었어요.",
        stopped: "알림을 멈췄어요.",
        resumed: "다시 보내고 있어요.",
        settings: "설정을 저장했어요.",
        revoked: "초대를 거두었어요.",
        reset_asked: "그 주소를 쓰는 멤버가 있다면 메일을 보냈어요. 30분 안에 링크를 눌러 주세요.",
        password_changed: "비밀번호를 바꾸었어요. 다른 기기에서는 모두 나갔어요.",
        email_asked: "두 주소로 메일을 보냈어요. 모두 확인하면 바뀌어요.",
        email_kept: "주소를 그대로 두었어요.",
        retried: "다시 보낼게요.",
        recovery_code_used: "복구 코드 하나를 썼어요. 몇 개 남았는지는 설정의 2단계 인증에 있어요.",
        second_factor_off: "2단계 인증을 껐어요.",
        changed: "알림을 바꿨어요.",
    },
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

fn kind_name(kind: PostKind) -> &'static str {
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
