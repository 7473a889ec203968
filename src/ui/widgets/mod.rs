//! Parts that more than one step uses.
