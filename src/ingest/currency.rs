//! Which currency rows are in: beside amounts, in a column of its own, or in the header. Amounts of
//! different currencies are never added: the commonest is used, rows in others are set aside.

use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::columns::{
    is_currency_name, is_currency_of_another, names_currency, speaks_of_abroad, speaks_of_currency,
};
use super::content::Counts;
use super::fate::text;
use super::number;
use super::reading::Column;
use super::role::Role;
use super::table::Table;

/// The currencies of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Currencies {
    /// Their codes, the one that is used first.
    pub(super) codes: Vec<String>,
    /// The column that names the currency of a row.
    pub(super) column: Option<usize>,
    /// The column of amounts that carry their currency.
    pub(super) amount: Option<usize>,
}

/// The codes on rows, as they come, with how many rows have them.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Codes(Vec<(String, usize)>);

impl Codes {
    pub(super) fn add(&mut self, code: &str) {
        self.add_many(code, 1);
    }

    /// Goes on with the codes of later rows.
    pub(super) fn join(&mut self, later: Self) {
        for (code, rows) in later.0 {
            self.add_many(&code, rows);
        }
    }

    fn add_many(&mut self, code: &str, rows: usize) {
        // More codes than there are currencies are none.
        let is_full = self.0.len() >= 200;
        match self.0.iter_mut().find(|it| it.0 == code) {
            Some(it) => it.1 += rows,
            None if is_full => {}
            None => self.0.push((code.to_owned(), rows)),
        }
    }
}

impl Currencies {
    pub(super) fn find(
        table: &Table<'_>,
        rows: Range<usize>,
        columns: &[Column],
        counts: &[Counts],
    ) -> Self {
        let found = Self::places(columns, counts);
        let mut codes = Codes::default();
        if found.are_on_rows() {
            let mut cells: Vec<Cow<'_, str>> = Vec::new();
            for row in rows {
                table.cells(row, columns.len(), &mut cells);
                if let Some(code) = found.code(&cells) {
                    codes.add(&code);
                }
            }
        }
        found.with(codes, columns, counts)
    }

    /// Where rows say their currency.
    pub(super) fn places(columns: &[Column], counts: &[Counts]) -> Self {
        let at = |role: Role| columns.iter().position(|it| it.role.is == role);
        let amount = [Role::Revenue, Role::Credit, Role::UnitPrice]
            .into_iter()
            .find_map(at);
        let is_mixed = |at: &usize| counts.get(*at).is_some_and(|it| it.currencies.len() > 1);
        // Amounts that are in euros by name are so whatever the invoice was in.
        let name = amount
            .and_then(|it| columns.get(it))
            .map(|it| it.name.as_str());
        let is_named = name.is_some_and(names_currency);
        // `Utl.belopp` on a few rows is what the currency of a row is of.
        let filled = amount
            .and_then(|it| counts.get(it))
            .map_or(0, |it| it.filled);
        let is_abroad = columns.iter().zip(counts).any(|(column, it)| {
            it.numbers > 0 && it.filled * 2 <= filled && speaks_of_abroad(&column.name)
        });
        let are_numbers = columns.iter().zip(counts);
        let are_numbers = are_numbers.filter(|(_, it)| it.number_percent() >= 50);
        let numbers: Vec<&str> = are_numbers.map(|(it, _)| it.name.as_str()).collect();
        Self {
            codes: Vec::new(),
            column: columns
                .iter()
                .position(|it| is_currency_name(&it.name))
                .or_else(|| {
                    let holds = |(column, count): (&Column, &Counts)| {
                        speaks_of_currency(&column.name)
                            && !is_currency_of_another(
                                &column.name,
                                name.unwrap_or_default(),
                                &numbers,
                            )
                            && !count.few.is_empty()
                            && count.few.iter().all(|it| code_in(it).is_some())
                    };
                    columns.iter().zip(counts).position(holds)
                })
                .filter(|_| !is_named && !is_abroad),
            amount: amount.filter(is_mixed),
        }
    }

    pub(super) const fn are_on_rows(&self) -> bool {
        self.column.is_some() || self.amount.is_some()
    }

    /// With the codes of the rows, commonest first, then those of the columns.
    pub(super) fn with(mut self, codes: Codes, columns: &[Column], counts: &[Counts]) -> Self {
        let mut codes = codes.0;
        codes.sort_by_key(|it| std::cmp::Reverse(it.1));
        self.codes = codes.into_iter().map(|it| it.0).collect();
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
                let named = words.filter_map(number::currency_of).map(str::to_owned);
                for code in count.currencies.iter().cloned().chain(named) {
                    if !self.codes.contains(&code) {
                        self.codes.push(code);
                    }
                }
            }
        }
        self
    }

    /// The currency of a row, where it tells.
    pub(super) fn code(&self, cells: &[Cow<'_, str>]) -> Option<String> {
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
            && self.are_on_rows()
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
