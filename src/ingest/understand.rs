//! Rows to a reading: header, columns, what is used and what is set aside, customers.

use std::borrow::Cow;

use super::columns::{Given, assign, is_currency_name};
use super::content::Counts;
use super::customers::{Customers, KEPT, Places};
use super::dialect::Dialect;
use super::fate::{Amount, AmountFrom, Fate, Judge, text};
use super::issues::Issues;
use super::progress::Progress;
use super::reading::{
    Account, AsideReason, By, CellValue, Column, Content, DateOrder, Decided, Decimal, Encoding,
    Header, IssueKind, MAX_LISTED, MAX_PREVIEW, PreviewCell, PreviewRow, ReadOptions, Reading,
    Role, SetAside, Shape,
};
use super::table::Table;
use super::{MAX_COLUMNS, RowSeen, date, header, number};
use crate::domain::customer::CustomerBase;
use crate::domain::money::{Currency, Money};

/// What the steps before found.
pub(super) struct Found<'t> {
    pub(super) encoding: Decided<Encoding>,
    pub(super) dialect: Dialect,
    pub(super) table: &'t Table<'t>,
}

type Cells<'t> = Vec<Cow<'t, str>>;

/// Makes the reading; `None` if stopped.
pub(super) fn understand(
    found: &Found<'_>,
    options: &ReadOptions,
    mut issues: Issues,
    progress: &mut Progress<'_>,
    listener: &mut dyn FnMut(RowSeen<'_>),
) -> Option<Reading> {
    let table = found.table;
    let top = usize::from(found.dialect.sep_line);
    let width = header::usual_width(table, usize::MAX);
    let (header, header_row) = header_of(table, top, width.min(MAX_COLUMNS), options.header);
    let mut cells: Cells<'_> = Vec::new();
    if let Some(row) = header_row {
        table.cells(row, usize::MAX, &mut cells);
    }
    while cells.last().is_some_and(|it| it.trim().is_empty()) {
        cells.pop();
    }
    let found_width = width.max(cells.len());
    let width = found_width.min(MAX_COLUMNS);
    if found_width > width {
        issues.add(
            None,
            IssueKind::TooManyColumns {
                found: found_width,
                used: width,
            },
        );
    }
    let wanted = if header_row.is_some() {
        cells.len()
    } else {
        width
    };
    let mut names: Vec<String> = cells.iter().map(|it| it.trim().to_owned()).collect();
    names.resize(width, String::new());

    let first_row = header_row.map_or(top, |it| it + 1);
    let counts = count(table, first_row, width, progress)?;
    let given = assign(&names, &counts, &options.columns);
    let columns = describe(names, &counts, &given, options, found);
    let plan = Plan::new(&columns);
    doubts(&columns, &mut issues);

    let judge = judge(table, header_row, first_row, &columns, &counts, &plan);
    progress.part(1.0)?;
    let mut rows = Rows::default();
    for row in 0..table.rows.len() {
        progress.step(row, table.rows.len())?;
        if Some(row) == header_row {
            continue;
        }
        let Some(at) = table.rows.get(row) else {
            continue;
        };
        table.cells(row, usize::MAX, &mut cells);
        let (mut fate, amount) = if row < top {
            (Fate::Aside(AsideReason::Preamble), Amount::Missing)
        } else {
            judge.judge(row, &cells)
        };
        if fate != Fate::Aside(AsideReason::Blank) && options.taken_back.contains(&at.line) {
            fate = Fate::Use;
        }
        let reason = match fate {
            Fate::Use => None,
            Fate::Aside(reason) => Some(reason),
        };
        listener((at.line, reason, &cells));
        rows.take(&plan, &columns, at.line, reason, amount, &cells);
        row_issues(&plan, at.line, reason, &cells, wanted, &mut issues);
    }
    let currency = rows.currency(&columns, &counts, &mut issues);
    Some(rows.finish(
        found,
        options.shape,
        (header, columns),
        &plan,
        currency,
        issues,
    ))
}

/// The header as the reading tells it, and its row.
fn header_of(
    table: &Table<'_>,
    top: usize,
    width: usize,
    choice: Option<Header>,
) -> (Decided<Header>, Option<usize>) {
    let line_of = |row: usize| table.rows.get(row).map_or(1, |it| it.line);
    match choice {
        Some(Header::None) => (
            Decided {
                is: Header::None,
                by: By::Hand,
            },
            None,
        ),
        Some(Header::Line(line)) => {
            // The row that the line is part of.
            let row = table
                .rows
                .partition_point(|it| it.line <= line)
                .saturating_sub(1);
            (
                Decided {
                    is: Header::Line(line),
                    by: By::Hand,
                },
                Some(row),
            )
        }
        None => {
            let row = header::find(table, top, width);
            let is = row.map_or(Header::None, |it| Header::Line(line_of(it)));
            (Decided { is, by: By::Reader }, row)
        }
    }
}

/// Looks at every cell below the header.
fn count(
    table: &Table<'_>,
    first_row: usize,
    width: usize,
    progress: &mut Progress<'_>,
) -> Option<Vec<Counts>> {
    progress.part(0.6)?;
    let mut counts = vec![Counts::default(); width];
    let mut cells: Cells<'_> = Vec::new();
    for row in first_row..table.rows.len() {
        progress.step(row, table.rows.len())?;
        table.cells(row, width, &mut cells);
        let line = table.rows.get(row).map_or(0, |it| it.line);
        for (count, cell) in counts.iter_mut().zip(&cells) {
            count.add(line, cell);
        }
    }
    Some(counts)
}

/// What each column is, with the conventions of its cells.
fn describe(
    names: Vec<String>,
    counts: &[Counts],
    given: &[Given],
    options: &ReadOptions,
    found: &Found<'_>,
) -> Vec<Column> {
    let proposal = proposed_decimal(counts, found);
    let order = counts
        .iter()
        .filter(|it| it.date_percent() >= 80)
        .find_map(Counts::proven_order)
        .unwrap_or(DateOrder::DayFirst);
    let column = |(index, name): (usize, String)| {
        let count = counts.get(index).cloned().unwrap_or_default();
        let given = given.get(index)?;
        let hand = options.columns.iter().find(|it| it.index == index);
        let (content, doubt) = content_of(
            given.role.is,
            &count,
            hand.and_then(|it| it.decimal),
            hand.and_then(|it| it.date_order),
            (proposal, order),
        );
        Some(Column {
            name,
            role: given.role,
            confidence: given.confidence,
            reason: given.reason,
            content,
            doubt,
        })
    };
    names.into_iter().enumerate().filter_map(column).collect()
}

/// The decimal sign most columns prove; else the one that goes with the delimiter and the letters.
fn proposed_decimal(counts: &[Counts], found: &Found<'_>) -> Decimal {
    let proven = |sign: Decimal| {
        counts
            .iter()
            .filter(|it| it.number_percent() >= 80 && it.proven_decimal() == Some(sign))
            .count()
    };
    let (comma, point) = (proven(Decimal::Comma), proven(Decimal::Point));
    if comma != point {
        return if comma > point {
            Decimal::Comma
        } else {
            Decimal::Point
        };
    }
    match found.dialect.delimiter.is {
        ',' => Decimal::Point,
        ';' => Decimal::Comma,
        _ if found.table.has_european_letters() => Decimal::Comma,
        _ => Decimal::Point,
    }
}

fn content_of(
    role: Role,
    count: &Counts,
    decimal: Option<Decimal>,
    order: Option<DateOrder>,
    proposed: (Decimal, DateOrder),
) -> (Content, Option<(u32, String)>) {
    if count.filled == 0 {
        return (Content::Empty, None);
    }
    let is_date = match role {
        Role::Date => count.any_date_percent() >= 50 || order.is_some(),
        _ => count.date_percent() >= 80 && !role.is_money(),
    };
    if is_date {
        let doubt = count.date_doubt().cloned();
        let content = Content::Date {
            order: order.or(count.proven_order()).unwrap_or(proposed.1),
            ambiguous: doubt.is_some() && order.is_none(),
        };
        return (content, doubt);
    }
    let codes = matches!(
        role,
        Role::Name | Role::Id | Role::BusinessId | Role::Order | Role::Group | Role::Owner
    ) || (count.code_like * 5 > count.numbers && !role.is_money());
    let numbers = count.number_percent();
    if !codes && (numbers >= 80 || (role.is_money() && numbers > 0) || decimal.is_some()) {
        let doubt = count.decimal_doubt().cloned();
        let content = Content::Number {
            decimal: decimal.or(count.proven_decimal()).unwrap_or(proposed.0),
            ambiguous: doubt.is_some() && decimal.is_none(),
        };
        return (content, doubt);
    }
    (Content::Text, None)
}

/// Which column gives what.
struct Plan {
    places: Places,
    amount: AmountFrom,
    money: Vec<(usize, Decimal)>,
}

impl Plan {
    fn new(columns: &[Column]) -> Self {
        let at = |role: Role| columns.iter().position(|it| it.role.is == role);
        let decimal = |column: usize| match columns.get(column).map(|it| it.content) {
            Some(Content::Number { decimal, .. }) => decimal,
            _ => Decimal::Point,
        };
        let money = |role: Role| at(role).map(|it| (it, decimal(it)));
        let amount = match (
            money(Role::Revenue),
            money(Role::Quantity),
            money(Role::UnitPrice),
        ) {
            (Some((column, sign)), _, _) => AmountFrom::Column(column, sign),
            (None, Some(quantity), Some(price)) => AmountFrom::Product(quantity, price),
            _ => AmountFrom::Nowhere,
        };
        let date = at(Role::Date).and_then(|it| match columns.get(it)?.content {
            Content::Date { order, .. } => Some((it, order)),
            _ => None,
        });
        Self {
            places: Places {
                name: at(Role::Name),
                id: at(Role::Id),
                margin: money(Role::Margin),
                cost: money(Role::Cost),
                previous: money(Role::Previous),
                date,
                order: at(Role::Order),
                words: KEPT
                    .iter()
                    .filter_map(|role| at(*role).map(|it| (*role, it)))
                    .collect(),
            },
            amount,
            money: [
                Role::Revenue,
                Role::Margin,
                Role::Cost,
                Role::Previous,
                Role::UnitPrice,
            ]
            .iter()
            .filter_map(|it| money(*it))
            .collect(),
        }
    }
}

/// Doubts that ask the user, for columns that count.
fn doubts(columns: &[Column], issues: &mut Issues) {
    for (column, it) in columns.iter().enumerate() {
        let Some((line, example)) = it.doubt.clone() else {
            continue;
        };
        match it.content {
            Content::Number {
                ambiguous: true, ..
            } if it.role.is.is_money() || it.role.is == Role::Quantity => {
                issues.add(Some(line), IssueKind::AmbiguousDecimal { column, example });
            }
            Content::Date {
                ambiguous: true, ..
            } if it.role.is != Role::Unused => {
                issues.add(Some(line), IssueKind::AmbiguousDate { column, example });
            }
            _ => {}
        }
    }
}

fn judge<'t>(
    table: &'t Table<'t>,
    header_row: Option<usize>,
    first_row: usize,
    columns: &[Column],
    counts: &[Counts],
    plan: &Plan,
) -> Judge<'t> {
    let rows = table
        .rows
        .iter()
        .skip(first_row)
        .filter(|it| !it.bare)
        .count();
    let filled = |percent: usize| {
        move |it: &&Counts| usize::try_from(it.filled).unwrap_or(0) * 100 >= rows * percent
    };
    let steady_words = columns
        .iter()
        .zip(counts)
        .enumerate()
        .filter(|(at, (column, count))| {
            filled(80)(count)
                && !matches!(column.content, Content::Number { .. })
                && column.role.is != Role::Quantity
                && !plan.money.iter().any(|it| it.0 == *at)
        })
        .map(|it| it.0)
        .collect();
    let amount_at = |row: usize| {
        let mut cells = Vec::new();
        table.cells(row, MAX_COLUMNS, &mut cells);
        matches!(plan.amount.of(&cells), Amount::Read(_))
    };
    let all = first_row..table.rows.len();
    Judge {
        table,
        header_row,
        first_row,
        header: columns.iter().map(|it| it.name.clone()).collect(),
        roles: columns.iter().map(|it| it.role.is).collect(),
        steady_words,
        usual_filled: counts.iter().filter(filled(50)).count(),
        amount: plan.amount,
        money: plan.money.clone(),
        last_amount: all
            .clone()
            .rev()
            .find(|it| amount_at(*it))
            .unwrap_or(first_row),
        first_amount: all.clone().find(|it| amount_at(*it)).unwrap_or(first_row),
        name: plan.places.name,
        id: plan.places.id,
    }
}

fn row_issues(
    plan: &Plan,
    line: u32,
    reason: Option<AsideReason>,
    cells: &[Cow<'_, str>],
    wanted: usize,
    issues: &mut Issues,
) {
    if reason == Some(AsideReason::BadAmount) {
        let found = match plan.amount {
            AmountFrom::Column(column, _) => text(cells, column),
            AmountFrom::Product(a, b) => {
                let price = text(cells, b.0);
                if number::look(price).is_none() {
                    price
                } else {
                    text(cells, a.0)
                }
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

/// What the rows gave so far.
#[derive(Default)]
struct Rows {
    account: Account,
    customers: Customers,
    preview: Vec<PreviewRow>,
    set_aside: Vec<SetAside>,
    /// Totals rows and what was used when they came.
    totals: Vec<(u32, Money, Money)>,
    /// Rows below the header that are not blank.
    data: u32,
}

impl Rows {
    fn take(
        &mut self,
        plan: &Plan,
        columns: &[Column],
        line: u32,
        reason: Option<AsideReason>,
        amount: Amount,
        cells: &[Cow<'_, str>],
    ) {
        let money = amount.money();
        self.account.rows_read += 1;
        self.account.money_read += money;
        if !matches!(reason, Some(AsideReason::Blank | AsideReason::Preamble)) {
            self.data += 1;
        }
        let Some(reason) = reason else {
            self.account.rows_used += 1;
            self.account.money_used += money;
            self.customers.add(&plan.places, line, cells, money);
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
                    .take(columns.len().max(1))
                    .map(ToString::to_string)
                    .collect(),
                money,
            });
        }
    }

    fn finish(
        self,
        found: &Found<'_>,
        shape: Option<Shape>,
        (header, columns): (Decided<Header>, Vec<Column>),
        plan: &Plan,
        currency: Option<Currency>,
        mut issues: Issues,
    ) -> Reading {
        self.fatal(plan, &mut issues);
        self.check_totals(&mut issues);
        let shape = shape.map_or_else(
            || Decided {
                is: self.shape(plan),
                by: By::Reader,
            },
            |is| Decided { is, by: By::Hand },
        );
        let customers = self.customers.finish();
        if self.data > 0
            && (plan.places.name.is_some() || plan.places.id.is_some())
            && plan.amount != AmountFrom::Nowhere
            && !customers.iter().any(|it| it.revenue.is_positive())
        {
            issues.add(None, IssueKind::NothingPositive);
        }
        Reading {
            encoding: found.encoding,
            delimiter: found.dialect.delimiter,
            header,
            shape,
            columns,
            preview: self.preview,
            set_aside: self.set_aside,
            account: self.account,
            issues: issues.finish(),
            base: CustomerBase {
                customers,
                currency,
            },
        }
    }

    fn fatal(&self, plan: &Plan, issues: &mut Issues) {
        if self.data == 0 {
            issues.add(None, IssueKind::HeaderOnly);
            return;
        }
        if plan.places.name.is_none() && plan.places.id.is_none() {
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
            let sums = [self.account.money_used, all, *used, *used - before];
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

    /// The currency beside amounts, in the header, or in a column of its own.
    fn currency(
        &self,
        columns: &[Column],
        counts: &[Counts],
        issues: &mut Issues,
    ) -> Option<Currency> {
        let mut codes: Vec<&str> = Vec::new();
        let mut add = |code: &'static str| {
            if !codes.contains(&code) {
                codes.push(code);
            }
        };
        for (column, count) in columns.iter().zip(counts) {
            if matches!(
                column.role.is,
                Role::Revenue | Role::UnitPrice | Role::Margin | Role::Previous
            ) {
                count.currencies.iter().for_each(|it| add(it));
                column
                    .name
                    .split(|it: char| it.is_whitespace() || "()[]/,;:.-_".contains(it))
                    .filter_map(number::currency_of)
                    .for_each(&mut add);
            }
        }
        for (at, column) in columns.iter().enumerate() {
            if is_currency_name(&column.name) {
                self.preview
                    .iter()
                    .filter_map(|it| it.cells.get(at))
                    .filter_map(|it| number::currency_of(&it.raw))
                    .for_each(&mut add);
            }
        }
        if codes.len() > 1 {
            issues.add(
                None,
                IssueKind::MixedCurrencies {
                    codes: codes.iter().map(ToString::to_string).collect(),
                },
            );
        }
        codes.first().map(|it| Currency::new(it))
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
            raw: raw.to_owned(),
            value,
        }
    };
    PreviewRow {
        line,
        cells: columns.iter().enumerate().map(cell).collect(),
    }
}
