// The keyboard alone, as someone without a mouse uses it.
import { Key } from "./harness.mjs";

/** Presses Tab until the focus is on what is wanted, as someone without a mouse would. */
export async function tabTo(page, css, most = 60) {
  for (let at = 0; at < most; at += 1) {
    if (await page.js((it) => document.activeElement?.matches(it), css)) return;
    await page.press(Key.TAB);
  }
  throw new Error(`Tab does not reach ${css}`);
}
