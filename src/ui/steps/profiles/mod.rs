//! Who the customers of a tier are: what sets them apart, the next good one, who lacks what others buy,
//! and the ways out of a loss. A page of step 3.

mod apart;
mod ideal;
mod unprofitable;
mod white_space;

use std::sync::Arc;

use leptos::prelude::*;

use self::apart::ApartTable;
use self::ideal::IdealText;
use self::unprofitable::Losses;
use self::white_space::Gaps;
use crate::domain::care::Question;
use crate::domain::profiles::apart::tiers_of;
use crate::domain::profiles::{Apart, Attribute, Comparison, Traits};
use crate::i18n::{Lang, profiles};
use crate::t;
use crate::ui::route::Route;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::{PageHead, Term, over_customers};

/// Rows of a list before the rest is opened, and the most of the rest.
const FIRST: usize = 8;
const REST: usize = 200;

/// The page.
#[component]
pub(crate) fn ProfilesPage() -> impl IntoView {
    over_customers(|| view! { <Found/> }.into_any())
}

/// What the sections share.
#[derive(Clone, Copy)]
struct Known {
    /// What the file says of customers beside money.
    traits: Memo<Arc<Vec<Traits>>>,
    /// Who is in which tier.
    tiers: Memo<Arc<Vec<Option<usize>>>>,
}

impl Known {
    fn new(app: App) -> Self {
        let traits = Memo::new(move |_| {
            let loaded = app.loaded.read();
            let base = loaded.as_ref().map(|it| Traits::all(&it.base));
            Arc::new(base.unwrap_or_default())
        });
        let tiers = Memo::new(move |_| {
            let loaded = app.loaded.read();
            let n = loaded.as_ref().map_or(0, |it| it.base.customers.len());
            Arc::new(tiers_of(&app.ranking.read(), &app.sorting.read(), n))
        });
        Self { traits, tiers }
    }
}

#[component]
fn Found() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let known = Known::new(app);
    let tier = RwSignal::new(first_tier(app));
    let apart = Memo::new(move |_| {
        let (traits, tiers) = (known.traits.read(), known.tiers.read());
        Arc::new(Apart::of(&traits, &tiers, tier.get()))
    });
    let care = Route::Care {
        tier: 0,
        question: Question::Aim,
    };
    let who = move || {
        if known.traits.read().is_empty() {
            return no_columns(lang);
        }
        view! {
            <div class="cols">
                <ApartTable known apart tier/>
                <IdealText known/>
            </div>
        }
        .into_any()
    };
    view! {
        <main id="main" class="page">
            <PageHead
                title=Signal::derive(move || headline(app, known, &apart.read(), tier.get()))
                lede=t!(lang, profiles_lede)
                href=care.href()
                go=t!(lang, sort_go)
            />
            <p class="f14 profiles__back noprint">
                <a href=Route::Sort.href()>{t!(lang, profiles_back)}</a>
            </p>
            {who}
            <Gaps known/>
            <Losses/>
        </main>
    }
    .into_any()
}

/// The best tier that holds somebody.
fn first_tier(app: App) -> usize {
    let sorting = app.sorting.read_untracked();
    let is_held = |it: &crate::domain::tiers::TierSum| it.customers > 0;
    sorting.tiers().iter().position(is_held).unwrap_or_default()
}

/// What sets the tier apart, or that nothing does.
fn headline(app: App, known: Known, apart: &Apart, tier: usize) -> String {
    let lang = app.lang.get_untracked();
    let traits = known.traits.read();
    let name = app.tier_name(tier);
    if traits.is_empty() {
        return t!(lang, profiles_no_columns).to_owned();
    }
    let sorting = app.sorting.read();
    let held = |at: usize| sorting.tiers().get(at).map_or(0, |it| it.customers);
    if held(tier) == 0 {
        return t!(lang, profiles_nobody, tier = name);
    }
    if (0..sorting.tiers().len()).all(|it| it == tier || held(it) == 0) {
        return t!(lang, profiles_everybody, tier = name);
    }
    match apart.first() {
        None => t!(lang, profiles_nothing, tier = name),
        Some(it) => profiles::finding(lang, &name, it, value_name(&traits, it)),
    }
}

/// The name of the value that a comparison is about.
fn value_name<'a>(traits: &'a [Traits], it: &Comparison) -> &'a str {
    let of = traits
        .iter()
        .find(|traits| traits.attribute == it.attribute);
    of.map_or("", |traits| traits.name(it.value))
}

fn no_columns(lang: Lang) -> AnyView {
    view! {
        <div class="empty">
            <p class="lede profiles__why">{t!(lang, profiles_no_columns_why)}</p>
            <p class="mt-3">
                <a href=Route::Bring.href()>{t!(lang, profiles_no_columns_go)}</a>
            </p>
        </div>
    }
    .into_any()
}

/// A column's head: its class and what it says, with a definition where it needs one.
enum Head {
    Text(String),
    Number(String),
    /// The id of the definition, the word, and what it means.
    Term(&'static str, &'static str, &'static str),
}

impl Head {
    /// A word with a definition, which has an id of its own: the rest of a list does without.
    fn once(rest: &str, id: &'static str, label: &'static str, definition: &'static str) -> Self {
        if rest.is_empty() {
            Self::Term(id, label, definition)
        } else {
            Self::Number(label.to_owned())
        }
    }
}

/// A table in a region of its own that scrolls sideways on a phone. `rest` tells the second part of a
/// list from the first.
fn table(label: &str, rest: &str, head: Vec<Head>, rows: AnyView) -> AnyView {
    let head = head.into_iter().map(|it| match it {
        Head::Text(text) => view! { <th scope="col">{text}</th> }.into_any(),
        Head::Number(text) => view! { <th scope="col" class="num">{text}</th> }.into_any(),
        Head::Term(id, label, definition) => {
            view! { <th scope="col" class="num"><Term id label definition/></th> }.into_any()
        }
    });
    let head = head.collect_view();
    let label = match rest {
        "" => label.to_owned(),
        rest => format!("{label} – {rest}"),
    };
    let caption = label.clone();
    view! {
        <div class="scroll-x mt-3" tabindex="0" role="region" aria-label=label>
            <table class="table table--open">
                <caption class="vh">{caption}</caption>
                <thead><tr>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// What of a list is shown at once, what is behind a press, and how many are left out.
fn parted<T>(all: &[T]) -> (&[T], &[T], usize) {
    let (first, rest) = all.split_at_checked(FIRST).unwrap_or((all, &[]));
    let (rest, out) = rest.split_at_checked(REST).unwrap_or((rest, &[]));
    (first, rest, out.len())
}

/// The rest of a list behind a press; the table takes the words of the press, which tell it from the
/// first one.
fn rest(
    lang: Lang,
    n: usize,
    left_out: usize,
    table: impl FnOnce(&str) -> AnyView,
) -> Option<AnyView> {
    (n > 0).then(|| {
        let words = t!(lang, profiles_rest, n = n);
        let out = (left_out > 0).then(|| {
            let text = t!(lang, profiles_rest_left_out, n = left_out);
            view! { <p class="f13 muted mt-2">{text}</p> }
        });
        view! {
            <details class="disc rest mt-2">
                <summary>{words.clone()}</summary>
                {table(&words)}
                {out}
            </details>
        }
        .into_any()
    })
}

/// What the file does not say, of how many customers.
fn unknown(lang: Lang, of: &[(Attribute, usize)]) -> Option<String> {
    let part = |(attribute, n): &(Attribute, usize)| {
        (*n > 0).then(|| {
            let what = profiles::attribute(lang, *attribute);
            t!(lang, profiles_unknown_part, what = what, n = *n)
        })
    };
    let parts: Vec<String> = of.iter().filter_map(part).collect();
    (!parts.is_empty()).then(|| t!(lang, profiles_unknown, all = parts.join(", ")))
}
