//! Every change of the model as a step back and forth.

use super::document::Model;

/// How many changes can be taken back.
const STEPS: usize = 100;

/// One change.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    before: Model,
    after: Model,
}

/// Changes that can be taken back, and those that can be done again.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Step>,
    future: Vec<Step>,
    /// The model as this history knows it.
    seen: Model,
}

impl History {
    /// Begins at a model: nothing to take back.
    #[must_use]
    pub fn new(model: Model) -> Self {
        Self {
            seen: model,
            ..Self::default()
        }
    }

    /// Notes the model as it is now. True where it has changed: that is a step of its own, and nothing
    /// can be done again.
    pub fn record(&mut self, now: &Model) -> bool {
        if *now == self.seen {
            return false;
        }
        let before = std::mem::replace(&mut self.seen, now.clone());
        if self.past.len() == STEPS {
            self.past.remove(0);
        }
        self.past.push(Step {
            before,
            after: now.clone(),
        });
        self.future.clear();
        true
    }

    /// The model as somebody else made it: not a step of this history.
    pub fn accept(&mut self, now: &Model) {
        self.seen.clone_from(now);
    }

    /// Takes the last change back, and only that. False where there is none.
    pub fn undo(&mut self, model: &mut Model) -> bool {
        self.record(model);
        let Some(step) = self.past.pop() else {
            return false;
        };
        model.take_back(&step.before, &step.after);
        self.seen.clone_from(model);
        self.future.push(step);
        true
    }

    /// Does again what was taken back last. False where there is nothing.
    pub fn redo(&mut self, model: &mut Model) -> bool {
        self.record(model);
        let Some(step) = self.future.pop() else {
            return false;
        };
        model.take_back(&step.after, &step.before);
        self.seen.clone_from(model);
        self.past.push(step);
        true
    }

    /// Something can be taken back.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Something can be done again.
    #[must_use]
    pub const fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Model {
        Model {
            name: name.to_owned(),
            ..Model::default()
        }
    }

    #[test]
    fn what_is_taken_back_can_be_done_again_until_something_else_is_done() {
        let mut model = named("a");
        let mut history = History::new(model.clone());
        for name in ["b", "c"] {
            model = named(name);
            assert!(history.record(&model));
            assert!(!history.record(&model), "the same is no change");
        }
        let mut seen = Vec::new();
        for back in [true, true, true, false, false, false] {
            let moved = if back {
                history.undo(&mut model)
            } else {
                history.redo(&mut model)
            };
            seen.push((model.name.clone(), moved));
        }
        let wanted = [
            ("b", true),
            ("a", true),
            ("a", false),
            ("b", true),
            ("c", true),
            ("c", false),
        ];
        assert_eq!(seen, wanted.map(|(name, moved)| (name.to_owned(), moved)));
        history.undo(&mut model);
        model = named("d");
        assert!(!history.redo(&mut model), "another change came between");
        assert!(history.undo(&mut model));
        assert_eq!(model.name, "b");
    }

    #[test]
    fn a_change_that_nobody_noted_yet_is_taken_back_first() {
        let mut model = named("a");
        let mut history = History::new(model.clone());
        model.margin_percent = Some(30);
        assert!(history.undo(&mut model));
        assert_eq!(model, named("a"));
        assert!(history.can_redo() && !history.can_undo());
    }

    #[test]
    fn only_the_newest_steps_are_kept() {
        let mut history = History::new(Model::default());
        let mut model = Model::default();
        for at in 0..250 {
            model.margin_percent = Some(at);
            history.record(&model);
        }
        let n = (0..250).filter(|_| history.undo(&mut model)).count();
        assert_eq!((n, model.margin_percent), (STEPS, Some(149)));
    }
}
