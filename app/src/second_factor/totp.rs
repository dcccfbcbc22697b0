//! The six digits that change every half minute (RFC 6238), and the picture an authenticator app learns them from.

use std::fmt::{self, Write as _};

use domain::id::MemberId;
use domain::member::EmailAddress;
use jiff::Timestamp;
use qrcode::{Color, EcLevel, QrCode};
use totp_rs::{Algorithm, TOTP};
use unicode_normalization::UnicodeNormalization;

use crate::Secret;

/// Seconds that a code is shown for. Authenticator apps know no other, nor other than SHA-1 and six digits.
const STEP: i64 = 30;
/// The same for the library.
const STEP_SECONDS: u64 = STEP.unsigned_abs();
/// Digits of a code.
const DIGITS: usize = 6;
/// Bytes of the secret that is shared with the app (RFC 4226 §4, R6).
const SHARED: usize = 20;
/// Characters of a name in the app's list. With longer ones the picture would be hard to scan.
const NAME: usize = 64;
/// Modules of white around a QR code (ISO/IEC 18004 §6.3.8).
const QUIET: usize = 4;

/// What a member's authenticator app and the house have in common.
#[derive(Clone)]
pub(crate) struct Totp {
    shared: Vec<u8>,
}

impl Totp {
    /// A member's own, made again from the house's secret each time: the store keeps only the `salt`, 16 random
    /// bytes, and another salt makes another one.
    pub(crate) fn of(secret: &Secret, member: MemberId, salt: &[u8]) -> Self {
        let mut message = format!("totp of member {member} ").into_bytes();
        message.extend_from_slice(salt);
        Self { shared: secret.keyed_hash(&message)[..SHARED].to_vec() }
    }

    /// The address an authenticator app reads (`otpauth://`, Google Authenticator's Key URI Format). A colon, which parts
    /// team and member there, becomes a space in both.
    pub(crate) fn uri(&self, team: &str, email: &EmailAddress) -> String {
        self.named(team, email.as_str()).get_url()
    }

    /// The shared secret to type by hand: base32 (RFC 4648 §6) in groups of four.
    pub(crate) fn key(&self) -> String {
        let key = self.named("", "").get_secret_base32();
        let letters: Vec<char> = key.chars().collect();
        letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
    }

    /// [`Self::uri`] as an `<svg>` to stand in a page, black on white in every theme. `label` says what it is to who
    /// cannot see it.
    pub(crate) fn qr(&self, team: &str, email: &EmailAddress, label: &str) -> String {
        let uri = self.uri(team, email);
        // A screen has no scratches, so the least correction will do. Names are cut, so the address always fits.
        QrCode::with_error_correction_level(uri, EcLevel::L).map(|code| svg(&code, label)).unwrap_or_default()
    }

    /// The step that a code belongs to, if it counts `now`: this one, the one before, or the next (RFC 6238 §5.2).
    /// A code counts once: no step up to the member's `last_step` counts again. Spaces are left out, and full-width
    /// digits are digits. How long it takes does not depend on the code.
    pub(crate) fn step(&self, code: &str, now: Timestamp, last_step: Option<i64>) -> Option<i64> {
        let code: String = code.nfkc().filter(|one| !one.is_whitespace()).take(DIGITS + 1).collect();
        let totp = self.named("", "");
        let step = now.as_second().div_euclid(STEP);
        let fits = |step: &i64| u64::try_from(*step).is_ok_and(|step| totp.check(&code, step * STEP_SECONDS));
        // The latest one that fits: of two steps with the same digits none is left to be used again.
        (step - 1..=step + 1).filter(fits).filter(|step| last_step.is_none_or(|last| *step > last)).max()
    }

    /// For the library, which knows no clock of ours: one step, no others around it.
    fn named(&self, team: &str, email: &str) -> TOTP {
        let (shared, team) = (self.shared.clone(), Some(name(team)).filter(|team| !team.is_empty()));
        TOTP::new_unchecked(Algorithm::SHA1, DIGITS, 0, STEP_SECONDS, shared, team, name(email))
    }
}

fn name(text: &str) -> String {
    text.replace(':', " ").trim().chars().take(NAME).collect()
}

fn svg(code: &QrCode, label: &str) -> String {
    let side = code.width() + 2 * QUIET;
    let mut path = String::new();
    for (row, modules) in code.to_colors().chunks(code.width()).enumerate() {
        let mut column = 0;
        for run in modules.chunk_by(|one, next| one == next) {
            if run[0] == Color::Dark {
                let (x, y, width) = (column + QUIET, row + QUIET, run.len());
                let _ = write!(path, "M{x} {y}h{width}v1h-{width}z"); // a string takes all that is written
            }
            column += run.len();
        }
    }
    let label = label.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges" role="img" aria-label="{label}"><rect width="{side}" height="{side}" fill="#fff"/><path fill="#000" d="{path}"/></svg>"##
    )
}

/// Says nothing.
impl fmt::Debug for Totp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Totp(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rfc() -> Totp {
        Totp { shared: b"12345678901234567890".to_vec() }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn jieun() -> EmailAddress {
        EmailAddress::parse("jieun+dasi@example.com").unwrap()
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238 appendix B, the last six of the eight digits for SHA-1.
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(rfc().step(code, at(second), None), Some(second / STEP), "{second}");
        }
    }

    #[test]
    fn a_code_counts_one_step_early_or_late_and_no_more() {
        let made = 1_111_111_111 / STEP;
        for (steps, counts) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let now = at((made + steps) * STEP);
            assert_eq!(rfc().step("050471", now, None), counts.then_some(made), "{steps}");
        }
        assert_eq!(rfc().step("050471", at(0), None), None);
        assert_eq!(rfc().step("050471", Timestamp::MIN, None), None);
        assert_eq!(rfc().step("050471", Timestamp::MAX, None), None);
    }

    #[test]
    fn a_code_counts_once_and_so_does_every_earlier_one() {
        let (now, step) = (at(1_111_111_111), 1_111_111_111 / STEP);
        assert_eq!(rfc().step("050471", now, Some(step - 1)), Some(step));
        assert_eq!(rfc().step("050471", now, Some(step)), None);
        assert_eq!(rfc().step("050471", now, Some(step + 1)), None);
        assert_eq!(rfc().step("081804", now, Some(step)), None, "the one before");
    }

    #[test]
    fn a_code_is_read_however_it_was_typed() {
        for typed in ["050 471", " 050471\n", "０５０４７１", "0\u{a0}5 0 4 7 1"] {
            assert!(rfc().step(typed, at(1_111_111_111), None).is_some(), "{typed}");
        }
        for wrong in ["", "50471", "0504711", "050472", "05047a", "050-471", "영오영사칠일"] {
            assert_eq!(rfc().step(wrong, at(1_111_111_111), None), None, "{wrong}");
        }
    }

    #[test]
    fn house_member_and_salt_make_another_secret_each() {
        let of =
            |secret: u8, member, salt: u8| Totp::of(&Secret::new([secret; 32]), MemberId(member), &[salt; 16]).key();
        assert_eq!(of(7, 1, 1), of(7, 1, 1));
        let keys = [of(7, 1, 1), of(8, 1, 1), of(7, 2, 1), of(7, 1, 2), of(7, 11, 1)];
        assert_eq!(std::collections::HashSet::from(keys).len(), 5);
    }

    #[test]
    fn a_key_to_type_is_in_groups_of_four() {
        assert_eq!(rfc().key(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    #[test]
    fn an_app_reads_team_member_and_secret_from_the_address() {
        for (team, shown) in [("물결 데이터", "물결 데이터"), ("A: b & c?/#%", "A  b & c?/#%"), ("Ada's", "Ada's")]
        {
            let uri = rfc().uri(team, &jieun());
            assert!(uri.starts_with("otpauth://totp/") && uri.is_ascii(), "{uri}");
            let read = TOTP::from_url(&uri).unwrap();
            assert_eq!((read.issuer.as_deref(), read.account_name.as_str()), (Some(shown), "jieun+dasi@example.com"));
            assert_eq!((read.secret, read.step, read.digits, read.algorithm), (rfc().shared, 30, 6, Algorithm::SHA1));
        }
    }

    #[test]
    fn a_phone_reads_the_picture() {
        for team in ["물결 데이터", &"물".repeat(80)] {
            let svg = rfc().qr(team, &jieun(), "인증 앱 <\"&>");
            assert_eq!(read(&svg), rfc().uri(team, &jieun()));
        }
    }

    #[test]
    fn the_picture_is_fit_for_a_page() {
        let svg = rfc().qr("물결 데이터", &jieun(), "a <b> & \"c\"");
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"));
        assert!(svg.contains(r#"role="img" aria-label="a &lt;b> &amp; &quot;c&quot;""#), "{svg}");
        assert!(!svg.contains("style"), "the content security policy refuses it");
    }

    #[test]
    fn the_longest_names_have_a_picture_still() {
        let email = EmailAddress::parse(&format!("{}@example.com", "a".repeat(64))).unwrap();
        assert!(!rfc().qr(&"🌊".repeat(80), &email, "").is_empty());
    }

    #[test]
    fn a_secret_is_never_shown_by_accident() {
        assert_eq!(format!("{:?}", rfc()), "Totp(…)");
    }

    /// Paints the picture and has a decoder look at it.
    fn read(svg: &str) -> String {
        const SCALE: usize = 4;
        let side: usize = svg.split("viewBox=\"0 0 ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
        let path = svg.split(" d=\"").nth(1).unwrap().split('"').next().unwrap();
        let mut dark = vec![false; side * side];
        for run in path.split_terminator('z') {
            let (x, rest) = run.trim_start_matches('M').split_once(' ').unwrap();
            let (y, rest) = rest.split_once('h').unwrap();
            let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            let width: usize = rest.split_once('v').unwrap().0.parse().unwrap();
            dark[y * side + x..][..width].fill(true);
        }
        let middle = QUIET..side - QUIET;
        let inside = |place: usize| middle.contains(&(place / side)) && middle.contains(&(place % side));
        assert!((0..dark.len()).all(|place| inside(place) || !dark[place]), "a quiet zone on every side");
        assert!((side - 2 * QUIET) % 4 == 1 && dark[QUIET * (side + 1)], "and no more than that");
        let shade = |x, y| if dark[y / SCALE * side + x / SCALE] { 0 } else { 255 };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, shade);
        let grids = image.detect_grids();
        grids[0].decode().unwrap().1
    }
}
