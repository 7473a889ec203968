//! The customers in memory.

use std::sync::Arc;

use crate::domain::customer::CustomerBase;
use crate::domain::duplicates::{self, Verdicts};
use crate::domain::groups::Groups;
use crate::ingest::Reading;

/// Customers in memory, and where they came from. A handle: it is cheap to clone.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// File name, or the name of a sample.
    pub source: String,
    /// The customers.
    pub base: Arc<CustomerBase>,
    /// How they were read; `None` for customers from a project file or kept on this device. Its own
    /// `base` is empty: it has moved to the field above.
    pub reading: Option<Arc<Reading>>,
}

impl Loaded {
    /// The outcome of a reading.
    #[must_use]
    pub fn from_reading(source: String, mut reading: Reading) -> Self {
        let base = Arc::new(std::mem::take(&mut reading.base));
        Self {
            source,
            base,
            reading: Some(Arc::new(reading)),
        }
    }

    /// The same with customers joined and grouped as the user said.
    pub(super) fn with_decisions(mut self, verdicts: &Verdicts, groups: &Groups) -> Self {
        if let Some(base) = duplicates::joined(&self.base, verdicts) {
            self.base = Arc::new(base);
        }
        if let Some(base) = groups.applied(&self.base) {
            self.base = Arc::new(base);
        }
        self
    }
}

/// The same customers in memory: comparing each of many would take longer than deriving anew.
impl PartialEq for Loaded {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.base, &other.base)
            && self.reading.as_ref().map(Arc::as_ptr) == other.reading.as_ref().map(Arc::as_ptr)
            && self.source == other.source
    }
}
