//! The words for what was read: roles, encodings, delimiters, reasons and issues.

use super::{Lang, format};
use crate::domain::money::Currency;
use crate::ingest::{
    AsideReason, Decimal, Encoding, FileKind, Header, Issue, IssueKind, Role, RoleReason, Shape,
    SheetInfo,
};
use crate::samples::Sample;
use crate::t;

/// What a column means, as a menu shows it.
#[must_use]
pub fn role(lang: Lang, it: Role) -> &'static str {
    match it {
        Role::Name => t!(lang, roles_name),
        Role::Id => t!(lang, roles_id),
        Role::BusinessId => t!(lang, roles_business_id),
        Role::Group => t!(lang, roles_group),
        Role::Revenue => t!(lang, roles_revenue),
        Role::Part => t!(lang, roles_part),
        Role::Margin => t!(lang, roles_margin),
        Role::Cost => t!(lang, roles_cost),
        Role::Previous => t!(lang, roles_previous),
        Role::Date => t!(lang, roles_date),
        Role::Order => t!(lang, roles_order),
        Role::Orders => t!(lang, roles_orders),
        Role::Quantity => t!(lang, roles_quantity),
        Role::UnitPrice => t!(lang, roles_unit_price),
        Role::Discount => t!(lang, roles_discount),
        Role::Debit => t!(lang, roles_debit),
        Role::Credit => t!(lang, roles_credit),
        Role::Side => t!(lang, roles_side),
        Role::Product => t!(lang, roles_product),
        Role::Industry => t!(lang, roles_industry),
        Role::Size => t!(lang, roles_size),
        Role::Headcount => t!(lang, roles_headcount),
        Role::Region => t!(lang, roles_region),
        Role::Potential => t!(lang, roles_potential),
        Role::Owner => t!(lang, roles_owner),
        Role::ContactsHeld => t!(lang, roles_contacts_held),
        Role::Satisfaction => t!(lang, roles_satisfaction),
        Role::Other => t!(lang, roles_other),
        Role::Unused => t!(lang, roles_unused),
    }
}

/// Why a column was given its role.
#[must_use]
pub fn role_reason(lang: Lang, it: RoleReason) -> &'static str {
    match it {
        RoleReason::ByName => t!(lang, roles_why_name),
        RoleReason::ByContent => t!(lang, roles_why_content),
        RoleReason::AsWellAs(_) => t!(lang, roles_why_two),
        RoleReason::Leftover => t!(lang, roles_why_leftover),
        RoleReason::Unknown => t!(lang, roles_why_unknown),
        RoleReason::ByHand => t!(lang, roles_why_hand),
    }
}

/// The name of a column; its place where the file gives it none. `at` counts from 0.
#[must_use]
pub fn column_name(lang: Lang, name: &str, at: usize) -> String {
    if name.is_empty() {
        t!(lang, bring_column_unnamed, n = at + 1)
    } else {
        name.to_owned()
    }
}

/// The name people know an encoding by.
#[must_use]
pub const fn encoding(it: Encoding) -> &'static str {
    match it {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le => "UTF-16 LE",
        Encoding::Utf16Be => "UTF-16 BE",
        Encoding::Windows1252 => "Windows-1252",
        Encoding::Windows1250 => "Windows-1250",
        Encoding::Iso8859_2 => "ISO 8859-2",
        Encoding::Iso8859_15 => "ISO 8859-15",
        Encoding::Ibm850 => "DOS 850",
        Encoding::Ibm852 => "DOS 852",
        Encoding::Macintosh => "Mac Roman",
        Encoding::Windows1257 => "Windows-1257",
        Encoding::Windows1251 => "Windows-1251",
        Encoding::Windows1254 => "Windows-1254",
        Encoding::Windows1253 => "Windows-1253",
    }
}

/// What separates cells, as a plural; the sign itself for an unusual one.
#[must_use]
pub fn delimiter(lang: Lang, it: char) -> String {
    match it {
        ';' => t!(lang, bring_semicolons).to_owned(),
        ',' => t!(lang, bring_commas).to_owned(),
        '\t' => t!(lang, bring_tabs).to_owned(),
        '|' => t!(lang, bring_pipes).to_owned(),
        ' ' => t!(lang, bring_spaces).to_owned(),
        other => other.to_string(),
    }
}

/// A sheet of a workbook.
#[must_use]
pub fn sheet(lang: Lang, it: &SheetInfo) -> String {
    if it.is_hidden {
        t!(lang, bring_sheet_hidden, name = &it.name, n = it.rows)
    } else {
        t!(lang, bring_sheet, name = &it.name, n = it.rows)
    }
}

/// Where the header is.
#[must_use]
pub fn header(lang: Lang, it: Header) -> String {
    match it {
        Header::Line(line) => t!(lang, bring_header_line, line = line),
        Header::None => t!(lang, bring_header_none).to_owned(),
    }
}

/// The decimal sign.
#[must_use]
pub fn decimal(lang: Lang, it: Decimal) -> &'static str {
    match it {
        Decimal::Comma => t!(lang, bring_decimal_comma),
        Decimal::Point => t!(lang, bring_decimal_point),
    }
}

/// What one row is.
#[must_use]
pub fn shape(lang: Lang, it: Shape) -> &'static str {
    match it {
        Shape::Customers => t!(lang, bring_shape_customers),
        Shape::Transactions => t!(lang, bring_shape_transactions),
    }
}

/// The name of a sample company's trade.
#[must_use]
pub fn sample(lang: Lang, it: Sample) -> &'static str {
    match it {
        Sample::Packaging => t!(lang, bring_sample_packaging),
        Sample::Accounting => t!(lang, bring_sample_accounting),
        Sample::Chamber => t!(lang, bring_sample_chamber),
    }
}

/// What is in a sample company's file.
#[must_use]
pub fn sample_about(lang: Lang, it: Sample) -> &'static str {
    match it {
        Sample::Packaging => t!(lang, bring_sample_packaging_about),
        Sample::Accounting => t!(lang, bring_sample_accounting_about),
        Sample::Chamber => t!(lang, bring_sample_chamber_about),
    }
}

/// Why a row is set aside.
#[must_use]
pub fn aside_reason(lang: Lang, it: AsideReason) -> &'static str {
    match it {
        AsideReason::Preamble => t!(lang, bring_aside_preamble),
        AsideReason::Blank => t!(lang, bring_aside_blank),
        AsideReason::RepeatedHeader => t!(lang, bring_aside_header),
        AsideReason::Total => t!(lang, bring_aside_total),
        AsideReason::NoCustomer => t!(lang, bring_aside_no_customer),
        AsideReason::BadAmount => t!(lang, bring_aside_bad_amount),
        AsideReason::Footer => t!(lang, bring_aside_footer),
        AsideReason::OtherTable => t!(lang, bring_aside_other_table),
        AsideReason::OtherCurrency => t!(lang, bring_aside_other_currency),
        AsideReason::OutsidePeriod => t!(lang, bring_aside_outside_period),
    }
}

/// An issue in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueText {
    /// What is wrong, and where.
    pub title: String,
    /// What to do about it; empty where the page offers the choice itself.
    pub remedy: String,
}

/// An issue: `column` gives the name of a column by index, amounts are in `currency`.
#[must_use]
pub fn issue(
    lang: Lang,
    it: &Issue,
    column: impl Fn(usize) -> String,
    currency: &Currency,
) -> IssueText {
    let line = it.line.unwrap_or_default();
    let (title, remedy) = match &it.kind {
        IssueKind::EmptyFile => (
            t!(lang, issues_empty).to_owned(),
            t!(lang, issues_empty_do).to_owned(),
        ),
        IssueKind::NotATable { seems } => not_a_table(lang, *seems),
        IssueKind::HeaderOnly => (
            match it.line {
                Some(line) => t!(lang, issues_header_only_line, line = line),
                None => t!(lang, issues_header_only).to_owned(),
            },
            t!(lang, issues_header_only_do).to_owned(),
        ),
        IssueKind::NoCustomerColumn => (
            t!(lang, issues_no_customer).to_owned(),
            t!(lang, issues_no_customer_do).to_owned(),
        ),
        IssueKind::NoAmountColumn => (
            t!(lang, issues_no_amount).to_owned(),
            t!(lang, issues_no_amount_do).to_owned(),
        ),
        IssueKind::NothingPositive => (
            t!(lang, issues_nothing_positive).to_owned(),
            t!(lang, issues_nothing_positive_do).to_owned(),
        ),
        IssueKind::TwoAmounts { column: at, other } => (
            t!(
                lang,
                issues_two_amounts,
                column = column(*at),
                other = column(*other)
            ),
            String::new(),
        ),
        IssueKind::TwoCustomers { column: at, other } => (
            t!(
                lang,
                issues_two_customers,
                column = column(*at),
                other = column(*other)
            ),
            String::new(),
        ),
        IssueKind::NamedAcross => (
            t!(lang, issues_named_across).to_owned(),
            t!(lang, issues_named_across_do).to_owned(),
        ),
        IssueKind::NamedAbove { rows } => (
            t!(lang, issues_named_above, rows = *rows),
            t!(lang, issues_named_above_do).to_owned(),
        ),
        IssueKind::OtherUnit { column: at } => (
            t!(lang, issues_other_unit, column = column(*at)),
            t!(lang, issues_other_unit_do).to_owned(),
        ),
        IssueKind::TooManyColumns { found, used } => (
            t!(lang, issues_too_many_columns, found = *found, used = *used),
            t!(lang, issues_too_many_columns_do).to_owned(),
        ),
        IssueKind::UnclosedQuote => (
            t!(lang, issues_unclosed_quote, line = line),
            t!(lang, issues_unclosed_quote_do).to_owned(),
        ),
        IssueKind::BadBytes { count } => (
            t!(lang, issues_bad_bytes, n = *count),
            t!(lang, issues_bad_bytes_do).to_owned(),
        ),
        IssueKind::AmbiguousDecimal { column: at, .. } => (
            t!(lang, issues_ambiguous_decimal, column = column(*at)),
            String::new(),
        ),
        IssueKind::AmbiguousDate { column: at, .. } => (
            t!(lang, issues_ambiguous_date, column = column(*at)),
            String::new(),
        ),
        IssueKind::HiddenSheet { name } => (
            t!(lang, issues_hidden_sheet, name = name),
            t!(lang, issues_hidden_sheet_do).to_owned(),
        ),
        IssueKind::HiddenCells { rows, columns } => (
            t!(lang, issues_hidden_cells, rows = *rows, columns = *columns),
            t!(lang, issues_hidden_cells_do).to_owned(),
        ),
        IssueKind::FormulasWithoutValue { count } => (
            t!(lang, issues_formulas_without_value, count = *count),
            t!(lang, issues_formulas_without_value_do).to_owned(),
        ),
        IssueKind::ErrorCell { cell, found } => (
            t!(lang, issues_error_cell, cell = cell, found = found),
            t!(lang, issues_error_cell_do).to_owned(),
        ),
        IssueKind::RaggedRow { cells, wanted } => (
            t!(
                lang,
                issues_ragged,
                line = line,
                cells = *cells,
                wanted = *wanted
            ),
            t!(lang, issues_ragged_do).to_owned(),
        ),
        IssueKind::BadValue { column: at, found } => (
            t!(
                lang,
                issues_bad_value,
                line = line,
                column = column(*at),
                found = found
            ),
            t!(lang, issues_bad_value_do).to_owned(),
        ),
        IssueKind::JoinedCell { found } => (
            t!(lang, issues_joined, line = line, found = found),
            t!(lang, issues_joined_do).to_owned(),
        ),
        IssueKind::BadAmount { found } => (
            t!(lang, issues_bad_amount, line = line, found = found),
            t!(lang, issues_bad_amount_do).to_owned(),
        ),
        IssueKind::TotalDiffers { says, sum } => {
            let (says_text, sum_text) = (
                format::money(lang, *says, currency),
                format::money(lang, *sum, currency),
            );
            (
                match it.line {
                    Some(line) => t!(
                        lang,
                        issues_total_differs_line,
                        line = line,
                        says = says_text,
                        sum = sum_text
                    ),
                    None => t!(lang, issues_total_differs, says = says_text, sum = sum_text),
                },
                t!(
                    lang,
                    issues_total_differs_do,
                    difference = format::money(lang, (*says - *sum).abs(), currency)
                ),
            )
        }
        IssueKind::MixedCurrencies { codes } => (
            t!(lang, issues_mixed_currencies, codes = codes.join(", ")),
            t!(
                lang,
                issues_mixed_currencies_do,
                main = codes.first().map_or("", String::as_str)
            ),
        ),
    };
    IssueText { title, remedy }
}

fn not_a_table(lang: Lang, seems: FileKind) -> (String, String) {
    let (title, remedy) = match seems {
        FileKind::LockedWorkbook => (
            t!(lang, issues_locked_workbook),
            t!(lang, issues_locked_workbook_do),
        ),
        FileKind::BrokenWorkbook => (
            t!(lang, issues_broken_workbook),
            t!(lang, issues_broken_workbook_do),
        ),
        FileKind::HugeWorkbook => (
            t!(lang, issues_huge_workbook),
            t!(lang, issues_huge_workbook_do),
        ),
        FileKind::Pdf => (t!(lang, issues_pdf), t!(lang, issues_pdf_do)),
        FileKind::Picture => (t!(lang, issues_picture), t!(lang, issues_picture_do)),
        FileKind::Archive => (t!(lang, issues_archive), t!(lang, issues_archive_do)),
        FileKind::Binary => (t!(lang, issues_binary), t!(lang, issues_binary_do)),
    };
    (title.to_owned(), remedy.to_owned())
}

/// Lines as people list them: `1–3, 52, 104`. `lines` is ascending.
#[must_use]
pub fn line_ranges(lang: Lang, lines: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for line in lines {
        match runs.last_mut() {
            Some((_, end)) if end.saturating_add(1) == *line => *end = *line,
            _ => runs.push((*line, *line)),
        }
    }
    let count = |it: u32| format::count(lang, it.into());
    let texts: Vec<String> = runs
        .into_iter()
        .map(|(start, end)| match end - start {
            0 => count(start),
            1 => format!("{}, {}", count(start), count(end)),
            _ => format!("{}–{}", count(start), count(end)),
        })
        .collect();
    texts.join(", ")
}

#[cfg(test)]
mod tests;
