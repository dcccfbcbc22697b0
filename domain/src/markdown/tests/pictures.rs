use super::*;

#[test]
fn a_picture_of_ours_has_its_room_and_comes_in_the_widths_below_its_own() {
    let name = "/uploads/aaaqeayeaudaocaj-1200x900.webp";
    assert_eq!(
        html(&format!("![글]({name})")),
        format!(
            "<p><img src=\"{name}\" alt=\"글\" loading=\"lazy\" decoding=\"async\" width=\"1200\" height=\"900\" \
             srcset=\"{name}?w=480 480w, {name}?w=960 960w, {name} 1200w\" sizes=\"(min-width: 42em) 42em, 100vw\"></p>\n"
        )
    );
    let small = html("![글](/uploads/aaaqeayeaudaocaj-480x9.png)");
    assert!(small.contains(" width=\"480\" height=\"9\">"), "{small}");
    for address in ["/uploads/aaaqeayeaudaocaj.png", "/uploads/x-9x9.png", "/cat-900x900.png"] {
        assert!(html(&format!("![글]({address})")).contains("decoding=\"async\">"), "{address}");
    }
}
