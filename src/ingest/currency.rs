//! Which currency rows are in: beside amounts, in a column of its own, or in the header. Amounts of
//! different currencies are never added: the commonest is used, rows in others are set aside.

use std::borrow::Cow;
use std::ops::Range;

use super::columns::{is_currency_name, names_currency, speaks_of_currency};
use super::content::Counts;
use super::fate::text;
use super::number;
use super::reading::Column;
use super::role::Role;
use super::table::Table;

/// The currencies of the file.
#[derive(Default)]
pub(super) struct Currencies {
    /// Their codes, the one that is used first.
    pub(super) codes: Vec<String>,
    /// The column that names the currency of a row.
    column: Option<usize>,
    /// The column of amounts that carry their currency.
    amount: Option<usize>,
}

impl Currencies {
    pub(super) fn find(
        table: &Table<'_>,
        rows: Range<usize>,
        columns: &[Column],
        counts: &[Counts],
    ) -> Self {
        let at = |role: Role| columns.iter().position(|it| it.role.is == role);
        let amount = [Role::Revenue, Role::Credit, Role::UnitPrice]
            .into_iter()
            .find_map(at);
        let is_mixed = |at: &usize| counts.get(*at).is_some_and(|it| it.currencies.len() > 1);
        // Amounts that are in euros by name are so whatever the invoice was in.
        let is_named = amount
            .and_then(|it| columns.get(it))
            .is_some_and(|it| names_currency(&it.name));
        let mut found = Self {
            codes: Vec::new(),
            column: columns
                .iter()
                .position(|it| is_currency_name(&it.name))
                .or_else(|| {
                    let holds = |(column, count): (&Column, &Counts)| {
                        speaks_of_currency(&column.name)
                            && !count.few.is_empty()
                            && count.few.iter().all(|it| code_in(it).is_some())
                    };
                    columns.iter().zip(counts).position(holds)
                })
                .filter(|_| !is_named),
            amount: amount.filter(is_mixed),
        };
        if found.column.is_some() || found.amount.is_some() {
            found.count(table, rows, columns.len());
        }
        for (column, count) in columns.iter().zip(counts) {
            if matches!(
                column.role.is,
                Role::Revenue
                    | Role::Credit
                    | Role::Debit
                    | Role::UnitPrice
                    | Role::Margin
                    | Role::Previous
            ) {
                let words = column
                    .name
                    .split(|it: char| it.is_whitespace() || "()[]/,;:.-_".contains(it));
                let named = words.filter_map(number::currency_of);
                for code in count.currencies.iter().copied().chain(named) {
                    if !found.codes.iter().any(|it| it == code) {
                        found.codes.push(code.to_owned());
                    }
                }
            }
        }
        found
    }

    /// The codes on rows, commonest first.
    fn count(&mut self, table: &Table<'_>, rows: Range<usize>, width: usize) {
        let mut codes: Vec<(String, usize)> = Vec::new();
        let mut cells: Vec<Cow<'_, str>> = Vec::new();
        for row in rows {
            table.cells(row, width, &mut cells);
            if let Some(code) = self.code(&cells) {
                // More codes than there are currencies are none.
                let is_full = codes.len() >= 200;
                match codes.iter_mut().find(|it| it.0 == code) {
                    Some(it) => it.1 += 1,
                    None if is_full => {}
                    None => codes.push((code, 1)),
                }
            }
        }
        codes.sort_by_key(|it| std::cmp::Reverse(it.1));
        self.codes = codes.into_iter().map(|it| it.0).collect();
    }

    /// The currency of a row, where it tells.
    fn code(&self, cells: &[Cow<'_, str>]) -> Option<String> {
        let beside = self
            .amount
            .and_then(|it| number::look(text(cells, it))?.currency);
        if let Some(code) = beside {
            return Some(code.to_owned());
        }
        code_in(text(cells, self.column?))
    }

    /// The row is in another currency than the one that is used.
    pub(super) fn is_other(&self, cells: &[Cow<'_, str>]) -> bool {
        self.codes.len() > 1
            && (self.column.is_some() || self.amount.is_some())
            && self
                .code(cells)
                .is_some_and(|it| self.codes.first() != Some(&it))
    }
}

/// The currency that a cell names: a sign, a word, or three letters.
fn code_in(cell: &str) -> Option<String> {
    let is_code = cell.len() == 3 && cell.bytes().all(|it| it.is_ascii_alphabetic());
    number::currency_of(cell)
        .map(str::to_owned)
        .or_else(|| is_code.then(|| cell.to_ascii_uppercase()))
}
