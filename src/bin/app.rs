//! The page.

fn main() {
    rusetti::ui::start();
}
