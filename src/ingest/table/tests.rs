//! Quotes, line ends and line numbers.
