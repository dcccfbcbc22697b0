//! Files from elsewhere as posts: what each would become, before anything is made.

use std::collections::HashSet;

use jiff::Timestamp;
use jiff::civil::Date;

use super::body::{properties, titled};
use super::change::{Change, Named, changed};
use super::front::{Front, split};
use super::homeless::{Homeless, Says, behind, homeless};
use super::index::Index;
use super::left::{Left, Stays};
use super::link::{LinkFound, Reader};
use super::path::{ending, key, name, stem, without_notion_id};
use super::read::Encoding;
use super::{archive, date, guess, read, vault};
use crate::language::Language;
use crate::markdown::references;
use crate::post::{Abstract, Audience, Body, BookTitle, Content, Details, Period, PostKind, Tags, Title, WriteUp};
use crate::problem::Why;
use crate::schedule::Zone;
use crate::series::SeriesTitle;
use crate::word::word;

/// The last place that a file may say it has in a story: what comes after it must have one too.
const MOST_PLACES: i64 = 1_000_000;

word! {
    /// Where files come from.
    Origin {
        /// An archive of ours.
        Archive = "archive",
        /// A vault of Obsidian.
        Obsidian = "obsidian",
        /// An export of Notion.
        Notion = "notion",
        /// Anywhere.
        Plain = "plain",
    }
}

/// A file of an import, by a name that [`super::safe`] has seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Who wrote something elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// What they are called after `@`, in an archive of ours.
    pub handle: Option<String>,
    /// Their name.
    pub name: String,
}

/// What is true of whoever brings it: what files leave open is decided by it.
#[derive(Debug, Clone)]
pub struct When<'a> {
    /// Now: nothing was written later.
    pub now: Timestamp,
    /// Where days are told.
    pub zone: &'a Zone,
    /// Of texts without a letter.
    pub language: Language,
}

/// All that an import holds.
#[derive(Debug)]
pub struct Import {
    /// Where it comes from.
    pub origin: Origin,
    /// What becomes a post, in the order in which they were written.
    pub posts: Vec<PostFile>,
    /// What stays behind.
    pub stays: Vec<Stays>,
}

/// A file that becomes a post.
#[derive(Debug)]
pub struct PostFile {
    /// Its name in the import.
    pub path: String,
    /// The title.
    pub title: String,
    /// What it says it is, or a guess.
    pub kind: PostKind,
    /// The language it says, or a guess.
    pub language: Language,
    /// The words it is found by; those beyond the limit are left out.
    pub tags: Vec<String>,
    /// For whom an archive of ours says it is.
    pub audience: Option<Audience>,
    /// When it was first written, if anybody said so.
    pub created: Option<Timestamp>,
    /// When it was last changed.
    pub changed: Option<Timestamp>,
    /// Who wrote it.
    pub people: Vec<Person>,
    /// How it was coded.
    pub encoding: Encoding,
    /// Links to other posts.
    pub links: Vec<LinkFound>,
    /// The files it shows.
    pub files: Vec<String>,
    /// The day by which somebody should look at it again.
    pub check_by: Option<Date>,
    /// Where a write-up stands, by its word.
    pub status: Option<String>,
    /// The story it is a part of, and its place there.
    pub series: Option<(String, i64)>,
    period: Option<Period>,
    book: Option<BookTitle>,
    summary: Option<Abstract>,
    likely: Period,
    body: String,
    changes: Vec<Change>,
    homeless: Vec<Homeless>,
}

impl Import {
    /// What `entries` would become. `stays` is what was left out before.
    pub fn of(entries: &[Entry], mut stays: Vec<Stays>, when: &When<'_>) -> Self {
        let origin = origin(entries, &stays);
        let mut pages = Vec::new();
        let mut index = Index::default();
        for entry in entries {
            match page(entry, origin, when) {
                Ok(Some((page, aliases))) => {
                    index.add_page(&page.path, &page.title, &aliases);
                    pages.push(page);
                }
                Ok(None) => index.add_file(&entry.path),
                Err(why) => stays.push(Stays::new(&entry.path, why)),
            }
        }
        let reader = Reader { index: &index, origin };
        for page in &mut pages {
            page.look_around(&reader);
        }
        stays.extend(unused(entries, &pages, origin));
        // What nobody dated is dated now.
        pages.sort_by(|a, b| (a.created.is_none(), a.created, &a.path).cmp(&(b.created.is_none(), b.created, &b.path)));
        stays.sort_by(|a, b| a.path.cmp(&b.path));
        stays.dedup_by(|a, b| a.path == b.path);
        Self { origin, posts: pages, stays }
    }
}

/// What the names say, before anything is read.
fn origin(entries: &[Entry], stays: &[Stays]) -> Origin {
    let readme = entries.iter().find(|entry| entry.path == "README.md");
    if readme.is_some_and(|readme| archive::is_readme(&readme.bytes)) {
        return Origin::Archive;
    }
    if stays.iter().any(|one| one.path.split('/').any(|part| part == ".obsidian")) {
        return Origin::Obsidian;
    }
    let by_notion = |entry: &Entry| is_page(&entry.path, Origin::Plain) && without_notion_id(stem(&entry.path)).1;
    if entries.iter().any(by_notion) { Origin::Notion } else { Origin::Plain }
}

/// Uploads of an archive of ours are none, whatever they are.
fn is_page(path: &str, origin: Origin) -> bool {
    let is_upload = origin == Origin::Archive && path.starts_with("uploads/");
    !is_upload && matches!(ending(path).as_str(), "md" | "markdown" | "txt")
}

/// A page and its other names; none for a file that pages may show.
fn page(entry: &Entry, origin: Origin, when: &When<'_>) -> Result<Option<(PostFile, Vec<String>)>, Left> {
    if !is_page(&entry.path, origin) {
        return match ending(&entry.path).as_str() {
            "csv" if origin == Origin::Notion => Err(Left::Database),
            "html" | "htm" | "canvas" | "base" if origin != Origin::Archive => Err(Left::Unknown),
            _ => Ok(None),
        };
    }
    if origin == Origin::Archive && name(&entry.path) == "README.md" && archive::is_readme(&entry.bytes) {
        return Err(Left::Explains);
    }
    let (text, encoding) = read::text(&entry.bytes)?;
    let (front, rest) = split(&text);
    let front = front.unwrap_or_default();
    let ours = front.dasi.is_some();
    let (title, body) =
        if ours { (title_of(&front.title.0, &entry.path), rest) } else { titled(&front.title.0, rest, &entry.path) };
    let (said, body) = if origin == Origin::Notion { properties(body) } else { (Vec::new(), body) };
    let body = Body::parse(body).map_err(|_| Left::TooBig)?.as_str().to_owned();
    let aliases = front.aliases.0.clone();
    let homeless = if ours { Vec::new() } else { homeless(&front.fields, &understood(&front, &title, when)) };
    let mut page = PostFile { encoding, homeless, ..PostFile::new(&entry.path, title, front, body, when) };
    let homeless = said.into_iter().filter(|(name, value)| !page.property(name, value, when));
    let lines: Vec<String> = homeless.map(|(name, value)| format!("{name}: {value}\n")).collect();
    if !lines.is_empty() {
        page.body = format!("{}\n{}", lines.concat(), page.body); // what has no place stays where it was read
    }
    Ok(Some((page, aliases)))
}

/// What of front matter can be made out.
fn understood(front: &Front, title: &str, when: &When<'_>) -> Vec<Says> {
    let instant = |typed: &str| date::instant(typed, when.zone).is_some();
    let day = |typed: &str| typed.trim().parse::<Date>().ok();
    let period = day(&front.period_start.0).zip(day(&front.period_end.0));
    let each = [
        (Says::Title, title == front.title.0.trim()),
        (Says::Kind, PostKind::parse(&front.kind.0).is_some()),
        (Says::Language, Language::parse(front.language.0.get(..2).unwrap_or_default()).is_some()),
        (Says::Tags, few(&front.tags.0).len() == front.tags.0.len()),
        (Says::Aliases, front.aliases.0.is_empty()),
        (Says::Authors, !front.authors.0.is_empty()),
        (Says::Created, instant(&front.created.0)),
        (Says::Changed, instant(&front.changed.0)),
        (Says::Period, period.is_some_and(|(start, end)| Period::new(start, end).is_ok())),
        (Says::Book, BookTitle::parse(&front.book.0).is_ok()),
        (Says::Summary, Abstract::parse(&front.summary.0).is_ok_and(|one| one.is_some())),
    ];
    each.into_iter().filter_map(|(says, is)| is.then_some(says)).collect()
}

/// Of our own format, where a body begins as it likes.
fn title_of(said: &str, path: &str) -> String {
    titled(said, "", path).0
}

/// Files that no page shows.
fn unused(entries: &[Entry], pages: &[PostFile], origin: Origin) -> Vec<Stays> {
    let used: HashSet<String> = pages.iter().flat_map(|page| &page.files).map(|path| key(path)).collect();
    let files = entries.iter().filter(|entry| !is_page(&entry.path, origin) && !used.contains(&key(&entry.path)));
    files.map(|entry| Stays::new(&entry.path, Left::Unused)).collect()
}

impl PostFile {
    fn new(path: &str, title: String, front: Front, body: String, when: &When<'_>) -> Self {
        let ours = front.dasi.is_some();
        let tags = few(&front.tags.0);
        let instant = |typed: &str| date::instant(typed, when.zone).map(|at| at.min(when.now));
        let named =
            || date::of_name(stem(path)).and_then(|day| when.zone.instant(day.into())).map(|at| at.min(when.now));
        let created = instant(&front.created.0).or_else(named);
        let day = |typed: &str| typed.trim().parse::<Date>().ok();
        let period = day(&front.period_start.0).zip(day(&front.period_end.0));
        Self {
            kind: PostKind::parse(&front.kind.0).unwrap_or_else(|| guess::kind(path, &title, &tags)),
            language: Language::parse(front.language.0.get(..2).unwrap_or_default())
                .unwrap_or_else(|| guess::language(&format!("{title}\n{body}"), when.language)),
            audience: Audience::parse(&front.audience.0).filter(|_| ours),
            created,
            changed: instant(&front.changed.0).or(created).map(|at| created.map_or(at, |first| at.max(first))),
            people: front.authors.0,
            encoding: Encoding::Unicode,
            links: Vec::new(),
            files: Vec::new(),
            check_by: day(&front.check_by.0).filter(|_| ours),
            status: Some(front.status.0).filter(|word| ours && !word.is_empty()),
            series: SeriesTitle::parse(&front.series.0)
                .ok()
                .filter(|_| ours)
                .map(|one| (one.as_str().to_owned(), front.part.unwrap_or(1).clamp(1, MOST_PLACES))),
            period: period.and_then(|(start, end)| Period::new(start, end).ok()),
            book: BookTitle::parse(&front.book.0).ok(),
            summary: Abstract::parse(&front.summary.0).ok().flatten(),
            likely: Period::likely(when.zone.local(created.unwrap_or(when.now)).date()),
            path: path.to_owned(),
            title,
            tags,
            body,
            changes: Vec::new(),
            homeless: Vec::new(),
        }
    }

    /// What Notion says of a page in a line of its own; whether it has a place with us.
    fn property(&mut self, name: &str, value: &str, when: &When<'_>) -> bool {
        let at = || date::instant(value, when.zone).map(|at| at.min(when.now));
        match name.to_lowercase().as_str() {
            "tags" | "tag" | "태그" => {
                self.tags.extend(value.split(',').map(|word| word.trim().to_owned()));
                self.tags = few(&self.tags);
            }
            "created" | "created time" | "date" | "생성일" | "생성 일시" | "날짜" if at().is_some() => {
                self.created = at();
            }
            "last edited time" | "updated" | "최종 편집 일시" if at().is_some() => self.changed = at(),
            "author" | "created by" | "작성자" | "생성자" => {
                self.people.push(Person { handle: None, name: value.trim().to_owned() });
            }
            _ => return false,
        }
        true
    }

    /// Finds where its links and pictures lead, once all pages are known.
    fn look_around(&mut self, reader: &Reader<'_>) {
        let found = reader.read(&self.path, &self.body);
        self.changes = match reader.origin {
            Origin::Obsidian => vault::changes(&self.body, &found),
            Origin::Archive | Origin::Notion | Origin::Plain => Vec::new(),
        };
        self.changes.extend(found.changes);
        (self.links, self.files) = (found.posts, found.files);
        if reader.origin == Origin::Archive {
            let named = references(&self.body).uploads;
            let more = named.iter().filter_map(|name| reader.index.upload(name)).map(str::to_owned);
            let more: Vec<String> = more.filter(|path| !self.files.contains(path)).collect();
            self.files.extend(more);
        }
    }

    /// The post as a `kind`, its files being called as `named` says; a file that is not named there stays as typed.
    ///
    /// # Errors
    /// What the body or the tags cannot hold.
    pub fn take(&self, kind: PostKind, named: &Named) -> Result<Content, Why> {
        let title = Title::parse(&self.title)?;
        let details = match kind {
            PostKind::Retrospective => Details::Retrospective(self.period.unwrap_or(self.likely)),
            PostKind::BookNote => {
                let book = self.book.clone().map_or_else(|| BookTitle::parse(title.as_str()), Ok)?;
                Details::BookNote(book)
            }
            PostKind::WriteUp => Details::WriteUp(WriteUp { summary: self.summary.clone(), check_by: self.check_by }),
        };
        let body = behind(&self.homeless, kind, changed(&self.body, &self.changes, named));
        let body = Body::parse(&body)?;
        let tags = Tags::parse(&self.tags.join(","))?;
        Ok(Content { title, body, language: self.language, tags, details })
    }

    /// Its body as it came.
    pub fn body(&self) -> &str {
        &self.body
    }
}

/// As many tags as a post can have, each as the house writes it.
fn few(words: &[String]) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for word in words {
        // Spaces part tags in the house.
        let word =
            word.split([' ', '\t', '\n', '\r', ',']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
        let Ok(one) = Tags::parse(&word) else { continue };
        for tag in one.as_slice() {
            if !tags.contains(tag) && tags.len() < Tags::MOST {
                tags.push(tag.clone());
            }
        }
    }
    tags
}
