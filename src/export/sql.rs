//! The sorting as one SQL statement, for a warehouse that holds the customers itself.
//!
//! It sums rows for each customer first, so it stands over customers and over transactions alike, and
//! compares whole numbers only: a limit falls as it does here, equal values included.

use std::collections::BTreeMap;

use crate::domain::customer::Customer;
use crate::domain::money::Money;
use crate::domain::ranking::Ranking;
use crate::domain::tiers::{AmountLimits, Exception, Method, Rule, TierPlan};
use crate::i18n::{Lang, words};

/// Whose SQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// `DuckDB`.
    DuckDb,
    /// `PostgreSQL` and what follows it.
    Postgres,
    /// Spark and Databricks.
    Spark,
}

impl Dialect {
    /// Every dialect.
    pub const ALL: [Self; 3] = [Self::DuckDb, Self::Postgres, Self::Spark];

    /// The name on the command line.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::DuckDb => "duckdb",
            Self::Postgres => "postgres",
            Self::Spark => "spark",
        }
    }

    /// What it is called.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::DuckDb => "DuckDB",
            Self::Postgres => "PostgreSQL",
            Self::Spark => "Spark",
        }
    }

    /// A text between quotes.
    fn quoted(self, text: &str) -> String {
        let text = match self {
            // Here a backslash takes the meaning of the next sign away, and quotes are not doubled.
            Self::Spark => text.replace('\\', "\\\\").replace('\'', "\\'"),
            Self::DuckDb | Self::Postgres => text.replace('\'', "''"),
        };
        format!("'{text}'")
    }
}

/// The customers the sorting was made for, where they are known.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The customers.
    pub customers: &'a [Customer],
    /// The same by value.
    pub ranking: &'a Ranking,
    /// Those moved by hand, by index.
    pub exceptions: &'a BTreeMap<usize, Exception>,
}

/// Why there is no statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoStatement {
    /// The method finds its limits in the customers, and they are not known.
    NeedsCustomers,
    /// The method looks at more than a customer and an amount.
    LooksAtMore,
}

/// The statement. It reads a table `sales` with the columns `customer` and `amount`.
///
/// # Errors
/// [`NoStatement`].
pub fn statement(
    lang: Lang,
    dialect: Dialect,
    plan: &TierPlan,
    known: Option<Known<'_>>,
) -> Result<String, NoStatement> {
    let conditions = conditions(plan, known)?;
    let last = conditions.len() + 1;
    let by_hand = by_hand(dialect, known);
    let mut number = String::from("CASE\n");
    for (customer, tier) in &by_hand {
        number.push_str(&format!(
            "      WHEN customer = {customer} THEN {}\n",
            tier + 1
        ));
    }
    number.push_str("      WHEN value <= 0 THEN NULL\n");
    for (at, condition) in conditions.iter().enumerate() {
        number.push_str(&format!("      WHEN {condition} THEN {}\n", at + 1));
    }
    number.push_str(&format!("      ELSE {last}\n    END"));
    let mut names = String::new();
    for at in 0..last {
        let name = dialect.quoted(&words::tier_name(lang, plan, at));
        names.push_str(&format!("    WHEN {} THEN {name}\n", at + 1));
    }
    Ok(format!(
        "WITH customers AS (
  SELECT customer, SUM(CAST(amount AS DECIMAL(24, 4))) AS value
  FROM sales
  WHERE customer IS NOT NULL
  GROUP BY customer
),
ranked AS (
  SELECT
    customer,
    value,
    SUM(CASE WHEN value > 0 THEN value ELSE 0 END) OVER () AS total,
    SUM(CASE WHEN value > 0 THEN 1 ELSE 0 END) OVER () AS everyone,
    SUM(value) OVER (ORDER BY value DESC) - SUM(value) OVER (PARTITION BY value) AS before_it,
    RANK() OVER (ORDER BY value DESC) - 1 AS customers_before
  FROM customers
  WHERE value IS NOT NULL
),
sorted AS (
  SELECT
    customer,
    value,
    {number} AS tier_number
  FROM ranked
)
SELECT
  customer,
  value,
  tier_number,
  CASE tier_number
{names}  END AS tier
FROM sorted
ORDER BY value DESC, customer;
"
    ))
}

/// For each tier but the last, what a customer of it fulfils, those of the tiers before left out.
fn conditions(plan: &TierPlan, known: Option<Known<'_>>) -> Result<Vec<String>, NoStatement> {
    let of_limits = |it: &AmountLimits| {
        let one = |it: &Money| format!("value >= {}", it.to_decimal());
        it.as_slice().iter().map(one).collect()
    };
    Ok(match &plan.method {
        Method::Share { cuts, rule } => {
            let sum = match rule {
                Rule::Exclusive => "before_it *",
                Rule::Inclusive => "(before_it + value) *",
            };
            let sign = match rule {
                Rule::Exclusive => "<",
                Rule::Inclusive => "<=",
            };
            let one = |it: &u16| {
                let (whole, part) = share(*it);
                format!("{sum} {whole} {sign} total * {part}")
            };
            cuts.as_slice().iter().map(one).collect()
        }
        Method::Customers { cuts } => {
            let one = |it: &u16| {
                let (whole, part) = share(*it);
                format!("customers_before * {whole} < everyone * {part}")
            };
            cuts.as_slice().iter().map(one).collect()
        }
        Method::Amounts { limits } => of_limits(limits),
        Method::Natural { .. } | Method::HeadTail { .. } | Method::Computed => {
            let ranking = known.ok_or(NoStatement::NeedsCustomers)?.ranking;
            let ends = plan.method.ends(ranking);
            let inner = ends.get(..ends.len().saturating_sub(1)).unwrap_or_default();
            // The least value of each tier; a tier that holds nobody takes nobody.
            let least = |end: &usize| {
                let last = end.checked_sub(1).and_then(|it| ranking.values().get(it));
                last.map_or_else(
                    || "FALSE".to_owned(),
                    |it| format!("value >= {}", it.to_decimal()),
                )
            };
            inner.iter().map(least).collect()
        }
        Method::Matrix { .. }
        | Method::Score { .. }
        | Method::Rfm { .. }
        | Method::Rules { .. } => {
            return Err(NoStatement::LooksAtMore);
        }
    })
}

/// A share as whole numbers: 80 of 100, or 8 125 of 10 000.
const fn share(basis_points: u16) -> (u16, u16) {
    if basis_points.is_multiple_of(100) {
        (100, basis_points / 100)
    } else {
        (10_000, basis_points)
    }
}

/// Customers moved by hand, as SQL text, with their tier.
fn by_hand(dialect: Dialect, known: Option<Known<'_>>) -> Vec<(String, usize)> {
    let Some(known) = known else {
        return Vec::new();
    };
    let moved = known.exceptions.iter();
    moved
        .filter_map(|(at, it)| Some((dialect.quoted(&known.customers.get(*at)?.key), it.tier)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_backslashes_are_written_as_each_dialect_reads_them() {
        for (dialect, text) in [
            (Dialect::DuckDb, r"'O''Brien \ Co'"),
            (Dialect::Postgres, r"'O''Brien \ Co'"),
            (Dialect::Spark, r"'O\'Brien \\ Co'"),
        ] {
            assert_eq!(dialect.quoted(r"O'Brien \ Co"), text);
        }
    }

    #[test]
    fn limits_found_in_the_customers_need_them() {
        let mut plan = TierPlan::usual(3);
        plan.set_method(Method::Computed);
        let without = statement(Lang::En, Dialect::DuckDb, &plan, None);
        assert_eq!(without, Err(NoStatement::NeedsCustomers));
        let values = [90, 9, 1].map(Money::from_units);
        let known = Known {
            customers: &[],
            ranking: &Ranking::new(&values),
            exceptions: &BTreeMap::new(),
        };
        let with = statement(Lang::En, Dialect::DuckDb, &plan, Some(known));
        assert!(with.is_ok_and(|it| it.contains("WHEN value >= 90 THEN 1")));
    }
}
