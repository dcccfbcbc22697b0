//! Which page or file of an import something names.

use std::collections::HashMap;

use super::path::{key, led, name, stem, without_notion_id};
use crate::markdown::title_key;

/// What is in an import, by all it may be called.
#[derive(Debug, Default)]
pub(super) struct Index {
    titles: Vec<String>,
    paths: HashMap<String, usize>,
    /// By title, alias or file name; none where two are called so.
    names: HashMap<String, Option<usize>>,
    files: HashMap<String, String>,
    file_names: HashMap<String, Option<String>>,
}

impl Index {
    /// A page is in it, of this title and with these other names.
    pub(super) fn add_page(&mut self, path: &str, title: &str, aliases: &[String]) {
        let page = self.titles.len();
        self.titles.push(title.to_owned());
        self.paths.insert(key(path), page);
        let mut names: Vec<String> = aliases.iter().map(|alias| title_key(alias)).collect();
        names.extend([title_key(title), title_key(stem(path)), title_key(without_notion_id(stem(path)).0)]);
        names.sort();
        names.dedup();
        for name in names {
            self.names.entry(name).and_modify(|one| *one = None).or_insert(Some(page));
        }
    }

    /// A file is in it that a page can show.
    pub(super) fn add_file(&mut self, path: &str) {
        self.files.insert(key(path), path.to_owned());
        let named = self.file_names.entry(key(name(path)));
        named.and_modify(|one| *one = None).or_insert_with(|| Some(path.to_owned()));
    }

    /// The title of the page that an address in a file of `folder` leads to.
    pub(super) fn page_at(&self, folder: &str, address: &str) -> Option<&str> {
        let path = key(&led(folder, address)?);
        self.paths.get(&path).map(|page| self.titles[*page].as_str())
    }

    /// The title of the page that is called so, as `[[name]]` or `[[folder/name]]`.
    pub(super) fn page_called(&self, called: &str) -> Option<&str> {
        let with_ending = [called.to_owned(), format!("{called}.md"), format!("{called}.markdown")];
        let by_path = with_ending.iter().find_map(|path| self.paths.get(&key(path)).copied());
        let by_name = || self.names.get(&title_key(called.strip_suffix(".md").unwrap_or(called))).copied().flatten();
        let page = by_path.or_else(by_name).or_else(|| self.names.get(&title_key(name(called))).copied().flatten())?;
        Some(&self.titles[page])
    }

    /// The file that an address in a file of `folder` leads to, from there or from the top, or by its bare name.
    pub(super) fn file(&self, folder: &str, address: &str) -> Option<&str> {
        let by_path = |folder| led(folder, address).and_then(|path| self.files.get(&key(&path)));
        let by_name = || self.file_names.get(&key(name(&led("", address)?)))?.as_ref();
        by_path(folder).or_else(|| by_path("")).or_else(by_name).map(String::as_str)
    }

    /// An upload of ours by its name.
    pub(super) fn upload(&self, name: &str) -> Option<&str> {
        self.files.get(&key(&format!("uploads/{name}"))).map(String::as_str)
    }
}
