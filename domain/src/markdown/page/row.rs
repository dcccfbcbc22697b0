//! Tables.

use pulldown_cmark::Alignment;

/// The table being written; tables do not nest.
#[derive(Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    is_head: bool,
    has_body: bool,
}

impl Table {
    /// Focusable, as a table may be wider than the page and must scroll by keyboard.
    pub(super) fn start(&mut self, html: &mut String, alignments: Vec<Alignment>) -> &'static str {
        *self = Self { alignments, ..Self::default() };
        html.push_str("<div class=\"table\" tabindex=\"0\"><table>\n");
        "</table></div>\n"
    }

    pub(super) fn row(&mut self, html: &mut String, is_head: bool) -> &'static str {
        self.column = 0;
        self.is_head = is_head;
        if is_head {
            html.push_str("<thead><tr>");
            return "</tr></thead>\n";
        }
        // An end tag for tbody is optional (HTML §13.1.2.4), so no one need know which row is the last.
        html.push_str(if self.has_body { "<tr>" } else { "<tbody><tr>" });
        self.has_body = true;
        "</tr>\n"
    }

    pub(super) fn cell(&mut self, html: &mut String) -> &'static str {
        html.push_str(if self.is_head { "<th scope=\"col\"" } else { "<td" });
        html.push_str(match self.alignments.get(self.column) {
            Some(Alignment::Left) => " class=\"align-start\">",
            Some(Alignment::Center) => " class=\"align-center\">",
            Some(Alignment::Right) => " class=\"align-end\">",
            Some(Alignment::None) | None => ">",
        });
        self.column += 1;
        if self.is_head { "</th>" } else { "</td>" }
    }
}
