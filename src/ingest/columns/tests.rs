//! Names of columns.
