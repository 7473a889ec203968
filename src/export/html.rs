//! The handbook as one HTML file: to open, print or put on an intranet, without this page.

use super::handbook::{Handbook, Table};
use crate::i18n::Lang;

/// The look of the file: A4 on paper, one column on screen. It stands in the file, so that the file
/// needs nothing else.
const STYLE: &str = "body{font:15px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#16202b}\
h1,h2{font-family:Georgia,serif;line-height:1.2}h2{margin-top:2.5rem}\
table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:.92em}\
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid #c9d2d9}\
thead th{border-bottom:2px solid #16202b}dt{font-weight:600;margin-top:.6rem}dd{margin:0}\
@page{size:A4;margin:18mm}@media print{body{margin:0;max-width:none}section{break-before:page}\
table,dl{break-inside:auto}tr,dd{break-inside:avoid}thead{display:table-header-group}}";

/// The whole handbook.
#[must_use]
pub fn handbook(lang: Lang, it: &Handbook) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<p>{}</p>\n<h1>{}</h1>\n<p>{}</p>\n",
        lang.tag(),
        plain(&it.title),
        plain(&it.brand),
        plain(&it.title),
        plain(&it.lede),
    );
    out.push_str("<nav><ol>\n");
    for (at, title) in it.contents().iter().enumerate() {
        out.push_str(&format!(
            "<li><a href=\"#part-{at}\">{}</a></li>\n",
            plain(title)
        ));
    }
    out.push_str("</ol></nav>\n");
    if !it.heads.is_empty() {
        let mut head = vec![String::new()];
        head.extend(it.heads.iter().map(|it| {
            let sub = if it.sub.is_empty() { "" } else { ": " };
            format!("{}{sub}{}", it.name, it.sub)
        }));
        let rows = it.overview.iter().map(|(label, texts)| {
            let mut row = vec![label.clone()];
            row.extend(texts.iter().cloned());
            row
        });
        push_table(&mut out, &head, &rows.collect::<Vec<_>>(), None);
    }
    push_lines(&mut out, &it.sums);
    let mut part = 0;
    let mut open = |out: &mut String, title: &str| {
        out.push_str(&format!(
            "<section id=\"part-{part}\">\n<h2>{}</h2>\n",
            plain(title)
        ));
        part += 1;
    };
    for tier in &it.tiers {
        open(&mut out, &format!("{}: {}", tier.name, tier.title));
        push_lines(&mut out, &tier.needs);
        out.push_str("<dl>\n");
        for (label, text) in &tier.answers {
            out.push_str(&format!(
                "<dt>{}</dt><dd>{}</dd>\n",
                plain(label),
                plain(text)
            ));
        }
        out.push_str("</dl>\n");
        for table in std::iter::once(&tier.plan).chain(&tier.customers) {
            push_titled(&mut out, table);
        }
        if !tier.more.is_empty() {
            push_lines(&mut out, std::slice::from_ref(&tier.more));
        }
        out.push_str("</section>\n");
    }
    for section in &it.sections {
        open(&mut out, &section.title);
        push_lines(&mut out, &section.lines);
        section
            .tables
            .iter()
            .for_each(|it| push_titled(&mut out, it));
        out.push_str("</section>\n");
    }
    open(&mut out, &it.year_title);
    for table in it.loads.iter().chain(&it.exceptions) {
        push_titled(&mut out, table);
    }
    out.push_str(&format!("<h3>{}</h3>\n", plain(&it.works_title)));
    push_lines(&mut out, &it.works);
    out.push_str(&format!(
        "</section>\n<p><small>{}</small></p>\n</body>\n</html>\n",
        plain(&it.runner)
    ));
    out
}

fn push_lines(out: &mut String, lines: &[String]) {
    for line in lines {
        out.push_str(&format!("<p>{}</p>\n", plain(line)));
    }
}

fn push_titled(out: &mut String, table: &Table) {
    if !table.rows.is_empty() {
        out.push_str(&format!("<h3>{}</h3>\n", plain(&table.title)));
        push_table(out, &table.head, &table.rows, table.foot.as_deref());
    }
}

fn push_table(out: &mut String, head: &[String], rows: &[Vec<String>], foot: Option<&[String]>) {
    let heads: Vec<String> = head
        .iter()
        .map(|it| format!("<th scope=\"col\">{}</th>", plain(it)))
        .collect();
    out.push_str(&format!(
        "<table>\n<thead><tr>{}</tr></thead>\n<tbody>\n",
        heads.concat()
    ));
    for row in rows.iter().map(Vec::as_slice).chain(foot) {
        let mut cells = row.iter().map(|it| plain(it));
        let name = cells.next().unwrap_or_default();
        let rest: Vec<String> = cells.map(|it| format!("<td>{it}</td>")).collect();
        out.push_str(&format!(
            "<tr><th scope=\"row\">{name}</th>{}</tr>\n",
            rest.concat()
        ));
    }
    out.push_str("</tbody>\n</table>\n");
}

/// Text with what HTML would act on made plain; line breaks stay.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.trim().chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("<br>"),
            other => out.push(other),
        }
    }
    out
}
