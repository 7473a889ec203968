//! Notations of dates.
