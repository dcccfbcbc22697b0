use super::*;

#[test]
fn a_task_is_ticked_and_nothing_else_changes() {
    let source = "---\na: \"- [ ] b\"\n---\n- [ ] **하나(1)**은\r\n  * [X] 둘\n\n```\n- [ ] 코드\n```\n\n1. [ ] 셋\n\n[^1]: - [x] 넷\n\n글[^1]";
    for (number, before, after) in [
        (1, "- [ ] **하나", "- [x] **하나"),
        (2, "* [X] 둘", "* [ ] 둘"),
        (3, "1. [ ] 셋", "1. [x] 셋"),
        (4, "- [x] 넷", "- [ ] 넷"),
    ] {
        let toggled = toggle_task(source, number).unwrap();
        assert_eq!(toggled, source.replacen(before, after, 1), "{number}");
        assert_eq!(html(source).matches("<input").count(), 4);
    }
    assert_eq!(toggle_task(source, 0), None);
    assert_eq!(toggle_task(source, 5), None);
    assert_eq!(toggle_task("", 1), None);
}

#[test]
fn ticking_twice_changes_nothing() {
    for source in
        ["- [ ] 가**(나)**다\n- [ ] 라**(마)**바 [x]", "> - [x] a\n> - [ ] b", ":::internal\n- [ ] a\n- [ ] b\n:::\n"]
    {
        let once = toggle_task(source, 2).unwrap_or_else(|| toggle_task(source, 1).unwrap());
        let number = if toggle_task(source, 2).is_some() { 2 } else { 1 };
        assert_ne!(once, source);
        assert_eq!(toggle_task(&once, number).unwrap(), source);
    }
}
