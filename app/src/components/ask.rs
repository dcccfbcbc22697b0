//! A question before something is done that cannot be taken back lightly: a popover, which needs no script.

use leptos::prelude::*;

/// What is asked, and what a yes does.
pub(crate) struct Question {
    /// Its id on the page.
    pub(crate) id: String,
    /// On the button that opens it, and on the one that says yes.
    pub(crate) deed: &'static str,
    /// The question.
    pub(crate) title: String,
    /// What happens then.
    pub(crate) lead: &'static str,
    /// Where the yes goes.
    pub(crate) action: String,
    /// Rather not.
    pub(crate) keep: &'static str,
}

pub(crate) fn ask(question: Question) -> impl IntoView + use<> {
    let Question { id, deed, title, lead, action, keep } = question;
    let title_id = format!("{id}-title");
    view! {
        <button class="quiet" popovertarget=id.clone()>{deed}</button>
        <div class="dialog" popover="auto" role="dialog" id=id.clone() aria-labelledby=title_id.clone()>
            <h2 id=title_id.clone()>{title}</h2>
            <p>{lead}</p>
            <form class="submit" method="post" action=action>
                <button class="button primary">{deed}</button>
                <button class="quiet" type="button" popovertarget=id.clone() popovertargetaction="hide">{keep}</button>
            </form>
        </div>
    }
}
