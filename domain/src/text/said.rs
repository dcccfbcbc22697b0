//! One line after something was done, in both languages side by side.

use super::Words;

/// One line after something was done.
#[expect(missing_docs, reason = "each name says which words they are")]
pub struct SaidWords {
    pub saved: Words,
    pub unchanged: Words,
    pub reminded: Words,
    pub stopped: Words,
    pub resumed: Words,
    pub settings: Words,
    pub retried: Words,
    pub changed: Words,
    pub revoked: Words,
    pub reset_asked: Words,
    pub password_changed: Words,
    pub email_asked: Words,
    pub email_kept: Words,
    pub recovery_code_used: Words,
    pub second_factor_off: Words,
}

pub(super) const KO: SaidWords = SaidWords {
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
};

pub(super) const EN: SaidWords = SaidWords {
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
};
