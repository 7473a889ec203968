//! Hand choices for one export of a program, for the next one with the same columns.
//!
//! Columns are known by their names, and names by a hash: where a row of customers was taken for the
//! header, no customer is remembered with it. Years count from the newest, so that `Sales 2026, Sales
//! 2025` are the columns that were `Sales 2025, Sales 2024`.

use serde::{Deserialize, Serialize};

use super::reading::{Column, ColumnChoice, ReadOptions};

/// Hand choices that say something of another file with the same columns.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remembered {
    /// The choices, without those about single rows.
    options: ReadOptions,
    /// For each column chosen for, its name as a mark.
    names: Vec<String>,
}

/// What stands for a set of columns, in any order; `None` where the file does not name them.
#[must_use]
pub fn columns_key(columns: &[Column]) -> Option<String> {
    let mut marks = marks(columns);
    marks.retain(|it| !it.is_empty());
    if marks.is_empty() {
        return None;
    }
    marks.sort_unstable();
    Some(hashed(&marks.join(" ")))
}

impl Remembered {
    /// What is worth remembering of the choices for a file; `None` where nothing is.
    #[must_use]
    pub fn of(options: &ReadOptions, columns: &[Column]) -> Option<Self> {
        let mut options = ReadOptions {
            since: None,
            until: None,
            taken_back: Vec::new(),
            ..options.clone()
        };
        options
            .columns
            .retain(|it| it.role.is_some() || it.decimal.is_some() || it.date_order.is_some());
        if options == ReadOptions::default() {
            return None;
        }
        let marks = marks(columns);
        let name = |it: &ColumnChoice| marks.get(it.index).cloned().unwrap_or_default();
        let names = options.columns.iter().map(name).collect();
        Some(Self { options, names })
    }

    /// The choices for a file that was read into these columns by itself.
    #[must_use]
    pub fn options(&self, columns: &[Column]) -> ReadOptions {
        let options = &self.options;
        // Where the user chose how the file is cut, columns are where they were then.
        if options.sheet.is_some()
            || options.encoding.is_some()
            || options.delimiter.is_some()
            || options.header.is_some()
        {
            return options.clone();
        }
        ReadOptions {
            columns: self.choices(columns),
            ..options.clone()
        }
    }

    /// The choices for columns alone, as far as a file has columns of the same names.
    #[must_use]
    pub fn choices(&self, columns: &[Column]) -> Vec<ColumnChoice> {
        let marks = marks(columns);
        let found = self.names.iter().zip(&self.options.columns);
        let found = found.filter(|(name, _)| !name.is_empty());
        found
            .filter_map(|(name, choice)| {
                let index = marks.iter().position(|it| it == name)?;
                Some(ColumnChoice {
                    index,
                    ..choice.clone()
                })
            })
            .collect()
    }
}

/// Names of columns that one set has and the other has not, in their order: gone, then new.
#[must_use]
pub fn changed_columns<'c>(before: &'c [Column], now: &'c [Column]) -> [Vec<&'c Column>; 2] {
    let (old, new) = (marks(before), marks(now));
    let only = |columns: &'c [Column], own: &[String], others: &[String]| {
        let pairs = columns.iter().zip(own);
        let missing = pairs.filter(|(_, mark)| !mark.is_empty() && !others.contains(mark));
        missing.map(|(column, _)| column).collect()
    };
    [only(before, &old, &new), only(now, &new, &old)]
}

/// A mark for the name of each column; the second of one name has another; empty for no name.
fn marks(columns: &[Column]) -> Vec<String> {
    let newest = columns.iter().flat_map(|it| years(&it.name)).max();
    let mut names: Vec<String> = Vec::with_capacity(columns.len());
    for column in columns {
        let mut name = column.name.trim().to_lowercase();
        for year in years(&column.name) {
            let ago = newest.unwrap_or(year).saturating_sub(year);
            name = name.replace(&year.to_string(), &format!("\u{1}{ago}"));
        }
        while !name.is_empty() && names.contains(&name) {
            name.push('\u{2}');
        }
        names.push(name);
    }
    let mark = |it: &String| match it.as_str() {
        "" => String::new(),
        name => hashed(name),
    };
    names.iter().map(mark).collect()
}

/// Years from 1900 to 2099 in a name.
fn years(name: &str) -> impl Iterator<Item = u16> + '_ {
    name.split(|it: char| !it.is_ascii_digit())
        .filter(|it| it.len() == 4)
        .filter_map(|it| it.parse().ok())
        .filter(|it| (1900..2100).contains(it))
}

/// FNV-1a, 64 bits.
fn hashed(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{Header, Role, read};

    fn columns(header: &str) -> Vec<Column> {
        let file = format!("{header}\nAda;1;2;3\nBo;4;5;6\n");
        let reading = read(file.as_bytes(), &ReadOptions::default(), &mut |_| true);
        reading.unwrap().columns
    }

    fn chosen(of: &[(usize, Role)]) -> ReadOptions {
        let mut options = ReadOptions::default();
        for (index, role) in of {
            options.choose_role(*index, Some(*role));
        }
        options
    }

    #[test]
    fn the_same_columns_in_another_order_and_a_year_later_are_known() {
        let key = |it: &str| columns_key(&columns(it));
        let old = key("Customer;Sales 2024;Sales 2025;Note");
        assert_eq!(old, key("Note;customer ;Sales 2026;Sales 2025"));
        assert_ne!(old, key("Customer;Sales 2025;Sales 2024;Note 2"));
        assert_ne!(old, key("Customer;Sales 2025;Sales 2024"));
        assert_ne!(key("A;X;X;Y"), key("A;X;Y;Y"));
        assert_eq!(columns_key(&[]), None);
    }

    #[test]
    fn a_choice_goes_with_the_name_of_its_column() {
        let options = chosen(&[(1, Role::Previous), (2, Role::Revenue)]);
        let kept =
            Remembered::of(&options, &columns("Customer;Sales 2024;Sales 2025;Note")).unwrap();
        let next = kept.options(&columns("Sales 2026;Customer;Note;Sales 2025"));
        let roles: Vec<_> = next.columns.iter().map(|it| (it.index, it.role)).collect();
        assert_eq!(roles, [(3, Some(Role::Previous)), (0, Some(Role::Revenue))]);
        // A column that is gone takes its choice with it.
        assert_eq!(kept.choices(&columns("Customer;Sales 2026")).len(), 1);
    }

    #[test]
    fn where_the_header_was_chosen_columns_stay_in_their_places() {
        let mut options = chosen(&[(3, Role::Revenue)]);
        options.header = Some(Header::Line(2));
        let kept = Remembered::of(&options, &columns("A;B;C;D")).unwrap();
        assert_eq!(kept.options(&columns("E;F")), options);
    }

    #[test]
    fn choices_about_single_rows_are_not_remembered() {
        let mut options = ReadOptions::default();
        options.take_back(7, true);
        assert_eq!(Remembered::of(&options, &columns("A;B")), None);
        // Given back by hand: as good as never chosen.
        options.choose_role(1, Some(Role::Margin));
        options.choose_role(1, None);
        assert_eq!(Remembered::of(&options, &columns("A;B")), None);
    }

    #[test]
    fn nothing_that_stood_in_the_header_is_kept_in_words() {
        let kept = Remembered::of(&chosen(&[(0, Role::Name)]), &columns("Ada Lovelace;7")).unwrap();
        let text = serde_json::to_string(&kept).unwrap();
        assert!(!text.contains("Ada") && text.contains("Name"), "{text}");
        assert_eq!(serde_json::from_str::<Remembered>(&text).unwrap(), kept);
    }

    #[test]
    fn what_changed_is_named_and_a_new_year_is_no_change() {
        let before = columns("Customer;Sales 2025;Town;Note");
        let now = columns("Note;Customer;Sales 2026;Region");
        let [gone, new] = changed_columns(&before, &now);
        let names = |it: Vec<&Column>| it.iter().map(|it| it.name.clone()).collect::<Vec<_>>();
        assert_eq!(
            (names(gone), names(new)),
            (vec!["Town".to_owned()], vec!["Region".to_owned()])
        );
    }
}
