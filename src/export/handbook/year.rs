//! The last page: who does what, exceptions, and how we know whether it works.

use super::{Table, goals};
use crate::domain::care::Way;
use crate::domain::care::capacity::whole_hours;
use crate::export::Facts;
use crate::i18n::format;
use crate::t;

/// Hours of each person, and the tiers they own.
pub(super) fn loads(facts: &Facts<'_>) -> Option<Table> {
    let lang = facts.lang;
    if facts.people.is_empty() {
        return None;
    }
    let capacity = facts.capacity();
    let of = |needs: u64, has: u64| {
        let needs = whole_hours(needs);
        t!(
            lang,
            care_load_of,
            needs = format::count(lang, needs),
            has = format::hours(lang, has)
        )
    };
    let tiers = facts.plan.tiers();
    let mut head = vec![t!(lang, handbook_owner).to_owned()];
    head.extend((0..tiers).map(|it| facts.tier_name(it)));
    head.push(t!(lang, handbook_load).to_owned());
    let rows = facts
        .people
        .iter()
        .zip(&capacity.people)
        .enumerate()
        .map(|(at, (person, load))| {
            let mut cells = vec![facts.person_name(at)];
            cells.extend(facts.care.iter().map(|it| {
                let owns = it.owners.contains(&person.id);
                if owns { "✓" } else { "–" }.to_owned()
            }));
            cells.push(of(load.needs, load.has));
            cells
        })
        .collect();
    let mut foot = vec![t!(lang, common_together).to_owned()];
    let counts = facts.counts();
    foot.extend(counts.iter().map(|it| {
        if facts.base.is_some() {
            t!(lang, care_customers, n = *it)
        } else {
            String::new()
        }
    }));
    foot.push(of(capacity.needs(), capacity.has()));
    Some(Table {
        title: t!(lang, handbook_load_region).to_owned(),
        head,
        rows,
        foot: Some(foot),
    })
}

/// Customers moved by hand.
pub(super) fn exceptions(facts: &Facts<'_>) -> Option<Table> {
    let lang = facts.lang;
    let base = facts.base?;
    let rows: Vec<Vec<String>> = facts
        .sorting
        .by_hand()
        .iter()
        .filter_map(|(at, to)| {
            let exception = facts.exceptions.get(at)?;
            let from = facts.sorting.tier_by_rule(facts.ranking, *at);
            let to = facts.tier_name(*to);
            let moved = match from {
                Some(from) => t!(
                    lang,
                    handbook_moved_to,
                    from = facts.tier_name(from),
                    to = to
                ),
                None => t!(lang, handbook_moved_in, to = to),
            };
            let review = exception.review.map(|it| format::date(lang, it));
            Some(vec![
                base.customers.get(*at)?.name.clone(),
                moved,
                exception.reason.clone(),
                review.unwrap_or_default(),
            ])
        })
        .collect();
    (!rows.is_empty()).then(|| Table {
        title: t!(lang, handbook_exceptions).to_owned(),
        head: [
            t!(lang, handbook_customer),
            t!(lang, handbook_moved),
            t!(lang, handbook_why),
            t!(lang, handbook_review),
        ]
        .map(str::to_owned)
        .to_vec(),
        rows,
        foot: None,
    })
}

/// How we know whether it works: what we look at, and the goals of each tier.
pub(super) fn works(facts: &Facts<'_>) -> Vec<String> {
    let lang = facts.lang;
    let mut out = vec![t!(lang, handbook_works_text).to_owned()];
    // Where meetings lead, the tiers' goals are kept but not followed.
    let led = if facts.way == Way::Tiers {
        facts.care
    } else {
        &[]
    };
    let with_goals = led.iter().enumerate();
    for (at, model) in with_goals.filter(|(_, it)| !it.goals.is_empty()) {
        out.push(t!(
            lang,
            handbook_works_line,
            tier = facts.tier_name(at),
            goals = goals(facts, &model.goals)
        ));
    }
    out
}
