//! The rules: customers and a model in, figures out.
//!
//! Never here: the page, a file, a language, today's date (it is an argument).
//! Every definition has its source in `docs/definitions.md`.

pub mod money;
pub mod day;
pub mod month;
pub mod letters;
pub mod business_id;
pub mod customer;
pub mod ranking;
pub mod duplicates;
pub mod groups;
pub mod concentration;
pub mod tiers;
pub mod listing;
pub mod care;
