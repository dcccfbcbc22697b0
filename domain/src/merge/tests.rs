use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

fn joined(base: &str, mine: &str, theirs: &str) -> Option<String> {
    passage::chosen(&passages(base, mine, theirs), |_| None)
}

fn form(title: &str, body: &str) -> PostForm {
    PostForm {
        title: title.into(),
        body: body.into(),
        tags: "회고, 휴식".into(),
        base: "1".into(),
        ..PostForm::default()
    }
}

#[test]
fn two_sentences_of_one_paragraph_are_joined() {
    let base = "아침에 비가 왔다. 우산을 썼다. 저녁에는 갰다.\n";
    let mine = "새벽에 비가 왔다. 우산을 썼다. 저녁에는 갰다.\n";
    let theirs = "아침에 비가 왔다. 우산을 썼다. 밤에는 눈이 왔다.\n";
    assert_eq!(joined(base, mine, theirs).unwrap(), "새벽에 비가 왔다. 우산을 썼다. 밤에는 눈이 왔다.\n");
}

#[test]
fn two_words_of_one_sentence_are_joined_when_a_word_stands_between() {
    let base = "우리는 지난 여름에 함께 책을 읽었다.";
    let mine = "우리는 지난 겨울에 함께 책을 읽었다.";
    let theirs = "우리는 지난 여름에 함께 책을 썼다.";
    assert_eq!(joined(base, mine, theirs).unwrap(), "우리는 지난 겨울에 함께 책을 썼다.");
    assert_eq!(
        joined(base, "우리는 지난 겨울에 함께 책을 읽었다.", "우리는 지난 여름에 다시 책을 읽었다."),
        None,
        "side by side"
    );
}

#[test]
fn one_word_changed_by_both_is_a_conflict_of_its_sentence_alone() {
    let found = passages("회고를 쓴다. 책을 읽는다.\n", "회고는 쓴다. 책을 읽는다.\n", "회고만 쓴다. 책을 읽었다.\n");
    let [Passage::Conflict { base, mine, theirs }, Passage::Agreed(rest)] = &found[..] else { panic!("{found:?}") };
    assert_eq!([base.as_str(), mine, theirs], ["회고를 쓴다. ", "회고는 쓴다. ", "회고만 쓴다. "]);
    assert_eq!(rest, "책을 읽었다.\n");
}

#[test]
fn what_one_took_out_and_the_other_changed_is_a_conflict() {
    let found = passages("하나\n\n둘은 길다\n\n셋", "하나\n\n셋", "하나\n\n둘은 짧다\n\n셋");
    assert!(
        found.iter().any(|one| matches!(one, Passage::Conflict { theirs, .. } if theirs.contains("짧다"))),
        "{found:?}"
    );
}

#[test]
fn both_may_go_on_at_the_same_end() {
    let found = passages("하나", "하나\n둘", "하나\n셋");
    assert_eq!(passage::chosen(&found, |_| Some(Choice::Both)).unwrap(), "하나\n둘\n셋");
    assert_eq!(passage::chosen(&found, |_| Some(Choice::Mine)).unwrap(), "하나\n둘");
    assert_eq!(passage::chosen(&found, |name| (name == "body-1").then_some(Choice::Theirs)).unwrap(), "하나\n셋");
}

#[test]
fn two_items_of_a_list_are_joined() {
    let found =
        joined("- 커피를 산다\n- 빵을 산다\n", "- 커피를 마신다\n- 빵을 산다\n", "- 커피를 산다\n- 빵을 굽는다\n");
    assert_eq!(found.unwrap(), "- 커피를 마신다\n- 빵을 굽는다\n");
}

#[test]
fn a_field_changed_by_one_takes_that_side_and_by_both_is_named() {
    let base = form("회고", "글");
    let joined = merge(&base, &PostForm { audience: "only_me".into(), ..base.clone() }, &form("상반기 회고", "글"));
    let clean = joined.clean().unwrap();
    assert_eq!((clean.title.as_str(), clean.audience.as_str()), ("상반기 회고", "only_me"));
    let joined = merge(&base, &form("나의 회고", "글"), &form("상반기 회고", "글"));
    assert_eq!((joined.clean(), joined.fields[0].name, joined.conflicts()), (None, "title", 1));
    assert_eq!(joined.chosen(|_| Some(Choice::Theirs)).unwrap().title, "상반기 회고");
    assert_eq!(joined.chosen(|_| Some(Choice::Both)), None, "a title is one");
    assert_eq!(merge(&base, &form("같은 회고", "글"), &form("같은 회고", "글")).clean().unwrap().title, "같은 회고");
}

#[test]
fn tags_are_a_set() {
    assert_eq!(tags("회고, 휴식", "회고, 책", "회고, 휴식, 팀"), "회고, 책, 팀");
}

#[test]
fn a_mark_that_was_left_is_found() {
    let labels = MarkLabels { mine: "내 글", theirs: "지은님의 글", end: "여기까지" };
    let marked =
        merge(&form("회고", "앞. 가. 뒤."), &form("회고", "앞. 나. 뒤."), &form("회고", "앞. 다. 뒤.")).marked(&labels);
    assert_eq!(marked.body, "앞. \n⟪⟪⟪ 내 글\n나. \n⟪·⟫ 지은님의 글\n다. \n⟫⟫⟫ 여기까지\n뒤.");
    assert_eq!(marks(&marked.body), [2, 4, 6]);
    assert!(marks("> 인용\n===\n<<<<<<< HEAD\n《책》").is_empty());
}

#[test]
fn tens_of_thousands_of_changed_words_are_joined_in_bounded_time() {
    let words = |step: u32| {
        (0..20_000u32)
            .map(|n| if n % step == 0 { format!("{n:x}를 ") } else { format!("{n:x}가 ") })
            .collect::<String>()
    };
    let lines = |step: u32| words(step).replace(' ', "\n");
    let turns =
        |a: &str, b: &str| (0..20_000u32).map(|n| if n.wrapping_mul(n) % 7 < 3 { a } else { b }).collect::<String>();
    for (base, mine, theirs) in [
        (words(20_001), words(3), words(5)),
        (lines(20_001), lines(3), lines(5)),
        (turns("가\n", "나\n"), turns("나\n", "가\n"), turns("다\n", "가\n")),
        (turns("가. ", "나 "), turns("나 ", "가. "), turns("다 ", "가. ")),
    ] {
        assert!(!passages(&base, &mine, &theirs).is_empty());
    }
}

/// A document in which every letter is another one, so that each can be followed.
#[derive(Debug, Clone)]
struct Tracked(Vec<char>);

/// Takes out some characters, or puts some in.
#[derive(Debug, Clone)]
struct Deed {
    at: usize,
    gone: usize,
    come: Vec<Option<char>>,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let space = prop_oneof![3 => Just(None), 1 => prop_oneof![Just(' '), Just('\n'), Just('.')].prop_map(Some)];
    let deed = (any::<usize>(), 0..6usize, vec(space, 0..6)).prop_map(|(at, gone, come)| Deed { at, gone, come });
    vec(deed, 0..12)
}

impl Tracked {
    /// Does what was done, with letters nobody else has; gives which letters went.
    fn edited(&self, deeds: &[Deed], letter: &mut impl Iterator<Item = char>) -> (Self, BTreeSet<char>) {
        let (mut text, mut gone) = (self.0.clone(), BTreeSet::new());
        for deed in deeds {
            let at = deed.at % (text.len() + 1);
            let to = (at + deed.gone).min(text.len());
            let come: Vec<char> = deed.come.iter().map(|one| one.unwrap_or_else(|| letter.next().unwrap())).collect();
            gone.extend(text.splice(at..to, come));
        }
        (Self(text), gone)
    }

    fn text(&self) -> String {
        self.0.iter().collect()
    }
}

/// Every letter of the result, those of both sides of a conflict among them.
fn kept(passages: &[Passage]) -> String {
    let words = passages.iter().map(|passage| match passage {
        Passage::Agreed(text) => text.clone(),
        Passage::Conflict { mine, theirs, .. } => format!("{mine}{theirs}"),
    });
    words.collect()
}

fn document() -> impl Strategy<Value = Tracked> {
    vec(prop_oneof![6 => Just(None), 1 => Just(Some(' ')), 1 => Just(Some('.')), 1 => Just(Some('\n'))], 0..120)
        .prop_map(|shape| {
            let mut letters = '가'..='힣';
            Tracked(shape.into_iter().map(|one| one.unwrap_or_else(|| letters.next().unwrap())).collect())
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn no_character_is_lost_that_both_did_not_remove(base in document(), my_deeds in deeds(), their_deeds in deeds()) {
        let mut letters = '\u{4E00}'..='\u{9FFF}';
        let (mine, i_removed) = base.edited(&my_deeds, &mut letters);
        let (theirs, they_removed) = base.edited(&their_deeds, &mut letters);
        let found = passages(&base.text(), &mine.text(), &theirs.text());
        let kept: BTreeSet<char> = kept(&found).chars().collect();
        let followed = |one: &&char| one.is_alphanumeric();
        for one in base.0.iter().filter(followed) {
            if !i_removed.contains(one) && !they_removed.contains(one) {
                prop_assert!(kept.contains(one), "{one} of the base is lost: {found:?}");
            }
        }
        for one in mine.0.iter().chain(&theirs.0).filter(followed) {
            if !base.0.contains(one) {
                prop_assert!(kept.contains(one), "{one} was put in and is lost: {found:?}");
            }
        }
    }

    /// Of letters that cannot be told apart, as many are there as either has put in or neither has taken out.
    #[test]
    fn none_of_many_alike_is_lost(base in few(), mine in few(), theirs in few()) {
        let count = |text: &str| text.chars().fold(BTreeMap::new(), |mut all, one| { *all.entry(one).or_insert(0i64) += 1; all });
        let found = passages(&base, &mine, &theirs);
        let (was, mine, theirs, kept) = (count(&base), count(&mine), count(&theirs), count(&kept(&found)));
        for (one, had) in mine.iter().filter(|(one, _)| **one != '\n') {
            let of = |all: &BTreeMap<char, i64>| all.get(one).copied().unwrap_or(0);
            let least = (had + of(&theirs) - of(&was)).min(*had);
            prop_assert!(of(&kept) >= least, "{one}: {found:?}");
        }
    }

    #[test]
    fn one_writer_alone_is_right_to_the_byte(base in few(), one in few()) {
        prop_assert_eq!(joined(&base, &one, &base), Some(one.clone()));
        prop_assert_eq!(joined(&base, &base, &one), Some(one.clone()));
        prop_assert_eq!(joined(&base, &one, &one), Some(one));
    }

    #[test]
    fn it_does_not_matter_who_saved_first(base in few(), mine in few(), theirs in few()) {
        let turned = passages(&base, &theirs, &mine).into_iter().map(|one| match one {
            Passage::Conflict { base, mine, theirs } => Passage::Conflict { base, mine: theirs, theirs: mine },
            agreed @ Passage::Agreed(_) => agreed,
        });
        prop_assert_eq!(passages(&base, &mine, &theirs), turned.collect::<Vec<_>>());
    }

    #[test]
    fn hostile_text_does_no_harm(base in any::<String>(), mine in any::<String>(), theirs in any::<String>()) {
        let found = passages(&base, &mine, &theirs);
        prop_assert!(passage::chosen(&found, |_| Some(Choice::Both)).is_some());
        let marked = mark::marked(&found, &MarkLabels { mine: "", theirs: "", end: "" });
        prop_assert_eq!(marks(&marked).is_empty(), marks(&kept(&found)).is_empty() && joined(&base, &mine, &theirs).is_some());
    }
}

fn few() -> impl Strategy<Value = String> {
    vec(
        prop_oneof![4 => "[가나다라]{1,2}", 2 => Just(" ".into()), 1 => Just(". ".into()), 1 => Just("\n".into())],
        0..24,
    )
    .prop_map(|pieces: Vec<String>| pieces.concat())
}
