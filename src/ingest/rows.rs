//! Rows while they come: used or set aside, counted either way, and the reading at the end.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::customers::{Customers, Queue};
use super::fate::{self, Amount, AmountFrom, text};
use super::flat::See;
use super::issue::IssueKind;
use super::issues::Issues;
use super::plan::Plan;
use super::reading::{
    Account, AsideReason, By, CellValue, Column, Content, Decided, Header, MAX_LISTED, MAX_PREVIEW,
    PreviewCell, PreviewRow, Reading, SetAside, Shape,
};
use super::understand::Found;
use super::unit::Unit;
use super::{date, number};
use crate::domain::customer::CustomerBase;
use crate::domain::money::{Currency, Money};

/// A reading whose customers are still to be made.
pub struct Finished {
    /// All else that was read.
    pub reading: Box<Reading>,
    /// Its customers.
    pub customers: Queue,
}

impl Finished {
    /// The reading with its customers.
    #[must_use]
    pub fn whole(self) -> Reading {
        let mut reading = *self.reading;
        reading.base.customers = self.customers.collect();
        reading
    }
}

/// What the rows gave so far.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Rows {
    account: Account,
    customers: Customers,
    preview: Vec<PreviewRow>,
    set_aside: Vec<SetAside>,
    /// Totals rows and what was used when they came.
    totals: Vec<(u32, Money, Money)>,
    /// What rows in other currencies come to, which a totals row may have in it.
    foreign: Money,
    /// Rows below the header that are not blank.
    data: u32,
}

impl Rows {
    /// Shows its long lists to who sends or fills them.
    pub(super) fn lists(&mut self, see: See<'_>) {
        self.customers.lists(see);
    }

    /// Groups what can be grouped before later rows are known: several readers do so at the same time.
    pub(super) fn group(&mut self) {
        self.customers.group();
    }

    /// The preview has all the rows it shows.
    pub(super) const fn is_previewed(&self) -> bool {
        self.preview.len() >= MAX_PREVIEW
    }

    /// Rows of customers with these hashes come next.
    #[inline]
    pub(super) fn expect(&self, hashes: &[u64]) {
        self.customers.expect(hashes);
    }

    /// Goes on with what later rows gave, whose lines come after so many.
    pub(super) fn join(&mut self, later: Self, plan: &Plan, lines: u32) {
        let used_before = self.account.money_used;
        let (all, more) = (&mut self.account, &later.account);
        all.rows_read += more.rows_read;
        all.rows_used += more.rows_used;
        all.rows_aside += more.rows_aside;
        all.money_read += more.money_read;
        all.money_used += more.money_used;
        all.money_aside += more.money_aside;
        self.data += later.data;
        self.foreign += later.foreign;
        let moved = later.set_aside.into_iter().map(|it| SetAside {
            line: it.line.saturating_add(lines),
            ..it
        });
        let room = MAX_LISTED.saturating_sub(self.set_aside.len());
        self.set_aside.extend(moved.take(room));
        let totals = later.totals.into_iter();
        self.totals.extend(
            totals.map(|(line, says, used)| (line.saturating_add(lines), says, used + used_before)),
        );
        self.customers.join(later.customers, &plan.places, lines);
    }

    /// Takes a row that is used; its customer is to be added.
    pub(super) fn take_plain(&mut self, money: Money) -> &mut Customers {
        self.account.rows_read += 1;
        self.account.rows_used += 1;
        self.account.money_read += money;
        self.account.money_used += money;
        self.data += 1;
        &mut self.customers
    }

    pub(super) fn take(
        &mut self,
        plan: &Plan,
        columns: &[Column],
        line: u32,
        reason: Option<AsideReason>,
        amount: Amount,
        cells: &[Cow<'_, str>],
    ) {
        let mut money = amount.money();
        if reason == Some(AsideReason::OtherCurrency) {
            self.foreign += std::mem::take(&mut money);
        }
        self.account.rows_read += 1;
        self.account.money_read += money;
        if !matches!(
            reason,
            Some(AsideReason::Blank | AsideReason::Preamble | AsideReason::OtherTable)
        ) {
            self.data += 1;
        }
        let Some(reason) = reason else {
            self.account.rows_used += 1;
            self.account.money_used += money;
            if plan.across.is_empty() {
                self.customers.add(&plan.places, line, cells, money);
            } else {
                self.add_across(plan, columns, line, cells);
            }
            if self.preview.len() < MAX_PREVIEW {
                self.preview.push(preview(line, cells, columns));
            }
            return;
        };
        self.account.rows_aside += 1;
        self.account.money_aside += money;
        if reason == AsideReason::Total && matches!(amount, Amount::Read(_)) {
            self.totals.push((line, money, self.account.money_used));
        }
        if self.set_aside.len() < MAX_LISTED {
            self.set_aside.push(SetAside {
                line,
                reason,
                cells: cells
                    .iter()
                    .take(columns.len().max(50))
                    .map(|it| number::shown(it).to_owned())
                    .collect(),
                money,
            });
        }
    }

    /// Each cell is the amount of the customer that its column is called after.
    fn add_across(&mut self, plan: &Plan, columns: &[Column], line: u32, cells: &[Cow<'_, str>]) {
        let order = plan.places.date;
        let day = order.and_then(|(at, order)| date::look(text(cells, at))?.value(order));
        for (at, decimal) in &plan.across {
            let name = columns.get(*at).map_or("", |it| it.name.as_str());
            if let Amount::Read(money) = fate::amount(cells, *at, *decimal) {
                (self.customers).add_named(&plan.places, line, name, (day, money));
            }
        }
    }

    pub(super) fn finish(
        mut self,
        found: &Found<'_>,
        shape: Option<Shape>,
        (header, columns): (Decided<Header>, Vec<Column>),
        plan: &Plan,
        codes: Vec<String>,
        mut issues: Issues,
    ) -> Finished {
        let currency = codes.first().map(|it| Currency::new(it));
        if codes.len() > 1 {
            issues.add(None, IssueKind::MixedCurrencies { codes });
        }
        if let Some((column, unit)) = plan.unit {
            self.in_currency(unit, &columns);
            issues.add(None, IssueKind::OtherUnit { column });
        }
        self.fatal(plan, &mut issues);
        self.check_totals(&mut issues);
        let shape = shape.map_or_else(
            || Decided {
                is: self.shape(plan),
                by: By::Reader,
            },
            |is| Decided { is, by: By::Hand },
        );
        let unit = plan.unit.map(|it| it.1);
        if self.data > 0
            && plan.places.has_customer()
            && plan.amount != AmountFrom::Nowhere
            && !self.customers.has_positive(unit)
        {
            issues.add(None, IssueKind::NothingPositive);
        }
        let (customers, products) = self.customers.finish(shape.is, &plan.places, unit);
        let base = CustomerBase {
            customers: Vec::new(),
            currency,
            products,
        };
        let reading = Reading {
            book: None,
            encoding: found.encoding,
            layout: found.dialect.layout,
            delimiter: found.dialect.delimiter,
            quote: found.dialect.signs.quote.map_or('"', char::from),
            escape: found.dialect.signs.escape.map(char::from),
            header,
            shape,
            columns,
            preview: self.preview,
            set_aside: self.set_aside,
            account: self.account,
            issues: issues.finish(),
            base,
        };
        Finished {
            reading: Box::new(reading),
            customers,
        }
    }

    /// Sums that were counted in thousands or hundredths, and the rows that show them.
    fn in_currency(&mut self, unit: Unit, columns: &[Column]) {
        let account = &mut self.account;
        account.money_used = unit.amount(account.money_used);
        account.money_aside = unit.amount(account.money_aside);
        // Hundredths of hundredths are rounded: what was read is still what was used and set aside.
        account.money_read = account.money_used + account.money_aside;
        self.foreign = unit.amount(self.foreign);
        for it in &mut self.set_aside {
            it.money = unit.amount(it.money);
        }
        for (_, says, used) in &mut self.totals {
            *says = unit.amount(*says);
            *used = unit.amount(*used);
        }
        for row in &mut self.preview {
            for (cell, column) in row.cells.iter_mut().zip(columns) {
                if let (CellValue::Number(it), true) = (&mut cell.value, column.role.is.is_money())
                {
                    *it = unit.amount(*it);
                }
            }
        }
    }

    fn fatal(&self, plan: &Plan, issues: &mut Issues) {
        if self.data == 0 {
            issues.add(None, IssueKind::HeaderOnly);
            return;
        }
        if !plan.places.has_customer() {
            issues.add(None, IssueKind::NoCustomerColumn);
        }
        if plan.amount == AmountFrom::Nowhere {
            issues.add(None, IssueKind::NoAmountColumn);
        }
    }

    /// A totals row should be the sum of all rows (with or without those that have no customer), or
    /// of those since the total before it.
    fn check_totals(&self, issues: &mut Issues) {
        let totals: Money = self.totals.iter().map(|it| it.1).sum();
        let all = self.account.money_read - totals;
        let mut before = Money::ZERO;
        for (line, says, used) in &self.totals {
            let sums = [
                self.account.money_used,
                all,
                all + self.foreign,
                *used,
                *used - before,
            ];
            if !sums.iter().any(|it| (*it - *says).cents() == 0) {
                issues.add(
                    Some(*line),
                    IssueKind::TotalDiffers {
                        says: *says,
                        sum: self.account.money_used,
                    },
                );
            }
            before = *used;
        }
    }

    /// Keys that repeat, on rows with a date or an order number, are transactions.
    fn shape(&self, plan: &Plan) -> Shape {
        let (rows, keys) = (
            usize::try_from(self.account.rows_used).unwrap_or(usize::MAX),
            self.customers.len(),
        );
        let dated = plan.places.date.is_some() || plan.places.order.is_some();
        if (dated && keys < rows) || keys * 10 < rows * 7 {
            Shape::Transactions
        } else {
            Shape::Customers
        }
    }
}

fn preview(line: u32, cells: &[Cow<'_, str>], columns: &[Column]) -> PreviewRow {
    let cell = |(at, column): (usize, &Column)| {
        let raw = cells.get(at).map_or("", |it| it.as_ref());
        let trimmed = raw.trim();
        let value = if trimmed.is_empty() {
            CellValue::Empty
        } else {
            match column.content {
                Content::Empty | Content::Text => CellValue::Text,
                Content::Number { decimal, .. } => number::look(trimmed)
                    .and_then(|it| it.value(decimal))
                    .map_or(CellValue::Misfit, CellValue::Number),
                Content::Date { order, .. } => date::look(trimmed)
                    .and_then(|it| it.value(order))
                    .map_or(CellValue::Misfit, CellValue::Date),
            }
        };
        PreviewCell {
            raw: number::shown(raw).to_owned(),
            value,
        }
    };
    PreviewRow {
        line,
        cells: columns.iter().enumerate().map(cell).collect(),
    }
}

/// Columns beside the amount whose cells on this row cannot be read.
fn unreadable(plan: &Plan, cells: &[Cow<'_, str>]) -> impl Iterator<Item = usize> {
    let values = plan.places.values();
    let bad_values = values.filter(|it| fate::amount(cells, it.0, it.1) == Amount::Bad);
    let bad_date = plan.places.date.filter(|(column, order)| {
        let cell = text(cells, *column);
        !cell.is_empty() && date::look(cell).and_then(|it| it.value(*order)).is_none()
    });
    bad_values.map(|it| it.0).chain(bad_date.map(|it| it.0))
}

pub(super) fn row_issues(
    plan: &Plan,
    line: u32,
    reason: Option<AsideReason>,
    cells: &[Cow<'_, str>],
    wanted: usize,
    issues: &mut Issues,
) {
    if reason == Some(AsideReason::BadAmount) {
        let found = match &plan.amount {
            AmountFrom::Column(column, _) => text(cells, *column),
            AmountFrom::Product(a, b) => {
                let price = text(cells, b.0);
                if number::look(price).is_none() {
                    price
                } else {
                    text(cells, a.0)
                }
            }
            AmountFrom::Composed(it) => {
                let cells = it.columns().into_iter().map(|it| text(cells, it));
                let is_bad = |it: &&str| !it.is_empty() && number::look(it).is_none();
                cells
                    .clone()
                    .find(is_bad)
                    .or(cells.clone().next())
                    .unwrap_or_default()
            }
            AmountFrom::Nowhere => "",
        };
        issues.add(
            Some(line),
            IssueKind::BadAmount {
                found: found.to_owned(),
            },
        );
    }
    if reason.is_none() {
        for column in unreadable(plan, cells) {
            let found = text(cells, column).to_owned();
            issues.add(Some(line), IssueKind::BadValue { column, found });
        }
    }
    let is_row = matches!(
        reason,
        None | Some(AsideReason::BadAmount | AsideReason::NoCustomer)
    );
    let more = cells.iter().skip(wanted).any(|it| !it.trim().is_empty());
    if is_row && (cells.len() < wanted || more) {
        issues.add(
            Some(line),
            IssueKind::RaggedRow {
                cells: cells.len(),
                wanted,
            },
        );
    }
}
