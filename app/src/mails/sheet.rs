//! The sheet every letter is written on: one list of blocks, said as text and drawn as HTML, so that neither part
//! can say what the other does not.

use domain::language::Language;
use leptos::prelude::*;

use super::Letter;

/// What stands on a sheet, in order.
pub(super) enum Block {
    /// A sentence or more, in the reader's language.
    Words(String),
    /// The same, set back.
    Soft(String),
    /// What the letter is about, in the language it is written in.
    Title(String, Language),
    /// Words of a post, in the language it is written in.
    Quote(String, Language),
    /// The one thing to press, and where it leads.
    Button(&'static str, String),
}

/// A letter before it is written out.
pub(super) struct Sheet<'a> {
    pub(super) language: Language,
    pub(super) subject: String,
    /// A word or two on the ribbon.
    pub(super) ribbon: &'static str,
    pub(super) blocks: Vec<Block>,
    pub(super) team: &'a str,
    /// Why this letter came.
    pub(super) why: String,
    /// Ways to have no more of them.
    pub(super) links: Vec<(&'static str, String)>,
}

const BODY: &str = "margin:0;padding:24px 12px;background:#faf8f4;color:#2b2620;\
    font:16px/1.7 'Apple SD Gothic Neo','Noto Sans KR','Malgun Gothic',system-ui,sans-serif;word-break:keep-all;overflow-wrap:anywhere";
const CARD: &str = "max-width:600px;margin:0 auto;background:#ffffff;border:1px solid #e6e1d8;border-radius:8px;padding:28px 28px 24px";
const SOFT: &str = "color:#6f675c;font-size:14px;margin:0";
const RIBBON: &str = "display:inline-block;color:#a1471c;font-size:14px;font-weight:600;border-left:6px solid #c8622f;padding-left:10px;margin:0 0 14px";
const BUTTON: &str = "display:inline-block;background:#2b2620;color:#ffffff;text-decoration:none;font-weight:600;border-radius:8px;padding:10px 20px";
const DARK: &str = "@media (prefers-color-scheme:dark){body{background:#16181d!important;color:#e8e4dc!important}\
    .card{background:#1f2228!important;border-color:#383c44!important}.soft{color:#a8a294!important}\
    .button{background:#e8e4dc!important;color:#16181d!important}a{color:#aebcf0}.ribbon{color:#e9a27c!important}}";

impl Sheet<'_> {
    pub(super) fn letter(self) -> Letter {
        Letter { text: self.plain(), html: self.html(), subject: self.subject }
    }

    fn plain(&self) -> String {
        let mut text = String::new();
        for (at, block) in self.blocks.iter().enumerate() {
            let after_title = at > 0 && matches!(self.blocks[at - 1], Block::Title(..));
            let apart = if after_title { "\n" } else { "\n\n" };
            if at > 0 {
                text.push_str(apart);
            }
            match block {
                Block::Words(words) | Block::Soft(words) | Block::Title(words, _) | Block::Quote(words, _) => {
                    text.push_str(words);
                }
                Block::Button(label, url) => text.extend([label, "\n", url.as_str()]),
            }
        }
        text.extend(["\n\n-- \n", self.team, "\n", &self.why, "\n"]);
        for (label, url) in &self.links {
            text.extend([label, ": ", url.as_str(), "\n"]);
        }
        text
    }

    fn html(&self) -> String {
        let blocks: Vec<_> = self.blocks.iter().map(drawn).collect();
        let links: Vec<_> = self
            .links
            .iter()
            .enumerate()
            .map(|(at, (label, url))| view! { {(at > 0).then_some(" · ")}<a href=url.clone()>{*label}</a> })
            .collect();
        let links = (!links.is_empty()).then(|| view! { <p class="soft" style=SOFT>{links}</p> });
        let document = view! {
            <html lang=self.language.as_str()>
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <meta name="color-scheme" content="light dark" />
                    <title>{self.subject.clone()}</title>
                    <style>{DARK}</style>
                </head>
                <body style=BODY>
                    <div class="card" style=CARD>
                        <p class="ribbon" style=RIBBON>{self.ribbon}</p>
                        {blocks}
                    </div>
                    <div style="max-width:600px;margin:16px auto 0;padding:0 28px">
                        <p class="soft" style=SOFT>{self.team.to_owned()}". "{self.why.clone()}</p>
                        {links}
                    </div>
                </body>
            </html>
        };
        format!("<!doctype html>{}", Owner::new().with(|| document.to_html()))
    }
}

fn drawn(block: &Block) -> AnyView {
    const TITLE: &str = "font-size:22px;line-height:1.35;margin:6px 0 4px";
    match block {
        Block::Words(words) => view! { <p style="margin:0 0 14px">{words.clone()}</p> }.into_any(),
        Block::Soft(words) => view! { <p class="soft" style=SOFT>{words.clone()}</p> }.into_any(),
        Block::Title(words, language) => {
            view! { <h1 lang=language.as_str() style=TITLE>{words.clone()}</h1> }.into_any()
        }
        Block::Quote(words, language) => {
            view! { <p lang=language.as_str() style="margin:14px 0 22px">{words.clone()}</p> }.into_any()
        }
        Block::Button(label, url) => {
            view! { <p style="margin:8px 0 14px"><a class="button" style=BUTTON href=url.clone()>{*label}</a></p> }
                .into_any()
        }
    }
}
