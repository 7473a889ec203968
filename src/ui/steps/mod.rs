//! The five steps and the handbook, one file each.

mod bring;
mod see;
mod sort;
mod sort_cell;
mod sort_columns;
mod sort_compare;
mod sort_condition;
mod sort_customers;
mod sort_edit;
mod sort_exceptions;
mod sort_filter;
mod sort_limits;
mod sort_listed;
mod sort_matrix;
mod sort_move;
mod sort_names;
mod sort_picked;
mod sort_points;
mod sort_rfm;
mod sort_row;
mod sort_rules;
mod sort_score;
mod sort_sheet;
mod sort_tiers;
mod profiles;
mod care;
mod follow;
mod handbook;

pub(crate) use bring::BringStep;
pub(crate) use care::CareStep;
pub(crate) use follow::FollowStep;
pub(crate) use handbook::HandbookPage;
pub(crate) use profiles::ProfilesPage;
pub(crate) use see::SeeStep;
pub(crate) use sort::SortStep;
pub(crate) use sort_edit::LimitEdit;
