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
