//! The only code that touches web APIs.
