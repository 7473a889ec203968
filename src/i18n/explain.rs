//! Why a customer is in its tier, and how far the next one is, in one sentence.

use super::{Lang, format, methods};
use crate::domain::money::{Currency, Money};
use crate::domain::tiers::score::POINT;
use crate::domain::tiers::{Gap, Method, Rule, TierPlan, Why};
use crate::i18n::words::tier_name;
use crate::t;

/// A limit or share in basis points as percent, with a decimal only where it has one.
#[must_use]
pub fn limit(lang: Lang, basis_points: u16) -> String {
    let decimals = match basis_points % 100 {
        0 => 0,
        it if it % 10 == 0 => 1,
        _ => 2,
    };
    format::percent(lang, f64::from(basis_points) / 10_000.0, decimals)
}

/// Why a customer is where it is. `tier` is the tier the rule gives it.
#[must_use]
pub fn why(
    lang: Lang,
    plan: &TierPlan,
    currency: &Currency,
    tier: Option<usize>,
    why: &Why,
) -> String {
    let name = || tier.map(|it| tier_name(lang, plan, it)).unwrap_or_default();
    let money = |it: Money| format::money_whole(lang, it, currency);
    match why {
        Why::ByHand { exception, .. } => {
            let reason = exception.reason.trim();
            let ends = reason.ends_with(['.', '!', '?', '…']);
            let reason = format!("{reason}{}", if ends { "" } else { "." });
            match exception.review {
                Some(day) => {
                    let review = t!(lang, sort_review_on, day = format::date(lang, day));
                    format!("{reason} {review}")
                }
                None => reason,
            }
        }
        Why::Largest => t!(lang, sort_why_largest).to_owned(),
        Why::Share { share, limit: end } => {
            let share = format::percent(lang, f64::from(*share / 10) / 1_000.0, 1);
            let end = limit(lang, *end);
            let is_inclusive = matches!(
                plan.method,
                Method::Share {
                    rule: Rule::Inclusive,
                    ..
                }
            );
            if is_inclusive {
                t!(
                    lang,
                    sort_why_with,
                    share = share,
                    tier = name(),
                    limit = end
                )
            } else {
                t!(
                    lang,
                    sort_why_before,
                    share = share,
                    tier = name(),
                    limit = end
                )
            }
        }
        Why::Customers { share, limit: end } => t!(
            lang,
            sort_why_customers,
            share = limit(lang, *share),
            tier = name(),
            limit = limit(lang, *end)
        ),
        Why::Amount {
            value,
            least: Some(least),
            ..
        } => t!(
            lang,
            sort_why_amount,
            value = money(*value),
            tier = name(),
            least = money(*least)
        ),
        Why::Amount {
            value,
            above: Some(least),
            ..
        } => {
            let above = tier.map_or(0, |it| it.saturating_sub(1));
            t!(
                lang,
                sort_why_amount,
                value = money(*value),
                tier = tier_name(lang, plan, above),
                least = money(*least)
            )
        }
        Why::Amount { .. } => t!(lang, sort_why_alike).to_owned(),
        Why::Equal { .. } => t!(lang, sort_why_equal, tier = name()),
        Why::Apart => t!(lang, sort_why_apart).to_owned(),
        Why::Rfm { .. } | Why::Box { .. } | Why::Score { .. } | Why::Rule(_) => {
            why_classed(lang, plan, currency, tier, why)
        }
    }
}

/// Why a customer is in the tier of a method that looks at more than value.
fn why_classed(
    lang: Lang,
    plan: &TierPlan,
    currency: &Currency,
    tier: Option<usize>,
    why: &Why,
) -> String {
    match why {
        Why::Rfm {
            scores,
            days,
            orders,
        } => {
            let segment = methods::segment(lang, scores.segment());
            let orders = t!(lang, methods_orders, n = *orders);
            let [r, f, m] = [scores.recency, scores.frequency, scores.monetary].map(u32::from);
            match days.and_then(|it| u64::try_from(it).ok()) {
                Some(days) => t!(
                    lang,
                    methods_why_rfm,
                    segment = segment,
                    r = r,
                    f = f,
                    m = m,
                    orders = orders,
                    days = t!(lang, methods_days, n = days)
                ),
                None => t!(
                    lang,
                    methods_why_rfm_undated,
                    segment = segment,
                    r = r,
                    f = f,
                    m = m,
                    orders = orders
                ),
            }
        }
        Why::Box {
            value,
            of,
            potential,
        } => t!(
            lang,
            methods_why_box,
            value = methods::value_class(lang, *value, *of),
            potential = methods::potential(lang, *potential)
        ),
        Why::Score { points, least } => {
            let limits = match &plan.method {
                Method::Score { score } => score.limits(),
                _ => &[],
            };
            // The last tier has no limit: the one above it says how far it is.
            let tier = tier.unwrap_or_default().min(limits.len().saturating_sub(1));
            let least = least.or_else(|| limits.last().copied()).unwrap_or_default();
            t!(
                lang,
                methods_why_score,
                points = methods::points(lang, *points),
                tier = tier_name(lang, plan, tier),
                least = u32::from(least)
            )
        }
        Why::Rule(Some(at)) => {
            let rule = match &plan.method {
                Method::Rules { list } => list.rules().get(*at),
                _ => None,
            };
            let conditions = rule.map(|it| methods::conditions(lang, currency, it));
            t!(
                lang,
                methods_why_rule,
                n = at + 1,
                conditions = conditions.unwrap_or_default()
            )
        }
        _ => t!(lang, methods_why_rest).to_owned(),
    }
}

/// How far the next tier up is: money or points, or why there is neither.
#[must_use]
pub fn to_next(
    lang: Lang,
    plan: &TierPlan,
    currency: &Currency,
    by_rule: Option<usize>,
    is_by_hand: bool,
    missing: Option<Gap>,
) -> String {
    match (by_rule, missing) {
        (Some(tier), _) if is_by_hand => {
            t!(lang, sort_rule_says, tier = tier_name(lang, plan, tier))
        }
        (None, _) if is_by_hand => t!(lang, sort_rule_says, tier = t!(lang, sort_apart)),
        (Some(tier), Some(Gap::Points(missing))) => t!(
            lang,
            methods_to_next_points,
            // Rounded up: so many are enough.
            points = methods::points(lang, missing + POINT / 20 - 1),
            tier = tier_name(lang, plan, tier.saturating_sub(1))
        ),
        (Some(tier), Some(Gap::Money(missing))) => {
            let above = tier_name(lang, plan, tier.saturating_sub(1));
            // Whole units would say nothing of a few cents.
            let money = if missing.units() < 10 {
                format::money(lang, missing, currency)
            } else {
                format::money_whole(lang, missing, currency)
            };
            t!(lang, sort_to_next, money = money, tier = above)
        }
        (Some(0), None) => t!(lang, sort_top_tier).to_owned(),
        (Some(_), None) | (None, _) => "–".to_owned(),
    }
}
