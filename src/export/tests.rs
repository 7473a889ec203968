//! Exports as golden files in three languages, and what must hold of any table.
