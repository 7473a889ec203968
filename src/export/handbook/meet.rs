//! The handbook where meetings lead: means, targets, meetings with their agendas.

use super::{Section, Table};
use crate::domain::care::capacity::whole_hours;
use crate::domain::care::meetings::Target;
use crate::domain::money::Money;
use crate::export::Facts;
use crate::i18n::{format, words};
use crate::t;

/// Hours and money in a line each.
pub(super) fn sums(facts: &Facts<'_>) -> Vec<String> {
    let lang = facts.lang;
    let capacity = facts.capacity();
    let extras: Money = facts
        .meetings
        .targets
        .values()
        .map(|it| facts.meetings.cost_of(it))
        .sum();
    let mut out = vec![super::sum_hours(facts, &capacity)];
    if extras.is_positive() {
        let money = format::money_whole(lang, extras, facts.currency);
        out.push(t!(lang, handbook_sum_means, cost = money));
    }
    out
}

/// The pages; targets only where customers may be named.
pub(super) fn sections(facts: &Facts<'_>, names: bool) -> Vec<Section> {
    let targets = names.then(|| targets(facts)).flatten();
    means(facts)
        .into_iter()
        .chain(targets)
        .chain(meetings(facts))
        .collect()
}

fn means(facts: &Facts<'_>) -> Option<Section> {
    let lang = facts.lang;
    let rows: Vec<Vec<String>> = facts
        .meetings
        .means
        .iter()
        .map(|it| {
            let users = facts.meetings.targets.values();
            let users = users.filter(|target| target.means.contains(&it.id)).count();
            vec![
                it.name.clone(),
                t!(lang, handbook_times_year, n = it.times),
                t!(
                    lang,
                    handbook_minutes,
                    n = format::count(lang, it.minutes.into())
                ),
                format::size(lang, users),
            ]
        })
        .collect();
    (!rows.is_empty()).then(|| Section {
        title: t!(lang, meet_means).to_owned(),
        lines: Vec::new(),
        tables: vec![Table {
            title: t!(lang, meet_means_h).to_owned(),
            head: [
                t!(lang, meet_means_name),
                t!(lang, handbook_how_often),
                t!(lang, handbook_length),
                t!(lang, care_pay_customers),
            ]
            .map(str::to_owned)
            .to_vec(),
            rows,
            foot: None,
        }],
    })
}

fn person(facts: &Facts<'_>, id: Option<u32>) -> String {
    let at = id.and_then(|id| facts.people.iter().position(|it| it.id == id));
    at.map_or_else(
        || t!(facts.lang, meet_target_owner_none).to_owned(),
        |it| facts.person_name(it),
    )
}

fn targets(facts: &Facts<'_>) -> Option<Section> {
    let lang = facts.lang;
    let base = facts.base?;
    let row = |(at, it): (&usize, &Target)| {
        let means: Vec<&str> = facts
            .meetings
            .means_of(it)
            .map(|it| it.name.as_str())
            .collect();
        Some(vec![
            base.customers.get(*at)?.name.clone(),
            words::level(lang, it.now).to_owned(),
            words::level(lang, it.goal).to_owned(),
            means.join(", "),
            person(facts, it.owner),
            it.note.clone(),
        ])
    };
    let rows: Vec<Vec<String>> = facts.targets.iter().filter_map(row).collect();
    (!rows.is_empty()).then(|| Section {
        title: t!(lang, meet_targets_h).to_owned(),
        lines: Vec::new(),
        tables: vec![Table {
            title: t!(lang, meet_targets_h).to_owned(),
            head: [
                t!(lang, handbook_customer),
                t!(lang, meet_target_now),
                t!(lang, meet_target_goal),
                t!(lang, meet_means),
                t!(lang, meet_target_owner),
                t!(lang, meet_target_note),
            ]
            .map(str::to_owned)
            .to_vec(),
            rows,
            foot: None,
        }],
    })
}

/// A page of all meetings: purpose and agenda as lines, the rest as a table.
fn meetings(facts: &Facts<'_>) -> Option<Section> {
    let lang = facts.lang;
    let all = &facts.meetings.meetings;
    let mut lines = Vec::new();
    for it in all {
        let agenda: Vec<&str> = it
            .agenda
            .lines()
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .collect();
        lines.push(t!(
            lang,
            handbook_agenda,
            kind = words::meeting(lang, it.kind),
            purpose = it.purpose.trim(),
            agenda = agenda.join("; ")
        ));
    }
    let rows = all
        .iter()
        .map(|it| {
            let who: Vec<String> = it
                .people
                .iter()
                .map(|id| person(facts, Some(*id)))
                .collect();
            vec![
                words::meeting(lang, it.kind).to_owned(),
                t!(lang, handbook_times_year, n = it.times),
                t!(
                    lang,
                    handbook_minutes,
                    n = format::count(lang, it.minutes.into())
                ),
                who.join(", "),
                format::hours(lang, it.minutes_a_year()),
            ]
        })
        .collect();
    (!all.is_empty()).then(|| Section {
        title: t!(lang, meet_meetings_h).to_owned(),
        lines,
        tables: vec![Table {
            title: t!(lang, meet_meetings_lede).to_owned(),
            head: [
                t!(lang, meet_meetings),
                t!(lang, handbook_how_often),
                t!(lang, handbook_length),
                t!(lang, meet_meeting_people),
                t!(lang, handbook_hours_year),
            ]
            .map(str::to_owned)
            .to_vec(),
            rows,
            foot: None,
        }],
    })
}

/// Hours of each person.
pub(super) fn loads(facts: &Facts<'_>) -> Option<Table> {
    let lang = facts.lang;
    let capacity = facts.capacity();
    let rows: Vec<Vec<String>> = capacity
        .people
        .iter()
        .enumerate()
        .map(|(at, load)| {
            let needs = format::count(lang, whole_hours(load.needs));
            let has = format::hours(lang, load.has);
            vec![
                facts.person_name(at),
                t!(lang, care_load_of, needs = needs, has = has),
            ]
        })
        .collect();
    (!rows.is_empty()).then(|| Table {
        title: t!(lang, handbook_load_region).to_owned(),
        head: [t!(lang, handbook_owner), t!(lang, handbook_load)]
            .map(str::to_owned)
            .to_vec(),
        rows,
        foot: None,
    })
}
