// Every view in every language, theme and width, into screenshots/: to look at, and for the README.
// node screenshots.mjs [--views=see,sort] [--langs=en] [--themes=light] [--widths=390]
import { start } from "./engines.mjs";
import { Page } from "./page.mjs";
import { open } from "./site.mjs";
import { goTo, langs, openWith, sizes, themes, views } from "./views.mjs";

const option = (name) => process.argv.find((it) => it.startsWith(`--${name}=`))?.slice(name.length + 3).split(",");
const chosen = (name, all, key = String) => all.filter((it) => option(name)?.includes(key(it)) ?? true);

const session = await start("chromium");
const failed = [];
try {
  const wanted = chosen("views", views, (it) => it.name);
  if (wanted.length === 0) throw new Error(`No view of that name. There are: ${views.map((it) => it.name).join(", ")}`);
  for (const lang of chosen("langs", langs)) {
    for (const theme of chosen("themes", themes)) {
      for (const sample of new Set(wanted.map((it) => it.sample))) {
        const site = await open();
        const page = new Page(session.driver, site);
        await page.size(1280, 800);
        await openWith(page, { lang, theme, sample });
        for (const [width, height] of chosen("widths", sizes, (it) => String(it[0]))) {
          for (const view of wanted.filter((it) => it.sample === sample)) {
            const name = `${view.name}-${lang}-${theme}-${width}`;
            try {
              await page.size(width, height);
              await goTo(page, view);
              await page.screenshot(name, { full: true, width, height });
              const sideways = await page.sideways();
              console.log(`${name}.png${sideways > 0 ? `  scrolls ${sideways} px sideways` : ""}`);
            } catch (why) {
              failed.push(`${name}: ${why.message.split("\n")[0]}`);
            }
          }
        }
        await site.close();
      }
    }
  }
} finally {
  await session.quit();
}
if (failed.length > 0) {
  console.error(failed.join("\n"));
  process.exitCode = 1;
}
