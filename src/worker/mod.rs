//! The messages between the page and the reader, and the reader's one function.
//!
//! The reader holds no rules of its own: it calls `ingest` and passes progress on.

pub mod count;

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::domain::customer::Customer;
use crate::ingest::{End, Finished, Part, ReadOptions, Reading, Slices, read};
use crate::samples::{self, Sample, SampleFile};

/// What the page asks. The bytes travel beside it, once for each file: the reader keeps them, so a
/// changed option needs no second copy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// Answers carry this number; the page drops answers to questions it no longer asks.
    pub job: u32,
    /// What to read.
    pub what: What,
    /// Hand choices.
    pub options: ReadOptions,
}

/// What to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// The bytes that came beside this question or an earlier one.
    Bytes,
    /// A sample company's file in a language (`fi`, `pl`, `en`).
    Sample(Sample, String),
}

/// What the reader answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// How far the job is, 0 to 1.
    Progress {
        /// The job.
        job: u32,
        /// From 0 to 1.
        done: f64,
    },
    /// Customers of a reading that is large for one message: they come before it, in order.
    Customers {
        /// The job.
        job: u32,
        /// How many there will be in all.
        of: usize,
        /// Those after the ones that came.
        customers: Vec<Customer>,
    },
    /// The job is done.
    Read {
        /// The job.
        job: u32,
        /// What was read.
        reading: Box<Reading>,
        /// The file, where it was a sample: the page offers it for download.
        sample: Option<SampleFile>,
    },
}

impl Answer {
    /// The answer of a job that is done.
    #[must_use]
    pub fn read(job: u32, reading: Reading, sample: Option<SampleFile>) -> Self {
        Self::Read {
            job,
            reading: Box::new(reading),
            sample,
        }
    }
}

/// Customers of a message: the page takes one in without a pause that anybody notices.
const MESSAGE: usize = 2_000;

/// The messages that an answer is sent in.
pub fn messages(mut answer: Answer, mut send: impl FnMut(&Answer)) {
    if let Answer::Read { job, reading, .. } = &mut answer {
        let (job, all) = (*job, &mut reading.base.customers);
        let of = all.len();
        if of > MESSAGE {
            let mut all = std::mem::take(all).into_iter();
            while all.len() > 0 {
                let customers = all.by_ref().take(MESSAGE).collect();
                send(&Answer::Customers { job, of, customers });
            }
        }
    }
    send(&answer);
}

/// The messages of a reading whose customers are still to be made: each is made for its message, in the
/// place of another that was sent.
pub fn finished(job: u32, finished: Finished, send: &mut dyn FnMut(&Answer)) {
    let mut all = finished.customers;
    let of = all.len();
    let mut made: Vec<Customer> = Vec::new();
    while all.len() > 0 {
        made.resize_with(all.len().min(MESSAGE), Customer::default);
        made.iter_mut().all(|it| all.next_in(it));
        let customers = std::mem::take(&mut made);
        let message = Answer::Customers { job, of, customers };
        send(&message);
        if let Answer::Customers { customers, .. } = message {
            made = customers;
        }
    }
    send(&Answer::read(job, *finished.reading, None));
}

/// Puts the messages of an answer together again.
#[derive(Debug, Default)]
pub struct Together(Vec<Customer>);

impl Together {
    /// Forgets what came.
    pub fn clear(&mut self) {
        self.0 = Vec::new();
    }

    /// The answer, once all of it came.
    pub fn hear(&mut self, message: Answer) -> Option<Answer> {
        match message {
            Answer::Customers { of, customers, .. } => {
                self.0.reserve_exact(of.saturating_sub(self.0.len()));
                self.0.extend(customers);
                None
            }
            Answer::Read {
                job,
                mut reading,
                sample,
            } => {
                if !self.0.is_empty() {
                    reading.base.customers = std::mem::take(&mut self.0);
                }
                Some(Answer::Read {
                    job,
                    reading,
                    sample,
                })
            }
            Answer::Progress { .. } => Some(message),
        }
    }
}

/// Answers one question: `say` is called with progress and with the reading.
pub fn serve(ask: &Ask, bytes: &[u8], say: &mut dyn FnMut(Answer)) {
    let job = ask.job;
    let mut progress = |done: f64| {
        say(Answer::Progress { job, done });
        true
    };
    let sample = match &ask.what {
        What::Bytes => None,
        What::Sample(sample, lang) => Some(samples::file(*sample, lang)),
    };
    let bytes = sample.as_ref().map_or(bytes, |it| it.bytes.as_slice());
    if let Some(reading) = read(bytes, &ask.options, &mut progress) {
        say(Answer::read(job, reading, sample));
    }
}

/// How often each sample is read to warm up: what understands the head of a file runs once for each.
const WARM_SAMPLES: usize = 6;

/// Rows that are read to warm up, and of how many customers: a browser compiles what it went through some ten
/// thousand times.
const WARM_ROWS: usize = 24_000;
const WARM_CUSTOMERS: usize = 6_000;

/// Reads samples and a long file to no end: browsers compile what runs, as it runs, and so the first file of the user's
/// finds the reader compiled.
pub fn warm_up() {
    for sample in [Sample::ALL; WARM_SAMPLES].concat() {
        let bytes = samples::file(sample, "en").bytes;
        if let Some(all) = read(&bytes, &ReadOptions::default(), &mut |_| true) {
            drop(encode(&Answer::read(0, all, None)));
        }
    }
    for text in [invoices(), customers()] {
        if let Some(all) = in_two(text.as_bytes()) {
            finished(0, all, &mut |it| drop(encode(it)));
        }
    }
}

/// Invoices of many customers.
fn invoices() -> String {
    let mut text = "Invoice,Date,Customer no,Customer,Product,Amount,Cost\n".to_owned();
    for it in 0..WARM_ROWS {
        let (customer, product) = (it * 7 % WARM_CUSTOMERS, it % 40);
        let (month, amount) = (it % 12 + 1, it % 900);
        let _ = writeln!(
            text,
            "I{it},2025-{month:02}-15,C{customer},Customer {customer},Product {product},{amount}.50,{product}.25"
        );
    }
    text
}

/// A list of customers.
fn customers() -> String {
    let mut text = "Customer no,Customer,Industry,Revenue,Orders\n".to_owned();
    for it in 0..WARM_CUSTOMERS {
        let (industry, amount) = (it % 9, it % 900);
        let _ = writeln!(
            text,
            "C{it},Customer {it},Industry {industry},{amount}.50,{industry}"
        );
    }
    text
}

/// Reads bytes as two workers do, each its part, with what the second sends to the first.
fn in_two(bytes: &[u8]) -> Option<Finished> {
    let options = ReadOptions::default();
    let head = bytes.get(..Slices::HEAD.try_into().ok()?).unwrap_or(bytes);
    let head = (head, head.len() == bytes.len());
    let until = u64::try_from(bytes.len() / 2).ok()?;
    let from_here = |at: u64| bytes.get(usize::try_from(at).ok()?..);
    let go = |slices: &mut Slices| {
        let rest = from_here(slices.wants())?;
        slices.add(rest.len(), |it| it.copy_from_slice(rest))
    };
    let mut first = Slices::new(head.0, head.1, &options)?;
    first.stop_at(until);
    go(&mut first)?;
    first.group();
    let around = from_here(until - Slices::BEFORE)?;
    let mut second = Slices::part(head, &options, until..u64::MAX, around)?;
    let begin = second.wants();
    go(&mut second)?;
    let mut pieces = Vec::new();
    let part = second.finish_part(begin, true)?;
    part.send(&mut |it| pieces.push(it.to_vec()))?;
    let mut pieces = pieces.into_iter();
    let part = Part::receive(&pieces.next()?, &mut |list| {
        let piece = pieces.next().filter(|it| it.len() == list.len());
        piece.is_some_and(|it| {
            list.copy_from_slice(&it);
            true
        })
    });
    first.join(part?)?.then_some(())?;
    match first.end() {
        End::Read(all) => Some(*all),
        End::Again(_) | End::Whole => None,
    }
}

/// A message as bytes.
#[must_use]
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    // Plain structs of this crate always encode; an empty message is dropped by the other side.
    postcard::to_extend(message, Vec::new()).unwrap_or_default()
}

/// Bytes as a message; `None` for anything else.
#[must_use]
pub fn decode<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_in_many_messages_is_the_same_answer() {
        for customers in [1, MESSAGE, MESSAGE + 1, 3 * MESSAGE] {
            let rows = (0..customers).map(|it| format!("Asiakas {it};{it},50\n"));
            let text = format!("Asiakas;Myynti\n{}", rows.collect::<String>());
            let reading = read(text.as_bytes(), &ReadOptions::default(), &mut |_| true);
            let answer = Answer::read(7, reading.expect("nobody stops it"), None);
            let mut together = Together::default();
            let mut heard = Vec::new();
            messages(answer.clone(), |it| {
                let message = decode(&encode(it)).expect("what was encoded");
                heard.extend(together.hear(message));
            });
            assert_eq!(heard, std::slice::from_ref(&answer), "{customers}");

            // Of a large file customers are made message by message: the same again.
            let mut slices = Slices::new(text.as_bytes(), true, &ReadOptions::default()).unwrap();
            let fill = |it: &mut [u8]| it.copy_from_slice(text.as_bytes());
            slices.add(text.len(), fill).unwrap();
            let End::Read(all) = slices.end() else {
                panic!("a plain file is read in one go");
            };
            heard.clear();
            finished(7, *all, &mut |it| {
                let message = decode(&encode(it)).expect("what was encoded");
                heard.extend(together.hear(message));
            });
            assert_eq!(heard, [answer], "{customers}");
        }
    }
    #[test]
    fn warming_up_goes_the_whole_way_of_a_large_file() {
        for text in [invoices(), customers()] {
            let whole = read(text.as_bytes(), &ReadOptions::default(), &mut |_| true);
            assert_eq!(in_two(text.as_bytes()).map(Finished::whole), whole);
            assert_eq!(
                whole.map(|it| it.base.customers.len()),
                Some(WARM_CUSTOMERS)
            );
        }
    }
}
