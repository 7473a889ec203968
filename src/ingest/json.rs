//! A JSON array of objects, alone, inside an object or one object a line: rewritten as delimited text,
//! so that one way of splitting rows serves all files. Numbers stay as they are written.

use std::collections::BTreeSet;

/// Objects inside objects deeper than this are not looked into.
const MAX_DEPTH: usize = 40;

enum Value {
    /// Text, a number as it is written, `true`, `false`; nothing for `null`.
    Plain(String),
    List(Vec<Value>),
    Object(Vec<(String, Value)>),
}

/// The objects as rows under their keys, separated by commas; `None` if the text is no such JSON.
pub(super) fn as_table(text: &str) -> Option<String> {
    if !text.trim_start().starts_with(['[', '{']) {
        return None;
    }
    let mut reader = Reader { rest: text };
    let mut values = Vec::new();
    while reader.next().is_some() {
        values.push(reader.value(0)?);
    }
    let objects = rows_of(&values)?;
    let mut keys: Vec<String> = Vec::new();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let rows: Vec<Vec<(String, String)>> = objects
        .iter()
        .map(|it| {
            let mut cells = Vec::new();
            flatten("", it, &mut cells);
            cells
        })
        .collect();
    for (key, _) in rows.iter().flatten() {
        if seen.insert(key) {
            keys.push(key.clone());
        }
        // Names of things in place of names of columns.
        if keys.len() > super::MAX_COLUMNS {
            return None;
        }
    }
    if keys.is_empty() {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    write_row(keys.iter().map(String::as_str), &mut out);
    for row in &rows {
        let cell = |key: &String| {
            row.iter()
                .find(|it| it.0 == *key)
                .map_or("", |it| it.1.as_str())
        };
        write_row(keys.iter().map(cell), &mut out);
    }
    Some(out)
}

fn is_object(value: &Value) -> bool {
    matches!(value, Value::Object(_))
}

/// The rows: several objects are rows themselves, one object holds their list or is a row.
fn rows_of(values: &[Value]) -> Option<&[Value]> {
    match values {
        [Value::List(list)] => rows_of(list),
        [Value::Object(entries)] => Some(longest(entries).unwrap_or(values)),
        [] => None,
        _ => values.iter().all(is_object).then_some(values),
    }
}

/// The longest list of objects in an object, at any depth.
fn longest(entries: &[(String, Value)]) -> Option<&[Value]> {
    entries
        .iter()
        .filter_map(|it| match &it.1 {
            Value::Plain(_) => None,
            Value::List(list) => {
                (!list.is_empty() && list.iter().all(is_object)).then_some(list.as_slice())
            }
            Value::Object(entries) => longest(entries),
        })
        .max_by_key(|it| it.len())
}

fn flatten(path: &str, value: &Value, cells: &mut Vec<(String, String)>) {
    match value {
        Value::Plain(it) => cells.push((path.to_owned(), it.clone())),
        Value::List(list) => {
            let mut inner = Vec::new();
            for it in list {
                flatten("", it, &mut inner);
            }
            let words: Vec<String> = inner.into_iter().map(|it| it.1).collect();
            cells.push((path.to_owned(), words.join(", ")));
        }
        Value::Object(entries) => {
            for (key, value) in entries {
                let key = if path.is_empty() {
                    key.clone()
                } else {
                    format!("{path}.{key}")
                };
                flatten(&key, value, cells);
            }
        }
    }
}

fn write_row<'c>(cells: impl Iterator<Item = &'c str>, out: &mut String) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(',');
        }
        if cell.contains(['"', ',', '\n', '\r', ' ']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push('\n');
}

struct Reader<'t> {
    rest: &'t str,
}

impl Reader<'_> {
    /// The next sign; spaces, and commas between objects of a list, are passed over.
    fn next(&mut self) -> Option<char> {
        self.rest = self
            .rest
            .trim_start_matches(|it: char| it.is_whitespace() || matches!(it, ',' | '\u{feff}'));
        self.rest.chars().next()
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        if depth > MAX_DEPTH {
            return None;
        }
        match self.next()? {
            '"' => self.text().map(Value::Plain),
            '[' => {
                self.skip(1);
                let mut list = Vec::new();
                while self.next()? != ']' {
                    list.push(self.value(depth + 1)?);
                }
                self.skip(1);
                Some(Value::List(list))
            }
            '{' => {
                self.skip(1);
                let mut entries = Vec::new();
                while self.next()? != '}' {
                    let key = self.text()?;
                    self.next().filter(|it| *it == ':')?;
                    self.skip(1);
                    entries.push((key, self.value(depth + 1)?));
                }
                self.skip(1);
                Some(Value::Object(entries))
            }
            _ => {
                let is_end = |it: char| it.is_whitespace() || matches!(it, ',' | ']' | '}');
                let end = self.rest.find(is_end).unwrap_or(self.rest.len());
                let word = self.rest.get(..end).unwrap_or_default().to_owned();
                let is_number = word.starts_with(|it: char| it.is_ascii_digit() || it == '-');
                if !is_number && !matches!(word.as_str(), "true" | "false" | "null") {
                    return None;
                }
                self.skip(end);
                Some(Value::Plain(if word == "null" {
                    String::new()
                } else {
                    word
                }))
            }
        }
    }

    fn text(&mut self) -> Option<String> {
        self.next().filter(|it| *it == '"')?;
        self.skip(1);
        let mut out = String::new();
        loop {
            let plain = self.rest.find(['"', '\\'])?;
            out.push_str(self.rest.get(..plain)?);
            self.skip(plain);
            let is_end = self.rest.starts_with('"');
            self.skip(1);
            if is_end {
                return Some(out);
            }
            let escape = self.rest.chars().next()?;
            self.skip(escape.len_utf8());
            match escape {
                'n' => out.push('\n'),
                'r' => out.push('\r'),
                't' => out.push('\t'),
                'b' | 'f' => out.push(' '),
                'u' => out.push(self.unicode()?),
                it => out.push(it),
            }
        }
    }

    /// Four figures after `\u`; two fours for a character outside the first plane.
    fn unicode(&mut self) -> Option<char> {
        let mut units = vec![self.four()?];
        if matches!(units.first(), Some(0xd800..0xdc00))
            && let Some(rest) = self.rest.strip_prefix("\\u")
        {
            self.rest = rest;
            units.push(self.four()?);
        }
        let mut chars = char::decode_utf16(units);
        chars
            .next()
            .map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn four(&mut self) -> Option<u16> {
        let code = u16::from_str_radix(self.rest.get(..4)?, 16).ok()?;
        self.skip(4);
        Some(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_rows_and_keys_are_columns() {
        for (text, wanted) in [
            (
                r#"[{"a":1.50,"b":"x, y"},{"b":null,"a":-2e3}]"#,
                "a,b\n1.50,\"x, y\"\n-2e3,\n",
            ),
            (r#"{"count":2,"rows":[{"a":1},{"a":2}]}"#, "a\n1\n2\n"),
            (
                "{\"a\":\"\\u00e4\\n\"}\n{\"a\":\"\\ud83d\\ude00\"}\n",
                "a\n\"ä\n\"\n😀\n",
            ),
            (
                r#"[{"a":{"b":{"c":1}},"d":["x","y"]}]"#,
                "a.b.c,d\n1,\"x, y\"\n",
            ),
            (r#"{"data":{"items":[{"a":true}]}}"#, "a\ntrue\n"),
        ] {
            assert_eq!(as_table(text).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn what_only_begins_like_it_is_left_alone() {
        for text in [
            "[a];[b]\n1;2\n",
            "{",
            "[1,2,3]",
            "[{\"a\":1}",
            "[]",
            "",
            "{}{}",
        ] {
            assert_eq!(as_table(text), None, "{text}");
        }
        assert_eq!(as_table(&"[".repeat(100_000)), None);
    }
}
