//! Prose pasted from a page or an editor that writes one line per paragraph.

/// A line wider than any wrapped text is a paragraph of its own.
const WIDER_THAN_WRAPPED: usize = 120;
/// How many such lines make it prose.
const FEWEST_LONG_LINES: usize = 2;

/// The same with blank lines between the paragraphs; none when there is nothing to mend: lines already parted, wrapped
/// lines, or anything that looks like Markdown.
pub fn paragraphs(pasted: &str) -> Option<String> {
    let lines: Vec<&str> = pasted.trim().lines().map(str::trim_end).collect();
    let is_prose = lines.iter().all(|line| !line.is_empty() && !is_markup(line));
    let long = lines.iter().filter(|line| width(line) > WIDER_THAN_WRAPPED).count();
    if !is_prose || long < FEWEST_LONG_LINES {
        return None;
    }
    let end = if pasted.ends_with('\n') { "\n" } else { "" };
    Some(lines.join("\n\n") + end)
}

/// In columns of a terminal, where Hangul takes two.
fn width(line: &str) -> usize {
    line.chars().map(|one| if ('ᄀ'..='ퟻ').contains(&one) { 2 } else { 1 }).sum()
}

/// Whether a line means something to Markdown by how it begins.
fn is_markup(line: &str) -> bool {
    let begins = ["#", ">", "|", "```", "~~~", ":::", "---", "***", "___", "===", "<", "[^", "\t", "    "];
    begins.iter().any(|mark| line.starts_with(mark)) || is_item(line) || line.ends_with("  |")
}

fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let number = line.trim_start_matches(|one: char| one.is_ascii_digit());
    let marks: &[&str] = if number.len() < line.len() { &[". ", ") "] } else { &["- ", "* ", "+ "] };
    marks.iter().any(|mark| number.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn long(word: &str) -> String {
        format!("{word} {}", "오늘은 배포를 세 번 했고 한 번은 되돌렸다. ".repeat(6).trim_end())
    }

    #[test]
    fn a_line_per_paragraph_becomes_paragraphs() {
        let pasted = format!("상반기 회고\n{}\r\n{}\n라고 적어 두었다.\n", long("봄"), long("여름"));
        let mended = format!("상반기 회고\n\n{}\n\n{}\n\n라고 적어 두었다.\n", long("봄"), long("여름"));
        assert_eq!(paragraphs(&pasted), Some(mended.clone()));
        assert_eq!(paragraphs(&mended), None);
    }

    #[test]
    fn wrapped_lines_and_markdown_stay_as_they_are() {
        let wrapped =
            "여든 칸에서 접힌 글은 한 문단이고, 그 줄들은 서로 갈라지면\n안 된다. 그래서 그대로 둔다.\n".repeat(5);
        assert_eq!(paragraphs(&wrapped), None);
        assert_eq!(paragraphs(""), None);
        assert_eq!(paragraphs(&long("하나")), None);
        for mark in ["# ", "- ", "1. ", "12) ", "> ", "| ", "```", "    ", "* ", ":::", "<div>"] {
            let pasted = format!("{}\n{}\n{mark}x", long("봄"), long("여름"));
            assert_eq!(paragraphs(&pasted), None, "{mark}");
        }
    }
}
