use super::*;

#[test]
fn a_source_says_what_it_refers_to_once_and_in_order() {
    let found = references(
        "# [[첫  글]] @지은이 #회고\n\n[[둘째|두 번째 글]]과 ![[첫 글]], @Ada를, (#Rust) #회고 `@code #code [[code]]`\n\n\
         ```\n@fence #fence [[fence]]\n```\n\n| 표 |\n|---|\n| [[셋째\\|셋]] @ada-l |\n\n\\@escaped \\#escaped a@b.kr https://x.y/#z\n\n\
         [@link](/uploads/aaaqeayeaudaocaj.pdf) ![@alt](/uploads/aaaqeayeaudaocaj-9x9.png?w=480) [x](/uploads/../x)\n",
    );
    assert_eq!(found.titles, ["첫 글", "둘째", "셋째"]);
    assert_eq!(found.handles, ["지은이", "ada를", "ada-l"]);
    assert_eq!(found.tags, ["회고", "rust"]);
    assert_eq!(found.uploads, ["aaaqeayeaudaocaj.pdf", "aaaqeayeaudaocaj-9x9.png"]);
    assert_eq!(references(""), References::default());
}

#[test]
fn emphasis_and_notes_hide_no_reference() {
    let found = references("**@지은**에게 ~~#태그~~[^1]\n\n[^1]: [[글]]\n\n:::internal\n@하늘\n:::\n");
    assert_eq!(
        (found.handles, found.tags, found.titles),
        (vec!["지은".into(), "하늘".into()], vec!["태그".into()], vec!["글".into()])
    );
}
