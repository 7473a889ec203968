//! Bringing a file in: what was given, the reading under way, and what came of it.
//!
//! A reading that works replaces the customers; one that fails, or is cancelled, leaves the earlier
//! ones untouched. The model is never touched here: a new file keeps tiers and care models.

use std::sync::Arc;

use leptos::prelude::*;

use super::route::Route;
use super::state::Loaded;
use crate::browser::files::Picked;
use crate::browser::location;
use crate::ingest::{ReadOptions, Reading};

/// The largest file that is read, in megabytes of a million bytes.
pub const LIMIT_MB: u32 = 200;

/// What the user gave.
#[derive(Clone, Debug)]
pub enum What {
    /// A file on the disk.
    File(Picked),
    /// Pasted rows.
    Text(Arc<str>),
    /// A sample company, by its short name.
    Sample(String),
}

/// What the user gave, what to call it, and the hand choices for it.
#[derive(Clone, Debug)]
pub struct Given {
    /// The file, text or sample.
    pub what: What,
    /// File name, or what stands for one.
    pub name: String,
    /// Hand choices.
    pub options: ReadOptions,
}

/// Why a reading gave nothing at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Larger than [`LIMIT_MB`]; its own size in megabytes.
    TooLarge(u32),
    /// The reader crashed and was started anew.
    Crashed,
    /// The browser could not open the file.
    Unopened,
}

/// How far a trial is.
#[derive(Clone, Debug)]
pub enum Phase {
    /// Being read; from 0 to 1.
    Working(f64),
    /// Read, but something must be mended first.
    Failed(Arc<Reading>),
    /// Not read.
    Stopped(Trouble),
}

/// A reading that has not become the customers on the page, or not yet.
#[derive(Clone, Debug)]
pub struct Trial {
    /// Its number: answers to earlier ones are dropped.
    pub job: u32,
    /// What is read.
    pub given: Given,
    /// How far it is.
    pub phase: Phase,
    /// The reading on screen meanwhile, where only an option has changed.
    pub meanwhile: Option<Arc<Reading>>,
}

/// The signals of bringing in. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Intake {
    /// The customers, once read.
    loaded: RwSignal<Option<Loaded>>,
    /// What the customers were read from.
    pub given: RwSignal<Option<Given>, LocalStorage>,
    /// The reading under way, or the one that failed.
    pub trial: RwSignal<Option<Trial>, LocalStorage>,
    /// What stands in the paste box.
    pub text: RwSignal<String>,
    /// Counts cancelled readings: menus that ran ahead of the file are drawn anew.
    pub cancelled: RwSignal<u32>,
    last_job: StoredValue<u32>,
}

impl Intake {
    /// Nothing given yet; what is read goes to `loaded`.
    #[must_use]
    pub fn new(loaded: RwSignal<Option<Loaded>>) -> Self {
        Self {
            loaded,
            given: RwSignal::new_local(None),
            trial: RwSignal::new_local(None),
            text: RwSignal::new(String::new()),
            cancelled: RwSignal::new(0),
            last_job: StoredValue::new(0),
        }
    }

    /// Reads something new and shows the step.
    pub fn bring(&self, what: What, name: String) {
        let options = ReadOptions::default();
        let size = match &what {
            What::File(picked) => picked.size() / 1_000_000.0,
            What::Text(_) | What::Sample(_) => 0.0,
        };
        let given = Given {
            what,
            name,
            options,
        };
        if size > f64::from(LIMIT_MB) {
            let job = self.next_job();
            self.trial.set(Some(Trial {
                job,
                given,
                phase: Phase::Stopped(Trouble::TooLarge(megabytes(size))),
                meanwhile: None,
            }));
        } else {
            self.read(given, None);
        }
        location::go(&Route::Bring.href());
    }

    /// Reads the same again with other hand choices; what is on screen stays until it is done.
    pub fn change(&self, edit: impl FnOnce(&mut ReadOptions)) {
        let trial = self.trial.get_untracked();
        let Some(mut given) = trial
            .as_ref()
            .map(|it| it.given.clone())
            .or_else(|| self.given.get_untracked())
        else {
            return;
        };
        edit(&mut given.options);
        let meanwhile = match trial {
            Some(Trial {
                phase: Phase::Failed(reading),
                ..
            }) => Some(reading),
            Some(Trial {
                meanwhile: Some(reading),
                ..
            }) => Some(reading),
            _ => self
                .loaded
                .with_untracked(|it| it.as_ref().and_then(|it| it.reading.clone())),
        };
        self.read(given, meanwhile);
    }

    /// Reads what stopped once more.
    pub fn try_again(&self) {
        if let Some(trial) = self.trial.get_untracked() {
            self.read(trial.given, trial.meanwhile);
        }
    }

    /// Gives up the reading under way, or the one that failed: what was there before is shown again.
    pub fn cancel(&self) {
        self.trial.set(None);
        self.cancelled.update(|it| *it += 1);
        if self.loaded.with_untracked(Option::is_none) {
            location::go(&Route::Start.href());
        }
    }

    /// Forgets everything given.
    pub fn forget(&self) {
        self.trial.set(None);
        self.given.set(None);
        self.text.set(String::new());
    }

    /// The hand choices of what is on screen.
    #[must_use]
    pub fn options(&self) -> ReadOptions {
        let of_trial = self
            .trial
            .read()
            .as_ref()
            .map(|it| it.given.options.clone());
        of_trial
            .or_else(|| self.given.read().as_ref().map(|it| it.options.clone()))
            .unwrap_or_default()
    }

    fn next_job(&self) -> u32 {
        let job = self.last_job.get_value().wrapping_add(1);
        self.last_job.set_value(job);
        job
    }

    fn read(&self, given: Given, meanwhile: Option<Arc<Reading>>) {
        let job = self.next_job();
        self.trial.set(Some(Trial {
            job,
            given: given.clone(),
            phase: Phase::Working(0.0),
            meanwhile,
        }));
        let here = *self;
        leptos::task::spawn_local(async move {
            let bytes = match &given.what {
                What::File(picked) => picked.bytes().await,
                What::Text(text) => Ok(text.as_bytes().to_vec()),
                What::Sample(_) => Ok(Vec::new()),
            };
            match bytes {
                Ok(bytes) => {
                    if let Some(reading) =
                        crate::ingest::read(&bytes, &given.options, &mut |_| true)
                    {
                        here.finish(job, reading);
                    }
                }
                Err(_unopened) => here.stop(job, Trouble::Unopened),
            }
        });
    }

    fn is_current(&self, job: u32) -> bool {
        self.trial
            .with_untracked(|it| it.as_ref().is_some_and(|it| it.job == job))
    }

    fn stop(&self, job: u32, trouble: Trouble) {
        if self.is_current(job) {
            self.trial.update(|it| {
                if let Some(trial) = it {
                    trial.phase = Phase::Stopped(trouble);
                }
            });
        }
    }

    fn finish(&self, job: u32, reading: Reading) {
        if !self.is_current(job) {
            return;
        }
        if reading.fatal().is_some() {
            self.trial.update(|it| {
                if let Some(trial) = it {
                    trial.phase = Phase::Failed(Arc::new(reading));
                    trial.meanwhile = None;
                }
            });
        } else if let Some(trial) = self.trial.get_untracked() {
            let name = trial.given.name.clone();
            self.given.set(Some(trial.given));
            self.loaded.set(Some(Loaded::from_reading(name, reading)));
            self.trial.set(None);
        }
    }
}

/// Megabytes rounded up to a whole number.
fn megabytes(size: f64) -> u32 {
    // Sizes of files are far below four billion megabytes.
    #[expect(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a float to integer cast saturates"
    )]
    let whole = size.ceil() as u32;
    whole
}
