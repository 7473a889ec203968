//! The simulation of many possible next years: of few customers in pieces, so that the page never waits
//! for it, of many in a worker.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::beside::Beside;
use crate::browser::clock;
use crate::browser::counting::FEW;
use crate::domain::fit::{Agreement, Simulation, Stability, agreement};
use crate::domain::ranking::Ranking;
use crate::worker::count::{Found, Question, packed};

/// How long a piece may take, in milliseconds; the page answers between two.
const PIECE: f64 = 12.0;
/// The most draws in one piece.
const MOST: u16 = 256;

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Tried {
    /// By place in [`crate::domain::fit::verdict::TRIED`].
    pub stabilities: Vec<Stability>,
    /// How far methods agree.
    pub agreement: Agreement,
}

/// What was asked last.
#[derive(Clone)]
struct Asked {
    ranking: Arc<Ranking>,
    spread: f64,
}

/// The simulation for the customers on the page. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct FitRun {
    /// What came of it; `None` until it is done.
    pub tried: RwSignal<Option<Arc<Tried>>>,
    asked: StoredValue<Option<Asked>>,
    /// Pieces of earlier questions stop when they see a later number.
    job: StoredValue<u32>,
    beside: Beside,
}

impl FitRun {
    /// Nothing asked yet.
    #[must_use]
    pub(super) fn new() -> Self {
        Self {
            tried: RwSignal::new(None),
            asked: StoredValue::new(None),
            job: StoredValue::new(0),
            beside: Beside::new(),
        }
    }

    /// Asks for these customers and this spread; what is asked already goes on, or is there.
    pub fn ask(self, ranking: Arc<Ranking>, spread: f64) {
        let is_same = self.asked.with_value(|it| {
            it.as_ref()
                .is_some_and(|it| (it.spread - spread).abs() < 1e-9 && *it.ranking == *ranking)
        });
        if is_same {
            return;
        }
        self.tried.set(None);
        self.job.update_value(|it| *it = it.wrapping_add(1));
        let job = self.job.get_value();
        self.asked.set_value(Some(Asked {
            ranking: Arc::clone(&ranking),
            spread,
        }));
        if ranking.len() <= FEW {
            self.beside.stop();
            self.here(job, ranking, spread);
            return;
        }
        let values = packed(ranking.values());
        let then = move |found| match found {
            Some(Found::Years(stabilities, agreement)) => {
                self.tried.set(Some(Arc::new(Tried {
                    stabilities,
                    agreement,
                })));
            }
            // No worker: here after all.
            _ => self.here(job, ranking, spread),
        };
        self.beside.ask(Question::Years(spread), values, then);
    }

    fn here(self, job: u32, ranking: Arc<Ranking>, spread: f64) {
        set_timeout(
            move || {
                let simulation = Simulation::of_tried(&ranking, spread);
                self.piece(job, simulation, ranking, 1);
            },
            Duration::ZERO,
        );
    }

    fn piece(self, job: u32, mut simulation: Simulation, ranking: Arc<Ranking>, draws: u16) {
        if self.job.try_get_value() != Some(job) {
            return;
        }
        let start = clock::milliseconds();
        let is_done = simulation.step(draws);
        let took = clock::milliseconds() - start;
        // Twice as many while there is time for it, half as many once there is none.
        let draws = if took * 2.0 <= PIECE {
            draws.saturating_mul(2).min(MOST)
        } else if took > PIECE {
            (draws / 2).max(1)
        } else {
            draws
        };
        let next = move || {
            if is_done {
                let tried = Tried {
                    agreement: agreement(&ranking),
                    stabilities: simulation.finish(),
                };
                if self.job.try_get_value() == Some(job) {
                    self.tried.set(Some(Arc::new(tried)));
                }
            } else {
                self.piece(job, simulation, ranking, draws);
            }
        };
        set_timeout(next, Duration::ZERO);
    }
}
