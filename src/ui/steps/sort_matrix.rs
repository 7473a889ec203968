//! Value against potential: the square as a picture whose boxes name tiers, and where value is cut.

use std::sync::Arc;

use leptos::prelude::*;

use super::sort_limits::Field;
use crate::domain::money::Money;
use crate::domain::tiers::potential::Basis;
use crate::domain::tiers::{Grounds, Matrix, Method};
use crate::i18n::{explain, format, methods, typed};
use crate::t;
use crate::ui::state::{App, use_app, use_lang};
use crate::ui::widgets::TierSelect;

fn matrix(app: App) -> Option<Matrix> {
    match &app.plan.read().method {
        Method::Matrix { matrix } => Some(matrix.clone()),
        _ => None,
    }
}

fn change(app: App, said: String, edit: impl FnOnce(&Matrix) -> Matrix) {
    if let Some(matrix) = untrack(|| matrix(app)) {
        let matrix = edit(&matrix);
        app.change(said, |model| model.plan.method = Method::Matrix { matrix });
    }
}

/// Customers and value of each box, row by row; and how each potential is known.
#[derive(Clone, Debug, Default, PartialEq)]
struct Held {
    boxes: Vec<(usize, Money)>,
    stated: usize,
    estimated: usize,
    unknown: usize,
}

fn held(app: App) -> Held {
    let size = matrix(app).map_or(0, |it| it.size());
    let mut held = Held {
        boxes: vec![Default::default(); size * size],
        ..Held::default()
    };
    let (classes, ranking) = (app.classes.read(), app.ranking.read());
    let Some(Grounds::Matrix(boxes)) = classes.as_ref().map(|it| it.grounds()) else {
        return held;
    };
    let matrix = matrix(app);
    for (at, (value, potential)) in boxes.iter().enumerate() {
        let column = matrix
            .as_ref()
            .map_or(0, |it| it.column_of(potential.level));
        if let Some((n, sum)) = held.boxes.get_mut(value * size + column) {
            *n += 1;
            *sum += ranking.value_of(at);
        }
        match potential.basis {
            Basis::File | Basis::Typed => held.stated += 1,
            Basis::SimilarLevels(_) | Basis::SimilarRevenue(_) => held.estimated += 1,
            Basis::Unknown => held.unknown += 1,
        }
    }
    held
}

/// The square.
#[component]
pub(crate) fn MatrixGrid() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let size = Memo::new(move |_| matrix(app).map_or(3, |it| it.size()));
    let held = Memo::new(move |_| held(app));
    let basis = move || {
        let it = held.read();
        let mut all = vec![t!(lang, methods_matrix_stated, n = it.stated)];
        if it.estimated > 0 {
            all.push(t!(lang, methods_matrix_estimated, n = it.estimated));
        }
        if it.unknown > 0 {
            all.push(t!(lang, methods_matrix_unknown, n = it.unknown));
        }
        all.join(" ")
    };
    let grid = move || {
        let size = size.get();
        let columns = (0..size)
            .map(|at| view! { <th scope="col">{t!(lang, methods_matrix_column, n = methods::levels(at, size))}</th> })
            .collect_view();
        let rows = (0..size)
            .map(|value| row(app, held, value, size))
            .collect_view();
        view! {
            <table class="square" data-size=size.to_string()>
                <caption class="vh">{t!(lang, methods_matrix_sub)}</caption>
                <thead><tr><td></td>{columns}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <figure class="chart">
            <figcaption class="chart__sub">{t!(lang, methods_matrix_sub)}</figcaption>
            <div class="scroll-x" tabindex="0" role="region" aria-label=t!(lang, methods_matrix)>{grid}</div>
            <p class="f13 muted mt-2">{basis}</p>
        </figure>
    }
    .into_any()
}

fn row(app: App, held: Memo<Held>, value: usize, size: usize) -> AnyView {
    let lang = app.lang.get_untracked();
    let class = methods::value_class(lang, value, size);
    let boxes = (0..size)
        .map(|potential| {
            let own = move || {
                held.read()
                    .boxes
                    .get(value * size + potential)
                    .copied()
                    .unwrap_or_default()
            };
            let tier =
                Signal::derive(move || matrix(app).map_or(0, |it| it.tier_at(value, potential)));
            let label = t!(
                lang,
                methods_matrix_box,
                value = class,
                potential = methods::levels(potential, size)
            );
            let set = move |to: usize| {
                let said = t!(
                    lang,
                    methods_box_changed,
                    tier = untrack(|| app.tier_name(to))
                );
                change(app, said, |it| it.with_box(value, potential, to));
            };
            view! {
                <td class="square__box" data-tier=move || (tier.get() + 1).to_string()>
                    <span class="square__n">{move || format::size(lang, own().0)}</span>
                    <span class="square__sum">
                        {move || format::money_whole(lang, own().1, &app.currency.read())}
                    </span>
                    <TierSelect tier label=Signal::stored(label) on_choose=set/>
                </td>
            }
        })
        .collect_view();
    view! { <tr><th scope="row">{t!(lang, methods_matrix_row, value = class)}</th>{boxes}</tr> }
        .into_any()
}

/// The size of the square, and the shares at which classes of value end.
#[component]
pub(crate) fn MatrixLimits() -> impl IntoView {
    let app = use_app();
    let lang = use_lang();
    let size = Memo::new(move |_| matrix(app).map_or(3, |it| it.size()));
    let choose = move |to: usize| {
        if size.get_untracked() != to {
            let said = t!(lang, methods_matrix_resized, n = to);
            change(app, said, |it| Matrix::usual(to, it.tiers().get()));
        }
    };
    let option = move |to: usize| {
        view! {
            <label>
                <input
                    type="radio"
                    name="square-size"
                    prop:checked=move || size.get() == to
                    on:change=move |_| choose(to)
                />
                <span>{format!("{to} × {to}")}</span>
            </label>
        }
    };
    let fields = move || {
        (1..size.get())
            .map(|at| cut_field(app, at - 1, size.get()))
            .collect_view()
    };
    view! {
        <div class="stack limits mt-3">
            <fieldset class="seg">
                <legend>{t!(lang, methods_matrix_size)}</legend>
                <div class="seg__in">{option(2)} {option(3)}</div>
            </fieldset>
            {fields}
        </div>
    }
    .into_any()
}

/// Where a class of value ends.
fn cut_field(app: App, at: usize, size: usize) -> AnyView {
    let lang = app.lang.get_untracked();
    let cut = Memo::new(move |_| {
        let matrix = matrix(app);
        matrix
            .and_then(|it| it.cuts().as_slice().get(at).copied())
            .unwrap_or_default()
    });
    let class = methods::value_class(lang, at, size);
    let set = move |text: &str| {
        let refused = || {
            let limit = explain::limit(lang, cut.get_untracked());
            t!(lang, sort_not_a_percent, text = text.trim(), limit = limit)
        };
        let wanted = typed::basis_points(text).ok_or_else(refused)?;
        let moved = untrack(|| matrix(app)).map(|it| it.with_cut(at, wanted));
        let holds = moved.as_ref().and_then(|it| it.cuts().as_slice().get(at)) == Some(&wanted);
        if !holds {
            return Err(refused());
        }
        let said = t!(
            lang,
            methods_cut_moved,
            value = class,
            limit = explain::limit(lang, wanted)
        );
        change(app, said, |it| it.with_cut(at, wanted));
        Ok(())
    };
    let shown = Signal::derive(move || {
        let text = explain::limit(lang, cut.get());
        text.trim_end_matches('%').trim_end().to_owned()
    });
    let name = t!(lang, methods_matrix_row, value = class);
    let label = t!(lang, methods_cut_name, value = class);
    view! {
        <Field
            id=format!("limit-{at}")
            shown
            word=t!(lang, sort_up_to)
            unit=Signal::stored("%".to_owned())
            label=Signal::stored(label)
            set=Arc::new(set)
        >
            <span class="f14">{name}</span>
        </Field>
    }
    .into_any()
}
