//! The words after `cargo xtask`: one command, then `--name`, `--name value` or `--name=value`.

use crate::Outcome;

/// A command and its options.
pub(crate) struct Args {
    command: String,
    options: Vec<(String, Option<String>)>,
}

impl Args {
    /// From the words.
    pub(crate) fn read(words: impl Iterator<Item = String>) -> Self {
        let mut args = Self {
            command: String::new(),
            options: Vec::new(),
        };
        for word in words {
            if let Some(name) = word.strip_prefix("--") {
                let (name, value) = match name.split_once('=') {
                    Some((name, value)) => (name, Some(value.to_owned())),
                    None => (name, None),
                };
                args.options.push((name.to_owned(), value));
            } else if let Some((_, value @ None)) = args.options.last_mut() {
                *value = Some(word);
            } else {
                args.command = word;
            }
        }
        args
    }

    /// The command, empty when there is none.
    pub(crate) fn command(&self) -> &str {
        &self.command
    }

    /// The option was given.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.options.iter().any(|(it, _)| it == name)
    }

    /// The value of an option.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let found = self.options.iter().find(|(it, _)| it == name);
        found.and_then(|(_, value)| value.as_deref())
    }

    /// Complains of an option that the command lacks: a misspelled one must not be dropped.
    pub(crate) fn know(&self, names: &[&str]) -> Outcome {
        match self
            .options
            .iter()
            .find(|(it, _)| !names.contains(&it.as_str()))
        {
            Some((it, _)) => Err(format!("`{}` has no option `--{it}`.", self.command)),
            None => Ok(()),
        }
    }
}
