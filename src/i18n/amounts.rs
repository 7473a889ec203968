//! Amounts of customers in words.

use super::Lang;
use crate::domain::amount::Amount;
use crate::t;

/// After a share: `of revenue`.
#[must_use]
pub fn of(lang: Lang, amount: Amount) -> &'static str {
    match amount {
        Amount::Revenue => t!(lang, see_of_revenue),
        Amount::Margin => t!(lang, see_of_margin),
        Amount::Previous => t!(lang, see_of_previous),
    }
}

/// Within a sentence: `revenue`.
#[must_use]
pub fn name(lang: Lang, amount: Amount) -> &'static str {
    match amount {
        Amount::Revenue => t!(lang, see_name_revenue),
        Amount::Margin => t!(lang, see_name_margin),
        Amount::Previous => t!(lang, see_name_previous),
    }
}

/// Over a column or as a choice: `Revenue`.
#[must_use]
pub fn title(lang: Lang, amount: Amount) -> &'static str {
    match amount {
        Amount::Revenue => t!(lang, see_col_revenue),
        Amount::Margin => t!(lang, see_col_margin),
        Amount::Previous => t!(lang, see_col_previous),
    }
}
