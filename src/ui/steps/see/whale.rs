//! Who costs more than they bring: the whale curve and the customers past its peak.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use crate::chart::whale::{Inset, WhaleDrawing};
use crate::domain::money::Money;
use crate::domain::whale::Whale;
use crate::i18n::format;
use crate::t;
use crate::ui::charts::{px, text_width, use_width};
use crate::ui::route::Route;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::{Dialog, SavePicture};

/// Customers listed by name.
pub(super) const LISTED: usize = 200;

/// The curve, or what is missing for it.
#[component]
pub(crate) fn WhaleCurve() -> impl IntoView {
    let app = use_app();
    let whale = Memo::new(move |_| {
        let loaded = app.loaded.read();
        let base = &loaded.as_ref()?.base;
        Whale::of(&base.customers).map(Arc::new)
    });
    move || match whale.get() {
        Some(it) => found(app, it),
        None => missing(app),
    }
}

fn missing(app: App) -> AnyView {
    let lang = app.lang.get_untracked();
    view! {
        <section class="c6">
            <h2>{t!(lang, whale_title_missing)}</h2>
            <p class="mt-2 f14 muted">{t!(lang, whale_missing)}</p>
            <p class="mt-3 f14">
                <a href=Route::Bring.href()>{t!(lang, whale_missing_go)}</a>
            </p>
        </section>
    }
    .into_any()
}

/// The sentences of one curve.
#[derive(Clone)]
struct Words {
    title: String,
    peak: String,
    tail: String,
    left: String,
}

fn words(app: App, whale: &Whale) -> Words {
    let lang = app.lang.get_untracked();
    let currency = app.currency.read();
    let money = |it: Money| format::money_whole(lang, it, &currency);
    let (n, taken) = (whale.costing(), money(whale.taken_back().abs()));
    Words {
        title: if n == 0 {
            t!(lang, whale_title_none).to_owned()
        } else {
            t!(lang, whale_title, n = n, sum = taken.clone())
        },
        peak: t!(
            lang,
            whale_peak,
            n = whale.earning(),
            sum = money(whale.peak())
        ),
        tail: t!(lang, whale_tail, n = n, sum = taken),
        left: t!(lang, whale_left, sum = money(whale.total())),
    }
}

fn found(app: App, whale: Arc<Whale>) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = words(app, &whale);
    let node = NodeRef::<html::Div>::new();
    let width = use_width(node);
    let is_open = RwSignal::new(false);
    let costing = whale.costing();
    let drawn = {
        let (whale, words) = (Arc::clone(&whale), words.clone());
        move || (width.get() > 0.0).then(|| drawing(app, &whale, &words, width.get()))
    };
    let show = (costing > 0).then(|| {
        view! {
            <button
                class="btn btn--plain btn--small"
                type="button"
                aria-haspopup="dialog"
                on:click=move |_| is_open.set(true)
            >
                {t!(lang, whale_show, n = costing)}
            </button>
        }
    });
    let said = if costing == 0 {
        words.peak
    } else {
        format!("{}; {}; {}.", words.peak, words.tail, words.left)
    };
    let ratio = (whale.peak_ratio().filter(|_| costing > 0)).map(|it| {
        let share = format::percent(lang, it, usize::from(it < 1.1));
        t!(lang, whale_ratio, share = share)
    });
    let unknown = (whale.unknown() > 0).then(|| t!(lang, whale_unknown, n = whale.unknown()));
    let title = words.title.clone();
    view! {
        <figure class="chart c6">
            <figcaption>
                <h2>{words.title}</h2>
                <p>{t!(lang, whale_sub)}</p>
                <p class="vh">{said}</p>
            </figcaption>
            <div class="chart__draw" node_ref=node>
                {drawn}
            </div>
            <div class="chart__foot">
                <span>{largest(app, &whale)}" "{ratio}" "{unknown}</span>
                <span class="row">
                    <SavePicture name=Signal::stored(t!(lang, see_file_whale)) title=Signal::stored(title)/>
                    {show}
                </span>
            </div>
            <Past open=is_open whale/>
        </figure>
    }
    .into_any()
}

/// Who loses most.
fn largest(app: App, whale: &Whale) -> Option<String> {
    let lang = app.lang.get_untracked();
    let customer = whale.past().next().and_then(|it| app.customer(it))?;
    let currency = app.currency.read();
    let margin = format::money_whole(lang, customer.margin?, &currency);
    let revenue = format::money_whole(lang, customer.revenue, &currency);
    let text = t!(
        lang,
        whale_largest,
        name = customer.name,
        margin = margin,
        revenue = revenue
    );
    Some(format!("{text}."))
}

fn drawing(app: App, whale: &Whale, words: &Words, width: f64) -> AnyView {
    let lang = app.lang.get_untracked();
    let label = text_width(&words.tail).max(text_width(&words.left));
    let it = WhaleDrawing::new(whale, width, label);
    // The words over the peak stay inside the drawing.
    let half = text_width(&words.peak) / 2.0;
    let peak_x = it.peak.0.max(half).min(it.width - half);
    let has_tail = whale.costing() > 0;
    let (x, y) = it.label;
    let tail = has_tail.then(|| {
        view! {
            <path class="whale__lost" d=it.lost.clone()></path>
            <text class="halo halo--area hot" x=px(x) y=px(y) text-anchor="end">
                {words.tail.clone()}
            </text>
            <text class="halo halo--area" x=px(x) y=px(y + 16.0) text-anchor="end">
                {words.left.clone()}
            </text>
        }
    });
    let inset = it
        .inset
        .as_ref()
        .map(|inset| magnified(inset, &it, t!(lang, whale_magnified)));
    view! {
        <svg
            viewBox=format!("0 0 {:.0} {:.0}", it.width, it.height)
            aria-hidden="true"
            focusable="false"
        >
            <path class="whale__area" d=it.area.clone()></path>
            <line class="axis" x1="4" x2=it.width - 4.0 y1=px(it.zero) y2=px(it.zero)></line>
            <path class="curve" d=it.curve.clone()></path>
            {tail}
            {inset}
            <circle class="dot" cx=px(it.peak.0) cy=px(it.peak.1) r="5"></circle>
            <text class="strong" x=px(peak_x) y=px(it.peak.1.min(30.0) - 12.0) text-anchor="middle">
                {words.peak.clone()}
            </text>
            <text x="4" y=px(it.height - 8.0)>{t!(lang, whale_first)}</text>
            <text x=it.width - 4.0 y=px(it.height - 8.0) text-anchor="end">
                {t!(lang, whale_last)}
            </text>
        </svg>
    }
    .into_any()
}

fn magnified(inset: &Inset, whole: &WhaleDrawing, words: &'static str) -> AnyView {
    let ((x, y), (right, bottom)) = (inset.start, inset.end);
    // Under the curve, at the side where it has not fallen yet.
    let is_wide = right - x > text_width(words) + 30.0;
    let leader = format!("M{:.1} {:.1}V{y:.1}", whole.peak.0, whole.peak.1);
    let has_leader = (whole.peak.0 - x).abs() < 1.0;
    view! {
        {has_leader.then(|| view! { <path class="even" d=leader></path> })}
        <path class="even" d=format!("M{x:.1} {y:.1}H{right:.1}")></path>
        <path class="whale__lost" d=inset.lost.clone()></path>
        <path class="whale__tail" d=inset.curve.clone()></path>
        {is_wide
            .then(|| {
                view! {
                    <text class="halo halo--area" x=px(x + 6.0) y=px(bottom - 4.0)>
                        {words}
                    </text>
                }
            })}
    }
    .into_any()
}

/// The customers past the peak by name.
#[component]
fn Past(open: RwSignal<bool>, whale: Arc<Whale>) -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let close = move || open.set(false);
    view! {
        <Dialog open=open on_close=close labelledby="whale-table">
            <div class="row row--between">
                <h2 id="whale-table">{t!(lang, whale_table)}</h2>
                <button class="btn btn--small" type="button" on:click=move |_| close()>
                    {t!(lang, common_close)}
                </button>
            </div>
            <p class="f13 muted">{t!(lang, whale_table_caption)}</p>
            <div class="tablewrap curve-table mt-3" tabindex="0" role="region" aria-labelledby="whale-table">
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{t!(lang, see_table_customer)}</th>
                            <th scope="col" class="num">{t!(lang, see_col_revenue)}</th>
                            <th scope="col" class="num">{t!(lang, see_col_margin)}</th>
                            <th scope="col" class="num">{t!(lang, whale_col_percent)}</th>
                        </tr>
                    </thead>
                    <tbody>{past_rows(app, &whale)}</tbody>
                </table>
            </div>
            {more(app, whale.costing())}
        </Dialog>
    }
}

/// How many customers a list leaves out.
pub(super) fn more(app: App, all: usize) -> Option<AnyView> {
    let lang = app.lang.get_untracked();
    let rest = all.saturating_sub(LISTED);
    (rest > 0).then(|| {
        view! { <p class="mt-2 f13 muted">{t!(lang, whale_more, n = rest)}</p> }.into_any()
    })
}

fn past_rows(app: App, whale: &Whale) -> AnyView {
    let lang = app.lang.get_untracked();
    let currency = app.currency.read();
    let row = |at: usize| {
        let customer = app.customer(at)?;
        let margin = customer.margin?;
        let share = customer
            .revenue
            .is_positive()
            .then(|| margin.share_of(customer.revenue));
        Some(view! {
            <tr>
                <th scope="row">{customer.name}</th>
                <td class="num">{format::money(lang, customer.revenue, &currency)}</td>
                <td class="num neg">{format::money(lang, margin, &currency)}</td>
                <td class="num">
                    {share.map_or("–".to_owned(), |it| format::percent(lang, it, 1))}
                </td>
            </tr>
        })
    };
    whale
        .past()
        .take(LISTED)
        .filter_map(row)
        .collect_view()
        .into_any()
}
