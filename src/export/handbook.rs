//! The handbook: every promise on paper, as data that the page prints and Markdown writes.

use super::Facts;
use crate::domain::care::{CareModel, Goal};
use crate::domain::money::Money;
use crate::i18n::{format, templates, words};
use crate::t;

/// Customers listed by name on a tier's page; the rest are counted.
const LISTED: usize = 40;

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
    /// A page for each tier.
    pub tiers: Vec<TierPage>,
    /// Who does what.
    pub loads: Option<Table>,
    /// Customers moved by hand; `None` where there are none to show.
    pub exceptions: Option<Table>,
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
        let tiers = facts.plan.tiers();
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
            lede: t!(lang, handbook_lede, n = tiers, day = &day),
            heads: (0..tiers).map(|it| head(facts, it)).collect(),
            overview: overview(facts),
            sums: sums(facts),
            tiers: (0..tiers).map(|it| tier_page(facts, it, names)).collect(),
            loads: loads(facts),
            exceptions: if names { exceptions(facts) } else { None },
            works: works(facts),
            runner: if names && has_customers {
                t!(lang, handbook_confidential).to_owned()
            } else {
                t!(lang, handbook_runner, day = day)
            },
        }
    }

    /// How many pages it begins: the cover, one for each tier, and the year.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.tiers.len() + 2
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

fn sums(facts: &Facts<'_>) -> Vec<String> {
    if facts.base.is_none() {
        return Vec::new();
    }
    let lang = facts.lang;
    let capacity = facts.capacity();
    let cases = facts.cases();
    let cost: Money = cases
        .iter()
        .map(crate::domain::care::business_case::TierCase::cost)
        .sum();
    let left: Option<Vec<Money>> = cases
        .iter()
        .map(crate::domain::care::business_case::TierCase::left)
        .collect();
    let money = |it| format::money_whole(lang, it, facts.currency);
    let mut out = vec![
        t!(
            lang,
            handbook_sum_hours,
            needs = format::hours(lang, capacity.needs()),
            has = format::hours(lang, capacity.has())
        ),
        t!(lang, handbook_sum_cost, cost = money(cost)),
    ];
    if let Some(left) = left {
        let left = left.iter().sum();
        out.push(t!(lang, handbook_sum_left, left = money(left)));
    }
    out
}

fn tier_page(facts: &Facts<'_>, tier: usize, names: bool) -> TierPage {
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
            .collect(),
        plan: plan(facts, model),
        customers,
        more,
    }
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
            format::hours_fine(lang, model.incoming_minutes.into()),
        ]);
    }
    let foot = (!rows.is_empty()).then(|| {
        vec![
            t!(lang, handbook_together).to_owned(),
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
    let owners = facts.owners(tier).join(", ");
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
            let mut cells = vec![
                name,
                it.owner.clone().unwrap_or_else(|| owners.clone()),
                money(it.revenue),
            ];
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

fn loads(facts: &Facts<'_>) -> Option<Table> {
    let lang = facts.lang;
    if facts.people.is_empty() {
        return None;
    }
    let capacity = facts.capacity();
    let of = |needs: u64, has: u64| {
        let needs = crate::domain::care::capacity::whole_hours(needs);
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

fn exceptions(facts: &Facts<'_>) -> Option<Table> {
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

fn works(facts: &Facts<'_>) -> Vec<String> {
    let lang = facts.lang;
    let mut out = vec![t!(lang, handbook_works_text).to_owned()];
    out.extend(facts.care.iter().enumerate().filter_map(|(at, it)| {
        (!it.goals.is_empty()).then(|| {
            t!(
                lang,
                handbook_works_line,
                tier = facts.tier_name(at),
                goals = goals(facts, &it.goals)
            )
        })
    }));
    out
}
