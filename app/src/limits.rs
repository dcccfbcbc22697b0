//! How often something may be tried (ASVS 5.0 6.3.1). Each question has its buckets: a bucket holds some tries
//! at once and is filled up evenly (GCRA, ITU-T I.371). A refused try costs nothing in the bucket that refused it.
//!
//! A method asks first what is the asker's alone, so that hammering at one door soon stops costing what
//! others share.

mod bucket; // tries at once and tries over time, per key, in bounded memory
mod elapsed; // time that never runs backwards

use std::net::{IpAddr, Ipv6Addr};
use std::sync::Arc;

use domain::id::MemberId;
use domain::member::EmailAddress;
use domain::problem::Why;
use store::Clock;

use bucket::{Bucket, Rate};
use elapsed::Elapsed;

/// Sign-ins with one e-mail address from one client address.
const SIGN_IN: Rate = Rate::a_minute(3, 3);
/// Sign-ins from one client address: an office has one for all.
const SIGN_IN_FROM_ADDRESS: Rate = Rate::a_minute(30, 30);
/// Sign-ins with one e-mail address from everywhere.
const SIGN_IN_AS_EMAIL: Rate = Rate::a_minute(30, 30);
/// New passwords asked for with one e-mail address.
const RECOVERY: Rate = Rate::an_hour(3);
/// New passwords asked for from one client address.
const RECOVERY_FROM_ADDRESS: Rate = Rate::an_hour(10);
/// Codes tried for one member, and tries at one link.
const PROOF: Rate = Rate::a_minute(5, 5);
/// Codes tried for one member from everywhere: whoever has a password gets at a million codes no faster.
const CODE_OF_MEMBER: Rate = Rate::an_hour(20);
/// Other addresses asked for by one member.
const EMAIL_CHANGE: Rate = Rate::an_hour(5);
/// Codes and links tried from one client address.
const PROOF_FROM_ADDRESS: Rate = Rate::a_minute(30, 30);
/// Invitations sent by one member.
const INVITATION: Rate = Rate::an_hour(50);
/// Files brought by one member.
const UPLOAD: Rate = Rate::a_minute(60, 30);
/// Requests with one token of the API.
const API: Rate = Rate::a_minute(60, 120);
/// Wrong tokens of the API from one client address.
const API_WRONG_TOKEN: Rate = Rate::a_minute(10, 10);

/// Too early: the next try is taken after so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wait {
    /// Rounded up, so that whoever waits that long gets in; at least 1.
    pub(crate) seconds: u64,
}

impl From<Wait> for Why {
    fn from(wait: Wait) -> Self {
        Self::TooManyTries { seconds: wait.seconds }
    }
}

/// Counts tries, in memory alone: a restart forgets them. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Limits(Arc<Buckets>);

struct Buckets {
    sign_in: Bucket,
    sign_in_from_address: Bucket,
    sign_in_as_email: Bucket,
    recovery: Bucket,
    recovery_from_address: Bucket,
    code: Bucket,
    code_of_member: Bucket,
    proof: Bucket,
    email_change: Bucket,
    link: Bucket,
    proof_from_address: Bucket,
    invitation: Bucket,
    upload: Bucket,
    api: Bucket,
    api_wrong_token: Bucket,
}

impl Limits {
    /// Nothing has been tried yet.
    pub(crate) fn new(clock: Clock) -> Self {
        let elapsed = Elapsed::new(clock);
        let bucket = |rate| Bucket::new(rate, elapsed.clone());
        Self(Arc::new(Buckets {
            sign_in: bucket(SIGN_IN),
            sign_in_from_address: bucket(SIGN_IN_FROM_ADDRESS),
            sign_in_as_email: bucket(SIGN_IN_AS_EMAIL),
            recovery: bucket(RECOVERY),
            recovery_from_address: bucket(RECOVERY_FROM_ADDRESS),
            code: bucket(PROOF),
            code_of_member: bucket(CODE_OF_MEMBER),
            proof: bucket(PROOF),
            email_change: bucket(EMAIL_CHANGE),
            link: bucket(PROOF),
            proof_from_address: bucket(PROOF_FROM_ADDRESS),
            invitation: bucket(INVITATION),
            upload: bucket(UPLOAD),
            api: bucket(API),
            api_wrong_token: bucket(API_WRONG_TOKEN),
        }))
    }

    /// May somebody try a password? `known` says that the member of this e-mail address has signed in from this
    /// client address before: strangers elsewhere cannot shut such a member out.
    ///
    /// # Errors
    /// How long to wait.
    pub(crate) fn sign_in(&self, address: IpAddr, email: &EmailAddress, known: bool) -> Result<(), Wait> {
        let network = network(address);
        self.0.sign_in.take_at(&network, email)?;
        self.0.sign_in_from_address.take(&network)?;
        if known { Ok(()) } else { self.0.sign_in_as_email.take(email) }
    }

    /// May somebody knock with what is no e-mail address at all?
    ///
    /// # Errors
    /// How long to wait.
    pub(crate) fn knock(&self, address: IpAddr) -> Result<(), Wait> {
        self.0.sign_in_from_address.take(&network(address))
    }

    /// May somebody ask for a new password?
    ///
    /// # Errors
    /// How long to wait.
    pub(crate) fn recovery(&self, address: IpAddr, email: &EmailAddress) -> Result<(), Wait> {
        self.0.recovery_from_address.take(&network(address))?;
        self.0.recovery.take(email)
    }

    /// May somebody try a code at the door? `known` as in [`Self::sign_in`].
    ///
    /// # Errors
    /// How long to wait.
    pub(crate) fn code(&self, address: IpAddr, member: MemberId, known: bool) -> Result<(), Wait> {
        let network = network(address);
        self.0.code.take_at(&network, &member)?;
        self.0.proof_from_address.take(&network)?;
        if known { Ok(()) } else { self.0.code_of_member.take(&member) }
    }

    /// May a member who is signed in try to prove themselves? Nobody at the door uses these tries up.
    ///
    /// # Errors
    /// How long to wait.
    pub(crate) fn proof(&self, member: MemberId) -> Result<(), Wait> {
        self.0.proof.take(&member)
    }

    /// May a member ask for another address? Each time a letter goes to a stranger.
    ///
    /// # Errors
    /// How long to wait.
    pub(crate) fn email_change(&self, member: MemberId) -> Result<(), Wait> {
        self.0.email_change.take(&member)
    }

    /// May somebody try a link that works once? `token` is what the link holds.
    ///
    /// # Errors
    /// How long to wait.
    pub(crate) fn link(&self, address: IpAddr, token: &[u8]) -> Result<(), Wait> {
        self.0.proof_from_address.take(&network(address))?;
        self.0.link.take(token)
    }

    /// May a member invite one more?
    ///
    /// # Errors
    /// How long to wait.
    pub(crate) fn invitation(&self, member: MemberId) -> Result<(), Wait> {
        self.0.invitation.take(&member)
    }

    /// May a member bring one more file?
    ///
    /// # Errors
    /// How long to wait.
    pub(crate) fn upload(&self, member: MemberId) -> Result<(), Wait> {
        self.0.upload.take(&member)
    }

    /// May a right token of the API ask again?
    ///
    /// # Errors
    /// How long to wait.
    pub(crate) fn api(&self, token: &[u8]) -> Result<(), Wait> {
        self.0.api.take(token)
    }

    /// A token of the API was wrong: may another be tried from there?
    ///
    /// # Errors
    /// How long to wait.
    pub(crate) fn api_wrong_token(&self, address: IpAddr) -> Result<(), Wait> {
        self.0.api_wrong_token.take(&network(address))
    }
}

/// What counts as one place: an IPv4 address, or the /64 of an IPv6 address, which is one subscriber's at least
/// (RFC 6177 §2). An IPv4-mapped address (RFC 4291 §2.5.5.2) is the IPv4 address in it.
pub(crate) fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).into(),
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, Timestamp};

    use super::*;

    struct Room {
        clock: Clock,
        limits: Limits,
    }

    impl Room {
        fn new() -> Self {
            let clock = Clock::fixed("2026-11-24T03:00:00Z".parse::<Timestamp>().unwrap());
            Self { limits: Limits::new(clock.clone()), clock }
        }

        fn later(&self, seconds: i64) {
            self.clock.set(self.clock.now() + SignedDuration::from_secs(seconds));
        }

        fn sign_in(&self, address: &str, email: &str) -> Result<(), Wait> {
            self.limits.sign_in(at(address), &mail(email), false)
        }
    }

    fn at(address: &str) -> IpAddr {
        address.parse().unwrap()
    }

    fn mail(who: &str) -> EmailAddress {
        EmailAddress::parse(&format!("{who}@example.com")).unwrap()
    }

    /// How many get through of many tries at once.
    fn through(mut one: impl FnMut() -> Result<(), Wait>) -> usize {
        (0..1000).filter(|_| one().is_ok()).count()
    }

    #[test]
    fn three_may_be_tried_at_once_and_one_more_every_twenty_seconds() {
        let room = Room::new();
        assert_eq!(through(|| room.sign_in("192.0.2.1", "jieun")), 3);
        assert_eq!(room.sign_in("192.0.2.1", "jieun"), Err(Wait { seconds: 20 }));
        room.later(19);
        assert_eq!(room.sign_in("192.0.2.1", "jieun"), Err(Wait { seconds: 1 }));
        room.later(1);
        assert_eq!(through(|| room.sign_in("192.0.2.1", "jieun")), 1);
        room.later(3600);
        assert_eq!(through(|| room.sign_in("192.0.2.1", "jieun")), 3, "no more is saved up than at the start");
    }

    #[test]
    fn ten_thousand_guesses_from_one_place_are_few_and_leave_the_member_a_way_in() {
        let room = Room::new();
        let mut tried = 0;
        for _ in 0..10_000 {
            tried += usize::from(room.sign_in("192.0.2.1", "jieun").is_ok());
            room.clock.set(room.clock.now() + SignedDuration::from_millis(60)); // ten minutes in all
        }
        assert_eq!(tried, 3 + 10 * 3 - 1, "the last one fills up as the ten minutes end");
        assert_eq!(room.sign_in("198.51.100.7", "jieun"), Ok(()));
        assert_eq!(room.sign_in("192.0.2.1", "haneul"), Ok(()), "nor does it shut an office out");
    }

    #[test]
    fn guesses_from_everywhere_shut_out_strangers_and_not_the_member_at_a_place_they_are_known_at() {
        let room = Room::new();
        let guessed = (0..200).filter(|last| room.sign_in(&format!("192.0.2.{last}"), "jieun").is_ok()).count();
        assert_eq!(guessed, 30);
        assert_eq!(room.sign_in("198.51.100.7", "jieun"), Err(Wait { seconds: 2 }));
        assert_eq!(room.limits.sign_in(at("198.51.100.8"), &mail("jieun"), true), Ok(()));
    }

    #[test]
    fn many_names_from_one_place_are_thirty_at_once() {
        let room = Room::new();
        let mut number = 0;
        let tried = through(|| {
            number += 1;
            room.sign_in("192.0.2.1", &format!("member{number}"))
        });
        assert_eq!(tried, 30);
    }

    #[test]
    fn a_network_of_ipv6_is_one_place_and_ipv4_is_itself_however_written() {
        let room = Room::new();
        let mut last = 0;
        let tried = through(|| {
            last += 1;
            room.sign_in(&format!("2001:db8:1:2::{last:x}"), "jieun")
        });
        assert_eq!(tried, 3);
        assert_eq!(room.sign_in("2001:db8:1:3::1", "jieun"), Ok(()));
        assert_eq!(network(at("::ffff:192.0.2.1")), at("192.0.2.1"));
        assert_eq!(network(at("2001:db8:1:2:3:4:5:6")), at("2001:db8:1:2::"));
    }

    #[test]
    fn each_question_has_its_rate() {
        let (room, here, jieun) = (Room::new(), at("192.0.2.1"), MemberId(1));
        assert_eq!(through(|| room.limits.recovery(here, &mail("jieun"))), 3);
        assert_eq!(room.limits.recovery(at("192.0.2.2"), &mail("jieun")), Err(Wait { seconds: 1200 }));
        assert_eq!(through(|| room.limits.code(here, jieun, false)), 5);
        assert_eq!(through(|| room.limits.proof(jieun)), 5, "what is tried at the door leaves the member theirs");
        assert_eq!(through(|| room.limits.email_change(jieun)), 5);
        assert_eq!(through(|| room.limits.link(at("192.0.2.3"), b"token")), 5);
        assert_eq!(through(|| room.limits.invitation(jieun)), 50);
        assert_eq!(through(|| room.limits.upload(jieun)), 60);
        assert_eq!(through(|| room.limits.api(b"token")), 60);
        room.later(1);
        assert_eq!(through(|| room.limits.api(b"token")), 2);
        assert_eq!(through(|| room.limits.api_wrong_token(here)), 10);
    }

    #[test]
    fn codes_and_links_from_one_place_are_thirty_at_once() {
        let (room, here) = (Room::new(), at("192.0.2.1"));
        let mut number = 0;
        let tried = through(|| {
            number += 1;
            room.limits.code(here, MemberId(number), false)
        });
        assert_eq!(tried, 30);
        assert!(room.limits.link(here, b"token").is_err());
    }

    #[test]
    fn a_code_is_tried_twenty_times_an_hour_from_everywhere_and_freely_where_the_member_is_known() {
        let (room, jieun) = (Room::new(), MemberId(1));
        let mut number = 0;
        let tried = through(|| {
            number += 1;
            room.limits.code(at(&format!("203.0.113.{}", number % 250)), jieun, false)
        });
        assert_eq!(tried, 20);
        assert!(room.limits.code(at("198.51.100.7"), jieun, true).is_ok());
    }

    #[test]
    fn a_flood_of_names_from_one_place_crowds_out_nobody_elsewhere() {
        let room = Room::new();
        for number in 0..60_000 {
            let _ = room.sign_in("203.0.113.5", &format!("name-{number}"));
        }
        let shut_out =
            (0..200).filter(|number| room.sign_in(&format!("198.51.100.{number}"), "jieun").is_err()).count();
        assert_eq!(shut_out, 200 - 30, "the rate of one name from everywhere, and nothing else");
        assert!((0..200).all(|number| room.sign_in(&format!("192.0.2.{number}"), &format!("guest-{number}")).is_ok()));
        assert!(
            (0..20).all(|number| room.sign_in("198.51.100.250", &format!("colleague-{number}")).is_ok()),
            "an office"
        );
        room.later(3600);
        assert_eq!(through(|| room.sign_in("192.0.2.1", "ada")), 3, "forgotten as soon as somebody asks");
    }

    #[test]
    fn a_hundred_thousand_addresses_take_bounded_memory_and_are_forgotten_in_time() {
        let room = Room::new();
        for number in 0..100_000_u32 {
            let address = std::net::Ipv4Addr::from_bits(number).into();
            let _ = room.limits.sign_in(address, &mail("jieun"), false);
        }
        assert!(room.limits.0.sign_in.len() <= bucket::MOST_KEYS, "{}", room.limits.0.sign_in.len());
        room.later(3600);
        let forgets =
            |number: u32| room.limits.sign_in(std::net::Ipv4Addr::from_bits(number).into(), &mail("ada"), true);
        for number in 0..2 * bucket::SWEEP_EVERY {
            let _ = forgets(number);
        }
        assert!(room.limits.0.sign_in.len() < 10_000, "{}", room.limits.0.sign_in.len());
    }

    #[test]
    fn a_wait_says_so_in_a_form() {
        assert_eq!(Why::from(Wait { seconds: 20 }), Why::TooManyTries { seconds: 20 });
    }
}
