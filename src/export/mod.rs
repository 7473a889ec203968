//! Figures to files on the user's disk.
