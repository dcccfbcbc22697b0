//! Names in an archive. They are compared and never opened.

use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization;

use super::left::Left;

/// What runs, by the ending of its name.
const PROGRAMS: &[&str] = &[
    "app", "apk", "bat", "cmd", "com", "deb", "dll", "dmg", "exe", "jar", "js", "lnk", "msi", "ps1", "py", "rpm",
    "scr", "sh", "so", "vbs", "wasm",
];
/// What other programs leave beside one's own.
const SYSTEM: &[&str] = &["__macosx", "thumbs.db", "desktop.ini"];
/// The most bytes of a name: beyond it nobody named a file by hand.
const LONGEST: usize = 1024;

/// A name parted by `/`, without empty parts and without `.`.
///
/// # Errors
/// [`Left::Outside`] when it could be read as a place on a disk; [`Left::Hidden`] or [`Left::Program`] for what is no
/// writing.
pub fn safe(name: &str) -> Result<String, Left> {
    let name = name.replace('\\', "/");
    let drive = name.as_bytes().get(1) == Some(&b':');
    if name.starts_with('/') || drive || name.len() > LONGEST || name.contains(char::is_control) {
        return Err(Left::Outside);
    }
    let parts: Vec<&str> = name.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    if parts.is_empty() || parts.contains(&"..") {
        return Err(Left::Outside);
    }
    let system = |part: &&str| part.starts_with('.') || SYSTEM.contains(&part.to_lowercase().as_str());
    if parts.iter().any(system) {
        return Err(Left::Hidden);
    }
    let path: String = parts.join("/").nfc().collect();
    if PROGRAMS.contains(&ending(&path).as_str()) { Err(Left::Program) } else { Ok(path) }
}

/// Whether a name is that of a zip to look into: not one that posts offer as a download.
pub fn is_nested_zip(path: &str) -> bool {
    ending(path) == "zip" && !path.starts_with("uploads/")
}

/// What stands after the last dot, in lower case.
pub(super) fn ending(path: &str) -> String {
    let name = name(path);
    name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default()
}

/// The last part.
pub(super) fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The last part without its ending.
pub(super) fn stem(path: &str) -> &str {
    let name = name(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The folder, without a slash at the end; empty at the top.
pub(super) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A name as it is compared: composed, in lower case.
pub(super) fn key(path: &str) -> String {
    path.nfc().collect::<String>().to_lowercase()
}

/// Where an address in a file of `folder` leads inside the archive; none when it leads out of it or elsewhere.
pub(super) fn led(folder: &str, address: &str) -> Option<String> {
    let path = address.split(['#', '?']).next().unwrap_or_default();
    let path = percent_decode_str(path).decode_utf8().ok()?.replace('\\', "/");
    if path.is_empty() || path.contains("://") || path.starts_with("mailto:") {
        return None;
    }
    let from = if path.starts_with('/') { "" } else { folder };
    let mut parts: Vec<&str> = Vec::new();
    for part in from.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// A name without the 32 hexadecimal digits that Notion puts at its end, and whether there were any.
pub(super) fn without_notion_id(stem: &str) -> (&str, bool) {
    let Some((name, id)) = stem.rsplit_once(' ') else { return (stem, false) };
    let is_id = id.len() == 32 && id.bytes().all(|one| one.is_ascii_hexdigit());
    if is_id { (name, true) } else { (stem, false) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_could_be_a_place_on_a_disk_is_refused() {
        for name in
            ["../a.md", "a/../../b.md", "/etc/passwd", "C:\\a.md", "c:a.md", "..\\a.md", "", "/", "./", "a\0.md"]
        {
            assert_eq!(safe(name), Err(Left::Outside), "{name:?}");
        }
        for (name, path) in
            [("./a//b.md", "a/b.md"), ("a\\b.md", "a/b.md"), ("회고.md", "회고.md"), ("a..b.md", "a..b.md")]
        {
            assert_eq!(safe(name).as_deref(), Ok(path));
        }
    }

    #[test]
    fn what_other_programs_leave_and_what_runs_stays_behind() {
        for name in [".obsidian/app.json", "__MACOSX/a.md", "a/.DS_Store", "Thumbs.db"] {
            assert_eq!(safe(name), Err(Left::Hidden), "{name}");
        }
        for name in ["setup.EXE", "a/run.sh", "x.js"] {
            assert_eq!(safe(name), Err(Left::Program), "{name}");
        }
    }

    #[test]
    fn an_address_leads_inside_the_archive_or_nowhere() {
        assert_eq!(led("a/b", "../c%20d.png").as_deref(), Some("a/c d.png"));
        assert_eq!(led("", "x.md#h").as_deref(), Some("x.md"));
        for address in ["../x.png", "https://x.example/a.png", "#h", "%ff"] {
            assert_eq!(led("", address), None, "{address}");
        }
    }

    #[test]
    fn notion_s_number_is_no_part_of_a_name() {
        assert_eq!(without_notion_id("회고 0123456789abcdef0123456789ABCDEF"), ("회고", true));
        assert_eq!(without_notion_id("회고 0123456789abcdef"), ("회고 0123456789abcdef", false));
    }
}
