//! How far a reading is, and whether it may go on.

/// Steps between two words with the caller.
const STRIDE: u32 = 2_048;

/// Tells the caller how far the work is; stops it when the caller says so.
pub(super) struct Progress<'p> {
    tell: &'p mut dyn FnMut(f64) -> bool,
    from: f64,
    to: f64,
    steps: u32,
}

impl<'p> Progress<'p> {
    pub(super) fn new(tell: &'p mut dyn FnMut(f64) -> bool) -> Self {
        Self {
            tell,
            from: 0.0,
            to: 1.0,
            steps: 0,
        }
    }

    /// A part of the work begins, which ends at `to`; `None` if stopped.
    pub(super) fn part(&mut self, to: f64) -> Option<()> {
        self.from = self.to.min(1.0);
        if self.steps == 0 {
            self.from = 0.0;
        }
        self.to = to;
        self.steps = 1;
        (self.tell)(self.from).then_some(())
    }

    /// One step of the part is done, at `done` of `whole`; `None` if stopped.
    #[expect(
        clippy::as_conversions,
        reason = "a share of work is floating point by definition"
    )]
    pub(super) fn step(&mut self, done: usize, whole: usize) -> Option<()> {
        self.steps = self.steps.wrapping_add(1);
        if !self.steps.is_multiple_of(STRIDE) {
            return Some(());
        }
        let share = done as f64 / whole.max(1) as f64;
        (self.tell)(self.from + (self.to - self.from) * share).then_some(())
    }
}
