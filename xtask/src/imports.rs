//! Stub.
use crate::Outcome;
pub(crate) fn write() -> Outcome {
    Ok(())
}
pub(crate) fn check() -> Outcome {
    Ok(())
}
