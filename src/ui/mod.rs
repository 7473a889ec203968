//! The page: joins state to the document. Rules are in `domain`, words in `locales/`.
//!
//! To add a step: a variant of [`route::Route`], a file in `steps/`, an arm in `app.rs`.
//! What is needed before the walk has arrived is in `front.rs`.
#![expect(
    unreachable_pub,
    reason = "the component macro makes its props type public"
)]

pub mod route;
pub mod loaded;
pub mod state;
pub mod intake;
pub mod look;
pub mod list;
pub mod fit;
pub mod breaks;
pub mod front;
mod alike;
mod app;
mod banners;
mod beside;
mod crash;
mod foot;
mod forget;
mod history;
mod keep;
mod models;
mod persist;
mod settings;
mod shell;
pub mod steps;
pub mod widgets;
pub mod charts;

pub use front::start;
