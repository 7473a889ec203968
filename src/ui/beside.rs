//! What is counted of very many customers beside the page: one question at a time, in a worker.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::counting::Counting;
use crate::worker::count::{Found, Question};

/// The question that is being answered. A handle: copy it freely.
#[derive(Clone, Copy)]
pub(super) struct Beside {
    counting: StoredValue<Option<Counting>, LocalStorage>,
    /// Earlier questions are not heard of any more.
    job: StoredValue<u32>,
}

impl Beside {
    /// Nothing asked yet.
    pub(super) fn new() -> Self {
        Self {
            counting: StoredValue::new_local(None),
            job: StoredValue::new(0),
        }
    }

    /// Gives up what is asked.
    pub(super) fn stop(self) {
        self.job.update_value(|it| *it = it.wrapping_add(1));
        self.counting.set_value(None);
    }

    /// Asks this instead of what is asked, and gives with it whom it is about, where that can travel;
    /// `then` gets `None` where no worker can answer.
    pub(super) fn ask(
        self,
        question: Question,
        beside: Option<Vec<u8>>,
        then: impl FnOnce(Option<Found>) + 'static,
    ) {
        self.put(question, beside, Box::new(then));
    }

    /// The same, compiled once for whoever asks.
    fn put(
        self,
        question: Question,
        beside: Option<Vec<u8>>,
        then: Box<dyn FnOnce(Option<Found>)>,
    ) {
        self.stop();
        let job = self.job.get_value();
        let is_over = move || self.job.try_get_value() != Some(job);
        spawn_local(async move {
            let counting = match beside {
                Some(beside) => Counting::start(&question, beside).await,
                None => None,
            };
            if is_over() {
                return;
            }
            let mut found = None;
            if let Some(counting) = counting {
                let answer = counting.answer();
                self.counting.set_value(Some(counting));
                found = answer.await;
                if is_over() {
                    return;
                }
                self.counting.set_value(None);
            }
            then(found);
        });
    }
}
