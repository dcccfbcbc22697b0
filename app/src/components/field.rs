//! A labelled input with its hint and, when it was wrong, its problem. What was typed is always kept.

use domain::problem::{Problems, Why};
use domain::text::Text;
use leptos::prelude::*;

/// What every field has.
#[derive(Default)]
pub(crate) struct Field {
    name: &'static str,
    hint: Option<String>,
    why: Option<Why>,
    optional: bool,
    autocomplete: Option<&'static str>,
    most: Option<usize>,
}

impl Field {
    /// A field of a form, and what was wrong with it.
    pub(crate) fn new(name: &'static str, problems: &Problems) -> Self {
        Self { name, why: problems.of(name).cloned(), ..Self::default() }
    }

    /// A few words under it.
    pub(crate) fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// May stay empty.
    pub(crate) fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// What browsers may fill in (HTML §4.10.18.7).
    pub(crate) fn autocomplete(self, token: &'static str) -> Self {
        Self { autocomplete: Some(token), ..self }
    }

    /// The most characters; shown by the server, not enforced by the browser, which would cut a paste silently.
    pub(crate) fn most(self, characters: usize) -> Self {
        Self { most: Some(characters), ..self }
    }

    fn described(&self) -> Option<String> {
        let hint = self.hint.is_some().then(|| format!("{}-hint", self.name));
        let problem = self.why.is_some().then(|| format!("{}-problem", self.name));
        let both: Vec<_> = problem.into_iter().chain(hint).collect();
        (!both.is_empty()).then(|| both.join(" "))
    }

    /// The label above, `control`, then problem and hint below.
    fn around<V: IntoView + 'static>(
        self,
        text: &'static Text,
        label: &'static str,
        control: V,
    ) -> impl IntoView + use<V> {
        let (name, wrong) = (self.name, self.why.is_some());
        let problem =
            self.why.map(|why| view! { <p class="problem" id=format!("{name}-problem")>{(text.why)(&why)}</p> });
        let hint = self.hint.map(|hint| view! { <p class="hint" id=format!("{name}-hint")>{hint}</p> });
        let optional = self.optional.then(|| view! { <span class="optional">{text.form.optional}</span> });
        view! {
            <div class="field" class:wrong=wrong>
                <label for=name>{label}{optional}</label>
                {control}
                {problem}
                {hint}
            </div>
        }
    }
}

/// One line of text; `kind` is the input's type.
pub(crate) fn input(
    text: &'static Text,
    label: &'static str,
    kind: &'static str,
    value: &str,
    field: Field,
) -> impl IntoView + use<> {
    let control = view! {
        <input
            id=field.name
            name=field.name
            type=kind
            value=value.to_owned()
            autocomplete=field.autocomplete
            data-most=field.most
            aria-describedby=field.described()
            aria-invalid=field.why.is_some().then_some("true")
        />
    };
    field.around(text, label, control)
}

/// A file; `kinds` are the media types that browsers offer first. None is kept in a form that comes back.
pub(crate) fn file(
    text: &'static Text,
    label: &'static str,
    kinds: &'static str,
    field: Field,
) -> impl IntoView + use<> {
    let control = view! {
        <input
            id=field.name
            name=field.name
            type="file"
            accept=kinds
            aria-describedby=field.described()
            aria-invalid=field.why.is_some().then_some("true")
        />
    };
    field.around(text, label, control)
}

/// Several lines of text.
pub(crate) fn area(
    text: &'static Text,
    label: &'static str,
    rows: u16,
    lang: String,
    value: &str,
    field: Field,
) -> impl IntoView + use<> {
    let control = view! {
        <textarea
            id=field.name
            name=field.name
            rows=rows
            lang=lang
            data-most=field.most
            aria-describedby=field.described()
            aria-invalid=field.why.is_some().then_some("true")
            inner_html=textarea(value)
        ></textarea>
    };
    field.around(text, label, control)
}

/// One of several: pairs of what is sent and what is shown.
pub(crate) fn choice(
    text: &'static Text,
    label: &'static str,
    choices: &[(String, String)],
    chosen: &str,
    field: Field,
) -> impl IntoView + use<> {
    let options: Vec<_> = choices
        .iter()
        .map(|(value, shown)| view! { <option value=value.clone() selected=value == chosen>{shown.clone()}</option> })
        .collect();
    let control = view! {
        <select
            id=field.name
            name=field.name
            aria-describedby=field.described()
            aria-invalid=field.why.is_some().then_some("true")
        >
            {options}
        </select>
    };
    field.around(text, label, control)
}

/// Yes or no: `yes` is sent, or nothing.
pub(crate) fn check(text: &'static Text, label: &'static str, is_on: bool, field: Field) -> impl IntoView + use<> {
    let (name, described, wrong) = (field.name, field.described(), field.why.is_some());
    let problem = field.why.map(|why| view! { <p class="problem" id=format!("{name}-problem")>{(text.why)(&why)}</p> });
    let hint = field.hint.map(|hint| view! { <p class="hint" id=format!("{name}-hint")>{hint}</p> });
    view! {
        <div class="field check" class:wrong=wrong>
            <label for=name>
                <input id=name name=name type="checkbox" value="yes" checked=is_on aria-describedby=described />
                {label}
            </label>
            {problem}
            {hint}
        </div>
    }
}

/// How many things are wrong, above the form; nothing when nothing is.
pub(crate) fn wrong(text: &'static Text, problems: &Problems) -> impl IntoView + use<> {
    let count = problems.iter().count();
    (count > 0).then(|| view! { <p class="notice bad" role="alert">{(text.form.wrong)(count)}</p> })
}

/// Text inside a textarea. The parser drops one line feed right after the tag (HTML §13.2.6.4.7),
/// so one is put there; and a NUL, which HTML cannot hold, shows as U+FFFD.
fn textarea(value: &str) -> String {
    let escaped = value.replace('&', "&amp;").replace('<', "&lt;").replace('\0', "\u{FFFD}");
    format!("\n{escaped}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_cannot_leave_its_textarea() {
        assert_eq!(textarea("</textarea><script>"), "\n&lt;/textarea>&lt;script>");
        assert_eq!(textarea("\n&amp;"), "\n\n&amp;amp;");
    }
}
