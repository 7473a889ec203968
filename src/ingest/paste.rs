//! A pasted table: the plain text that a program put on the clipboard, and the web page it put beside it.
//!
//! The plain text has the values. The page tells two things that it cannot: where a cell ends that
//! holds a line break, and which decimal sign the program shows.

use super::reading::Decimal;
use super::table::Table;
use super::workbook::{Grid, page_tables};

/// Stands around the page, before the plain text. Unicode keeps this character for a program's own use.
pub const CLIPBOARD_PAGE: char = '\u{fdd1}';

/// What the user sees of a pasted text.
#[must_use]
pub fn typed(text: &str) -> &str {
    text.strip_prefix(CLIPBOARD_PAGE)
        .and_then(|it| it.rsplit_once(CLIPBOARD_PAGE))
        .map_or(text, |it| it.1)
}

/// The plain text, and the page where there is one.
pub(super) fn split(bytes: &[u8]) -> (&[u8], Option<&str>) {
    if !bytes.starts_with("\u{fdd1}".as_bytes()) {
        return (bytes, None);
    }
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let page = text
        .strip_prefix(CLIPBOARD_PAGE)
        .and_then(|it| it.rsplit_once(CLIPBOARD_PAGE));
    page.map_or((bytes, None), |(page, plain)| {
        (plain.as_bytes(), Some(page))
    })
}

/// The decimal sign that Excel says it shows.
pub(super) fn decimal_of(page: &str) -> Option<Decimal> {
    let (_, rest) = page.split_once("mso-displayed-decimal-separator:")?;
    match rest
        .trim_start()
        .trim_start_matches(['"', '\\'])
        .chars()
        .next()?
    {
        ',' => Some(Decimal::Comma),
        '.' => Some(Decimal::Point),
        _ => None,
    }
}

/// The table of the page, where line breaks inside its cells tore the plain text apart.
pub(super) fn mended(page: &str, plain: &Table<'_>) -> Option<Grid> {
    let grid = page_tables(page)
        .into_iter()
        .max_by_key(Grid::filled_rows)?;
    let lines = plain.rows.iter().filter(|it| !it.bare).count();
    let rows = usize::try_from(grid.filled_rows()).ok()?;
    (rows > 1 && rows < lines).then_some(grid)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{Content, IssueKind, ReadOptions, Reading, read};

    fn read_pasted(plain: &str, page: &str) -> Reading {
        let bytes = format!("{CLIPBOARD_PAGE}{page}{CLIPBOARD_PAGE}{plain}").into_bytes();
        read(&bytes, &ReadOptions::default(), &mut |_| true).unwrap()
    }

    #[test]
    fn a_line_break_inside_a_cell_of_a_web_table_starts_no_row() {
        let reading = read_pasted(
            "Asiakas\tMyynti\nHallasuo Konepaja Oy\nTehtaankatu 3\t1 200,50\nMäkelä & Pojat\t800\n",
            "<table><tr><th>Asiakas<th>Myynti<tr><td>Hallasuo Konepaja Oy<br>Tehtaankatu 3</td>\
             <td class=n>1&nbsp;200,50</td></tr><tr><td>M&auml;kel&auml; &amp; Pojat<td>800</table>",
        );
        let names: Vec<&str> = reading
            .base
            .customers
            .iter()
            .map(|it| it.name.as_str())
            .collect();
        assert_eq!(
            names,
            ["Hallasuo Konepaja Oy\nTehtaankatu 3", "Mäkelä & Pojat"]
        );
        assert_eq!(reading.account.money_used.to_decimal(), "2000.5");
    }

    #[test]
    fn the_plain_text_has_the_values_where_excel_shows_number_signs() {
        let reading = read_pasted(
            "Asiakas\tMyynti\nA Oy\t1234,56\nB Oy\t10\n",
            "<table><tr><td>Asiakas<td>Myynti<tr><td>A Oy<td>####<tr><td>B Oy<td>10</table>",
        );
        assert_eq!(reading.account.money_used.to_decimal(), "1244.56");
    }

    #[test]
    fn excel_says_its_decimal_sign_so_nobody_is_asked() {
        let plain = "Client\tSales\nAsh\t1,234\nBirch\t2,345\n";
        let page = |sign: &str| {
            format!(
                "<style><!--table {{mso-displayed-decimal-separator:\"\\{sign}\";}}--></style><table></table>"
            )
        };
        for (sign, sum) in [(",", "3.579"), (".", "3579")] {
            let reading = read_pasted(plain, &page(sign));
            assert_eq!(reading.account.money_used.to_decimal(), sum);
            assert!(reading.issues.is_empty(), "{:?}", reading.issues);
            let sales = reading.columns.get(1).unwrap().content;
            assert!(matches!(
                sales,
                Content::Number {
                    ambiguous: false,
                    ..
                }
            ));
        }
        let asked = read_pasted(plain, "<p>no table</p>");
        assert!(matches!(
            asked.issues.first().map(|it| &it.kind),
            Some(IssueKind::AmbiguousDecimal { .. })
        ));
    }
}
