//! What can be done with the customers that are chosen in the table.

use leptos::prelude::*;

use super::sort_listed::Listed;
use crate::domain::listing::Chosen;
use crate::domain::money::Money;
use crate::i18n::format;
use crate::t;
use crate::ui::state::{use_app, use_lang};

/// How many are chosen, and the way to move them; nothing while nobody is.
#[component]
pub(crate) fn Picked(
    /// What is listed.
    listed: Listed,
    /// Set to the customers when they are to be moved by hand.
    moving: RwSignal<Vec<usize>>,
) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let is_any = Memo::new(move |_| !app.list.chosen.read().customers().is_empty());
    let said = move || {
        let chosen = app.list.chosen.read();
        let (ranking, n) = (app.ranking.read(), chosen.customers().len());
        let sum: Money = chosen
            .customers()
            .iter()
            .map(|it| ranking.value_of(*it))
            .sum();
        let money = format::money_whole(lang, sum, &app.currency.read());
        let mut text = t!(lang, sort_picked, n = n, money = money);
        let listed = listed.list.read();
        let seen = listed.iter().filter(|it| chosen.has(**it)).count();
        if seen < n {
            text.push(' ');
            text.push_str(&t!(
                lang,
                sort_picked_hidden,
                n = format::size(lang, n - seen)
            ));
        }
        text
    };
    let go = move |_| {
        let chosen = app.list.chosen.read_untracked();
        moving.set(chosen.customers().iter().copied().collect());
    };
    let clear = move |_| app.list.chosen.set(Chosen::default());
    let actions = move || {
        is_any.get().then(|| {
            view! {
                <div class="row">
                    <button class="btn btn--small" type="button" aria-haspopup="dialog" on:click=go>
                        {t!(lang, sort_picked_move)}
                    </button>
                    <button class="btn btn--small" type="button" on:click=clear>
                        {t!(lang, sort_picked_clear)}
                    </button>
                </div>
            }
        })
    };
    view! {
        <div class="row row--between picked" hidden=move || !is_any.get()>
            <p class="f14 b" role="status">{move || is_any.get().then(said)}</p>
            {actions}
        </div>
    }
    .into_any()
}
