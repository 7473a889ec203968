//! Parts that more than one step uses.

mod dialog;
mod needs_data;
mod term;
mod tier_badge;

pub(crate) use dialog::Dialog;
pub(crate) use needs_data::NeedsData;
pub(crate) use term::Term;
pub(crate) use tier_badge::TierBadge;
