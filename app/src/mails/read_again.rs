//! "Remind me of this": a post comes back by mail.

use domain::language::Language;
use domain::member::Member;
use domain::schedule::Recurrence;
use domain::text::text;
use jiff::{SignedDuration, Timestamp};

use super::Letter;
use super::sheet::{Block, Sheet};

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
    let text = text(letter.member.language);
    let mail = &text.mail;
    let zone = &letter.member.zone;
    let day = |at: Timestamp| (text.day)(zone.local(at).date());
    let mut blocks = vec![Block::Words((mail.greeting)(letter.member.name.as_str()))];
    if letter.now.duration_since(letter.due_at) > ON_TIME {
        blocks.push(Block::Soft((mail.late)(&text.at(letter.due_at, zone))));
    }
    blocks.push(Block::Title(letter.title.to_owned(), letter.post_language));
    blocks.push(Block::Soft((mail.by)(letter.authors, &day(letter.changed_at))));
    if !letter.opening.is_empty() {
        blocks.push(Block::Quote(letter.opening.to_owned(), letter.post_language));
    }
    blocks.push(Block::Button(mail.read, letter.post_url.clone()));
    let why = match letter.next_at.filter(|_| letter.recurrence != Recurrence::Once) {
        Some(next) => (mail.why)(&(text.recurrence)(letter.recurrence).to_lowercase(), &day(next)),
        None => (mail.why_once)(&day(letter.due_at)),
    };
    let sheet = Sheet {
        language: text.language,
        subject: (mail.subject)(letter.title),
        ribbon: mail.came_back,
        blocks,
        team: letter.team,
        why,
        links: vec![(mail.change, letter.change_url.clone()), (mail.stop, letter.stop_url.clone())],
    };
    sheet.letter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::id::MemberId;
    use domain::member::{DigestHour, EmailAddress, Handle, Name, Role};
    use domain::schedule::Zone;
    use domain::theme::Theme;

    fn member(language: Language) -> Member {
        Member {
            id: MemberId(1),
            name: Name::parse("지은").unwrap(),
            handle: Handle::parse("colleague").unwrap(),
            outside_name: None,
            email: EmailAddress::parse("jieun@example.com").unwrap(),
            role: Role::Member,
            language,
            zone: Zone::parse("Asia/Seoul").unwrap(),
            theme: Theme::System,
            digest_hour: DigestHour::default(),
            picture_at: None,
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
