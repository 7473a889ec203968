//! Care models: what each tier is promised, whether the hours exist, and whether it pays.

pub mod model;
pub mod templates;
pub mod people;
pub mod capacity;
pub mod stretch;
pub mod remedies;
pub mod business_case;
pub mod calendar;

pub use model::{
    CareModel, Channel, Contact, ContactKind, Evidence, Extra, Goal, GoalKind, Question, Sureness,
};
pub use people::Person;
