//! Care models: what each tier is promised, whether the hours exist, and whether it pays.

pub mod model;
pub mod contact;
pub mod templates;
pub mod people;
pub mod holidays;
pub mod deal;
pub mod capacity;
pub mod stretch;
pub mod remedies;
pub mod business_case;
pub mod each;
pub mod calendar;
pub mod meetings;

pub use calendar::Calendar;
pub use contact::{Contact, ContactKind, Interval};
pub use deal::{Deal, Rule as DealRule};
pub use holidays::Country;
pub use meetings::{Meetings, Way};
pub use model::{CareModel, Channel, Evidence, Extra, Goal, GoalKind, Question, Sureness};
pub use people::Person;
pub use templates::Trade;
