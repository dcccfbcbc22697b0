//! The built executable, as an operator calls it.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use domain::api_token::{Scope, TokenName};
use domain::audit::Deed;
use domain::id::MemberId;
use domain::member::{EmailAddress, Role};
use jiff::SignedDuration;
use store::{Browser, By, Clock, NewApiToken, Store, Token};
use tempfile::TempDir;

const PASSWORD: &str = "another-fine-password";

struct Terminal(TempDir);

impl Terminal {
    /// 지은 owns it, 하늘 is a member, Ada an admin.
    fn founded() -> Self {
        let terminal = Self(tempfile::tempdir().unwrap());
        for (name, who, role) in [("지은", "jieun", "owner"), ("하늘", "haneul", "member"), ("Ada", "ada", "admin")]
        {
            let email = format!("{who}@example.com");
            terminal.ok(&["member", "add", "--email", &email, "--name", name, "--role", role]);
        }
        terminal
    }

    fn run(&self, words: &[&str], typed: &str) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dasi"));
        command.args(words).current_dir(self.0.path()).env_clear().env("DASI_DATA", self.0.path());
        command.env("DASI_URL", "https://dasi.example.com");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    }

    /// What it says when all is well.
    fn ok(&self, words: &[&str]) -> String {
        let output = self.run(words, "");
        let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        assert!(output.status.success(), "{words:?}: {err}");
        out
    }

    /// Its one line of complaint.
    fn complaint(&self, words: &[&str]) -> String {
        let output = self.run(words, "");
        let err = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && err.lines().count() == 1, "{words:?}: {err}");
        err
    }

    /// Each object of an answer in JSON.
    fn json(&self, words: &[&str]) -> Vec<serde_json::Value> {
        self.ok(words).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    async fn store(&self) -> Store {
        Store::open(self.0.path(), Clock::System).await.unwrap()
    }

    /// The newest of what was done.
    fn last_deed(&self) -> String {
        let last = self.json(&["audit", "--json", "--limit", "1"]);
        assert_eq!((&last[0]["actor"], &last[0]["address"]), (&serde_json::Value::Null, &"".into()));
        last[0]["deed"].as_str().unwrap().to_owned()
    }
}

/// The token at the end of a link.
fn token(said: &str, path: &str) -> Token {
    let link = format!("link: https://dasi.example.com/{path}/");
    Token::parse(said.lines().find_map(|line| line.strip_prefix(&link)).unwrap()).unwrap()
}

#[test]
fn everybody_is_listed_and_found_by_address_handle_or_number() {
    let terminal = Terminal::founded();
    let list = terminal.ok(&["member", "list"]);
    assert_eq!(list.lines().count(), 3);
    assert!(list.contains("@ada") && list.contains("haneul@example.com") && list.contains("지은"), "{list}");
    let all = terminal.json(&["member", "list", "--json"]);
    assert!(all.iter().any(|one| one["handle"] == "ada" && one["role"] == "admin" && one["second_factor"] == false));
    for who in ["haneul@example.com", "@하늘", "2", "HANEUL@example.com"] {
        assert_eq!(terminal.ok(&["member", "role", who, "admin"]), "하늘: admin\n", "{who}");
    }
    assert_eq!(terminal.last_deed(), Deed::RoleChanged.as_str());
    for nobody in ["nobody@example.com", "@nobody", "99", ""] {
        assert!(terminal.complaint(&["member", "role", nobody, "admin"]).contains("nobody here is"), "{nobody}");
    }
}

#[test]
fn a_slip_of_the_keys_founds_no_house() {
    let terminal = Terminal(tempfile::tempdir().unwrap());
    for words in [&["member", "list"][..], &["audit"], &["mail"], &["mail", "resume"], &["member", "sign-out", "1"]] {
        assert!(terminal.complaint(words).contains("there is no house"), "{words:?}");
    }
}

#[test]
fn roles_change_and_one_owner_stays() {
    let terminal = Terminal::founded();
    let last = terminal.complaint(&["member", "role", "1", "member"]);
    assert!(last.contains("지은") && last.contains("owner"), "{last}");
    terminal.complaint(&["member", "leave", "1", "--successor", "2"]);
    assert!(terminal.complaint(&["member", "role", "2", "alumni"]).contains("member leave"));
    assert!(terminal.complaint(&["member", "return", "2"]).contains("has not left"));
    terminal.complaint(&["member", "leave", "2", "--successor", "2"]);
    assert_eq!(terminal.ok(&["member", "leave", "2", "--successor", "@ada"]), "하늘 left; Ada takes over\n");
    assert_eq!(terminal.last_deed(), Deed::Left.as_str());
    assert!(terminal.complaint(&["member", "leave", "2", "--successor", "3"]).contains("left already"));
    assert!(terminal.complaint(&["member", "leave", "3", "--successor", "2"]).contains("left too"));
    assert!(terminal.complaint(&["member", "role", "2", "admin"]).contains("member return"));
    let gone = terminal.json(&["member", "list", "--json"]).pop().unwrap();
    assert!(gone["role"] == "alumni" && gone["successor"] == "Ada" && gone["left_at"].is_string(), "{gone}");
    assert_eq!(terminal.ok(&["member", "return", "2"]), "하늘: member\n");
    assert_eq!(terminal.last_deed(), Deed::Returned.as_str());
}

#[tokio::test]
async fn somebody_is_invited_by_letter_or_by_link() {
    let terminal = Terminal::founded();
    let said = terminal.ok(&["member", "invite", "--email", "yuna@example.com", "--role", "admin", "--language", "ko"]);
    assert_eq!(terminal.last_deed(), Deed::Invited.as_str());
    let store = terminal.store().await;
    let invitation = store.invitation_of(&token(&said, "join")).await.unwrap().unwrap();
    assert_eq!((invitation.role, invitation.email.unwrap().as_str()), (Role::Admin, "yuna@example.com"));
    assert!(terminal.ok(&["mail"]).contains("y…@example.com"), "a letter waits");
    let said = terminal.ok(&["member", "invite", "--link-only"]);
    let invitation = store.invitation_of(&token(&said, "join")).await.unwrap().unwrap();
    assert!(invitation.email.is_none() && invitation.is_open(store.now()));
    assert_eq!(terminal.ok(&["mail", "list"]).lines().count(), 1, "no letter for a link");
    let list = terminal.ok(&["member", "invitations"]);
    assert!(list.lines().count() == 2 && list.contains("yuna@example.com") && list.contains("open until"), "{list}");
    terminal.ok(&["member", "revoke", "1"]);
    assert_eq!(terminal.last_deed(), Deed::InvitationRevoked.as_str());
    assert!(terminal.ok(&["member", "invitations"]).contains("taken back"));
    assert!(terminal.complaint(&["member", "revoke", "1"]).contains("no open invitation 1"));
    assert!(terminal.complaint(&["member", "invite", "--email", "ada@example.com"]).contains("a member already"));
    assert!(terminal.complaint(&["member", "invite", "--link-only", "--role", "alumni"]).contains("--role"));
    assert!(terminal.complaint(&["member", "invite", "--email", "yuna"]).contains("--email"));
    assert!(!terminal.run(&["member", "invite"], "").status.success());
}

#[tokio::test]
async fn a_lost_password_and_a_lost_mailbox_are_helped() {
    let terminal = Terminal::founded();
    let store = terminal.store().await;
    let output = terminal.run(&["member", "password", "@ada", "--password-stdin"], &format!("{PASSWORD}\n"));
    assert!(output.status.success());
    assert!(!String::from_utf8_lossy(&output.stdout).contains(PASSWORD), "what was typed is not printed");
    assert_eq!(terminal.last_deed(), Deed::PasswordChanged.as_str());
    let ada = store.member_by_email(&EmailAddress::parse("ada@example.com").unwrap()).await.unwrap().unwrap();
    let password = domain::member::Password::parse(PASSWORD).unwrap();
    assert!(app::Passwords::default().verify(&password, ada.password_hash).await.unwrap());
    assert!(terminal.ok(&["member", "password", "@ada"]).contains("password: "), "one is made and printed");
    assert!(!terminal.run(&["member", "password", "@ada", "--password-stdin"], "short\n").status.success());
    let said = terminal.ok(&["member", "reset", "@ada"]);
    assert_eq!(terminal.last_deed(), Deed::PasswordResetAsked.as_str());
    let reset = store.password_reset_of(&token(&said, "reset")).await.unwrap().unwrap();
    assert_eq!(reset.member.id, MemberId(3));
    assert_eq!(terminal.ok(&["member", "email", "@ada", "Ada@New.example.com"]), "Ada: ada@new.example.com\n");
    assert_eq!(terminal.last_deed(), Deed::EmailChanged.as_str());
    assert!(terminal.complaint(&["member", "email", "@ada", "haneul@example.com"]).contains("another member"));
    assert!(terminal.complaint(&["member", "email", "@ada", "ada"]).contains("the new address"));
    let mail = terminal.ok(&["mail"]);
    assert!(mail.lines().filter(|line| line.contains("notice")).count() >= 2, "they are told: {mail}");
}

#[tokio::test]
async fn sign_ins_second_factors_and_tokens_end() {
    let terminal = Terminal::founded();
    let (store, by) = (terminal.store().await, By::command_line());
    let ada = MemberId(3);
    let way = domain::sign_in::Way::Password;
    let signed_in = store.begin_sign_in(ada, way, &Browser::default()).await.unwrap().0;
    assert_eq!(terminal.ok(&["member", "sign-out", "3"]), "Ada: sign-ins ended: 1\n");
    assert_eq!(terminal.last_deed(), Deed::SignInsEnded.as_str());
    assert!(store.signed_in(&signed_in).await.unwrap().is_none());
    store.begin_second_factor(ada, &[1; 20]).await.unwrap();
    store.confirm_second_factor(ada, &[1; 20], 1, &[], &by).await.unwrap();
    terminal.ok(&["member", "second-factor-off", "3"]);
    assert_eq!(terminal.last_deed(), Deed::SecondFactorOff.as_str());
    assert!(terminal.complaint(&["member", "second-factor-off", "3"]).contains("has no second factor"));
    let new = NewApiToken {
        name: TokenName::parse("backup").unwrap(),
        scope: Scope::Read,
        lifetime: SignedDuration::from_hours(24),
    };
    let secret = store.make_api_token(ada, None, &new, &by).await.unwrap();
    let list = terminal.ok(&["member", "tokens", "3"]);
    assert!(list.contains("backup") && list.contains("never used") && !list.contains(&secret.to_text()), "{list}");
    assert!(terminal.complaint(&["member", "end-token", "2", "1"]).contains("has no token 1"));
    terminal.ok(&["member", "end-token", "3", "1"]);
    assert_eq!(terminal.last_deed(), Deed::ApiTokenEnded.as_str());
    assert!(store.api_token(&secret).await.unwrap().is_none());
}

#[test]
fn the_log_and_the_mail_are_read_on_a_terminal() {
    let terminal = Terminal::founded();
    let log = terminal.ok(&["audit"]);
    assert!(log.lines().next().unwrap().ends_with("The command line added Ada as admin."), "{log}");
    assert!(log.lines().last().unwrap().contains("지은 founded the team."), "{log}");
    assert_eq!(terminal.ok(&["audit", "--member", "@ada"]).lines().count(), 1);
    assert_eq!(terminal.ok(&["audit", "--limit", "2"]).lines().count(), 2);
    terminal.ok(&["mail", "resume"]);
    assert_eq!(terminal.last_deed(), Deed::MailResumed.as_str());
    assert!(terminal.complaint(&["mail", "retry", "1"]).contains("nothing to send again"));
}

#[test]
fn an_operator_takes_everything_along_and_overwrites_nothing() {
    let terminal = Terminal::founded();
    let said = terminal.ok(&["archive", "--out", "house.zip"]);
    assert_eq!(said.trim(), "house.zip: 0 posts");
    let packed = std::fs::read(terminal.0.path().join("house.zip")).unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(packed)).unwrap();
    assert_eq!(zip.by_index(0).unwrap().name().unwrap(), "README.md");
    assert!(terminal.complaint(&["archive", "--out", "house.zip"]).contains("house.zip cannot be made"));
}
