//! Bringing a file in: what was given, the reading under way, and what came of it.
//!
//! A reading that works replaces the customers; one that fails, or is cancelled, leaves the earlier
//! ones untouched. The model is never touched here: a new file keeps tiers and care models.

mod given;

use std::sync::Arc;

use leptos::prelude::*;

use super::loaded::Loaded;
use super::route::Route;
use crate::browser::files::Picked;
use crate::browser::reader::{self, Reader, Source};
use crate::browser::{location, storage};
use crate::i18n::{Lang, reading as words};
use crate::ingest::{Column, ReadOptions, Reading, Remembered, columns_key, typed};
use crate::samples::{Sample, SampleFile};
use crate::store::habits;
use crate::t;
use crate::worker::{Answer, Ask, What};

use given::FirstLook;
pub use given::{FromBefore, Given, Replaced};

/// The largest file that is read, in megabytes of a million bytes.
pub const LIMIT_MB: u32 = 1_000;

/// Why a reading gave nothing at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Larger than [`LIMIT_MB`]; its own size in megabytes.
    TooLarge(u32),
    /// The file does not fit in the memory that the browser gives.
    NoMemory,
    /// The reader crashed; it starts anew by itself.
    Crashed,
    /// The browser could not open the file.
    Unopened,
    /// The reader did not arrive: the network went before the page was fully loaded.
    NotLoaded,
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
    /// What the file on screen replaced: one press goes back to it.
    pub replaced: RwSignal<Option<Replaced>, LocalStorage>,
    /// The file of the sample on screen: what an export looks like, for the user's own disk.
    pub sample: RwSignal<Option<SampleFile>>,
    last_job: StoredValue<u32>,
    reader: StoredValue<Option<Reader>, LocalStorage>,
}

impl Intake {
    /// Nothing given yet; what is read goes to `loaded`.
    #[must_use]
    pub fn new(loaded: RwSignal<Option<Loaded>>) -> Self {
        let intake = Self {
            loaded,
            given: RwSignal::new_local(None),
            trial: RwSignal::new_local(None),
            text: RwSignal::new(String::new()),
            cancelled: RwSignal::new(0),
            replaced: RwSignal::new_local(None),
            sample: RwSignal::new(None),
            last_job: StoredValue::new(0),
            reader: StoredValue::new_local(None),
        };
        let reader = Reader::new(
            move |answer| intake.hear(answer),
            move |trouble| intake.stop(trouble),
        );
        intake.reader.set_value(Some(reader));
        intake
    }

    /// Reads a file of the user's and shows the step.
    pub fn bring_file(&self, picked: &Picked) {
        self.bring(Source::from_picked(picked), What::Bytes, picked.name());
    }

    /// Reads pasted rows and shows the step; `lang` names them.
    pub fn bring_text(&self, lang: Lang, text: &str) {
        let name = t!(lang, bring_pasted);
        self.text.set(typed(text).to_owned());
        if let Some(source) = Source::from_text(name, text) {
            self.bring(source, What::Bytes, name.to_owned());
        }
    }

    /// Opens a sample company in a language and shows the step.
    pub fn bring_sample(&self, lang: Lang, sample: Sample) {
        if let Some(source) = Source::from_bytes("", &[]) {
            let name = words::sample(lang, sample).to_owned();
            self.bring(source, What::Sample(sample, lang.tag().to_owned()), name);
        }
    }

    fn bring(&self, source: Source, what: What, name: String) {
        let size = source.size() / 1_000_000.0;
        let given = Given {
            source,
            what,
            name,
            options: ReadOptions::default(),
            first_look: None,
            from_before: None,
        };
        if size > f64::from(LIMIT_MB) {
            let job = self.next_job();
            self.with_reader(Reader::cancel);
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
        let of_trial = trial.as_ref().map(|it| it.given.clone());
        let Some(mut given) = of_trial.or_else(|| self.given.get_untracked()) else {
            return;
        };
        edit(&mut given.options);
        let meanwhile = match trial {
            Some(
                Trial {
                    phase: Phase::Failed(reading),
                    ..
                }
                | Trial {
                    meanwhile: Some(reading),
                    ..
                },
            ) => Some(reading),
            _ => self
                .loaded
                .with_untracked(|it| it.as_ref().and_then(|it| it.reading.clone())),
        };
        self.read(given, meanwhile);
    }

    /// Reads the file by itself, and forgets how its columns were read last time.
    pub fn read_afresh(&self) {
        self.change(|options| *options = ReadOptions::default());
    }

    /// Goes back to the customers that were there before this file.
    pub fn go_back(&self) {
        if let Some(replaced) = self.replaced.get_untracked() {
            self.cancel();
            self.given.set(replaced.given);
            self.sample.set(None);
            self.replaced.set(None);
            self.loaded.set(Some(replaced.loaded));
        }
    }

    /// Reads what stopped once more.
    pub fn try_again(&self) {
        if let Some(trial) = self.trial.get_untracked() {
            self.read(trial.given, trial.meanwhile);
        }
    }

    /// Gives up the reading under way, or the one that failed: what was there before is shown again.
    pub fn cancel(&self) {
        self.with_reader(Reader::cancel);
        self.trial.set(None);
        self.cancelled.update(|it| *it += 1);
        if self.loaded.with_untracked(Option::is_none) {
            location::go(&Route::Start.href());
        }
    }

    /// Forgets everything given.
    pub fn forget(&self) {
        self.with_reader(Reader::cancel);
        self.trial.set(None);
        self.given.set(None);
        self.replaced.set(None);
        self.sample.set(None);
        self.text.set(String::new());
    }

    /// The hand choices of what is on screen.
    #[must_use]
    pub fn options(&self) -> ReadOptions {
        let trial = self.trial.read();
        let of_trial = trial.as_ref().map(|it| it.given.options.clone());
        of_trial
            .or_else(|| self.given.read().as_ref().map(|it| it.options.clone()))
            .unwrap_or_default()
    }

    /// The file or text on screen; none for a sample.
    #[must_use]
    pub fn source(&self) -> Option<Source> {
        let (trial, given) = (self.trial.read_untracked(), self.given.read_untracked());
        let given = trial.as_ref().map(|it| &it.given).or(given.as_ref());
        given
            .filter(|it| it.what == What::Bytes)
            .map(|it| it.source.clone())
    }

    fn next_job(&self) -> u32 {
        let job = self.last_job.get_value().wrapping_add(1);
        self.last_job.set_value(job);
        job
    }

    fn with_reader(&self, then: impl FnOnce(&Reader)) {
        self.reader.with_value(|it| {
            if let Some(reader) = it {
                then(reader);
            }
        });
    }

    fn read(&self, given: Given, meanwhile: Option<Arc<Reading>>) {
        let job = self.next_job();
        let ask = Ask {
            job,
            what: given.what.clone(),
            options: given.options.clone(),
        };
        let source = given.source.clone();
        self.trial.set(Some(Trial {
            job,
            given,
            phase: Phase::Working(0.0),
            meanwhile,
        }));
        self.with_reader(|it| it.read(&source, ask));
    }

    fn is_current(&self, wanted: u32) -> bool {
        self.trial
            .with_untracked(|it| it.as_ref().is_some_and(|it| it.job == wanted))
    }

    fn hear(&self, answer: Answer) {
        match answer {
            Answer::Progress { job, done } if self.is_current(job) => {
                self.set_phase(Phase::Working(done));
            }
            Answer::Read {
                job,
                reading,
                sample,
            } if self.is_current(job) => self.finish(*reading, sample),
            // Of a job that is no longer wanted, or not whole.
            Answer::Progress { .. } | Answer::Customers { .. } | Answer::Read { .. } => {}
        }
    }

    fn set_phase(&self, phase: Phase) {
        self.trial.update(|it| {
            if let Some(trial) = it {
                trial.phase = phase;
            }
        });
    }

    fn stop(&self, trouble: reader::Trouble) {
        self.set_phase(Phase::Stopped(match trouble {
            reader::Trouble::NotLoaded => Trouble::NotLoaded,
            reader::Trouble::Unreadable => Trouble::Unopened,
            reader::Trouble::TooLarge => Trouble::NoMemory,
            // The place in the code is for those who mend it; the browser's console has it too.
            reader::Trouble::Crashed(_place) => Trouble::Crashed,
        }));
    }

    fn finish(&self, reading: Reading, sample: Option<SampleFile>) {
        let Some(mut trial) = self.trial.get_untracked() else {
            return;
        };
        if trial.given.first_look.is_none() {
            let key = columns_key(&reading.columns);
            trial.given.first_look = Some(FirstLook { key });
            if let Some(given) = self.as_before(&trial.given, &reading.columns) {
                self.read(given, trial.meanwhile);
                return;
            }
        }
        if reading.fatal().is_some() && trial.given.taken_over().is_some() {
            // What was right for the last file is not for this one.
            let given = Given {
                options: ReadOptions::default(),
                from_before: None,
                ..trial.given
            };
            self.read(given, trial.meanwhile);
            return;
        }
        if reading.fatal().is_some() {
            trial.phase = Phase::Failed(Arc::new(reading));
            self.trial.set(Some(trial));
            return;
        }
        trial.given.remember(&reading.columns);
        self.note_replaced(&trial.given);
        let name = trial.given.name.clone();
        self.given.set(Some(trial.given));
        self.sample.set(sample);
        self.loaded.set(Some(Loaded::from_reading(name, reading)));
        self.trial.set(None);
    }

    /// Keeps what a new file takes the place of. A sample can be opened again at any time.
    fn note_replaced(&self, new: &Given) {
        let given = self.given.get_untracked();
        if given
            .as_ref()
            .is_some_and(|it| it.source.is_same(&new.source))
        {
            return;
        }
        let is_own = given.as_ref().is_none_or(|it| it.what == What::Bytes);
        let loaded = self.loaded.get_untracked().filter(|_| is_own);
        let replaced = loaded.map(|loaded| Replaced { given, loaded });
        self.replaced.set(replaced);
    }

    /// The same file with the choices of the last one that had its columns, or of the one that it
    /// replaces; `None` where there are none to take over.
    fn as_before(&self, given: &Given, columns: &[Column]) -> Option<Given> {
        if given.what != What::Bytes {
            return None;
        }
        let key = given.first_look.as_ref()?.key.as_ref()?;
        let same: Option<Remembered> = habits::recall(&storage::place(), key);
        let (from, options) = match same {
            Some(it) => (FromBefore::SameColumns, it.options(columns)),
            None => (FromBefore::ReplacedFile, self.of_replaced(columns)?),
        };
        (options != ReadOptions::default()).then(|| Given {
            options: options.clone(),
            from_before: Some((from, options)),
            ..given.clone()
        })
    }

    /// The choices for columns of the file on screen, as far as these have their names.
    fn of_replaced(&self, columns: &[Column]) -> Option<ReadOptions> {
        let old = self.given.get_untracked()?;
        let reading = self
            .loaded
            .with_untracked(|it| it.as_ref().and_then(|it| it.reading.clone()))?;
        Some(ReadOptions {
            columns: Remembered::of(&old.options, &reading.columns)?.choices(columns),
            ..ReadOptions::default()
        })
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
