//! Which delimiter a file has.
