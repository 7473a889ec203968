//! Notations of amounts.
