//! The handbook: every promise on paper, as data that the page prints and Markdown writes.

mod meet;
mod tier;
mod year;

use super::Facts;
use crate::domain::care::business_case::TierCase;
use crate::domain::care::capacity::Capacity;
use crate::domain::care::{CareModel, Goal, Question, Way};
use crate::domain::money::Money;
use crate::i18n::{format, templates, words};
use crate::t;

/// A printed table: a header and rows of as many cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Its title.
    pub title: String,
    /// Titles of columns.
    pub head: Vec<String>,
    /// Rows; the first cell is the row's name.
    pub rows: Vec<Vec<String>>,
    /// The last row, where there is a sum.
    pub foot: Option<Vec<String>>,
}

/// One tier at the head of the overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its name.
    pub name: String,
    /// Customers and share of revenue; empty without customers.
    pub sub: String,
}

/// A page of one tier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TierPage {
    /// The tier, from 0.
    pub tier: usize,
    /// Its name.
    pub name: String,
    /// What stands at its head.
    pub title: String,
    /// What they need and how we know; empty where it is not answered.
    pub needs: Vec<String>,
    /// The needs are a guess.
    pub is_guess: bool,
    /// Aim, owner, service, promise, extras, limits and goals: label and text.
    pub answers: Vec<(String, String)>,
    /// The contact plan.
    pub plan: Table,
    /// Who they are; `None` without customers or without names.
    pub customers: Option<Table>,
    /// How many more there are than listed.
    pub more: String,
}

/// A page of the meeting-led way: lines and tables under a title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// What stands at its head.
    pub title: String,
    /// What stands above the tables.
    pub lines: Vec<String>,
    /// Tables.
    pub tables: Vec<Table>,
}

/// The whole handbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handbook {
    /// Whose it is, and the year.
    pub brand: String,
    /// Its title.
    pub title: String,
    /// Its opening.
    pub lede: String,
    /// The tiers at the head of the overview.
    pub heads: Vec<Head>,
    /// The overview: label and one text for each tier.
    pub overview: Vec<(String, Vec<String>)>,
    /// Hours and money in a line each.
    pub sums: Vec<String>,
    /// A page for each tier; none where meetings lead.
    pub tiers: Vec<TierPage>,
    /// Pages of the meeting-led way; none where tiers lead.
    pub sections: Vec<Section>,
    /// What stands at the head of the last page.
    pub year_title: String,
    /// Who does what.
    pub loads: Option<Table>,
    /// Customers moved by hand; `None` where there are none to show.
    pub exceptions: Option<Table>,
    /// The title of what follows.
    pub works_title: String,
    /// How we know whether it works.
    pub works: Vec<String>,
    /// The line at the foot of each page.
    pub runner: String,
}

impl Handbook {
    /// The handbook of `facts`; `names` says whether customers are named in it.
    #[must_use]
    pub fn of(facts: &Facts<'_>, names: bool) -> Self {
        let lang = facts.lang;
        let is_met = facts.way == Way::Meetings;
        let tiers = if is_met { 0 } else { facts.plan.tiers() };
        let day = format::date(lang, facts.today);
        let year = facts.today.year().to_string();
        let has_customers = facts.base.is_some();
        Self {
            brand: if has_customers && !facts.source.is_empty() {
                t!(lang, handbook_brand, source = facts.source, year = year)
            } else {
                t!(lang, handbook_brand_plain, year = year)
            },
            title: t!(lang, handbook_title).to_owned(),
            lede: if is_met {
                t!(lang, handbook_lede_meet, day = &day)
            } else {
                t!(lang, handbook_lede, n = tiers, day = &day)
            },
            heads: (0..tiers).map(|it| head(facts, it)).collect(),
            overview: if is_met { Vec::new() } else { overview(facts) },
            sums: if is_met {
                meet::sums(facts)
            } else {
                sums(facts)
            },
            tiers: (0..tiers).map(|it| tier::page(facts, it, names)).collect(),
            sections: if is_met {
                meet::sections(facts, names)
            } else {
                Vec::new()
            },
            year_title: t!(lang, handbook_year).to_owned(),
            loads: if is_met {
                meet::loads(facts)
            } else {
                year::loads(facts)
            },
            exceptions: if names { year::exceptions(facts) } else { None },
            works_title: t!(lang, handbook_works).to_owned(),
            works: year::works(facts),
            runner: if names && has_customers {
                t!(lang, handbook_confidential).to_owned()
            } else {
                t!(lang, handbook_runner, day = day)
            },
        }
    }

    /// What it holds, part by part: the cover is part 1.
    #[must_use]
    pub fn contents(&self) -> Vec<String> {
        let tiers = self.tiers.iter().map(|it| it.name.clone());
        let sections = self.sections.iter().map(|it| it.title.clone());
        let last = std::iter::once(self.year_title.clone());
        tiers.chain(sections).chain(last).collect()
    }

    /// How many pages it begins: the cover, one for each tier or section, and the year.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.tiers.len() + self.sections.len() + 2
    }
}

/// `10 customers, 60% of revenue`; empty without customers.
fn sub(facts: &Facts<'_>, tier: usize) -> String {
    let held = facts.sorting.tiers().get(tier);
    let Some(held) = held.filter(|_| facts.base.is_some()) else {
        return String::new();
    };
    let total: Money = facts.sorting.tiers().iter().map(|it| it.value).sum();
    t!(
        facts.lang,
        handbook_head_sub,
        n = held.customers,
        share = format::percent(facts.lang, held.value.share_of(total), 0)
    )
}

fn head(facts: &Facts<'_>, tier: usize) -> Head {
    Head {
        name: facts.tier_name(tier),
        sub: sub(facts, tier),
    }
}

fn said(text: &str, open: &str) -> String {
    let text = text.trim();
    if text.is_empty() { open } else { text }.to_owned()
}

fn goals(facts: &Facts<'_>, goals: &[Goal]) -> String {
    let lang = facts.lang;
    let lines: Vec<String> = goals
        .iter()
        .map(|it| {
            t!(
                lang,
                handbook_goal_line,
                goal = words::goal(lang, it.kind),
                percent = format::percent(lang, f64::from(it.percent) / 100.0, 0)
            )
        })
        .collect();
    lines.join(", ")
}

fn extras(facts: &Facts<'_>, model: &CareModel) -> String {
    if model.no_extras {
        return t!(facts.lang, handbook_no_extras).to_owned();
    }
    let whats: Vec<&str> = model
        .extras
        .iter()
        .map(|it| it.what.trim())
        .filter(|it| !it.is_empty())
        .collect();
    whats.join(", ")
}

/// What one question of a tier is answered with, in a line; empty where it is not.
#[must_use]
pub fn answer_line(facts: &Facts<'_>, tier: usize, question: Question) -> String {
    let lang = facts.lang;
    let Some(model) = facts.care.get(tier) else {
        return String::new();
    };
    match question {
        Question::Aim => model.aim.trim().to_owned(),
        Question::Needs => model.needs.trim().to_owned(),
        Question::Owner => facts.owners(tier).join(", "),
        Question::Service => {
            let channel = model.channel.map(|it| words::channel(lang, it).to_owned());
            let answer = model.response_hours.map(|it| templates::within(lang, it));
            let parts: Vec<String> = channel.into_iter().chain(answer).collect();
            parts.join(", ")
        }
        Question::Contacts => templates::plan_line(lang, &model.contacts),
        Question::Extras => extras(facts, model),
        Question::NotDone => model.not_done.trim().to_owned(),
        Question::Goals => goals(facts, &model.goals),
    }
}

/// The answers of one tier: label and text, in the order of the overview.
fn answers(facts: &Facts<'_>, tier: usize) -> Vec<(String, String)> {
    let lang = facts.lang;
    let empty = CareModel::default();
    let model = facts.care.get(tier).unwrap_or(&empty);
    let open = t!(lang, handbook_open);
    let channel = model.channel.map_or("", |it| words::channel(lang, it));
    let answer = model.response_hours.map(|it| templates::within(lang, it));
    [
        (t!(lang, handbook_row_aim), said(&model.aim, open)),
        (
            t!(lang, handbook_row_owner),
            said(&facts.owners(tier).join(", "), open),
        ),
        (t!(lang, handbook_row_channel), said(channel, open)),
        (
            t!(lang, handbook_row_answer),
            said(&answer.unwrap_or_default(), open),
        ),
        (
            t!(lang, handbook_row_year),
            said(&templates::plan_line(lang, &model.contacts), open),
        ),
        (
            t!(lang, handbook_row_extras),
            said(&extras(facts, model), open),
        ),
        (t!(lang, handbook_row_not_done), said(&model.not_done, open)),
        (
            t!(lang, handbook_row_goals),
            said(&goals(facts, &model.goals), open),
        ),
    ]
    .map(|(label, text)| (label.to_owned(), text))
    .to_vec()
}

fn overview(facts: &Facts<'_>) -> Vec<(String, Vec<String>)> {
    let lang = facts.lang;
    let by_tier: Vec<_> = (0..facts.plan.tiers())
        .map(|it| answers(facts, it))
        .collect();
    let labels = by_tier.first().map(Vec::as_slice).unwrap_or_default();
    let mut rows: Vec<(String, Vec<String>)> = labels
        .iter()
        .enumerate()
        .map(|(at, (label, _))| {
            let texts = by_tier.iter().filter_map(|it| it.get(at));
            (label.clone(), texts.map(|(_, text)| text.clone()).collect())
        })
        .collect();
    let each = facts.care.iter().map(CareModel::minutes_a_year);
    rows.push((
        t!(lang, handbook_row_hours_one).to_owned(),
        each.map(|it| format::hours_fine(lang, it)).collect(),
    ));
    if facts.base.is_some() {
        let all = facts.capacity().tiers;
        rows.push((
            t!(lang, handbook_row_hours_all).to_owned(),
            all.iter().map(|it| format::hours(lang, *it)).collect(),
        ));
    }
    rows
}

/// Hours promised, beside those there are if somebody was named.
fn sum_hours(facts: &Facts<'_>, capacity: &Capacity) -> String {
    let lang = facts.lang;
    let needs = format::hours(lang, capacity.needs());
    if facts.people.is_empty() {
        return t!(lang, handbook_sum_hours_nobody, needs = needs);
    }
    let has = format::hours(lang, capacity.has());
    t!(lang, handbook_sum_hours, needs = needs, has = has)
}

fn sums(facts: &Facts<'_>) -> Vec<String> {
    if facts.base.is_none() {
        return Vec::new();
    }
    let lang = facts.lang;
    let capacity = facts.capacity();
    let cases = facts.cases();
    let cost: Money = cases.iter().map(TierCase::cost).sum();
    let left: Option<Vec<Money>> = cases.iter().map(TierCase::left).collect();
    let money = |it| format::money_whole(lang, it, facts.currency);
    let hours = sum_hours(facts, &capacity);
    if facts.people.is_empty() {
        // Nobody's hour has a price yet.
        return vec![hours];
    }
    let mut out = vec![hours, t!(lang, handbook_sum_cost, cost = money(cost))];
    if let Some(left) = left {
        let left = left.iter().sum();
        out.push(t!(lang, handbook_sum_left, left = money(left)));
    }
    out
}
