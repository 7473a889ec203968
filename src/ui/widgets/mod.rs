//! Parts that more than one step uses.

mod capacity;
mod chips;
mod dialog;
mod fold;
mod needs_data;
mod page_head;
mod save_picture;
mod segmented;
mod term;
mod tier_badge;
mod tier_select;
mod typed_field;

pub(crate) use capacity::{CapacityBar, percent_of, short};
pub(crate) use chips::Chips;
pub(crate) use dialog::Dialog;
pub(crate) use fold::Fold;
pub(crate) use needs_data::over_customers;
pub(crate) use page_head::PageHead;
pub(crate) use save_picture::SavePicture;
pub(crate) use segmented::Segmented;
pub(crate) use term::Term;
pub(crate) use tier_badge::TierBadge;
pub(crate) use tier_select::TierSelect;
pub(crate) use typed_field::{AmountField, NumberOf, WholeField, number_fields};
