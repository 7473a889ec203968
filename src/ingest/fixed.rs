//! Columns that spaces line up, as printouts have them: rewritten with tabs, so that one way of
//! splitting rows serves all files.

use super::{MAX_COLUMNS, date, number};

/// Lines looked at when columns are sought.
const LOOKED_AT: usize = 400;

/// Blank lines looked below.
const STARTS: usize = 12;

/// The text with a tab between columns, if its lines have columns of spaces; line by line the same.
pub(super) fn with_tabs(text: &str) -> Option<String> {
    if let Some(start) = in_words(text) {
        let mut out = String::with_capacity(text.len());
        for (at, line) in text.lines().enumerate() {
            if at < start {
                out.push_str(line);
            } else {
                out.push_str(&line.split_whitespace().collect::<Vec<_>>().join("\t"));
            }
            out.push('\n');
        }
        return Some(out);
    }
    let head: Vec<&str> = text.lines().take(LOOKED_AT).collect();
    let (start, gaps) = ruled(&head).map(|it| (0, it)).or_else(|| lined_up(&head))?;
    let mut out = String::with_capacity(text.len());
    for (at, line) in text.lines().enumerate() {
        if at < start || is_rule(line) {
            out.push_str(line);
        } else {
            cut(line, &gaps, &mut out);
        }
        out.push('\n');
    }
    Some(out)
}

/// A run of characters, from and to, that stands between two columns.
type Gap = (usize, usize);

/// The line from which on each line has as many words as the last one, most of them figures, with any
/// number of blanks between them: nothing else need line up.
fn in_words(text: &str) -> Option<usize> {
    let lines: Vec<&str> = text.lines().collect();
    let is_blank = |it: &&str| it.trim().is_empty();
    let filled = |it: &usize| lines.get(*it).is_some_and(|it| !is_blank(it));
    let words = |it: &str| it.split_whitespace().count();
    let last = lines.iter().rev().find(|it| !is_blank(it))?;
    let width = words(last);
    if !(2..=MAX_COLUMNS).contains(&width) || last.contains(['"', ';', ',', '|']) {
        return None;
    }
    let backwards = (0..lines.len()).rev().filter(filled);
    let rows: Vec<usize> = backwards
        .take_while(|it| lines.get(*it).is_some_and(|it| words(it) == width))
        .collect();
    let start = *rows.last()?;
    // Another line of columns above them, such as one of units, is one of the table.
    let above = (0..start).rev().find(|it| filled(it));
    let above = above
        .and_then(|it| lines.get(it))
        .map_or("", |it| it.trim());
    let gaps = |it: &str| it.contains("  ") || it.contains('\t');
    let rows: Vec<&str> = rows
        .iter()
        .rev()
        .filter_map(|it| lines.get(*it).copied())
        .collect();
    if rows.len() < 3 || gaps(above) || start > rows.len() || !rows.iter().any(|it| gaps(it.trim()))
    {
        return None;
    }
    let figures: Vec<bool> = (0..width)
        .map(|at| {
            let cell = |it: &&str| {
                it.split_whitespace()
                    .nth(at)
                    .map(|it| number::look(it).is_some() || date::look(it).is_some())
            };
            rows.iter()
                .skip(1)
                .take(LOOKED_AT)
                .all(|it| cell(it) == Some(true))
        })
        .collect();
    let is_name = |pair: &[bool]| pair == [false, false];
    let count = figures.iter().filter(|it| **it).count();
    let is_enough = if width == 2 {
        count == 2
    } else {
        count * 2 > width
    };
    (is_enough && !figures.windows(2).any(is_name)).then_some(start)
}

/// A line of dashes with spaces between them says where columns are.
fn ruled(lines: &[&str]) -> Option<Vec<Gap>> {
    let rule = lines.iter().find(|it| is_rule(it))?;
    Some(runs(rule.chars().map(|it| it == ' ')))
}

/// `-----  ---------`
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() > 5
        && line.contains(' ')
        && line.chars().all(|it| matches!(it, '-' | '=' | '_' | ' '))
}

/// The gaps between columns, and the line that the table begins on: the first, or one below a blank
/// line, where what stands above is laid out in another way.
fn lined_up(lines: &[&str]) -> Option<(usize, Vec<Gap>)> {
    let whole = aligned(lines);
    let is_blank = |at: usize| lines.get(at).is_none_or(|it| it.trim().is_empty());
    let starts = (1..lines.len() / 2).filter(|it| is_blank(it - 1) && !is_blank(*it));
    let below = starts
        .take(STARTS)
        .filter_map(|it| Some((it, aligned(lines.get(it..)?)?)))
        .max_by_key(|it| (it.1.len(), std::cmp::Reverse(it.0)));
    let is_more = |it: &(usize, Vec<Gap>)| it.1.len() > whole.as_ref().map_or(1, |it| it.len() * 2);
    below
        .filter(is_more)
        .or_else(|| whole.clone().map(|it| (0, it)))
}

/// Places that are blank on every line that has columns.
fn aligned(lines: &[&str]) -> Option<Vec<Gap>> {
    let filled: Vec<&str> = lines
        .iter()
        .copied()
        .filter(|it| !it.trim().is_empty())
        .collect();
    let table: Vec<&str> = filled
        .iter()
        .copied()
        .filter(|it| it.trim().contains("  "))
        .collect();
    if table.len() < 3 || table.len() * 10 < filled.len() * 7 {
        return None;
    }
    let width = table.iter().map(|it| it.chars().count()).max()?;
    let mut filled_at = vec![0_usize; width];
    for (row, line) in table.iter().enumerate() {
        for (slot, it) in filled_at.iter_mut().zip(line.chars()) {
            // Neither a name of a column nor a figure is cut, however rare.
            *slot += match it {
                ' ' => 0,
                it if row > 0 && it.is_alphabetic() => 1,
                _ => LOOKED_AT,
            };
        }
    }
    // The label of a sum may run over a gap.
    let stray = if table.len() < 12 {
        0
    } else {
        table.len() / 24 + 1
    };
    let blank: Vec<bool> = filled_at.into_iter().map(|it| it <= stray).collect();
    // A single blank place may be a space between words that happen to line up.
    let wanted = if table.len() < 8 { 2 } else { 1 };
    let names: Vec<char> = table.first()?.chars().collect();
    let is_filled = |at: usize| names.get(at).is_some_and(|it| *it != ' ');
    let gaps: Vec<Gap> = runs(blank.into_iter())
        .into_iter()
        .filter(|(from, to)| {
            // Names to the left leave more room after them, names over figures before them.
            let parts_names =
                !is_filled(*from) && (!is_filled(from.saturating_sub(1)) || !is_filled(*to));
            (to - from >= wanted || parts_names) && !(to - from == 1 && in_figures(&table, *from))
        })
        .collect();
    let gaps = named(&gaps, &names);
    (!gaps.is_empty()).then_some(gaps)
}

/// The blank place stands before three digits of a figure: `12 450,00`.
fn in_figures(lines: &[&str], at: usize) -> bool {
    lines.iter().any(|line| {
        let mut after = line.chars().skip(at.saturating_sub(1));
        let digit = |it: Option<char>| it.is_some_and(|it| it.is_ascii_digit());
        let before = digit(after.next());
        after.next();
        before && (0..3).all(|_| digit(after.next())) && !digit(after.next())
    })
}

/// Without the gaps before columns that have no name: words of one column that happen to line up.
fn named(gaps: &[Gap], names: &[char]) -> Vec<Gap> {
    let ends = gaps.iter().skip(1).map(|it| it.0).chain([names.len()]);
    let has_name = |(gap, end): &(&Gap, usize)| {
        let name = names.get(gap.1..(*end).max(gap.1).min(names.len()));
        name.is_some_and(|it| it.iter().any(|it| *it != ' '))
    };
    gaps.iter()
        .zip(ends)
        .filter(has_name)
        .map(|it| *it.0)
        .collect()
}

/// Runs of `true` with something on either side.
fn runs(marks: impl Iterator<Item = bool>) -> Vec<Gap> {
    let mut out = Vec::new();
    let mut from = None;
    let mut any = false;
    for (at, mark) in marks.enumerate() {
        match (mark, from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                if any {
                    out.push((start, at));
                }
                from = None;
            }
            _ => {}
        }
        any |= !mark;
    }
    out
}

/// One line with tabs; a line with words across the gaps is a title and stays whole.
fn cut(line: &str, gaps: &[Gap], out: &mut String) {
    let chars: Vec<char> = line.chars().collect();
    let is_table = gaps.iter().all(|(from, to)| {
        let gap = chars.get(*from..(*to).min(chars.len()));
        gap.is_none_or(|it| it.iter().all(|it| *it == ' '))
    });
    if !is_table {
        pieces(&chars, gaps, out);
        return;
    }
    let starts = std::iter::once(0).chain(gaps.iter().map(|it| it.1));
    let ends = gaps.iter().map(|it| it.1).chain([chars.len()]);
    for (at, (start, end)) in starts.zip(ends).enumerate() {
        if at > 0 {
            out.push('\t');
        }
        let cell: String = chars
            .get(start..end.min(chars.len()))
            .unwrap_or_default()
            .iter()
            .collect();
        out.push_str(cell.replace('\t', " ").trim());
    }
}

/// A line whose words run over gaps: what two spaces part stands where it begins; one piece is a title.
fn pieces(chars: &[char], gaps: &[Gap], out: &mut String) {
    let line: String = chars.iter().collect();
    let mut at = 0;
    let mut cells = vec![String::new(); gaps.len() + 1];
    let mut count = 0;
    for piece in line.split("  ") {
        let trimmed = piece.trim();
        if !trimmed.is_empty() {
            let start = at + piece.chars().take_while(|it| *it == ' ').count();
            let column = gaps.partition_point(|it| it.0 < start);
            if let Some(cell) = cells.get_mut(column) {
                if !cell.is_empty() {
                    cell.push(' ');
                }
                cell.push_str(trimmed);
                count += 1;
            }
        }
        at += piece.chars().count() + 2;
    }
    if count < 2 {
        out.push_str(&line);
    } else {
        out.push_str(&cells.join("\t"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(names: &str, rows: &[&str], sum: &str) -> String {
        let rows: Vec<&str> = rows.iter().cycle().take(20).copied().collect();
        with_tabs(&format!("{names}\n{}\n{sum}\n", rows.join("\n"))).unwrap_or_default()
    }

    #[test]
    fn a_space_within_figures_is_no_gap_and_a_label_over_a_gap_ends_none() {
        let out = table(
            "Nro   Asiakas          Netto",
            &[
                "100   Kone Oy       2 450,00",
                "101   Leipomo Ky      870,50",
            ],
            "Yhteensä           33 200,00",
        );
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(lines.first(), Some(&"Nro\tAsiakas\tNetto"));
        assert_eq!(lines.get(1), Some(&"100\tKone Oy\t2 450,00"));
        assert_eq!(lines.last(), Some(&"Yhteensä\t\t33 200,00"));
    }

    #[test]
    fn what_runs_into_a_gap_below_the_lines_looked_at_is_not_cut_off() {
        let names = "Nro   Asiakas          Netto";
        let row = "100   Kone Oy         450,00";
        let mut text = format!("{names}\n");
        for _ in 0..LOOKED_AT {
            text.push_str(&format!("{row}\n"));
        }
        text.push_str("101   Leipomo Ky  112 450,00\n");
        let out = with_tabs(&text).unwrap_or_default();
        assert_eq!(out.lines().last(), Some("101\tLeipomo Ky\t112 450,00"));
    }
}
