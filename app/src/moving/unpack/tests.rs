use std::io::Write;

use domain::moving::Left;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;

fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn names(found: &Unpacked) -> Vec<&str> {
    found.entries.iter().map(|entry| entry.path.as_str()).collect()
}

fn why(found: &Unpacked, path: &str) -> Left {
    found.stays.iter().find(|one| one.path == path).unwrap_or_else(|| panic!("{path}: {:?}", found.stays)).why
}

#[test]
fn names_that_lead_out_stay_behind_and_the_rest_comes() {
    let found = unpacked(&packed(&[
        ("../밖.md", b"x"),
        ("/etc/passwd", b"x"),
        ("C:\\windows.md", b"x"),
        ("a\\..\\..\\b.md", b"x"),
        (".obsidian/app.json", b"{}"),
        ("run.exe", b"MZ"),
        ("글/봄.md", "봄".as_bytes()),
        ("A.md", b"one"),
        ("a.md", b"two"),
    ]))
    .unwrap();
    assert_eq!(names(&found), ["글/봄.md", "A.md"]);
    for path in ["../밖.md", "/etc/passwd", "C:\\windows.md", "a\\..\\..\\b.md"] {
        assert_eq!(why(&found, path), Left::Outside);
    }
    assert_eq!(why(&found, ".obsidian/app.json"), Left::Hidden);
    assert_eq!(why(&found, "run.exe"), Left::Program);
    assert_eq!(why(&found, "a.md"), Left::Double);
}

#[test]
fn a_link_to_a_file_elsewhere_is_never_followed() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.add_symlink("link.md", "/etc/passwd", SimpleFileOptions::default()).unwrap();
    let found = unpacked(&zip.finish().unwrap().into_inner()).unwrap();
    assert!(found.entries.is_empty());
    assert_eq!(why(&found, "link.md"), Left::Link);
}

#[test]
fn a_zip_that_bursts_is_not_opened_to_its_end() {
    let zeros = vec![0; MOST_OF_ONE + 1];
    let one = unpacked(&packed(&[("big.png", &zeros), ("a.md", b"x")])).unwrap();
    assert_eq!((names(&one), why(&one, "big.png")), (vec!["a.md"], Left::TooBig));
    let half = vec![0; MOST_OF_ONE / 2];
    let many: Vec<(String, &[u8])> = (0..8).map(|at| (format!("{at}.png"), half.as_slice())).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    assert_eq!(unpacked(&packed(&many)).unwrap_err(), Refusal::Bomb);
}

#[test]
fn a_header_that_lies_about_its_size_gains_nothing() {
    let mut zip = packed(&[("a.md", &[b'x'; 5000])]);
    // The size as it is said, in both headers (APPNOTE 4.3.7, 4.3.12).
    for at in (0..zip.len() - 4).filter(|at| zip[*at..*at + 4] == 5000_u32.to_le_bytes()).collect::<Vec<_>>() {
        zip[at..at + 4].copy_from_slice(&5_u32.to_le_bytes());
    }
    let found = unpacked(&zip).unwrap();
    assert!(found.entries.iter().all(|entry| entry.bytes.len() <= 5000));
}

#[test]
fn more_files_than_are_taken_are_refused() {
    let names: Vec<String> = (0..=MOST_FILES).map(|at| format!("{at}.md")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
    assert_eq!(unpacked(&packed(&files)).unwrap_err(), Refusal::TooMany);
}

#[test]
fn notion_s_zip_in_a_zip_is_opened_and_nothing_deeper() {
    let inner = packed(&[("글.md", b"x"), ("deep.zip", b"PK")]);
    let found = unpacked(&packed(&[("Export-Part-1.zip", &inner)])).unwrap();
    assert_eq!((names(&found), why(&found, "deep.zip")), (vec!["글.md"], Left::Nested));
    let found = unpacked(&packed(&[("a.md", b"x"), ("other.zip", &inner)])).unwrap();
    assert_eq!((names(&found), why(&found, "other.zip")), (vec!["a.md"], Left::Nested));
}

#[test]
fn what_is_no_zip_or_half_of_one_is_refused() {
    let whole = packed(&[("a.md", b"hello hello hello")]);
    assert_eq!(unpacked(b"# not a zip").unwrap_err(), Refusal::NotAZip);
    assert_eq!(unpacked(&whole[..whole.len() / 2]).unwrap_err(), Refusal::NotAZip);
    assert_eq!(unpacked(b"").unwrap_err(), Refusal::NotAZip);
}

#[test]
fn a_name_in_cp949_is_read_as_it_was_meant() {
    let mut zip = packed(&[("12345678.md", b"x")]);
    let meant = [0xC8, 0xB8, 0xB0, 0xED, b'1', b'2', b'3', b'4']; // 회고1234
    for at in (0..zip.len() - 8).filter(|at| &zip[*at..*at + 8] == b"12345678").collect::<Vec<_>>() {
        zip[at..at + 8].copy_from_slice(&meant);
    }
    assert_eq!(names(&unpacked(&zip).unwrap()), ["회고1234.md"]);
}

#[test]
fn a_broken_zip_is_read_as_far_as_it_goes_and_never_panics() {
    let whole = packed(&[("a.md", b"hello hello hello"), ("b/c.png", &[7; 300]), ("글.md", "글".as_bytes())]);
    for at in 0..whole.len() {
        for change in [0x01, 0x80, 0xFF] {
            let mut broken = whole.clone();
            broken[at] ^= change;
            if let Ok(found) = unpacked(&broken) {
                assert!(found.entries.iter().all(|entry| entry.bytes.len() <= 300));
            }
        }
        let _ = unpacked(&whole[..at]);
    }
}

#[test]
fn a_locked_file_is_told_and_the_others_come() {
    let mut zip = packed(&[("locked.md", b"secret"), ("open.md", b"x")]);
    // Bit 0 of the flags (APPNOTE 4.4.4) of the first local header and of its line in the directory.
    let directory = zip.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap();
    zip[6] |= 1;
    zip[directory + 8] |= 1;
    let found = unpacked(&zip).unwrap();
    assert_eq!((names(&found), why(&found, "locked.md")), (vec!["open.md"], Left::Encrypted));
}

#[test]
fn several_files_become_one_zip_and_a_zip_stays_as_it_is() {
    let zip = packed(&[("a.md", b"x")]);
    assert_eq!(bundled(vec![("x.zip".into(), zip.clone())]).unwrap(), zip);
    let both = bundled(vec![("a.md".into(), b"1".to_vec()), ("a.md".into(), b"2".to_vec())]).unwrap();
    assert_eq!(names(&unpacked(&both).unwrap()), ["a.md", "2/a.md"]);
    assert_eq!(CompressionMethod::Deflated, CompressionMethod::default());
}
