use proptest::prelude::*;

use super::*;

const THEN: &str =
    "# 시작\n\n쉬는 데에도 **품(힘)**이 든다. 그래도 쉬어야 한다.\n\n# 다음\n\n배포는 금요일을 피한다.\n";

fn ground(source: &str) -> Ground {
    Ground::of(RevisionId(i64::try_from(source.len()).unwrap()), source)
}

fn passage(exact: &str, before: &str, after: &str) -> Anchor {
    Anchor::Passage(Passage::parse(exact, before, after).unwrap())
}

fn placed(anchor: &Anchor, now: &str) -> Placed {
    place(anchor, &ground(THEN), &ground(now))
}

fn words(words: &str) -> Placed {
    Placed::Here(Spot::Passage(words.into()))
}

#[test]
fn what_is_about_the_whole_post_always_is() {
    assert_eq!(placed(&Anchor::Post, ""), Placed::Here(Spot::Post));
}

#[test]
fn a_passage_is_found_as_it_was_across_marks_and_line_breaks() {
    let anchor = passage("데에도 품(힘)이 든다.", "쉬는", "그래도");
    assert_eq!(placed(&anchor, THEN), words("데에도 품(힘)이 든다."));
    let moved = "새 문단.\n\n쉬는 데에도\n품(힘)이 *든다.* 그래도\n";
    assert_eq!(placed(&anchor, moved), words("데에도 품(힘)이 든다."));
}

#[test]
fn of_two_like_passages_the_one_with_its_surroundings_is_meant() {
    let twice = "좋다 하고 말했다.\n\n정말 좋다 하고 썼다.\n";
    let first = passage("좋다", "", "하고 말했다");
    let then = ground(twice);
    assert_eq!(place(&first, &then, &then), words("좋다"));
    let without = ground("정말 좋다 하고 썼다.\n");
    assert_eq!(place(&first, &then, &without), words("좋다"), "some of what stood around it is there");
    let other = passage("좋다", "아주", "");
    let gone = place(&passage("좋다", "", "하고 말했다"), &then, &ground("아무 말도 없다.\n"));
    assert_eq!((gone, place(&other, &then, &ground("다 좋다.\n"))), (Placed::Earlier, words("좋다")));
}

#[test]
fn a_passage_reworded_is_followed_while_half_of_its_words_are_there() {
    let anchor = passage("배포는 금요일을 피한다.", "다음", "");
    let more = THEN.replace("배포는 금요일을 피한다.", "배포는 되도록 금요일을 피한다.");
    assert_eq!(placed(&anchor, &more), words("배포는 되도록 금요일을 피한다."));
    let half = THEN.replace("배포는 금요일을 피한다.", "배포는 언제나 피한다.");
    assert_eq!(placed(&anchor, &half), words("배포는 언제나 피한다."));
    let other = THEN.replace("배포는 금요일을 피한다.", "배포는 언제 해도 된다.");
    assert_eq!(placed(&anchor, &other), Placed::Earlier);
    assert_eq!(placed(&anchor, ""), Placed::Earlier);
}

#[test]
fn part_of_a_word_is_followed_when_the_word_around_it_changes() {
    let (then, now) = (ground("이 글을 읽고 저 글을 썼다.\n"), ground("이 글은 읽고 저 글을 썼다.\n"));
    let anchor = passage("글", "이", "을 읽고");
    assert_eq!(place(&anchor, &then, &now), words("글"));
}

#[test]
fn a_heading_is_found_by_its_id_then_by_its_words_then_by_likeness() {
    let anchor = Anchor::Heading("h-시작".into());
    let heading = |id: &str| Placed::Here(Spot::Heading(id.into()));
    assert_eq!(placed(&anchor, THEN), heading("h-시작"));
    assert_eq!(placed(&anchor, "# 시작하며\n\n# 다음\n"), heading("h-시작하며"));
    assert_eq!(placed(&anchor, "# 다음\n"), Placed::Earlier);
    let second = Anchor::Heading("h-a-2".into());
    let then = ground("# a\n\n# a\n");
    assert_eq!(place(&second, &then, &ground("# a\n")), heading("h-a"), "the one of those words that is left");
}

#[test]
fn a_line_is_followed_by_the_difference() {
    let then = ground("하나\n둘 셋 넷\n다섯\n");
    let line = |line| Anchor::Line { revision: then.revision, line };
    let here = |line| Placed::Here(Spot::Line(line));
    assert_eq!(place(&line(3), &then, &then), here(3));
    assert_eq!(place(&line(2), &then, &ground("영\n하나\n둘 셋 넷\n다섯\n")), here(3));
    assert_eq!(place(&line(2), &then, &ground("하나\n둘 셋 여섯\n다섯\n")), here(2));
    assert_eq!(place(&line(2), &then, &ground("하나\n아주 다른 말\n다섯\n")), Placed::Earlier);
    assert_eq!(place(&line(2), &then, &ground("하나\n다섯\n")), Placed::Earlier);
    assert_eq!(place(&line(9), &then, &ground("하나\n")), Placed::Earlier);
}

proptest! {
    /// A text of words that are each there once: whatever is put in, taken out or changed before and after a passage,
    /// the passage stays.
    #[test]
    fn any_edit_away_from_a_passage_keeps_it(
        lengths in (0..40usize, 1..12usize, 0..40usize),
        edits in prop::collection::vec((any::<bool>(), any::<prop::sample::Index>(), 0..3u8), 0..30),
    ) {
        let name = |part: &str, count| (0..count).map(|at| format!("{part}{at}째말")).collect::<Vec<String>>();
        let (mut before, exact, mut after) = (name("앞", lengths.0), name("속", lengths.1), name("뒤", lengths.2));
        let text = |before: &[String], after: &[String]| {
            format!("{}\n\n{} {}\n", before.join(" "), exact.join(" "), after.join(" "))
        };
        let then = ground(&text(&before, &after));
        let around = (before.join(" "), after.join(" "));
        for (number, (is_before, at, edit)) in edits.into_iter().enumerate() {
            let side = if is_before { &mut before } else { &mut after };
            let at = if side.is_empty() { 0 } else { at.index(side.len()) };
            match edit {
                0 => side.insert(at, format!("새말{number}")),
                1 if at < side.len() => drop(side.remove(at)),
                _ if at < side.len() => side[at] = format!("다른말{number}"),
                _ => {}
            }
        }
        let exact = exact.join(" ");
        let anchor = passage(&exact, &around.0, &around.1);
        prop_assert_eq!(place(&anchor, &then, &ground(&text(&before, &after))), words(&exact));
    }

    /// Whatever the texts, what is found stands in the text of now.
    #[test]
    fn what_is_found_is_there(then in "[가나 \n#*]{0,80}", now in "[가나 \n#*]{0,80}", exact in "[가나][가나 ]{0,9}") {
        let now = ground(&now);
        let found = place(&passage(&exact, "가", "나"), &ground(&then), &now);
        if let Placed::Here(Spot::Passage(words)) = found {
            prop_assert!(!now.plain.find_all(&squeezed(&words)).is_empty(), "{words}");
        }
    }
}
