//! "Remind me of this": a post comes back by mail.

use domain::language::Language;
use domain::member::Member;
use domain::schedule::Recurrence;
use domain::text::{Text, text};
use jiff::{SignedDuration, Timestamp};
use leptos::prelude::*;

use super::Letter;

/// How late a letter may be without saying so.
const ON_TIME: SignedDuration = SignedDuration::from_mins(30);

/// What a letter is made of.
#[derive(Debug, Clone)]
pub struct ReadAgain<'a> {
    /// Who reads it; it is in their language and zone.
    pub member: &'a Member,
    /// What the team is called.
    pub team: &'a str,
    /// The post's title.
    pub title: &'a str,
    /// The post's first words.
    pub opening: &'a str,
    /// The language the post is written in.
    pub post_language: Language,
    /// Who wrote it.
    pub authors: &'a str,
    /// When it last changed.
    pub changed_at: Timestamp,
    /// How often it comes.
    pub recurrence: Recurrence,
    /// When this one should have gone.
    pub due_at: Timestamp,
    /// When the next one comes, if any does.
    pub next_at: Option<Timestamp>,
    /// Now.
    pub now: Timestamp,
    /// The post's whole address.
    pub post_url: String,
    /// Where the reminder is changed.
    pub change_url: String,
    /// Where it is stopped without signing in.
    pub stop_url: String,
}

/// Writes the letter.
pub fn compose(letter: &ReadAgain<'_>) -> Letter {
    let words = Words::of(letter);
    Letter { subject: (words.text.mail.subject)(letter.title), text: plain(letter, &words), html: html(letter, &words) }
}

/// The sentences both parts share.
struct Words {
    text: &'static Text,
    greeting: String,
    by: String,
    late: Option<String>,
    why: String,
}

impl Words {
    fn of(letter: &ReadAgain<'_>) -> Self {
        let text = text(letter.member.language);
        let zone = &letter.member.zone;
        let day = |at: Timestamp| (text.day)(zone.local(at).date());
        let late = letter.now.duration_since(letter.due_at) > ON_TIME;
        Self {
            text,
            greeting: (text.mail.greeting)(letter.member.name.as_str()),
            by: (text.mail.by)(letter.authors, &day(letter.changed_at)),
            late: late.then(|| (text.mail.late)(&text.at(letter.due_at, zone))),
            why: match letter.next_at.filter(|_| letter.recurrence != Recurrence::Once) {
                Some(next) => (text.mail.why)(&(text.recurrence)(letter.recurrence).to_lowercase(), &day(next)),
                None => (text.mail.why_once)(&day(letter.due_at)),
            },
        }
    }
}

fn plain(letter: &ReadAgain<'_>, words: &Words) -> String {
    let mail = &words.text.mail;
    let mut parts = vec![words.greeting.clone()];
    parts.extend(words.late.clone());
    parts.push(format!("{}\n{}", letter.title, words.by));
    if !letter.opening.is_empty() {
        parts.push(letter.opening.to_owned());
    }
    parts.push(format!("{}\n{}", mail.read, letter.post_url));
    parts.push(format!(
        "-- \n{}\n{}\n{}: {}\n{}: {}",
        letter.team, words.why, mail.change, letter.change_url, mail.stop, letter.stop_url
    ));
    parts.join("\n\n") + "\n"
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

fn html(letter: &ReadAgain<'_>, words: &Words) -> String {
    let mail = &words.text.mail;
    let late = words.late.clone().map(|late| view! { <p class="soft" style=SOFT>{late}</p> });
    let opening = (!letter.opening.is_empty()).then(
        || view! { <p lang=letter.post_language.as_str() style="margin:14px 0 22px">{letter.opening.to_owned()}</p> },
    );
    let document = view! {
        <html lang=words.text.language.as_str()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <title>{(mail.subject)(letter.title)}</title>
                <style>{DARK}</style>
            </head>
            <body style=BODY>
                <div class="card" style=CARD>
                    <p class="ribbon" style=RIBBON>{mail.came_back}</p>
                    <p style="margin:0 0 14px">{words.greeting.clone()}</p>
                    {late}
                    <h1 lang=letter.post_language.as_str() style="font-size:22px;line-height:1.35;margin:6px 0 4px">{letter.title.to_owned()}</h1>
                    <p class="soft" style=SOFT>{words.by.clone()}</p>
                    {opening}
                    <p style="margin:0"><a class="button" style=BUTTON href=letter.post_url.clone()>{mail.read}</a></p>
                </div>
                <div style="max-width:600px;margin:16px auto 0;padding:0 28px">
                    <p class="soft" style=SOFT>{letter.team.to_owned()}". "{words.why.clone()}</p>
                    <p class="soft" style=SOFT>
                        <a href=letter.change_url.clone()>{mail.change}</a>" · "<a href=letter.stop_url.clone()>{mail.stop}</a>
                    </p>
                </div>
            </body>
        </html>
    };
    format!("<!doctype html>{}", Owner::new().with(|| document.to_html()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::id::MemberId;
    use domain::member::{EmailAddress, Name, Role};
    use domain::schedule::Zone;
    use domain::theme::Theme;

    fn member(language: Language) -> Member {
        Member {
            id: MemberId(1),
            name: Name::parse("지은").unwrap(),
            email: EmailAddress::parse("jieun@example.com").unwrap(),
            role: Role::Member,
            language,
            zone: Zone::parse("Asia/Seoul").unwrap(),
            theme: Theme::System,
        }
    }

    fn letter(member: &Member) -> ReadAgain<'_> {
        ReadAgain {
            member,
            team: "밤샘 데이터",
            title: "쉬는 법 <b>배우기</b>",
            opening: "쉬는 데에도 품이 든다 & 시간이 든다.",
            post_language: Language::Korean,
            authors: "지은",
            changed_at: "2026-06-30T05:00:00Z".parse().unwrap(),
            recurrence: Recurrence::Weekly,
            due_at: "2027-01-04T00:00:00Z".parse().unwrap(),
            next_at: Some("2027-01-11T00:00:00Z".parse().unwrap()),
            now: "2027-01-04T00:00:05Z".parse().unwrap(),
            post_url: "https://dasi.example/posts/3".into(),
            change_url: "https://dasi.example/reminders/9".into(),
            stop_url: "https://dasi.example/u/9-1-x".into(),
        }
    }

    #[test]
    fn the_letter_is_in_its_reader_s_language_and_says_why_it_came() {
        let korean = member(Language::Korean);
        let ko = compose(&letter(&korean));
        assert_eq!(ko.subject, "다시: 쉬는 법 <b>배우기</b>");
        assert!(
            ko.text.contains("매주 알려 달라고 하셔서 보냈어요. 다음은 2027년 1월 11일에 보낼게요."),
            "{}",
            ko.text
        );
        let english = member(Language::English);
        let en = compose(&letter(&english));
        assert!(en.text.contains("every week") && en.text.contains("11 January 2027"), "{}", en.text);
        assert!(en.html.contains("<html lang=\"en\">"), "{}", en.html);
    }

    #[test]
    fn both_parts_carry_the_opening_and_the_links_and_nothing_runs() {
        let member = member(Language::Korean);
        let letter = compose(&letter(&member));
        for part in [&letter.text, &letter.html] {
            for link in ["/posts/3", "/reminders/9", "/u/9-1-x"] {
                assert!(part.contains(link), "{link} in {part}");
            }
        }
        assert!(letter.text.contains("쉬는 데에도 품이 든다 & 시간이 든다."));
        assert!(letter.html.contains("쉬는 데에도 품이 든다 &amp; 시간이 든다."));
        assert!(!letter.html.contains("<b>배우기"), "titles are words, not markup");
        assert!(!letter.html.contains("src="), "nothing is fetched from elsewhere");
    }

    #[test]
    fn a_late_letter_says_so_and_one_on_time_does_not() {
        let member = member(Language::Korean);
        let on_time = letter(&member);
        assert!(!compose(&on_time).text.contains("늦었어요"));
        let late = ReadAgain { now: "2027-01-05T00:00:00Z".parse().unwrap(), ..on_time };
        assert!(compose(&late).text.contains("2027년 1월 4일 09:00에 보내야 했는데 늦었어요"));
    }
}
