//! The words of methods that look at more than value: segments, measures, conditions, potential.

use super::{Lang, format};
use crate::domain::money::{Currency, Money};
use crate::domain::tiers::measure::MeasureUnit;
use crate::domain::tiers::rules::{Condition, TierRule, Trait};
use crate::domain::tiers::score::{POINT, Points};
use crate::domain::tiers::{Basis, Level, Measure, Potential, Segment};
use crate::t;

/// A segment of customers by how lately, often and much they buy.
#[must_use]
pub fn segment(lang: Lang, it: Segment) -> &'static str {
    match it {
        Segment::Champions => t!(lang, methods_segment_champions),
        Segment::Loyal => t!(lang, methods_segment_loyal),
        Segment::PotentialLoyal => t!(lang, methods_segment_potential_loyal),
        Segment::New => t!(lang, methods_segment_new),
        Segment::Promising => t!(lang, methods_segment_promising),
        Segment::NeedAttention => t!(lang, methods_segment_need_attention),
        Segment::CantLose => t!(lang, methods_segment_cant_lose),
        Segment::AtRisk => t!(lang, methods_segment_at_risk),
        Segment::AboutToSleep => t!(lang, methods_segment_about_to_sleep),
        Segment::Hibernating => t!(lang, methods_segment_hibernating),
    }
}

/// A number of a customer.
#[must_use]
pub fn measure(lang: Lang, it: Measure) -> &'static str {
    match it {
        Measure::Revenue => t!(lang, methods_measure_revenue),
        Measure::Margin => t!(lang, methods_measure_margin),
        Measure::Growth => t!(lang, methods_measure_growth),
        Measure::Orders => t!(lang, methods_measure_orders),
        Measure::Days => t!(lang, methods_measure_days),
        Measure::Potential => t!(lang, methods_measure_potential),
    }
}

/// A word of a customer.
#[must_use]
pub fn characteristic(lang: Lang, it: Trait) -> &'static str {
    match it {
        Trait::Industry => t!(lang, methods_trait_industry),
        Trait::Size => t!(lang, methods_trait_size),
        Trait::Region => t!(lang, methods_trait_region),
        Trait::Owner => t!(lang, methods_trait_owner),
        Trait::Group => t!(lang, methods_trait_group),
    }
}

/// The class of a value among two or three, 0 is most.
#[must_use]
pub fn value_class(lang: Lang, class: usize, of: usize) -> &'static str {
    match class {
        0 => t!(lang, methods_level_high),
        it if it + 1 == of => t!(lang, methods_level_low),
        _ => t!(lang, methods_level_middle),
    }
}

/// A potential, and how it is known.
#[must_use]
pub fn potential(lang: Lang, it: Potential) -> String {
    let n = u32::from(it.level.number());
    match it.basis {
        Basis::File => t!(lang, methods_potential_file, n = n),
        Basis::Typed => t!(lang, methods_potential_typed, n = n),
        Basis::SimilarLevels(peers) | Basis::SimilarRevenue(peers) => {
            t!(lang, methods_potential_estimate, n = n, peers = peers)
        }
        Basis::Unknown => t!(lang, methods_potential_unknown).to_owned(),
    }
}

/// The levels that a column of the square of so many stands for: `3`, `1–2`.
#[must_use]
pub fn levels(column: usize, of: usize) -> String {
    match (column, of) {
        (0, _) => Level::High.number().to_string(),
        (1, 2) => format!("{}–{}", Level::Low.number(), Level::Middle.number()),
        (1, _) => Level::Middle.number().to_string(),
        _ => Level::Low.number().to_string(),
    }
}

/// A measure with its unit, from ten-thousandths.
#[must_use]
pub fn measured(lang: Lang, currency: &Currency, measure: Measure, value: i128) -> String {
    let amount = Money::from_ten_thousandths(value);
    let days = u64::try_from(amount.units()).unwrap_or_default();
    match measure.unit() {
        MeasureUnit::Money if amount.cents() % 100 == 0 => {
            format::money_whole(lang, amount, currency)
        }
        MeasureUnit::Money => format::money(lang, amount, currency),
        MeasureUnit::Percent => format::percent(lang, amount.to_f64() / 100.0, 0),
        MeasureUnit::Number if measure == Measure::Days => t!(lang, methods_days, n = days),
        MeasureUnit::Number => format::number(lang, amount.to_f64(), 0),
    }
}

/// A condition as a part of a sentence.
#[must_use]
pub fn condition(lang: Lang, currency: &Currency, it: &Condition) -> String {
    let limit = |what: Measure, limit: i64| measured(lang, currency, what, limit.into());
    match it {
        Condition::Is { what, word } => {
            t!(
                lang,
                methods_is,
                what = characteristic(lang, *what),
                word = word
            )
        }
        Condition::IsNot { what, word } => {
            t!(
                lang,
                methods_is_not,
                what = characteristic(lang, *what),
                word = word
            )
        }
        Condition::AtLeast { what, limit: at } => {
            t!(
                lang,
                methods_at_least,
                what = measure(lang, *what),
                limit = limit(*what, *at)
            )
        }
        Condition::Below { what, limit: at } => {
            t!(
                lang,
                methods_below,
                what = measure(lang, *what),
                limit = limit(*what, *at)
            )
        }
    }
}

/// All conditions of a rule.
#[must_use]
pub fn conditions(lang: Lang, currency: &Currency, rule: &TierRule) -> String {
    let all = rule.all.iter().map(|it| condition(lang, currency, it));
    all.reduce(|a, b| t!(lang, methods_and, a = a, b = b))
        .unwrap_or_default()
}

/// Points with one decimal.
#[must_use]
pub fn points(lang: Lang, it: Points) -> String {
    format::number(lang, points_f64(it), 1)
}

/// Points as a number for pictures and texts.
#[must_use]
#[expect(
    clippy::as_conversions,
    reason = "points are for reading here, not for comparing"
)]
pub fn points_f64(it: Points) -> f64 {
    it as f64 / POINT as f64
}
