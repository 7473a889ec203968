//! The page of one tier: needs, answers, the contact plan, and who the customers are.

use super::{Table, TierPage, answers, sub};
use crate::domain::care::{CareModel, Question};
use crate::export::Facts;
use crate::i18n::{format, words};
use crate::t;

/// Customers listed by name on a tier's page; the rest are counted.
const LISTED: usize = 40;

/// The page of a tier; `names` says whether customers are named on it.
pub(super) fn page(facts: &Facts<'_>, tier: usize, names: bool) -> TierPage {
    let lang = facts.lang;
    let empty = CareModel::default();
    let model = facts.care.get(tier).unwrap_or(&empty);
    let name = facts.tier_name(tier);
    let sub = sub(facts, tier);
    let title = if sub.is_empty() {
        t!(lang, handbook_tier_title_plain, tier = &name)
    } else {
        sub
    };
    let (customers, more) = if names {
        customers(facts, tier)
    } else {
        (None, String::new())
    };
    TierPage {
        tier,
        name,
        title,
        needs: needs(facts, model),
        is_guess: model.is_guess(),
        answers: answers(facts, tier)
            .into_iter()
            .enumerate()
            // The contact plan stands as a table of its own.
            .filter(|(at, _)| *at != 4)
            .map(|(_, it)| it)
            .chain(more_answers(facts, model))
            .chain(suggested(facts, model))
            .collect(),
        plan: plan(facts, model),
        customers,
        more,
    }
}

/// What nobody must answer, where it is answered.
fn more_answers(facts: &Facts<'_>, model: &CareModel) -> Vec<(String, String)> {
    let lang = facts.lang;
    [
        (t!(lang, handbook_row_escalation), &model.escalation),
        (t!(lang, handbook_row_opening), &model.opening),
        (t!(lang, handbook_row_topics), &model.topics),
        (t!(lang, handbook_row_onboarding), &model.onboarding),
        (t!(lang, handbook_row_growth), &model.growth),
        (t!(lang, handbook_row_leaving), &model.leaving),
    ]
    .into_iter()
    .filter(|(_, text)| !text.trim().is_empty())
    .map(|(label, text)| (label.to_owned(), text.trim().to_owned()))
    .collect()
}

/// Which answers are suggestions that nobody has read: a handbook must not pass them off as decided.
fn suggested(facts: &Facts<'_>, model: &CareModel) -> Option<(String, String)> {
    let lang = facts.lang;
    let names: Vec<&str> = Question::ALL
        .into_iter()
        .filter(|it| model.is_suggested(*it))
        .map(|it| words::question(lang, it))
        .collect();
    let label = t!(lang, handbook_row_suggested).to_owned();
    (!names.is_empty()).then(|| (label, names.join(", ")))
}

fn needs(facts: &Facts<'_>, model: &CareModel) -> Vec<String> {
    let lang = facts.lang;
    let needs = model.needs.trim();
    if needs.is_empty() {
        return Vec::new();
    }
    let mut out = vec![t!(lang, handbook_needs, needs = needs)];
    if let (false, Some(sureness)) = (model.evidence.is_empty(), model.sureness) {
        let how: Vec<String> = model
            .evidence
            .iter()
            .map(|it| words::evidence(lang, *it).to_lowercase())
            .collect();
        out.push(t!(
            lang,
            handbook_needs_how,
            how = how.join(", "),
            sure = words::sureness(lang, sureness)
        ));
    }
    if model.is_guess() {
        out.push(t!(lang, handbook_needs_guess).to_owned());
    }
    out
}

fn plan(facts: &Facts<'_>, model: &CareModel) -> Table {
    let lang = facts.lang;
    let mut rows: Vec<Vec<String>> = model
        .contacts
        .iter()
        .filter(|it| it.times > 0)
        .map(|it| {
            let minutes = format::count(lang, it.minutes.into());
            let length = if it.preparation == 0 {
                t!(lang, handbook_minutes, n = minutes)
            } else {
                let preparation = format::count(lang, it.preparation.into());
                t!(
                    lang,
                    handbook_minutes_preparation,
                    n = minutes,
                    m = preparation
                )
            };
            vec![
                words::contact(lang, it.kind).to_owned(),
                t!(lang, handbook_times_year, n = it.times),
                it.interval(model.grace_weeks)
                    .map(|it| t!(lang, handbook_weeks, n = it.ideal, latest = it.latest))
                    .unwrap_or_default(),
                length,
                format::hours_fine(lang, it.minutes_a_year()),
            ]
        })
        .collect();
    if model.incoming_minutes > 0 {
        rows.push(vec![
            t!(lang, handbook_answering).to_owned(),
            String::new(),
            String::new(),
            String::new(),
            format::hours_fine(lang, model.incoming_minutes.into()),
        ]);
    }
    let foot = (!rows.is_empty()).then(|| {
        vec![
            t!(lang, handbook_together).to_owned(),
            String::new(),
            String::new(),
            String::new(),
            format::hours_fine(lang, model.minutes_a_year()),
        ]
    });
    Table {
        title: t!(lang, handbook_promised).to_owned(),
        head: [
            t!(lang, handbook_contact),
            t!(lang, handbook_how_often),
            t!(lang, handbook_apart),
            t!(lang, handbook_length),
            t!(lang, handbook_hours_year),
        ]
        .map(str::to_owned)
        .to_vec(),
        rows,
        foot,
    }
}

fn customers(facts: &Facts<'_>, tier: usize) -> (Option<Table>, String) {
    let lang = facts.lang;
    let Some(base) = facts.base else {
        return (None, String::new());
    };
    let members = facts.sorting.members(facts.ranking, tier);
    let money = |it| format::money_whole(lang, it, facts.currency);
    let has_margin = base.has_margin();
    let rows: Vec<Vec<String>> = members
        .iter()
        .take(LISTED)
        .filter_map(|at| base.customers.get(*at).map(|it| (*at, it)))
        .map(|(at, it)| {
            let mut name = it.name.clone();
            if facts.sorting.is_by_hand(at) {
                name = format!("{name} ({})", t!(lang, handbook_by_hand));
            }
            let mut cells = vec![name, facts.owner_of(at), money(it.revenue)];
            if has_margin {
                cells.push(it.margin.map_or_else(|| "–".to_owned(), money));
            }
            cells
        })
        .collect();
    if rows.is_empty() {
        return (None, String::new());
    }
    let mut head = vec![
        t!(lang, handbook_customer),
        t!(lang, handbook_owner),
        t!(lang, handbook_revenue),
    ];
    if has_margin {
        head.push(t!(lang, handbook_margin));
    }
    let more = members.len().saturating_sub(LISTED);
    let more = if more == 0 {
        String::new()
    } else {
        t!(lang, handbook_more, n = more)
    };
    let table = Table {
        title: t!(lang, handbook_customers).to_owned(),
        head: head.into_iter().map(str::to_owned).collect(),
        rows,
        foot: None,
    };
    (Some(table), more)
}
