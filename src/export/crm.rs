//! Customers for a CRM: tier, care model, owner, next contact and promise under the names that its
//! import knows.

use jiff_core::civil::{Date, Weekday};

use super::Facts;
use super::csv::{self, Cell};
use crate::domain::care::CareModel;
use crate::domain::day;
use crate::i18n::{templates, words};
use crate::t;

/// A program that takes the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crm {
    /// `HubSpot`: a company import.
    HubSpot,
    /// Pipedrive: an organisation import.
    Pipedrive,
    /// Any other: names in the page's language.
    Generic,
}

impl Crm {
    /// In the order they are offered.
    pub const ALL: [Self; 3] = [Self::HubSpot, Self::Pipedrive, Self::Generic];

    /// Part of the file's name.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::HubSpot => "hubspot",
            Self::Pipedrive => "pipedrive",
            Self::Generic => "crm",
        }
    }
}

/// The file.
#[must_use]
pub fn bytes(facts: &Facts<'_>, crm: Crm) -> Vec<u8> {
    // Both programs read commas whatever the language; others follow it, as spreadsheets do.
    let lang = match crm {
        Crm::HubSpot | Crm::Pipedrive => crate::i18n::Lang::En,
        Crm::Generic => facts.lang,
    };
    csv::bytes(lang, &rows(facts, crm))
}

/// The table with its header: one row for every customer that stands in a tier.
#[must_use]
pub fn rows(facts: &Facts<'_>, crm: Crm) -> Vec<Vec<Cell>> {
    let Some(base) = facts.base else {
        return Vec::new();
    };
    let mut out = vec![header(facts, crm).into_iter().map(Cell::text).collect()];
    for (tier, model) in facts.care.iter().enumerate() {
        let members = facts.sorting.members(facts.ranking, tier);
        let count = members.len();
        for (place, at) in members.into_iter().enumerate() {
            let Some(customer) = base.customers.get(at) else {
                continue;
            };
            let next = next_contact(facts.today, model, place, count);
            out.push(vec![
                Cell::text(&customer.name),
                Cell::text(customer.business_id.clone().unwrap_or_default()),
                Cell::text(facts.tier_name(tier)),
                Cell::text(care_line(facts, model)),
                Cell::text(facts.owner_of(at)),
                Cell::text(next.map(day::text).unwrap_or_default()),
                Cell::Number(
                    model
                        .response_hours
                        .map(|it| it.to_string())
                        .unwrap_or_default(),
                ),
            ]);
        }
    }
    out
}

/// `HubSpot` and Pipedrive match columns by the names of their own fields; the rest are new fields.
fn header(facts: &Facts<'_>, crm: Crm) -> [&'static str; 7] {
    let lang = facts.lang;
    match crm {
        Crm::HubSpot => [
            "Company name",
            "Business ID",
            "Customer tier",
            "Care model",
            "Account owner",
            "Next contact date",
            "Response promise (hours)",
        ],
        Crm::Pipedrive => [
            "Organization - Name",
            "Organization - Business ID",
            "Organization - Customer tier",
            "Organization - Care model",
            "Organization - Account owner",
            "Organization - Next contact date",
            "Organization - Response promise (hours)",
        ],
        Crm::Generic => [
            t!(lang, export_customer),
            t!(lang, export_business_id),
            t!(lang, export_tier),
            t!(lang, export_care),
            t!(lang, export_owner),
            t!(lang, export_next),
            t!(lang, export_answer_hours),
        ],
    }
}

/// Service and contacts in a line: `Named person; 4 visits, 8 calls`.
fn care_line(facts: &Facts<'_>, model: &CareModel) -> String {
    let channel = model
        .channel
        .map(|it| words::channel(facts.lang, it).to_owned());
    let plan = templates::plan_line(facts.lang, &model.contacts);
    let parts = channel
        .into_iter()
        .chain((!plan.is_empty()).then_some(plan));
    parts.collect::<Vec<_>>().join("; ")
}

/// The day of the next contact: customers of a tier follow each other evenly through the shortest
/// interval of its plan, the first within its first days. Weekends move to the Monday after.
#[must_use]
pub fn next_contact(today: Date, model: &CareModel, place: usize, of: usize) -> Option<Date> {
    let shortest = model
        .contacts
        .iter()
        .filter_map(|it| it.interval(model.grace_weeks))
        .map(|it| u64::from(it.ideal) * 7)
        .min()?;
    let (place, of) = (u64::try_from(place).ok()?, u64::try_from(of).ok()?.max(1));
    let days = i32::try_from(shortest * (place + 1) / (of + 1)).ok()?;
    let day = today.checked_add(days.max(1)).ok()?;
    let past_weekend = match day.weekday() {
        Weekday::Saturday => 2,
        Weekday::Sunday => 1,
        _ => 0,
    };
    day.checked_add(past_weekend).ok()
}

#[cfg(test)]
mod tests {
    use jiff_core::civil::date;

    use super::*;
    use crate::domain::care::{Contact, ContactKind};

    #[test]
    fn next_contacts_are_spread_over_the_interval_and_never_on_a_weekend() {
        let contact = |times| Contact {
            kind: ContactKind::Call,
            times,
            minutes: 20,
            preparation: 0,
        };
        let model = CareModel {
            contacts: vec![contact(1), contact(4)],
            ..CareModel::default()
        };
        // Every 13 weeks, four customers: after 18, 36, 54 and 72 days.
        let days: Vec<String> = (0..4)
            .filter_map(|it| next_contact(date(2026, 11, 22), &model, it, 4))
            .map(day::text)
            .collect();
        assert_eq!(
            days,
            ["2026-12-10", "2026-12-28", "2027-01-15", "2027-02-02"]
        );
        for place in 0..400 {
            let day = next_contact(date(2026, 11, 22), &model, place, 400);
            assert!(day.is_some_and(|it| it > date(2026, 11, 22)));
            assert!(day.is_some_and(|it| it.weekday().to_monday_one_offset() < 6));
        }
        assert_eq!(
            next_contact(date(2026, 11, 22), &CareModel::default(), 0, 1),
            None
        );
    }
}
