//! Questions about very many customers that take too long for the page, and their answers. Like a reading
//! they hold no rules: they name what `domain` finds.

use serde::{Deserialize, Serialize};

use crate::domain::fit::{Agreement, Simulation, Stability, agreement};
use crate::domain::money::Money;
use crate::domain::ranking::Ranking;
use crate::domain::tiers::MethodKind;

/// What is asked of values in falling order; they travel beside it ([`packed`]).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// Where so many tiers end by natural breaks.
    Breaks(usize),
    /// How stable tiers are when values vary by this spread.
    Years(f64),
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Found {
    /// The ranks at which the tiers end.
    Breaks(Vec<usize>),
    /// Stability of each way of sorting that was tried, and how far methods agree.
    Years(Vec<Stability>, Agreement),
}

/// Answers a question.
#[must_use]
pub fn count(question: &Question, values: &[Money]) -> Found {
    let ranking = Ranking::new(values);
    match question {
        Question::Breaks(tiers) => {
            Found::Breaks(MethodKind::Natural.usual(*tiers, &ranking).ends(&ranking))
        }
        Question::Years(spread) => {
            let mut simulation = Simulation::of_tried(&ranking, *spread);
            while !simulation.step(u16::MAX) {}
            Found::Years(simulation.finish(), agreement(&ranking))
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::worker::{decode, encode};

    #[test]
    fn what_is_counted_beside_the_page_is_what_the_page_would_count() {
        let values: Vec<Money> = (1..=300)
            .map(|it| Money::from_units(90_000 / it))
            .chain([Money::from_ten_thousandths(1)])
            .collect();
        let ranking = Ranking::new(&values);
        let ask = |question: Question| {
            let bytes = packed(ranking.values()).expect("values of eight bytes");
            let question: Question = decode(&encode(&question)).expect("what was encoded");
            let found = count(&question, &unpacked(&bytes));
            decode::<Found>(&encode(&found)).expect("what was encoded")
        };
        let natural = MethodKind::Natural.usual(4, &ranking).ends(&ranking);
        assert_eq!(ask(Question::Breaks(4)), Found::Breaks(natural));
        let mut simulation = Simulation::of_tried(&ranking, 0.3);
        while !simulation.step(7) {}
        let years = Found::Years(simulation.finish(), agreement(&ranking));
        assert_eq!(ask(Question::Years(0.3)), years);
    }

    #[test]
    fn an_amount_that_eight_bytes_do_not_hold_is_not_cut() {
        let large = Money::from_ten_thousandths(i128::from(i64::MAX) + 1);
        assert_eq!(packed(&[large]), None);
        let held = [i64::MAX, 1, 0, -5].map(|it| Money::from_ten_thousandths(it.into()));
        assert_eq!(packed(&held).map(|it| unpacked(&it)), Some(held.to_vec()));
    }
}
