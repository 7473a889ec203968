//! The handbook as Markdown: for an intranet page, a wiki or a letter.

use super::handbook::{Handbook, Table};

/// The whole handbook.
#[must_use]
pub fn handbook(it: &Handbook) -> String {
    let mut out = format!(
        "# {}\n\n{}\n\n{}\n\n",
        line(&it.title),
        line(&it.brand),
        line(&it.lede)
    );
    let mut head = vec![String::new()];
    head.extend(it.heads.iter().map(|head| {
        if head.sub.is_empty() {
            head.name.clone()
        } else {
            format!("{}: {}", head.name, head.sub)
        }
    }));
    let rows = it.overview.iter().map(|(label, texts)| {
        let mut row = vec![label.clone()];
        row.extend(texts.iter().cloned());
        row
    });
    if !it.heads.is_empty() {
        push_table(&mut out, &head, rows, None);
    }
    for sum in &it.sums {
        out.push_str(&format!("- {}\n", line(sum)));
    }
    if !it.sums.is_empty() {
        out.push('\n');
    }
    for tier in &it.tiers {
        out.push_str(&format!(
            "## {}: {}\n\n",
            line(&tier.name),
            line(&tier.title)
        ));
        for needs in &tier.needs {
            out.push_str(&format!("{}\n\n", line(needs)));
        }
        for (label, text) in &tier.answers {
            out.push_str(&format!("- **{}**: {}\n", line(label), line(text)));
        }
        out.push('\n');
        for table in std::iter::once(&tier.plan).chain(&tier.customers) {
            push_titled(&mut out, table);
        }
        if !tier.more.is_empty() {
            out.push_str(&format!("{}\n\n", line(&tier.more)));
        }
    }
    for section in &it.sections {
        out.push_str(&format!("## {}\n\n", line(&section.title)));
        for text in &section.lines {
            out.push_str(&format!("{}\n\n", line(text)));
        }
        for table in &section.tables {
            push_titled(&mut out, table);
        }
    }
    out.push_str(&format!("## {}\n\n", line(&it.year_title)));
    for table in it.loads.iter().chain(&it.exceptions) {
        push_titled(&mut out, table);
    }
    out.push_str(&format!("### {}\n\n", line(&it.works_title)));
    for works in &it.works {
        out.push_str(&format!("- {}\n", line(works)));
    }
    out
}

fn push_titled(out: &mut String, table: &Table) {
    if table.rows.is_empty() {
        return;
    }
    out.push_str(&format!("### {}\n\n", line(&table.title)));
    push_table(
        out,
        &table.head,
        table.rows.iter().cloned(),
        table.foot.as_deref(),
    );
}

fn push_table(
    out: &mut String,
    head: &[String],
    rows: impl Iterator<Item = Vec<String>>,
    foot: Option<&[String]>,
) {
    let mut push = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|it| cell(it)).collect();
        out.push_str(&format!("| {} |\n", cells.join(" | ")));
    };
    push(head);
    push(&vec!["---".to_owned(); head.len()]);
    rows.for_each(|it| push(&it));
    if let Some(foot) = foot {
        push(foot);
    }
    out.push('\n');
}

/// Text on one line, with what Markdown or HTML would act on made plain.
fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
    {
        match letter {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' => {
                out.push('\\');
                out.push(letter);
            }
            other => out.push(other),
        }
    }
    out
}

fn cell(text: &str) -> String {
    if text == "---" {
        text.to_owned()
    } else {
        line(text)
    }
}
