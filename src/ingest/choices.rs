//! Hand choices: how one is added without disturbing the others.

use super::reading::{ColumnChoice, DateOrder, Decimal, ReadOptions};
use super::role::Role;

impl ReadOptions {
    /// Chooses what a column means; `None` leaves it to the reader. A role that only one column can
    /// have is taken from the column that had it by hand.
    pub fn choose_role(&mut self, index: usize, role: Option<Role>) {
        if let Some(role) = role
            && !role.is_of_many()
        {
            for other in self.columns.iter_mut().filter(|it| it.role == Some(role)) {
                other.role = None;
            }
        }
        self.choice(index).role = role;
    }

    /// Chooses the order of day and month of a column.
    pub fn choose_date_order(&mut self, index: usize, order: Option<DateOrder>) {
        self.choice(index).date_order = order;
    }

    /// Chooses the decimal sign of a column.
    pub fn choose_decimal(&mut self, index: usize, decimal: Option<Decimal>) {
        self.choice(index).decimal = decimal;
    }

    /// Uses a row that was set aside, or sets it aside again.
    pub fn take_back(&mut self, line: u32, is_used: bool) {
        self.taken_back.retain(|it| *it != line);
        if is_used {
            self.taken_back.push(line);
            self.taken_back.sort_unstable();
        }
    }

    /// The hand choice for a column, made if it is missing.
    fn choice(&mut self, index: usize) -> &mut ColumnChoice {
        let at = self.columns.iter().position(|it| it.index == index);
        let at = at.unwrap_or_else(|| {
            self.columns.push(ColumnChoice {
                index,
                role: None,
                decimal: None,
                date_order: None,
            });
            self.columns.len() - 1
        });
        // Found or pushed just above.
        #[expect(clippy::indexing_slicing, reason = "found or pushed just above")]
        &mut self.columns[at]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_chosen_for_one_column_leaves_the_column_that_had_it() {
        let mut options = ReadOptions::default();
        options.choose_role(2, Some(Role::Revenue));
        options.choose_decimal(2, Some(Decimal::Comma));
        options.choose_role(4, Some(Role::Revenue));
        let roles: Vec<_> = options
            .columns
            .iter()
            .map(|it| (it.index, it.role))
            .collect();
        assert_eq!(roles, [(2, None), (4, Some(Role::Revenue))]);
        assert_eq!(
            options.columns.first().and_then(|it| it.decimal),
            Some(Decimal::Comma)
        );
    }

    #[test]
    fn many_columns_can_be_left_out() {
        let mut options = ReadOptions::default();
        options.choose_role(0, Some(Role::Unused));
        options.choose_role(1, Some(Role::Unused));
        assert!(
            options
                .columns
                .iter()
                .all(|it| it.role == Some(Role::Unused))
        );
    }

    #[test]
    fn a_row_taken_back_twice_is_set_aside_at_once() {
        let mut options = ReadOptions::default();
        options.take_back(9, true);
        options.take_back(3, true);
        options.take_back(9, true);
        assert_eq!(options.taken_back, [3, 9]);
        options.take_back(9, false);
        assert_eq!(options.taken_back, [3]);
    }
}
