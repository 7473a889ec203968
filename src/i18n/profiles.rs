//! What sets a tier apart, in sentences: the file's own words stand in them as they are, never inflected.

use super::{Lang, format};
use crate::domain::profiles::{Attribute, Comparison, Verdict};
use crate::t;

/// An attribute, within a sentence.
#[must_use]
pub fn attribute(lang: Lang, it: Attribute) -> &'static str {
    match it {
        Attribute::Industry => t!(lang, methods_trait_industry),
        Attribute::Size => t!(lang, methods_trait_size),
        Attribute::Region => t!(lang, methods_trait_region),
        Attribute::Product => t!(lang, profiles_product),
    }
}

/// What a comparison tells.
#[must_use]
pub fn verdict(lang: Lang, it: Verdict) -> &'static str {
    match it {
        Verdict::More => t!(lang, profiles_verdict_more),
        Verdict::Less => t!(lang, profiles_verdict_less),
        Verdict::Open => t!(lang, profiles_verdict_open),
        Verdict::TooFew => t!(lang, profiles_verdict_too_few),
    }
}

/// How many times as common, with one decimal.
#[must_use]
pub fn times(lang: Lang, lift: f64) -> String {
    format::number(lang, lift, 1)
}

/// A certain difference as a headline.
#[must_use]
pub fn finding(lang: Lang, tier: &str, it: &Comparison, value: &str) -> String {
    let times = times(lang, it.lift());
    let share = format::percent(lang, it.share(), 0);
    let all = format::percent(lang, it.share_of_all(), 0);
    macro_rules! say {
        ($more:ident, $less:ident) => {
            if it.verdict() == Verdict::Less {
                t!(
                    lang,
                    $less,
                    tier = tier,
                    value = value,
                    share = share,
                    all = all
                )
            } else {
                t!(lang, $more, tier = tier, value = value, times = times)
            }
        };
    }
    match it.attribute {
        Attribute::Industry => say!(profiles_more_industry, profiles_less_industry),
        Attribute::Size => say!(profiles_more_size, profiles_less_size),
        Attribute::Region => say!(profiles_more_region, profiles_less_region),
        Attribute::Product => say!(profiles_more_product, profiles_less_product),
    }
}
