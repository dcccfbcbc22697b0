use proptest::prelude::*;

use super::*;

/// `[-went-]{+came+}`, as one reads it aloud.
fn told(old: &str, new: &str) -> String {
    let told = words(old, new).into_iter().map(|stretch| match stretch.change {
        Change::Same => stretch.text.to_owned(),
        Change::Removed => format!("[-{}-]", stretch.text),
        Change::Added => format!("{{+{}+}}", stretch.text),
    });
    told.collect()
}

fn both(hunks: &[Hunk<'_>]) -> (String, String) {
    let (mut old, mut new) = (String::new(), String::new());
    for hunk in hunks {
        let stretches = match hunk {
            Hunk::Same(text) => vec![Stretch { change: Change::Same, text }],
            Hunk::Changed(stretches) => stretches.clone(),
        };
        for stretch in stretches {
            if stretch.change != Change::Added {
                old += stretch.text;
            }
            if stretch.change != Change::Removed {
                new += stretch.text;
            }
        }
    }
    (old, new)
}

#[test]
fn a_changed_particle_is_a_small_change() {
    assert_eq!(told("지난 회고를 다시 읽었다.", "지난 회고는 다시 읽었다."), "지난 회고[-를-]{+는+} 다시 읽었다.");
    assert_eq!(told("회고를", "회고는"), "회고[-를-]{+는+}");
}

#[test]
fn an_ending_alone_is_no_likeness() {
    assert_eq!(told("저녁에는 갰다.", "저녁에는 눈이 왔다."), "저녁에는 [-갰다-]{+눈이 왔다+}.");
    assert_eq!(told("글을 잘 쓴다.", "글을 잘 왔다."), "글을 잘 [-쓴다-]{+왔다+}.");
    assert_eq!(told("책을 다 읽었다.", "책을 다 읽는다."), "책을 다 읽[-었-]{+는+}다.");
}

#[test]
fn a_word_put_in_is_all_that_is_shown() {
    assert_eq!(told("우리는 글을 쓴다.", "우리는 날마다 글을 쓴다."), "우리는 {+날마다 +}글을 쓴다.");
}

#[test]
fn words_that_changed_beside_each_other_are_one_change() {
    assert_eq!(
        told("나는 빨간 사과를 아침에 먹었다.", "나는 파란 배를 아침에 먹었다."),
        "나는 [-빨간 사과를-]{+파란 배를+} 아침에 먹었다."
    );
}

#[test]
fn a_sentence_written_anew_is_shown_whole() {
    let (old, new) = ("비가 왔다. 우산 없이 걸었다.", "비가 왔다. 모두 집에서 회의를 했다.");
    assert_eq!(told(old, new), "비가 왔다. [-우산 없이 걸었다.-]{+모두 집에서 회의를 했다.+}");
}

#[test]
fn a_letter_with_its_marks_is_never_cut() {
    assert_eq!(told("e\u{301}abc", "e\u{300}abc"), "[-e\u{301}-]{+e\u{300}+}abc");
}

#[test]
fn lines_that_stayed_are_lines() {
    let hunks = compare("하나\n둘\n셋\n", "하나\n둘째\n셋\n");
    assert_eq!(hunks.len(), 3);
    assert_eq!((&hunks[0], &hunks[2]), (&Hunk::Same("하나\n"), &Hunk::Same("셋\n")));
    assert_eq!(amount("하나\n둘\n셋\n", "하나\n둘째\n셋\n"), Amount { added: 1, removed: 0 });
    assert!(compare("", "").is_empty());
}

#[test]
fn tens_of_thousands_of_changed_words_are_compared_in_bounded_time() {
    // Every line, or every word, is another one; or two words take turns.
    let many =
        |from: u32, end: &str| (from..from + 30_000).flat_map(|n| [n.to_string(), end.to_owned()]).collect::<String>();
    let turns =
        |a: &str, b: &str| (0..30_000u32).map(|n| if n.wrapping_mul(n) % 7 < 3 { a } else { b }).collect::<String>();
    for (old, new) in [
        (many(0, " 줄\n"), many(1 << 20, " 줄\n")),
        (many(0, "가 "), many(15_000, "가 ")),
        (turns("가\n", "나\n"), turns("나\n", "가\n")),
        (turns("가 ", "나. "), turns("나. ", "가 ")),
    ] {
        assert_eq!(both(&compare(&old, &new)), (old, new));
    }
}

proptest! {
    #[test]
    fn both_texts_are_whole_in_every_comparison(old in text(), new in text()) {
        prop_assert_eq!(both(&compare(&old, &new)), (old, new));
    }

    #[test]
    fn hostile_text_is_whole_too(old in any::<String>(), new in any::<String>()) {
        prop_assert_eq!(both(&compare(&old, &new)), (old, new));
    }

    #[test]
    fn what_is_the_same_has_not_changed(text in text()) {
        prop_assert_eq!(amount(&text, &text), Amount::default());
    }
}

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        prop_oneof!["[가나다]{1,3}", Just(" ".into()), Just(". ".into()), Just("\n".into())],
        0..60,
    )
    .prop_map(|pieces: Vec<String>| pieces.concat())
}
