use proptest::prelude::*;

use super::*;

#[test]
fn a_name_says_how_large_a_picture_is_and_reads_back() {
    let name = UploadName::new([7; 10], Some((1600, 1200)), "jpg");
    assert_eq!(&name.as_str()[LETTERS..], "-1600x1200.jpg");
    assert_eq!(UploadName::parse(name.as_str()), Some(name.clone()));
    assert_eq!((name.dimensions(), name.media_type()), (Some((1600, 1200)), "image/jpeg"));
    let file = UploadName::new([255; 10], None, "pdf");
    assert_eq!((file.as_str().len(), file.dimensions(), file.media_type()), (LETTERS + 4, None, "application/pdf"));
    assert_eq!(UploadName::parse(file.as_str()), Some(file));
}

#[test]
fn nothing_but_a_name_is_one() {
    let letters = "k3v9x0c8r2m5w7q1";
    for wrong in [
        "",
        ".",
        "..",
        "../secret",
        "k3v9x0c8r2m5w7q.jpg",
        "K3V9X0C8R2M5W7Q1.jpg",
        "k3v9x0c8r2m5w7q1",
        "k3v9x0c8r2m5w7q1.",
        "k3v9x0c8r2m5w7q1.tar.gz",
        "k3v9x0c8r2m5w7q1.JPG",
        "k3v9x0c8r2m5w7q1/.jpg",
        "k3v9x0c8r2m5w7q1-0x12.jpg",
        "k3v9x0c8r2m5w7q1-01x12.jpg",
        "k3v9x0c8r2m5w7q1-+1x12.jpg",
        "k3v9x0c8r2m5w7q1-12.jpg",
        "k3v9x0c8r2m5w7q1-12x100000.jpg",
        "k3v9x0c8r2m5w7q1-12x12-12x12.jpg",
        "k3v9x0c8r2m5w7q1.jpg\0",
        "k3v9x0c8r2m5w7q1.../../x",
        "k3v9x0c8r2m5w7q1.한글",
    ] {
        assert_eq!(UploadName::parse(wrong), None, "{wrong}");
    }
    assert!(UploadName::parse(&format!("{letters}-1x1.png")).is_some());
}

#[test]
fn what_a_text_mentions_is_found_in_markdown_and_in_json() {
    let text =
        r#"{"body":"![](/uploads/k3v9x0c8r2m5w7q1-8x8.png)\n보세요: /uploads/k3v9x0c8r2m5w7q2.pdf. /uploads/no"}"#;
    let found: Vec<_> = UploadName::all_in(text).map(String::from).collect();
    assert_eq!(found, ["k3v9x0c8r2m5w7q1-8x8.png", "k3v9x0c8r2m5w7q2.pdf"]);
}

#[test]
fn a_files_own_name_loses_its_path_and_what_is_not_seen() {
    for (sent, kept) in [
        ("회고.pdf", "회고.pdf"),
        ("../../etc/passwd", "passwd"),
        (r"C:\Users\me\a.txt", "a.txt"),
        ("a\u{202e}gpj.exe", "agpj.exe"),
        ("a\r\nb.txt", "ab.txt"),
        ("  .htaccess", "htaccess"),
        ("", "file"),
        ("..", "file"),
        ("\u{110b}\u{1161}.txt", "아.txt"),
    ] {
        assert_eq!(FileName::parse(sent).as_str(), kept, "{sent}");
    }
    let long = FileName::parse(&format!("{}.docx", "가".repeat(300)));
    assert_eq!((long.as_str().chars().count(), long.as_str().ends_with("가.docx")), (MOST_CHARACTERS, true));
}

#[test]
fn an_ending_is_kept_if_it_is_known_and_harmless() {
    for (name, ending) in [
        ("a.PDF", "pdf"),
        ("a.tar.gz", "gz"),
        ("a.svg", "svg"),
        ("a.html", "bin"),
        ("a.exe", "bin"),
        ("a.jpg", "bin"),
        ("a", "bin"),
        ("a.", "bin"),
    ] {
        assert_eq!(FileName::parse(name).ending(), ending, "{name}");
    }
    assert!(ENDINGS.iter().all(|ending| is_ending(ending)));
    assert!(ENDINGS.is_sorted());
}

#[test]
fn the_markdown_of_a_file_is_one_link_whatever_it_is_called() {
    let name = UploadName::new([1; 10], None, "txt");
    let markdown = name.markdown(&FileName::parse("a](http://evil.example)[b.txt"));
    assert_eq!(markdown, format!("[evil.example)\\[b.txt]({})", name.address()));
    assert_eq!(name.markdown(&FileName::parse("a]b")), format!("[a\\]b]({})", name.address()));
    let picture = UploadName::new([1; 10], Some((8, 8)), "png");
    assert_eq!(picture.markdown(&FileName::parse("x.png")), format!("![]({})", picture.address()));
}

proptest! {
    #[test]
    fn any_random_bits_make_a_name(random: [u8; 10], width in 1_u32..99_999, ending in "[a-z.]{0,9}") {
        let name = UploadName::new(random, Some((width, 1)), &ending);
        prop_assert_eq!(UploadName::parse(name.as_str()), Some(name));
    }

    #[test]
    fn a_files_name_read_again_is_the_same(sent in "\\PC{0,300}") {
        let name = FileName::parse(&sent);
        prop_assert_eq!(FileName::parse(name.as_str()), name);
    }
}
