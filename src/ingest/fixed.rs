//! Columns that spaces line up, as printouts have them: rewritten with tabs, so that one way of
//! splitting rows serves all files.

/// Lines looked at when columns are sought.
const LOOKED_AT: usize = 400;

/// The text with a tab between columns, if its lines have columns of spaces; line by line the same.
pub(super) fn with_tabs(text: &str) -> Option<String> {
    let head: Vec<&str> = text.lines().take(LOOKED_AT).collect();
    let gaps = ruled(&head).or_else(|| aligned(&head))?;
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        if is_rule(line) {
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
    let mut blank = vec![true; width];
    for line in &table {
        for (slot, it) in blank.iter_mut().zip(line.chars()) {
            *slot &= it == ' ';
        }
    }
    // A single blank place may be a space between words that happen to line up.
    let wanted = if table.len() < 8 { 2 } else { 1 };
    let gaps: Vec<Gap> = runs(blank.into_iter())
        .into_iter()
        .filter(|(from, to)| to - from >= wanted)
        .collect();
    let names: Vec<char> = table.first()?.chars().collect();
    let gaps = named(&gaps, &names);
    (!gaps.is_empty()).then_some(gaps)
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
        gap.is_none_or(|it| it.contains(&' ') || it.is_empty())
    });
    if !is_table {
        out.push_str(line);
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
