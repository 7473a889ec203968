// What a spec imports. `test(name, body)` runs in every engine; `body({ page, site, engine })` gets a
// page on an origin of its own, so tests share a browser and nothing else.
import assert from "node:assert/strict";
import { after, before, describe, test as nodeTest } from "node:test";
import { names, start } from "./engines.mjs";
import { Page } from "./page.mjs";
import { open } from "./site.mjs";

export { assert };
export { Key } from "./page.mjs";
export { files, open as openSite } from "./site.mjs";

const specs = [];

/**
 * A test for every engine.
 * `options.site` goes to the server; `options.only` names the one engine a test is about;
 * `options.errors` lets the page report errors (tests of failure).
 */
export function test(name, options, body = options) {
  specs.push({ name, body, options: typeof options === "function" ? {} : options });
}

/** Errors that the browser itself reports; only Chromium tells. */
async function complaints(driver, name) {
  if (name !== "chromium") return [];
  const log = await driver.manage().logs().get("browser");
  return log.filter((it) => it.level.name === "SEVERE").map((it) => it.message);
}

/** Whether the engine still answers: no page can end one that is well. */
const answers = (driver) =>
  driver.getWindowHandle().then(
    () => true,
    () => false,
  );

/** One test on a site of its own. */
async function run({ name: title, body, options }, { driver, name }) {
  const site = await open(options.site);
  const page = new Page(driver, site);
  try {
    await page.size(1280, 800);
    await complaints(driver, name);
    await body({ page, site, engine: name, driver });
    if (!options.errors) {
      assert.deepEqual(await complaints(driver, name), [], "errors in the console");
      assert.deepEqual(site.strangers(), [], "requests for anything but the build's files");
    }
  } catch (why) {
    await page.screenshot(`failed/${name}-${title.replace(/\W+/g, "-")}`).catch(() => {});
    throw why;
  } finally {
    // Leave the page: its timers and workers end with it.
    await driver.get("about:blank").catch(() => {});
    await site.close();
  }
}

/** How many tests of a run may fail once and hold when repeated; with one more the run fails. */
const MOST_UNSTEADY = 2;
/** So many tests a browser has: WebKit slows with every page it had. */
const LANE = 90;

/** The specs of an engine in lanes, each with a browser of its own. */
function lanes(specs) {
  const count = Math.ceil(specs.length / LANE);
  return Array.from({ length: count }, (_, lane) => specs.filter((_, at) => at % count === lane));
}

/** Registers what `test` collected: called once, by run.mjs. */
export function register({ engines = names, part = "" } = {}) {
  const wanted = specs.filter((it) => it.name.includes(part));
  if (wanted.length === 0) throw new Error(`No test is named like "${part}".`);
  const unsteady = [];
  // Two browsers side by side, each with its tests one after another: much of a test is waiting.
  describe("engines", { concurrency: 2 }, () => {
    for (const name of engines) {
      const own = wanted.filter(({ options: { only } }) => !only || only === name);
      for (const [at, lane] of lanes(own).entries()) {
        describe(`${name} ${at + 1}`, { concurrency: 1 }, () => {
          let session;
          before(async () => {
            session = await start(name);
          });
          after(() => session?.quit());
          for (const spec of lane) {
            nodeTest(spec.name, { timeout: 2 * (spec.options.timeout ?? 120_000) }, async (context) => {
              try {
                await run(spec, session);
              } catch (why) {
                unsteady.push(`${name}: ${spec.name}`);
                if (unsteady.length > MOST_UNSTEADY) throw why;
                context.diagnostic(`${name} failed once: ${why.message || why.name}`);
                if (!(await answers(session.driver))) {
                  await session.quit();
                  session = await start(name);
                }
                await run(spec, session);
              }
            });
          }
        });
      }
    }
    after(() => unsteady.forEach((it) => console.log(`Failed once: ${it}`)));
  });
}
