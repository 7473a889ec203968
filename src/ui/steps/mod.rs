//! The five steps and the handbook, one file each.

mod bring;
mod see;
mod see_dependence;
mod see_table;
mod sort;
mod care;
mod follow;
mod handbook;

pub(crate) use bring::BringStep;
pub(crate) use care::CareStep;
pub(crate) use follow::FollowStep;
pub(crate) use handbook::HandbookPage;
pub(crate) use see::SeeStep;
pub(crate) use sort::SortStep;
