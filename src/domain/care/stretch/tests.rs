//! Stretched plans: they fit, they never grow, and they leave alone what fits already.
