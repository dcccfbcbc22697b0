//! An address says yes to a change. Looking changes nothing: scanners follow links.

use axum::response::Response;
use domain::member::EmailAddress;
use leptos::prelude::*;

use crate::context::Visit;
use crate::routes;
use crate::shell::{Here, Page};

/// How far the change is.
pub(crate) enum Standing<'a> {
    /// The page asks.
    Asks { token: &'a str, new: &'a EmailAddress },
    /// The other address has yet to say yes.
    Half,
    /// It is done.
    Whole { new: &'a EmailAddress },
    /// It was done before, or given up.
    Closed,
    /// Somebody else has the address by now.
    Taken,
}

pub(crate) fn page(visit: &Visit, standing: &Standing<'_>) -> Response {
    let words = &visit.text().confirm_email;
    let (sentence, action) = match standing {
        Standing::Asks { token, new } => ((words.question)(new.as_str()), Some(routes::confirm_email(token))),
        Standing::Half => (words.half.into(), None),
        Standing::Whole { new } => ((words.whole)(new.as_str()), None),
        Standing::Closed => (words.closed.into(), None),
        Standing::Taken => (words.taken.into(), None),
    };
    let press = action.map(|action| {
        view! { <form method="post" action=action><button class="button primary">{words.confirm}</button></form> }
    });
    Page::new(words.title, Here::Elsewhere).render(visit, || {
        view! {
            <section class="narrow">
                <h1>{words.title}</h1>
                <p class="lead" role="status">{sentence}</p>
                {press}
            </section>
        }
    })
}
