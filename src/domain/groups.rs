//! Companies under common control: as the file says, and as the user says otherwise.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::customer::{Customer, CustomerBase, marks};
use super::money::Money;

/// What the user said of groups, by [`marks`]: with whom a customer belongs, or that it stands alone.
///
/// A group is called as the file calls that of the customer it formed around, or as that customer: so
/// no name is saved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Groups(BTreeMap<String, Option<String>>);

/// Companies that count as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The group, in the file's words.
    pub name: String,
    /// Its companies by index, the most valuable first.
    pub members: Vec<usize>,
    /// What they bring together.
    pub value: Money,
}

impl Groups {
    /// Nothing was said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A customer belongs with another, and with all that do.
    pub fn put(&mut self, mark: &str, with: &str) {
        let head = self.head(with).to_owned();
        // Whoever everybody belongs with cannot leave to belong with one of them.
        if head != mark {
            self.0.insert(mark.to_owned(), Some(head));
        }
    }

    /// A customer stands alone, whatever the file says. Those that belonged with it go on without it.
    pub fn take_out(&mut self, mark: &str) {
        let with_it = |of: &&String| self.0.get(*of).and_then(Option::as_deref) == Some(mark);
        let left: Vec<String> = self.0.keys().filter(with_it).cloned().collect();
        if let Some((first, others)) = left.split_first() {
            self.0.remove(first);
            for it in others {
                self.0.insert(it.clone(), Some(first.clone()));
            }
        }
        self.0.insert(mark.to_owned(), None);
    }

    /// Whom a customer belongs with after all: itself where it was not said.
    fn head<'m>(&'m self, mark: &'m str) -> &'m str {
        let mut head = mark;
        // A document mended by hand may go in a circle.
        for _ in 0..=self.0.len() {
            match self.0.get(head) {
                Some(Some(next)) => head = next,
                Some(None) | None => return head,
            }
        }
        mark
    }

    /// The base with each customer's group as the user said; `None` where that changes nothing.
    #[must_use]
    pub fn applied(&self, base: &CustomerBase) -> Option<CustomerBase> {
        if self.is_empty() {
            return None;
        }
        let marks = marks(&base.customers);
        let places: BTreeMap<&str, usize> = (marks.iter().enumerate())
            .map(|(at, it)| (it.as_str(), at))
            .collect();
        let mut after = base.customers.clone();
        for (mark, with) in &self.0 {
            let Some(at) = places.get(mark.as_str()) else {
                continue;
            };
            let head = places.get(self.head(mark)).filter(|_| with.is_some());
            let name = head.and_then(|it| base.customers.get(*it)).map(called);
            // In next year's file the one that the group formed around may be missing.
            if with.is_some() && name.is_none() {
                continue;
            }
            for it in [Some(at), head].into_iter().flatten() {
                if let Some(customer) = after.get_mut(*it) {
                    customer.group.clone_from(&name);
                }
            }
        }
        Some(CustomerBase {
            customers: after,
            currency: base.currency.clone(),
            products: base.products.clone(),
        })
    }
}

/// What the group around a customer is called.
fn called(customer: &Customer) -> String {
    let of_file = customer.group.as_deref().map_or("", str::trim);
    if of_file.is_empty() {
        customer.name.clone()
    } else {
        of_file.to_owned()
    }
}

/// Groups of two companies or more, the most valuable first; ties by name.
#[must_use]
pub fn groups(customers: &[Customer]) -> Vec<Group> {
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, customer) in customers.iter().enumerate() {
        let name = customer.group.as_deref().map_or("", str::trim);
        if !name.is_empty() {
            by_name.entry(name).or_default().push(at);
        }
    }
    let value = |at: &usize| customers.get(*at).map(|it| it.revenue).unwrap_or_default();
    let mut groups: Vec<Group> = by_name
        .into_iter()
        .filter(|(_, members)| members.len() > 1)
        .map(|(name, mut members)| {
            members.sort_by_key(|it| std::cmp::Reverse(value(it)));
            Group {
                name: name.to_owned(),
                value: members.iter().map(value).sum(),
                members,
            }
        })
        .collect();
    groups.sort_by_key(|it| std::cmp::Reverse(it.value));
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base(of: &[(&str, &str, i64)]) -> CustomerBase {
        let customer = |(name, group, revenue): &(&str, &str, i64)| Customer {
            key: (*name).to_owned(),
            name: (*name).to_owned(),
            group: Some((*group).to_owned()).filter(|it| !it.is_empty()),
            revenue: Money::from_units(*revenue),
            ..Customer::default()
        };
        CustomerBase {
            customers: of.iter().map(customer).collect(),
            ..CustomerBase::default()
        }
    }

    /// Each group as `name: members`, after what `say` says by mark.
    #[track_caller]
    fn check(of: &[(&str, &str, i64)], say: impl Fn(&mut Groups, &[String]), expected: &[&str]) {
        let base = base(of);
        let mut said = Groups::default();
        say(&mut said, &marks(&base.customers));
        let after = said.applied(&base).unwrap_or(base);
        let name = |it: &usize| after.customers[*it].name.clone();
        let found: Vec<String> = groups(&after.customers)
            .iter()
            .map(|it| {
                format!(
                    "{}: {}",
                    it.name,
                    it.members.iter().map(name).collect::<Vec<_>>().join(", ")
                )
            })
            .collect();
        assert_eq!(found, expected);
    }

    const FOUR: [(&str, &str, i64); 4] = [
        ("Ada", "", 1),
        ("Bo", "", 5),
        ("Cia", "Kesko", 2),
        ("Dora", "Kesko", 3),
    ];

    #[test]
    fn the_files_groups_stand_until_something_is_said() {
        check(&FOUR, |_, _| {}, &["Kesko: Dora, Cia"]);
        check(&[], |_, _| {}, &[]);
    }

    #[test]
    fn a_group_by_hand_is_called_as_the_one_it_formed_around() {
        check(
            &FOUR,
            |said, marks| said.put(&marks[0], &marks[1]),
            &["Bo: Bo, Ada", "Kesko: Dora, Cia"],
        );
        // With one of the file's group it joins that.
        check(
            &FOUR,
            |said, marks| said.put(&marks[0], &marks[2]),
            &["Kesko: Dora, Cia, Ada"],
        );
    }

    #[test]
    fn belonging_with_one_is_belonging_with_all_of_them() {
        let say = |said: &mut Groups, marks: &[String]| {
            said.put(&marks[0], &marks[1]);
            said.put(&marks[2], &marks[0]);
            said.put(&marks[1], &marks[0]);
        };
        check(&FOUR, say, &["Bo: Bo, Cia, Ada"]);
    }

    #[test]
    fn one_taken_out_leaves_the_others_together() {
        check(&FOUR, |said, marks| said.take_out(&marks[2]), &[]);
        let say = |said: &mut Groups, marks: &[String]| {
            said.put(&marks[0], &marks[1]);
            said.put(&marks[2], &marks[1]);
            said.take_out(&marks[1]);
        };
        check(&FOUR, say, &["Ada: Cia, Ada"]);
    }

    #[test]
    fn a_group_whose_first_is_missing_next_year_changes_nobody() {
        let old = base(&FOUR);
        let marks = marks(&old.customers);
        let mut said = Groups::default();
        said.put(&marks[2], &marks[1]);
        let new = base(&[("Cia", "Kesko", 2), ("Dora", "Kesko", 3)]);
        assert_eq!(said.applied(&new), Some(new));
    }

    #[test]
    fn a_circle_in_a_document_mended_by_hand_does_no_harm() {
        let base = base(&FOUR);
        let marks = marks(&base.customers);
        let text = format!(r#"{{"{a}":"{b}","{b}":"{a}"}}"#, a = marks[0], b = marks[1]);
        let said: Groups = serde_json::from_str(&text).unwrap();
        assert!(said.applied(&base).is_some());
    }
}
