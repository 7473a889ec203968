//! Questions about very many customers that take too long for the page, and their answers. Like a reading
//! they hold no rules: they name what `domain` finds.

use serde::{Deserialize, Serialize};

use crate::domain::customer::Customer;
use crate::domain::duplicates::{Face, Pair, Search};
use crate::domain::fit::{Agreement, Simulation, Stability, agreement};
use crate::domain::money::Money;
use crate::domain::ranking::Ranking;
use crate::domain::tiers::MethodKind;

/// What is asked; whom it is about travels beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// Where so many tiers end by natural breaks, of values in falling order ([`packed`]).
    Breaks(usize),
    /// How stable tiers are when such values vary by this spread.
    Years(f64),
    /// Which customers may be one ([`faces`]).
    Alike,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Found {
    /// The ranks at which the tiers end.
    Breaks(Vec<usize>),
    /// Stability of each way of sorting that was tried, and how far methods agree.
    Years(Vec<Stability>, Agreement),
    /// Pairs, by place among the customers.
    Alike(Vec<Pair>),
}

/// Answers a question about what travelled beside it; `None` where that is not what it is about.
#[must_use]
pub fn count(question: &Question, beside: &[u8]) -> Option<Found> {
    Some(match question {
        Question::Breaks(tiers) => {
            let ranking = Ranking::new(&unpacked(beside));
            Found::Breaks(MethodKind::Natural.usual(*tiers, &ranking).ends(&ranking))
        }
        Question::Years(spread) => {
            let ranking = Ranking::new(&unpacked(beside));
            let mut simulation = Simulation::of_tried(&ranking, *spread);
            while !simulation.step(u16::MAX) {}
            Found::Years(simulation.finish(), agreement(&ranking))
        }
        Question::Alike => {
            let mut search = Search::default();
            let mut rest = beside;
            while !rest.is_empty() {
                let (face, after) = postcard::take_from_bytes::<Face<'_>>(rest).ok()?;
                search.meet(&face);
                rest = after;
            }
            while !search.go(usize::MAX) {}
            Found::Alike(search.pairs())
        }
    })
}

/// Values as bytes, eight for each: a copy in one go. `None` where one is larger than that.
#[must_use]
pub fn packed(values: &[Money]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(values.len() * 8);
    for value in values {
        let value = i64::try_from(value.ten_thousandths()).ok()?;
        bytes.extend_from_slice(&value.to_le_bytes());
    }
    Some(bytes)
}

/// Values from [`packed`] bytes.
#[must_use]
pub fn unpacked(bytes: &[u8]) -> Vec<Money> {
    let (values, _) = bytes.as_chunks();
    let value = |it: &[u8; 8]| Money::from_ten_thousandths(i64::from_le_bytes(*it).into());
    values.iter().map(value).collect()
}

/// What is looked at of customers, as bytes after those of others.
#[must_use]
pub fn faces(others: Vec<u8>, customers: &[Customer]) -> Vec<u8> {
    // Like any message of ours it always encodes.
    let add = |bytes, it| postcard::to_extend(&Face::of(it), bytes).unwrap_or_default();
    customers.iter().fold(others, add)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::duplicates::find;
    use crate::worker::{decode, encode};

    /// By way of messages.
    fn answer(question: &Question, beside: &[u8]) -> Found {
        let question: Question = decode(&encode(question)).expect("what was encoded");
        let found = count(&question, beside).expect("what it is about");
        decode(&encode(&found)).expect("what was encoded")
    }

    #[test]
    fn what_is_counted_beside_the_page_is_what_the_page_would_count() {
        let values: Vec<Money> = (1..=300)
            .map(|it| Money::from_units(90_000 / it))
            .chain([Money::from_ten_thousandths(1)])
            .collect();
        let ranking = Ranking::new(&values);
        let bytes = packed(ranking.values()).expect("values of eight bytes");
        let ask = |question: Question| answer(&question, &bytes);
        let natural = MethodKind::Natural.usual(4, &ranking).ends(&ranking);
        assert_eq!(ask(Question::Breaks(4)), Found::Breaks(natural));
        let mut simulation = Simulation::of_tried(&ranking, 0.3);
        while !simulation.step(7) {}
        let years = Found::Years(simulation.finish(), agreement(&ranking));
        assert_eq!(ask(Question::Years(0.3)), years);
    }

    #[test]
    fn pairs_looked_for_beside_the_page_are_those_that_the_page_finds() {
        let of = [
            ("Sinilampi Rauta Oy", "0112038-9", 70),
            ("SINILAMPI RAUTA", "", -5),
            ("Old name", "FI01120389", 0),
            ("Kuusela Auto Oy", "x", 8),
            ("Somebody else", "", 8),
            ("Kuuselan Auto", "", 9),
        ];
        let customer = |(name, id, revenue): &(&str, &str, i64)| Customer {
            name: (*name).to_owned(),
            business_id: Some((*id).to_owned()).filter(|it| !it.is_empty()),
            revenue: Money::from_units(*revenue),
            ..Customer::default()
        };
        let customers: Vec<Customer> = of.iter().map(customer).collect();
        let (first, others) = customers.split_at(2);
        let bytes = faces(faces(Vec::new(), first), others);
        let Found::Alike(found) = answer(&Question::Alike, &bytes) else {
            panic!("another answer than asked for");
        };
        assert_eq!(found.len(), 3);
        assert_eq!(found, find(&customers));
        let none = Some(Found::Alike(Vec::new()));
        assert_eq!(count(&Question::Alike, &[]), none);
        assert_eq!(count(&Question::Alike, &[5]), None, "not customers");
    }

    #[test]
    fn an_amount_that_eight_bytes_do_not_hold_is_not_cut() {
        let large = Money::from_ten_thousandths(i128::from(i64::MAX) + 1);
        assert_eq!(packed(&[large]), None);
        let held = [i64::MAX, 1, 0, -5].map(|it| Money::from_ten_thousandths(it.into()));
        assert_eq!(packed(&held).map(|it| unpacked(&it)), Some(held.to_vec()));
    }
}
