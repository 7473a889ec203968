//! A field for a number: what was typed stays, is marked when it cannot be used, and says what to
//! do; the model keeps its old value until then.

use leptos::prelude::*;

use crate::domain::money::Money;
use crate::i18n::{Lang, format, typed};
use crate::t;

/// A field whose text goes through `accept`, which stores it or says why not.
#[component]
pub(crate) fn TypedField(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// A class for the label, such as `vh`.
    #[prop(optional)]
    label_class: &'static str,
    /// What the model holds, as text.
    #[prop(into)]
    shown: Signal<String>,
    /// Stores the text, or says why it cannot.
    accept: Callback<String, Option<String>>,
) -> impl IntoView {
    let typed = RwSignal::new(None::<String>);
    let error = RwSignal::new(None::<String>);
    let error_id = StoredValue::new(format!("{id}-why"));
    view! {
        <div class="field">
            <label for=id.clone() class=label_class>{label}</label>
            <input
                class="input input--num"
                id=id
                type="text"
                inputmode="decimal"
                autocomplete="off"
                prop:value=move || typed.get().unwrap_or_else(|| shown.get())
                aria-invalid=move || error.read().is_some().then_some("true")
                aria-describedby=move || error.read().is_some().then(|| error_id.get_value())
                on:input=move |event| {
                    let text = event_target_value(&event);
                    let refused = accept.run(text.clone());
                    typed.set(Some(text));
                    // A half-typed number is not yet a mistake: only one that was left standing is.
                    if refused.is_none() || error.read_untracked().is_some() {
                        error.set(refused);
                    }
                }
                on:change=move |event| {
                    // A field that is left by the browser's own way back changes when it is gone.
                    let Some(refused) = accept.try_run(event_target_value(&event)) else {
                        return;
                    };
                    if refused.is_none() {
                        typed.set(None);
                    }
                    error.set(refused);
                }
            />
            {move || {
                error
                    .get()
                    .map(|why| {
                        view! {
                            <p class="field__error" id=error_id.get_value() role="alert">
                                {why}
                            </p>
                        }
                    })
            }}
        </div>
    }
}

/// A whole number between two limits.
#[component]
pub(crate) fn WholeField(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// A class for the label, such as `vh`.
    #[prop(optional)]
    label_class: &'static str,
    /// What the model holds; `None` shows an empty field.
    #[prop(into)]
    value: Signal<Option<u32>>,
    /// The least and the most it may be.
    range: (u32, u32),
    /// Stores a number.
    set: Callback<u32>,
    /// An empty field is an answer too, and this stores it.
    #[prop(optional)]
    clear: Option<Callback<()>>,
) -> impl IntoView {
    let lang = super::super::state::use_lang();
    let shown = Signal::derive(move || value.get().map(|it| it.to_string()).unwrap_or_default());
    let accept = Callback::new(move |text: String| {
        if let Some(clear) = clear.filter(|_| text.trim().is_empty()) {
            clear.run(());
            return None;
        }
        match typed::whole(&text).filter(|it| (range.0..=range.1).contains(it)) {
            Some(number) => {
                if value.get_untracked() != Some(number) {
                    set.run(number);
                }
                None
            }
            None => Some(whole_refused(lang, &text, range, value.get_untracked())),
        }
    });
    view! { <TypedField id label label_class shown accept/> }
}

/// A whole number in a list of things: which, what it is called, and how far it goes.
pub(crate) struct NumberOf<T: 'static> {
    /// The id before the place of the thing.
    pub(crate) id: &'static str,
    /// The label.
    pub(crate) label: &'static str,
    /// The most it may be.
    pub(crate) most: u32,
    /// Reads it.
    pub(crate) get: fn(&T) -> u32,
    /// Writes it.
    pub(crate) set: fn(&mut T, u32),
}

/// A field for each number of one thing, `read` and changed by `edit`.
pub(crate) fn number_fields<T: Send + Sync + 'static>(
    key: impl std::fmt::Display,
    label_class: &'static str,
    numbers: impl IntoIterator<Item = NumberOf<T>>,
    read: impl Fn(fn(&T) -> u32) -> Option<u32> + Copy + Send + Sync + 'static,
    edit: impl Fn(&dyn Fn(&mut T)) + Copy + Send + Sync + 'static,
) -> AnyView {
    let field = |NumberOf {
                     id,
                     label,
                     most,
                     get,
                     set,
                 }: NumberOf<T>| {
        let value = Signal::derive(move || read(get));
        let set = Callback::new(move |number: u32| edit(&|it| set(it, number)));
        view! { <WholeField id=format!("{id}-{key}") label label_class value range=(0, most) set/> }
    };
    let fields: Vec<_> = numbers.into_iter().map(field).collect();
    fields.into_any()
}

fn whole_refused(lang: Lang, text: &str, range: (u32, u32), old: Option<u32>) -> String {
    let number = |it: u32| format::count(lang, it.into());
    let old = old.map_or_else(|| "–".to_owned(), number);
    let (min, max) = (number(range.0), number(range.1));
    let text = text.trim();
    if text.is_empty() {
        t!(lang, care_err_empty, min = min, max = max, old = old)
    } else {
        t!(
            lang,
            care_err_whole,
            typed = text,
            min = min,
            max = max,
            old = old
        )
    }
}

/// An amount of zero or more.
#[component]
pub(crate) fn AmountField(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// A class for the label, such as `vh`.
    #[prop(optional)]
    label_class: &'static str,
    /// What the model holds.
    #[prop(into)]
    value: Signal<Money>,
    /// Stores an amount.
    set: Callback<Money>,
) -> impl IntoView {
    let lang = super::super::state::use_lang();
    let shown = Signal::derive(move || typed::amount_text(lang, value.get()));
    let accept = Callback::new(move |text: String| {
        if let Some(amount) = typed::amount(&text) {
            if value.get_untracked() != amount {
                set.run(amount);
            }
            return None;
        }
        let example = typed::amount_text(lang, Money::from_ten_thousandths(455_000));
        let old = typed::amount_text(lang, value.get_untracked());
        Some(t!(
            lang,
            care_err_amount,
            typed = text.trim(),
            example = example,
            old = old
        ))
    });
    view! { <TypedField id label label_class shown accept/> }
}
