//! Figures to geometry: no page, no colour, no words.
