//! What can be said about saving.

use crate::store::shelf::WriteError;

/// Something about saving that the user must know, until it is over or closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Notice {
    /// The browser gives no storage.
    Blocked,
    /// The newest changes are not saved.
    NotSaved(WriteError),
    /// The model is from a newer build: nothing here is saved.
    ReadOnly(String),
    /// The model that was open is from a newer build and cannot be shown.
    NewerHidden(String),
    /// These texts were no models and are put aside.
    Quarantined(Vec<String>),
    /// Changed in two tabs; both are kept.
    Both,
    /// Deleted in another tab.
    Removed,
    /// Customers could not be kept.
    KeepFailed,
    /// Kept customers could not be read.
    KeptUnreadable,
}

/// A dialog about what is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    /// The list of models.
    Models,
    /// Whether to forget everything.
    Forget,
}
