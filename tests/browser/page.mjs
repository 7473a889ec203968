// The page as a user meets it: find, click, type, read, wait. No test polls with `eval`, which the
// policy forbids; all waiting is done here, outside the page.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { By, Key } from "selenium-webdriver";
import { Command } from "selenium-webdriver/lib/command.js";

export { Key };

// Long: two engines share a machine that may be slow, and only a failure waits this long.
const PATIENCE = 30_000;
const shots = fileURLToPath(new URL("../../screenshots", import.meta.url));
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const axeTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const selector = (it) => (typeof it === "string" ? By.css(it) : it);

export class Page {
  constructor(driver, site) {
    this.driver = driver;
    this.site = site;
  }

  /**
   * Opens the page at a hash (`#/see`) and waits until the app is up.
   * `settings` and `storage` are there before it starts; `wait: false` returns at once.
   */
  async open(hash = "", { settings, storage = {}, wait = true } = {}) {
    const kept = { ...storage };
    if (settings) kept["rusetti/v1/settings"] = JSON.stringify(settings);
    if (Object.keys(kept).length > 0) {
      await this.driver.get(`${this.site.origin}/blank`);
      await this.js((all) => Object.entries(all).forEach(([key, value]) => localStorage.setItem(key, value)), kept);
    }
    await this.driver.get(this.site.url + hash);
    if (wait) await this.ready();
  }

  /** What the system wishes, as `{ "forced-colors": "active" }`, until another wish: Chromium can pretend. */
  async wish(wishes) {
    this.driver.getExecutor().defineCommand("cdp", "POST", "/session/:sessionId/goog/cdp/execute");
    const features = Object.entries(wishes).map(([name, value]) => ({ name, value }));
    const command = new Command("cdp").setParameter("cmd", "Emulation.setEmulatedMedia").setParameter("params", { features });
    await this.driver.execute(command.setParameter("sessionId", (await this.driver.getSession()).getId()));
  }

  /** Until the app is up. */
  async ready() {
    await this.waitFor(() => this.data("app").then((it) => it === "ready"), "the app is up");
  }

  /** Until nothing is left to load: the app and the reader are there. */
  async settled() {
    await this.ready();
    await this.waitFor(() => this.data("reader").then((it) => it === "ready"), "the reader is loaded");
  }

  /** A `data-` attribute of the document. */
  data(name) {
    return this.js((it) => document.documentElement.dataset[it], name);
  }

  /** Goes to a hash as a link would; the page moves the focus to the heading in the next frame, and that is waited for. */
  async go(hash) {
    await this.js(
      (hash) =>
        new Promise((done) => {
          if (location.hash === hash) return done();
          addEventListener("hashchange", () => requestAnimationFrame(done), { once: true });
          location.hash = hash;
        }),
      hash,
    );
  }

  /** Moves the focus to an element; a field may be hidden behind its label. */
  async focus(css) {
    await this.waitFor(async () => {
      const element = await this.driver.findElement(selector(css));
      return this.js((it) => (it.focus(), document.activeElement === it), element);
    }, `${css} to have the focus`);
  }

  /** Runs a function in the page; what it takes and gives must be plain. A promise is waited for. */
  async js(code, ...args) {
    const text = typeof code === "function" ? `return (${code})(...arguments)` : code;
    return this.driver.executeScript(text, ...args);
  }

  /** Waits until `check` is true or gives something; `what` says what was waited for. */
  async waitFor(check, what = "this", patience = PATIENCE) {
    let last;
    for (const end = Date.now() + patience; Date.now() < end; ) {
      try {
        const found = await check();
        if (found) return found;
        last = undefined;
      } catch (why) {
        // An element that is drawn anew between two looks is looked for again.
        last = why;
      }
      await new Promise((it) => setTimeout(it, 40));
    }
    throw new Error(`Waited ${patience / 1000} s for: ${what}${last ? ` (${last.message.split("\n")[0]})` : ""}`);
  }

  /** The first visible element. */
  find(css, patience) {
    return this.waitFor(
      async () => {
        for (const it of await this.driver.findElements(selector(css))) if (await it.isDisplayed()) return it;
        return undefined;
      },
      `${css} to be seen`,
      patience,
    );
  }

  /** How many there are, seen or not. */
  async count(css) {
    return (await this.driver.findElements(selector(css))).length;
  }

  /** It is there and can be seen. */
  async sees(css) {
    for (const it of await this.driver.findElements(selector(css))) if (await it.isDisplayed()) return true;
    return false;
  }

  /** The text of an element, with plain spaces. */
  async text(css) {
    return (await (await this.find(css)).getText()).replace(/[\u00a0\u202f]/g, " ").trim();
  }

  /** Waits until an element's text holds `part` (a string or a pattern); gives the text. */
  async waitText(css, part, patience) {
    const fits = (it) => (part instanceof RegExp ? part.test(it) : it.includes(part));
    return this.waitFor(async () => this.text(css).then((it) => fits(it) && (it || " ")), `${css} to say ${part}`, patience);
  }

  /** A button, link or label by its visible words, inside `within`. */
  named(words, within = "body") {
    const quoted = words.includes('"') ? `'${words}'` : `"${words}"`;
    const is = `normalize-space(translate(., "\u00a0", " "))=${quoted} or @aria-label=${quoted}`;
    const scope = within === "body" ? "//body" : `//${within}`;
    return By.xpath(`${scope}//*[self::button or self::a or self::label or self::summary or @role="button"][${is}]`);
  }

  /** Clicks an element: a selector, or `{ name: "its words" }`. */
  async click(what) {
    const by = typeof what === "string" ? what : what.name ? this.named(what.name, what.within) : what;
    await this.waitFor(async () => {
      const element = await this.find(by);
      // What arrives meanwhile may move it from under the pointer: a click that misses is repeated.
      await this.js((it) => {
        it.scrollIntoView({ block: "center", inline: "nearest" });
        window.isHit = false;
        it.addEventListener("click", () => (window.isHit = true), { once: true, capture: true });
      }, element);
      await element.click();
      // Another page knows nothing of it.
      return (await this.js(() => window.isHit)) !== false;
    }, `${what.name ?? what} to be clicked`);
  }

  /** Replaces what a field holds. */
  async type(css, text) {
    const field = await this.find(css);
    await field.sendKeys(Key.chord(Key.CONTROL, "a"), Key.BACK_SPACE);
    // One driver refuses to type nothing.
    if (text) await field.sendKeys(text);
  }

  /** Presses keys where the focus is. */
  async press(...keys) {
    await this.driver.switchTo().activeElement().sendKeys(...keys);
  }

  /** Chooses an option of a `<select>` by its value. */
  async select(css, value) {
    const field = await this.find(css);
    await (await field.findElement(By.css(`option[value="${value}"]`))).click();
  }

  /** Sets a `<select>` to a value at once, as an assistive program would. */
  async choose(css, value) {
    await this.js(
      (it, to) => {
        it.value = to;
        it.dispatchEvent(new Event("change", { bubbles: true }));
      },
      await this.find(css),
      value,
    );
  }

  /** Chooses a file, as the file dialog would. The input may be hidden behind its button. */
  async setFile(css, path) {
    const inputs = await this.driver.findElements(By.css(css));
    for (const it of inputs) {
      const isUsed = await this.js("return !arguments[0].closest('[hidden]') && getComputedStyle(arguments[0].closest('[data-start]') ?? arguments[0]).display !== 'none'", it);
      if (isUsed) return it.sendKeys(path);
    }
    throw new Error(`No ${css} in use among ${inputs.length}`);
  }

  /** Sets the viewport in CSS pixels. */
  async size(width, height) {
    const window = this.driver.manage().window();
    await window.setRect({ width, height });
    // A window has borders: ask for what was missing.
    const [w, h] = await this.js(() => [innerWidth, innerHeight]);
    if (w !== width || h !== height) await window.setRect({ width: 2 * width - w, height: 2 * height - h });
  }

  /** Saves what is seen as `screenshots/name.png`; `full` makes the window as high as the page. */
  async screenshot(name, { full = false, width = 1280, height = 800 } = {}) {
    if (full) {
      const needed = await this.js(() => document.documentElement.scrollHeight);
      await this.size(width, Math.min(Math.max(needed, height), 8000));
    }
    const path = join(shots, `${name}.png`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await this.driver.takeScreenshot(), "base64");
    return path;
  }

  /**
   * What axe finds wrong, one line each; an empty list is the aim. What floats (a bar, a table's head, a
   * toast) stands in the flow meanwhile: floating, it covers whatever happens to be scrolled under it.
   */
  async axe(within = "html") {
    await this.js(axeSource);
    const found = await this.driver.executeAsyncScript(
      `const [within, tags, done] = arguments;
       const floats = [...document.body.querySelectorAll("*")].filter((it) => it.matches(".toast") || getComputedStyle(it).position === "sticky");
       floats.forEach((it) => it.style.setProperty("position", "static", "important"));
       const options = { runOnly: { type: "tag", values: tags }, rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] };
       axe.run(within, options)
         .then((it) => it.violations.map((v) => ({ id: v.id, help: v.help, nodes: v.nodes.map((n) => n.target.join(" ") + (n.any[0] ? ": " + n.any[0].message : "")) })), String)
         .then((it) => { floats.forEach((one) => one.style.removeProperty("position")); done(it); });`,
      within,
      axeTags,
    );
    if (typeof found === "string") throw new Error(`axe: ${found}`);
    return found.flatMap((it) => it.nodes.map((node) => `${it.id} (${it.help}): ${node}`));
  }

  /** How far the page can be scrolled sideways, in pixels; a phone should have 0. */
  sideways() {
    return this.js(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }
}
