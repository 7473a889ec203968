//! The page: started by `boot.js` when everything it needs is loaded.
fn main() {
    rusetti::ui::start();
}
