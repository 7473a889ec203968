// Lighthouse on the built page, as a phone and as a desk; accessibility, best practices and SEO must be 100.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import lighthouse, { desktopConfig } from "lighthouse";
import { launch } from "chrome-launcher";
import { chromiumFlags, chromium } from "./engines.mjs";
import { open } from "./site.mjs";

const must = ["accessibility", "best-practices", "seo"];
const folder = fileURLToPath(new URL("../../screenshots/lighthouse", import.meta.url));
mkdirSync(folder, { recursive: true });

// As a host does that serves the packed files: the figure is about the page, not about this server.
const site = await open({ base: "/", packed: true });
const browser = await launch({ chromePath: chromium(), chromeFlags: chromiumFlags });
let ok = true;
try {
  for (const [name, config] of [["phone", undefined], ["desk", desktopConfig]]) {
    const { lhr, report } = await lighthouse(site.url, { port: browser.port, output: "html", logLevel: "error" }, config);
    writeFileSync(`${folder}/${name}.html`, report);
    const scores = Object.values(lhr.categories).map((it) => `${it.id} ${Math.round(it.score * 100)}`);
    const paint = lhr.audits["first-contentful-paint"].displayValue;
    const largest = lhr.audits["largest-contentful-paint"].displayValue;
    console.log(`${name}: ${scores.join(", ")}; first paint ${paint}, largest ${largest}`);
    for (const id of must) {
      const category = lhr.categories[id];
      if (category.score === 1) continue;
      ok = false;
      for (const { id: audit, weight } of category.auditRefs) {
        const { score, title, details } = lhr.audits[audit];
        if (weight > 0 && score !== null && score < 1) {
          console.error(`  ${id}: ${title} ${JSON.stringify(details?.items?.slice(0, 5) ?? "")}`);
        }
      }
    }
  }
} finally {
  browser.kill();
  await site.close();
}
console.log(`Reports are in ${folder}`);
process.exitCode = ok ? 0 : 1;
