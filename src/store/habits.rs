//! How files were read last time, by what stands for their columns: a comfort, lost without harm.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::shelf::{KeyValue, put};

/// Where they stand.
pub const HABITS: &str = "rusetti/v1/columns";

/// Sets of columns remembered; the oldest goes first.
const MOST: usize = 40;

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Habits {
    /// Keys, last used last.
    order: Vec<String>,
    by_key: BTreeMap<String, Value>,
}

fn load(kv: &impl KeyValue) -> Habits {
    kv.get(HABITS)
        .and_then(|it| serde_json::from_str(&it).ok())
        .unwrap_or_default()
}

/// What was remembered under a key; `None` also for what nobody can read.
#[must_use]
pub fn recall<T: DeserializeOwned>(kv: &impl KeyValue, key: &str) -> Option<T> {
    let found = load(kv).by_key.remove(key)?;
    serde_json::from_value(found).ok()
}

/// Remembers something under a key; `None` forgets it. Nothing is written where nothing changes.
pub fn remember<T: Serialize>(kv: &impl KeyValue, key: &str, what: Option<&T>) {
    let mut habits = load(kv);
    let what = what.and_then(|it| serde_json::to_value(it).ok());
    if habits.by_key.get(key) == what.as_ref() {
        return;
    }
    habits.order.retain(|it| it != key);
    habits.by_key.remove(key);
    if let Some(what) = what {
        habits.order.push(key.to_owned());
        habits.by_key.insert(key.to_owned(), what);
    }
    while habits.order.len() > MOST {
        habits.by_key.remove(&habits.order.remove(0));
    }
    if habits.order.is_empty() {
        kv.remove(HABITS);
    } else {
        // Without room the next file is read as if it were the first.
        let _ = put(
            kv,
            HABITS,
            &serde_json::to_string(&habits).unwrap_or_default(),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::shelf::{Memory, forget};

    #[test]
    fn what_is_remembered_is_recalled_until_it_is_forgotten() {
        let kv = Memory::default();
        remember(&kv, "a", Some(&7));
        remember(&kv, "b", Some(&8));
        assert_eq!((recall(&kv, "a"), recall::<u8>(&kv, "c")), (Some(7), None));
        remember::<u8>(&kv, "a", None);
        assert_eq!((recall::<u8>(&kv, "a"), recall(&kv, "b")), (None, Some(8)));
        remember::<u8>(&kv, "b", None);
        assert!(kv.keys().is_empty());
    }

    #[test]
    fn the_oldest_makes_room_and_forget_everything_takes_all() {
        let kv = Memory::default();
        for it in 0..=MOST {
            remember(&kv, &it.to_string(), Some(&it));
        }
        assert_eq!(recall::<usize>(&kv, "0"), None);
        assert_eq!(recall(&kv, "40"), Some(40));
        forget(&kv);
        assert!(kv.keys().is_empty());
    }

    #[test]
    fn a_broken_or_foreign_text_is_as_good_as_none() {
        let kv = Memory::default();
        kv.set(HABITS, "[1]").unwrap();
        assert_eq!(recall::<u8>(&kv, "a"), None);
        remember(&kv, "a", Some(&"word"));
        assert_eq!(recall::<u8>(&kv, "a"), None);
        assert_eq!(recall::<String>(&kv, "a").as_deref(), Some("word"));
    }
}
