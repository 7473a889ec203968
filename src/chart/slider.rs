//! What a key does to a slider: the point reader and the limits between tiers answer alike.

/// A wish to move a slider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nudge {
    /// So many steps up (or down, below zero).
    By(i32),
    /// To the lowest value.
    Least,
    /// To the highest value.
    Most,
    /// Back to where it was.
    Back,
}

/// The nudge of a key by its DOM name; `None` for keys that sliders leave alone.
#[must_use]
pub fn nudge(key: &str, shift: bool) -> Option<Nudge> {
    let step = if shift { 10 } else { 1 };
    Some(match key {
        "ArrowRight" | "ArrowUp" => Nudge::By(step),
        "ArrowLeft" | "ArrowDown" => Nudge::By(-step),
        "PageUp" => Nudge::By(10),
        "PageDown" => Nudge::By(-10),
        "Home" => Nudge::Least,
        "End" => Nudge::Most,
        "Escape" => Nudge::Back,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_slider_pattern_and_no_other() {
        for (key, shift, wanted) in [
            ("ArrowRight", false, Some(Nudge::By(1))),
            ("ArrowUp", true, Some(Nudge::By(10))),
            ("ArrowLeft", false, Some(Nudge::By(-1))),
            ("ArrowDown", true, Some(Nudge::By(-10))),
            ("PageUp", false, Some(Nudge::By(10))),
            ("PageDown", true, Some(Nudge::By(-10))),
            ("Home", false, Some(Nudge::Least)),
            ("End", false, Some(Nudge::Most)),
            ("Escape", false, Some(Nudge::Back)),
            ("Tab", false, None),
            ("a", false, None),
        ] {
            assert_eq!(nudge(key, shift), wanted, "{key} {shift}");
        }
    }
}
