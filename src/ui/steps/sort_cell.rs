//! The cell of a table that keys act on, and where they lead.

/// A cell: the heading is row 0, the first column 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    /// The row.
    pub(crate) row: usize,
    /// The column.
    pub(crate) column: usize,
}

/// Rows that a page key goes.
const PAGE: usize = 10;

impl Cell {
    /// The id of its element.
    pub(crate) fn id(self) -> String {
        format!("cell-{}-{}", self.row, self.column)
    }

    /// The cell of an id.
    pub(crate) fn of_id(id: &str) -> Option<Self> {
        let (row, column) = id.strip_prefix("cell-")?.split_once('-')?;
        Some(Self {
            row: row.parse().ok()?,
            column: column.parse().ok()?,
        })
    }

    /// Where a key leads in a table of so many rows under its heading and so many columns; `None` for
    /// a key that leads nowhere.
    pub(crate) fn after(
        self,
        key: &str,
        has_control: bool,
        rows: usize,
        columns: usize,
    ) -> Option<Self> {
        let last = columns.saturating_sub(1);
        let (row, column) = match (key, has_control) {
            ("ArrowUp", false) => (self.row.saturating_sub(1), self.column),
            ("ArrowDown", false) => (self.row + 1, self.column),
            ("ArrowLeft", false) => (self.row, self.column.saturating_sub(1)),
            ("ArrowRight", false) => (self.row, self.column + 1),
            ("PageUp", false) => (self.row.saturating_sub(PAGE).max(1), self.column),
            ("PageDown", false) => (self.row + PAGE, self.column),
            ("Home", false) => (self.row, 0),
            ("End", false) => (self.row, last),
            ("Home", true) => (1, 0),
            ("End", true) => (rows, last),
            _ => return None,
        };
        Some(Self {
            row: row.min(rows),
            column: column.min(last),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_stop_at_the_edges_and_the_heading_is_a_row() {
        let at = |row, column| Cell { row, column };
        for (from, key, has_control, wanted) in [
            (at(1, 1), "ArrowUp", false, Some(at(0, 1))),
            (at(0, 1), "ArrowUp", false, Some(at(0, 1))),
            (at(19, 0), "ArrowDown", false, Some(at(20, 0))),
            (at(20, 0), "ArrowDown", false, Some(at(20, 0))),
            (at(3, 0), "ArrowLeft", false, Some(at(3, 0))),
            (at(3, 4), "ArrowRight", false, Some(at(3, 4))),
            (at(3, 2), "PageUp", false, Some(at(1, 2))),
            (at(15, 2), "PageDown", false, Some(at(20, 2))),
            (at(15, 2), "Home", false, Some(at(15, 0))),
            (at(15, 2), "End", true, Some(at(20, 4))),
            (at(15, 2), "Home", true, Some(at(1, 0))),
            (at(15, 2), "ArrowDown", true, None),
            (at(15, 2), "x", false, None),
        ] {
            assert_eq!(
                from.after(key, has_control, 20, 5),
                wanted,
                "{from:?} {key}"
            );
        }
        assert_eq!(
            at(0, 2).after("PageUp", false, 0, 5),
            Some(at(0, 2)),
            "nobody is listed"
        );
    }

    #[test]
    fn an_id_leads_back_to_its_cell() {
        let cell = Cell { row: 12, column: 3 };
        assert_eq!(Cell::of_id(&cell.id()), Some(cell));
        for id in ["", "cell-", "cell-1", "cell-a-1", "row-1-1"] {
            assert_eq!(Cell::of_id(id), None, "{id}");
        }
    }
}
