//! Text onto the clipboard, when the user presses a button for it.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Clipboard;

/// Copies text; `false` where the browser has no clipboard for pages (an address without a lock) or
/// refuses.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    // Not there at all on insecure addresses, whatever the type says.
    let found = Reflect::get(&window.navigator(), &"clipboard".into());
    let Some(clipboard) = found.ok().and_then(|it| it.dyn_into::<Clipboard>().ok()) else {
        return false;
    };
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
