//! Tasks and their checkboxes.

use std::fmt::Write;

use super::{Open, Page};
use crate::markdown::mark;

impl Page<'_> {
    /// A checkbox that cannot be ticked, named by the words after it.
    pub(super) fn task(&mut self, done: bool) {
        self.tasks += 1;
        mark::task(&mut self.html, self.tasks, done);
        let _ = write!(self.html, "<span id=\"task-{}\">", self.tasks);
        self.open.push(Open::Task);
    }

    pub(super) fn end_task(&mut self) {
        if let Some(at) = self.element().filter(|at| matches!(self.open[*at], Open::Task)) {
            self.close_down_to(at);
        }
    }
}
