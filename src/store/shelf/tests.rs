//! Two tabs, a full store, a newer build and a broken value: nothing is ever overwritten.

use super::*;

fn named(name: &str) -> Model {
    Model {
        name: name.to_owned(),
        ..Model::default()
    }
}

/// A store that takes nothing, or says it does and keeps nothing.
struct Broken {
    inner: Memory,
    set: fn() -> Result<(), WriteError>,
}

impl KeyValue for Broken {
    fn get(&self, key: &str) -> Option<String> {
        self.inner.get(key)
    }
    fn set(&self, _: &str, _: &str) -> Result<(), WriteError> {
        (self.set)()
    }
    fn remove(&self, key: &str) {
        self.inner.remove(key);
    }
    fn keys(&self) -> Vec<String> {
        self.inner.keys()
    }
}

fn newer() -> String {
    r#"{"fmt":"rusetti.model","v":9000,"rev":3,"savedAt":"2031-01-01T00:00:00Z","app":"7.0.0","data":{"name":"Ahead","plan":{"names":["","",""],"method":"share","cuts":[8000,9500],"rule":"exclusive"},"hologram":true}}"#
        .to_owned()
}

#[test]
fn a_model_is_there_after_saving() {
    let kv = Memory::default();
    assert_eq!(
        save(&kv, "a", &named("Care"), 0, "2026-01-01T00:00:00Z"),
        Ok(1)
    );
    assert_eq!(
        save(&kv, "a", &named("Care 2"), 1, "2026-01-02T00:00:00Z"),
        Ok(2)
    );
    let Found::Model {
        model,
        rev,
        saved_at,
    } = find(&kv, "a")
    else {
        panic!("not found")
    };
    assert_eq!((model.name.as_str(), rev), ("Care 2", 2));
    assert_eq!(saved_at, "2026-01-02T00:00:00Z");
}

#[test]
fn two_tabs_cannot_overwrite_each_other() {
    let kv = Memory::default();
    save(&kv, "a", &named("start"), 0, "t0").unwrap();
    save(&kv, "a", &named("tab one"), 1, "t1").unwrap();
    assert_eq!(
        save(&kv, "a", &named("tab two"), 1, "t2"),
        Err(SaveError::Conflict)
    );
    let Found::Model { model, .. } = find(&kv, "a") else {
        panic!("not found")
    };
    assert_eq!(model.name, "tab one");
}

#[test]
fn a_model_removed_in_another_tab_does_not_come_back_under_its_old_id() {
    let kv = Memory::default();
    save(&kv, "a", &named("start"), 0, "t0").unwrap();
    remove(&kv, "a");
    assert_eq!(
        save(&kv, "a", &named("edited"), 1, "t1"),
        Err(SaveError::Conflict)
    );
    assert_eq!(find(&kv, "a"), Found::Nothing);
}

#[test]
fn a_newer_version_is_shown_but_never_written() {
    let kv = Memory::default();
    kv.set(&model_key("a"), &newer()).unwrap();
    let Found::Newer { model, app } = find(&kv, "a") else {
        panic!("not newer")
    };
    assert_eq!(model.unwrap().name, "Ahead");
    assert_eq!(app, "7.0.0");
    assert_eq!(
        save(&kv, "a", &named("older"), 3, "t"),
        Err(SaveError::Newer {
            app: "7.0.0".to_owned()
        })
    );
    assert_eq!(kv.get(&model_key("a")), Some(newer()));
    assert!(quarantine(&kv, "t").is_empty());
    assert_eq!(
        list(&kv).first().map(|it| (it.name.as_str(), it.is_newer)),
        Some(("Ahead", true))
    );
}

#[test]
fn an_unreadable_value_moves_to_quarantine_letter_by_letter() {
    for text in [
        "",
        "null",
        "{\"fmt\":\"rusetti.model\",\"v\":1",
        "{\"v\":1}",
        r#"{"fmt":"rusetti.model","v":0,"rev":1,"savedAt":"t","app":"x","data":{}}"#,
        r#"{"fmt":"rusetti.model","v":1,"rev":1,"savedAt":"t","app":"x","data":{"plan":{"method":"share","cuts":[9,3]}}}"#,
        r#"{"fmt":"other.model","v":1,"rev":1,"savedAt":"t","app":"x","data":{}}"#,
    ] {
        let kv = Memory::default();
        kv.set(&model_key("a"), text).unwrap();
        assert_eq!(
            save(&kv, "a", &named("new"), 0, "t"),
            Err(SaveError::Conflict),
            "{text}"
        );
        assert_eq!(quarantine(&kv, "2026-01-01T00:00:00Z"), [text]);
        assert_eq!(find(&kv, "a"), Found::Nothing);
        assert_eq!(
            kv.get("rusetti/quarantine/2026-01-01T00:00:00Z/a")
                .as_deref(),
            Some(text)
        );
    }
}

#[test]
fn without_room_for_quarantine_the_value_stays_where_it_is() {
    let kv = Broken {
        inner: Memory::default(),
        set: || Err(WriteError::Full),
    };
    kv.inner.set(&model_key("a"), "broken").unwrap();
    assert_eq!(quarantine(&kv, "t"), ["broken"]);
    assert_eq!(kv.get(&model_key("a")).as_deref(), Some("broken"));
}

#[test]
fn a_full_store_and_one_that_forgets_are_both_noticed() {
    let full = Broken {
        inner: Memory::default(),
        set: || Err(WriteError::Full),
    };
    assert_eq!(
        save(&full, "a", &named("x"), 0, "t"),
        Err(SaveError::Write(WriteError::Full))
    );
    let forgets = Broken {
        inner: Memory::default(),
        set: || Ok(()),
    };
    assert_eq!(
        save(&forgets, "a", &named("x"), 0, "t"),
        Err(SaveError::Write(WriteError::Refused))
    );
}

#[test]
fn models_are_found_without_their_index() {
    let kv = Memory::default();
    save(&kv, "a", &named("First"), 0, "2026-01-01T00:00:00Z").unwrap();
    save(&kv, "b", &named("Second"), 0, "2026-02-01T00:00:00Z").unwrap();
    kv.set(INDEX, "{{{").unwrap();
    let names: Vec<String> = list(&kv).into_iter().map(|it| it.name).collect();
    assert_eq!(names, ["Second", "First"]);
    assert_eq!(index(&kv), Index::default());
}

#[test]
fn forgetting_leaves_other_pages_keys_alone() {
    let kv = Memory::default();
    kv.set("someone-else", "1").unwrap();
    kv.set(SETTINGS, "{}").unwrap();
    save(&kv, "a", &named("x"), 0, "t").unwrap();
    edit_index(&kv, |it| it.current = Some("a".to_owned())).unwrap();
    kv.set("rusetti/quarantine/t/b", "broken").unwrap();
    forget(&kv);
    assert_eq!(kv.keys(), ["someone-else"]);
}

#[test]
fn a_copy_gets_a_name_nobody_has() {
    let kv = Memory::default();
    save(&kv, "a", &named("Care"), 0, "t").unwrap();
    save(&kv, "b", &named("Care (2)"), 0, "t").unwrap();
    assert_eq!(copy_name("Care", &list(&kv)), "Care (3)");
    assert_eq!(copy_name(" ", &list(&kv)), "");
}
