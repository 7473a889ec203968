//! Cases as data; each name states the trap.
