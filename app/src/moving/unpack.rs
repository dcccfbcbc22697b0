//! A zip from anywhere. Nothing it says of itself is believed: sizes are counted while they are read, names are never
//! opened, and what is wrong with one file leaves the others alone.

use std::collections::HashSet;
use std::io::{Cursor, Read, Write};

use domain::moving::{Entry, Left, Stays, is_nested_zip, name, safe};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The most bytes of what is sent.
pub(crate) const MOST_PACKED: usize = 50 << 20;
/// The most files.
const MOST_FILES: usize = 2_000;
/// The most bytes of all of them.
const MOST_BYTES: usize = 200 << 20;
/// The most bytes of one: an upload's limit.
const MOST_OF_ONE: usize = 10 << 20;
/// A text packs to a tenth, and hardly to less than a hundredth: what does was made to burst.
const MOST_RATIO: usize = 100;
/// So much may come of anything.
const HARMLESS: usize = 16 << 20;
/// The most entries that are even listed: each costs memory before it is looked at.
const MOST_LISTED: usize = 10_000;

/// Why nothing of a file can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It is none, or not whole.
    NotAZip,
    /// It holds more files than are taken.
    TooMany,
    /// It becomes far larger than it is.
    Bomb,
}

/// What is in a zip.
#[derive(Debug, Default)]
pub(crate) struct Unpacked {
    pub(crate) entries: Vec<Entry>,
    pub(crate) stays: Vec<Stays>,
}

/// What may still come.
struct Budget {
    bytes: usize,
    seen: HashSet<String>,
}

/// Several files as one zip, or the one zip that they are.
///
/// # Errors
/// When a name cannot stand in a zip.
pub(crate) fn bundled(mut files: Vec<(String, Vec<u8>)>) -> ZipResult<Vec<u8>> {
    if let [(name, _)] = files.as_slice()
        && is_nested_zip(name)
    {
        return Ok(files.remove(0).1);
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut names = HashSet::new();
    for (at, (name, bytes)) in files.into_iter().enumerate() {
        let name = if names.insert(name.clone()) { name } else { format!("{}/{name}", at + 1) };
        zip.start_file(name, options)?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Everything in a zip that can be read, and why the rest cannot. Up to 250 MB and some seconds: call it on a blocking
/// thread, one at a time.
pub(crate) fn unpacked(packed: &[u8]) -> Result<Unpacked, Refusal> {
    let most = MOST_BYTES.min(packed.len().saturating_mul(MOST_RATIO) + HARMLESS);
    let mut budget = Budget { bytes: most, seen: HashSet::new() };
    let mut found = Unpacked::default();
    let nested = read(packed, &mut budget, &mut found)?;
    // Notion puts its zips into a zip. That, and nothing deeper.
    let only_zips = found.entries.is_empty();
    for Entry { path, bytes } in nested {
        if !only_zips {
            found.stays.push(Stays::new(path, Left::Nested));
            continue;
        }
        match read(&bytes, &mut budget, &mut found) {
            Ok(deeper) => found.stays.extend(deeper.into_iter().map(|one| Stays::new(one.path, Left::Nested))),
            Err(Refusal::NotAZip) => found.stays.push(Stays::new(path, Left::Broken)),
            Err(refusal) => return Err(refusal),
        }
    }
    Ok(found)
}

/// Reads one zip; the zips in it come back unread.
fn read(packed: &[u8], budget: &mut Budget, found: &mut Unpacked) -> Result<Vec<Entry>, Refusal> {
    if packed.windows(4).filter(|bytes| *bytes == b"PK\x01\x02").count() > MOST_LISTED {
        return Err(Refusal::TooMany);
    }
    let mut zip = ZipArchive::new(Cursor::new(packed)).map_err(|_| Refusal::NotAZip)?;
    let mut nested = Vec::new();
    for at in 0..zip.len() {
        let (path, taken) = one(&mut zip, at, budget);
        match taken {
            Ok(None) => {}
            Ok(Some(bytes)) if is_nested_zip(&path) => nested.push(Entry { path, bytes }),
            Ok(Some(bytes)) => found.entries.push(Entry { path, bytes }),
            Err(Left::TooMany) if budget.seen.len() > MOST_FILES => return Err(Refusal::TooMany),
            Err(Left::TooMany) => return Err(Refusal::Bomb),
            Err(why) => found.stays.push(Stays::new(path, why)),
        }
    }
    Ok(nested)
}

/// One entry's name and bytes; none for a folder.
fn one(zip: &mut ZipArchive<Cursor<&[u8]>>, at: usize, budget: &mut Budget) -> (String, Result<Option<Vec<u8>>, Left>) {
    let Ok(raw) = zip.by_index_raw(at) else { return (String::new(), Err(Left::Broken)) };
    let Some(shown) = name(raw.name_raw()) else {
        return (String::from_utf8_lossy(raw.name_raw()).into_owned(), Err(Left::Outside));
    };
    let (is_dir, is_link, is_locked) = (raw.is_dir(), raw.is_symlink(), raw.encrypted());
    drop(raw);
    if is_dir {
        return (shown, Ok(None));
    }
    let path = match safe(&shown) {
        _ if is_link => return (shown, Err(Left::Link)),
        Err(why) => return (shown, Err(why)),
        Ok(path) => path,
    };
    if is_locked {
        return (path, Err(Left::Encrypted));
    }
    if !budget.seen.insert(path.to_lowercase()) {
        return (path, Err(Left::Double));
    }
    if budget.seen.len() > MOST_FILES {
        return (path, Err(Left::TooMany));
    }
    let most = if is_nested_zip(&path) { MOST_PACKED } else { MOST_OF_ONE };
    let bytes = match zip.by_index(at) {
        Ok(file) => inflated(file, most, budget),
        Err(_) => Err(Left::Broken),
    };
    (path, bytes.map(Some))
}

/// Reads until the end, or until it is too much.
fn inflated(file: impl Read, most: usize, budget: &mut Budget) -> Result<Vec<u8>, Left> {
    let limit = most.min(budget.bytes);
    let mut bytes = Vec::new();
    let read = file.take(limit as u64 + 1).read_to_end(&mut bytes);
    budget.bytes = budget.bytes.saturating_sub(bytes.len());
    match read {
        Err(_) => Err(Left::Broken),
        Ok(_) if bytes.len() <= limit => Ok(bytes),
        Ok(_) if budget.bytes == 0 => Err(Left::TooMany),
        Ok(_) => Err(Left::TooBig),
    }
}

#[cfg(test)]
mod tests;
