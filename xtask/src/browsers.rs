//! Stub.
use crate::{Outcome, args::Args};
pub(crate) fn screenshots(_args: &Args) -> Outcome {
    Ok(())
}
pub(crate) fn lighthouse() -> Outcome {
    Ok(())
}
