// Every view, light and dark, desk and phone: nothing for axe to find and no sideways scrolling.
import { assert, test } from "./harness.mjs";
import { goTo, openWith, sizes, themes, views } from "./views.mjs";

// What axe finds is the same in every engine but for colour and layout: one engine looks at all,
// the others at the desk in light.
const looks = (engine) => (engine === "chromium" ? themes.flatMap((theme) => sizes.map((size) => [theme, size])) : [["light", sizes[0]]]);
const langOf = { chromium: "en", firefox: "fi", webkit: "pl" };

for (const sample of new Set(views.map((it) => it.sample))) {
  test(`axe finds nothing: ${sample ?? "no customers"}`, { timeout: 300_000 }, async ({ page, engine }) => {
    const found = [];
    let open;
    for (const [theme, [width, height]] of looks(engine)) {
      if (open !== theme) {
        await page.size(1280, 800);
        await openWith(page, { lang: langOf[engine], theme, sample });
        open = theme;
      }
      await page.size(width, height);
      for (const view of views.filter((it) => it.sample === sample)) {
        await goTo(page, view);
        const place = `${view.name} ${theme} ${width}`;
        found.push(...(await page.axe()).map((it) => `${place}: ${it}`));
        const sideways = await page.sideways();
        if (sideways > 0) found.push(`${place}: scrolls ${sideways} px sideways`);
      }
    }
    assert.deepEqual(found, []);
  });
}

test("320 pixels, or four times larger on a desk, scroll sideways in no language", { only: "chromium", timeout: 240_000 }, async ({ page }) => {
  const found = [];
  for (const lang of ["fi", "pl", "en"]) {
    for (const sample of new Set(views.map((it) => it.sample))) {
      await page.size(1280, 800);
      await openWith(page, { lang, theme: "light", sample });
      await page.size(320, 640);
      for (const view of views.filter((it) => it.sample === sample)) {
        await goTo(page, view);
        const sideways = await page.sideways();
        if (sideways > 0) found.push(`${view.name} ${lang}: ${sideways} px`);
      }
    }
  }
  assert.deepEqual(found, []);
});

test("with forced colours charts are drawn in the system's, and with reduced motion nothing moves", { only: "chromium" }, async ({ page }) => {
  // The other engines cannot be told to pretend.
  await openWith(page, { lang: "fi", theme: "light", sample: "packaging" });
  try {
    for (const step of ["see", "sort"]) {
      await page.go(`#/${step}`);
      await page.find(".chart__plot .curve");
      await page.wish({ "forced-colors": "active", "prefers-color-scheme": "dark" });
      const drawn = await page.js(() => {
        const colour = (css, name) => getComputedStyle(document.querySelector(css))[name];
        return { ground: colour("body", "backgroundColor"), words: colour("h1", "color"), curve: colour(".chart__plot .curve", "stroke"), label: colour(".chart__plot svg text", "fill"), button: [colour(".btn--go", "color"), colour(".btn--go", "backgroundColor"), colour(".btn--go", "forcedColorAdjust")] };
      });
      assert.deepEqual([drawn.curve, drawn.label], [drawn.words, drawn.words], step);
      assert.notEqual(drawn.ground, drawn.words, step);
      // Words on the ground of words: the browser must not paint a ground of its own behind them.
      assert.deepEqual([drawn.button[0] === drawn.button[1], drawn.button[2]], [false, "none"], step);
      await page.wish({ "prefers-reduced-motion": "reduce" });
      const moving = await page.js(() =>
        [...document.querySelectorAll("main *")].filter((it) => {
          const { animationName, animationDuration, transitionDuration } = getComputedStyle(it);
          const takes = (durations) => durations.split(", ").some((time) => parseFloat(time) > 0.001);
          return takes(transitionDuration) || (animationName !== "none" && takes(animationDuration));
        }).map((it) => it.className),
      );
      assert.deepEqual(moving, [], step);
    }
  } finally {
    await page.wish({});
  }
});
