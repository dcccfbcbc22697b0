use proptest::prelude::*;

use super::*;

fn handle(typed: &str) -> Handle {
    Handle::parse(typed).unwrap_or_else(|why| panic!("{typed}: {why:?}"))
}

fn suggested(name: &str, nth: usize) -> String {
    Handle::suggest(&Name::parse(name).unwrap(), nth).0
}

#[test]
fn a_handle_is_taken_with_or_without_its_at() {
    for (typed, kept) in [
        ("@ada", "ada"),
        (" Ada_L ", "ada_l"),
        ("@지은", "지은"),
        ("ada-lovelace2", "ada-lovelace2"),
        ("지은kim", "지은kim"),
        ("さくら", "さくら"),
        ("田中hana", "田中hana"),
        ("हिन्दी", "हिन्दी"),
        ("ไทย่", "ไทย่"),
    ] {
        assert_eq!(handle(typed).as_str(), kept);
    }
}

#[test]
fn what_is_no_handle_is_refused_with_its_reason() {
    let long = "a".repeat(31);
    for (typed, why) in [
        ("", Why::Empty),
        (" @ ", Why::Empty),
        ("a", Why::TooShort { limit: 2 }),
        ("김", Why::TooShort { limit: 2 }),
        (&long, Why::TooLong { limit: 30, length: 31 }),
        ("2ada", Why::NotAHandle),
        ("-ada", Why::NotAHandle),
        ("_ada", Why::NotAHandle),
        ("@@ada", Why::NotAHandle),
        ("ada lovelace", Why::NotAHandle),
        ("ada.l", Why::NotAHandle),
        ("ada's", Why::NotAHandle),
        ("ada\u{200d}l", Why::NotAHandle),
        ("ada\u{202e}l", Why::NotAHandle),
        ("ad\0a", Why::NotAHandle),
        ("ada😀", Why::NotAHandle),
        ("p\u{308}aul", Why::NotAHandle),
        ("ᚠᚢᚦ", Why::NotAHandle),
    ] {
        assert_eq!(Handle::parse(typed), Err(why), "{typed:?}");
    }
}

#[test]
fn scripts_that_are_not_written_together_are_refused() {
    for typed in ["раul", "지은я", "adaπ", "adaไทย", "aда"] {
        assert_eq!(Handle::parse(typed), Err(Why::MixedScripts), "{typed}");
    }
    assert!(Handle::parse("даша").is_ok());
}

#[test]
fn however_it_is_typed_it_is_one_handle() {
    let nfd: String = "지은é".nfd().collect();
    for typed in ["지은é", &nfd, "@지은É", "＠지은É"] {
        assert_eq!(handle(typed).as_str(), "지은é");
    }
    assert_eq!(handle("ＡＤＡ＿２"), handle("ada_2"));
}

#[test]
fn handles_that_look_alike_have_one_skeleton() {
    for (one, other) in [("pau1", "paul"), ("раса", "paca"), ("b0b", "bob"), ("rnaria", "maria"), ("Pau1", "paul")]
    {
        assert_eq!(handle(one).skeleton(), handle(other).skeleton(), "{one} {other}");
    }
    assert_ne!(handle("paul").skeleton(), handle("paula").skeleton());
    assert_ne!(handle("지은").skeleton(), handle("지운").skeleton());
}

#[test]
fn what_means_everybody_or_nobody_is_nobodys() {
    for typed in
        ["all", "@Everyone", "ALL", "a11", "аll", "here", "모두", "팀", "다시", "관리자", "adm\u{131}n", "0wner"]
    {
        assert_eq!(Handle::parse(typed), Err(Why::ReservedHandle), "{typed}");
    }
    for typed in ["allan", "모두리", "teamwork", "ada-all"] {
        assert!(Handle::parse(typed).is_ok(), "{typed}");
    }
}

#[test]
fn a_handle_is_offered_from_a_name() {
    for (name, offer) in [
        ("김지은", "김지은"),
        ("김 지은", "김지은"),
        ("Ada King Lovelace", "ada-king-lovelace"),
        ("김지은 (Jieun)", "김지은-jieun"),
        ("José Núñez", "josé-núñez"),
        ("O'Brien", "obrien"),
        ("Jean-Luc", "jean-luc"),
        ("İlker", "ilker"),
        ("2 Fast", "fast"),
        ("田中", "member"),
        ("Даша", "member"),
        ("김", "member"),
        ("Admin", "member"),
        ("😀", "member"),
    ] {
        assert_eq!(suggested(name, 0), offer, "{name}");
    }
    assert_eq!(suggested("Ada", 1), "ada-2");
    assert_eq!(suggested("田中", 2), "member-3");
    assert_eq!(suggested(&"가".repeat(80), 9), format!("{}-10", "가".repeat(27)));
}

fn names() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{1,80}", "[a-z가-힣 0-9Éßİſﬁﾊ'_-]{1,80}", "[\\p{Hangul}\\p{Latin} ]{1,60}"]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1500) })]

    #[test]
    fn an_offer_is_always_a_handle(typed in names(), nth in prop_oneof![0..12usize, any::<usize>()]) {
        if let Ok(name) = Name::parse(&typed) {
            let offer = Handle::suggest(&name, nth);
            prop_assert_eq!(Handle::parse(offer.as_str()), Ok(offer));
        }
    }

    #[test]
    fn a_handle_parses_to_itself(typed in names()) {
        if let Ok(parsed) = Handle::parse(&typed) {
            prop_assert_eq!(Handle::parse(parsed.as_str()), Ok(parsed.clone()));
            prop_assert_eq!(Handle::parse(&format!("@{}", parsed.as_str())), Ok(parsed));
        }
    }

    #[test]
    fn composed_or_not_it_is_one_handle(typed in names()) {
        let parsed = Handle::parse(&typed);
        for form in [typed.nfc().collect::<String>(), typed.nfd().collect(), typed.nfkd().collect()] {
            prop_assert_eq!(&Handle::parse(&form), &parsed);
        }
    }
}
