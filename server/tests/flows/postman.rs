//! Reads the letters that went out, as their readers do.

use jiff::SignedDuration;
use mail_parser::MessageParser;

use crate::house::House;

pub(crate) struct Received {
    pub(crate) to: String,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
}

impl Received {
    /// The path of the first link in it that leads to `prefix`.
    pub(crate) fn link(&self, prefix: &str) -> String {
        let url = format!("http://dasi.test{prefix}");
        let from = self.text.find(&url).unwrap_or_else(|| panic!("{url} in {}", self.text));
        let link: String = self.text[from..].chars().take_while(|one| !one.is_whitespace()).collect();
        assert!(self.html.contains(&link), "both parts carry it");
        link["http://dasi.test".len()..].to_owned()
    }
}

impl House {
    /// Does a turn, and gives the letters that went out.
    pub(crate) async fn letters(&self) -> Vec<Received> {
        self.turn_after(SignedDuration::from_secs(1)).await;
        self.mails.take().into_iter().map(|(to, mime)| received(to, &mime)).collect()
    }

    /// The one letter that went out.
    pub(crate) async fn letter(&self) -> Received {
        let mut letters = self.letters().await;
        assert_eq!(letters.len(), 1, "{:?}", letters.iter().map(|one| &one.subject).collect::<Vec<_>>());
        letters.remove(0)
    }
}

fn received(to: String, mime: &[u8]) -> Received {
    let mail = MessageParser::default().parse(mime).unwrap();
    Received {
        to,
        subject: mail.subject().unwrap().to_owned(),
        text: mail.body_text(0).unwrap().replace("\r\n", "\n"),
        html: mail.body_html(0).unwrap().into_owned(),
    }
}
