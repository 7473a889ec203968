// The three engines, driven over WebDriver: where their programs are and how a session starts.
// A missing engine is a failure: a test that does not run proves nothing.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { Builder, Capabilities } from "selenium-webdriver";

const onPath = (...names) => {
  for (const name of names) {
    if (name.includes("/") && existsSync(name)) return name;
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      if (!name.includes("/") && existsSync(join(folder, name))) return join(folder, name);
    }
  }
  throw new Error(`Not found: ${names.join(" or ")}. \`cargo xtask test\` installs it on Debian.`);
};

// Where `cargo xtask` installs what no distribution packs.
const tools = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "rusetti/tools/bin");

const libraries = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/libexec", "/usr/lib"];
const miniBrowsers = libraries.flatMap((it) => ["6.0", "4.1", "4.0"].map((v) => `${it}/webkit2gtk-${v}/MiniBrowser`));

// Nothing but the page: no first-run page, no updates, no experiments.
export const chromiumFlags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--hide-scrollbars",
  "--force-device-scale-factor=1",
];

/** Where Chromium is. */
export const chromium = () => onPath("chromium", "chromium-browser", "google-chrome");

const engines = {
  chromium: {
    driver: (port) => [onPath("chromedriver"), `--port=${port}`],
    wishes: () => ({
      browserName: "chrome",
      "goog:chromeOptions": { binary: chromium(), args: chromiumFlags },
      "goog:loggingPrefs": { browser: "ALL" },
    }),
  },
  firefox: {
    driver: (port) => [onPath("geckodriver", join(tools, "geckodriver")), "--port", `${port}`],
    wishes: () => ({
      browserName: "firefox",
      "moz:firefoxOptions": {
        binary: onPath("firefox-esr", "firefox"),
        args: ["-headless"],
        prefs: { "datareporting.policy.dataSubmissionEnabled": false, "network.captive-portal-service.enabled": false },
      },
    }),
  },
  webkit: {
    // It has no headless mode of its own.
    driver: (port) => [onPath("xvfb-run"), "-a", "-s", "-screen 0 1400x1100x24", onPath("WebKitWebDriver"), `--port=${port}`],
    wishes: () => ({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary: onPath(...miniBrowsers), args: ["--automation"] },
    }),
  },
};

export const names = Object.keys(engines);

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const answers = async (url, patience, isAlive) => {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    if (!isAlive()) throw new Error("The driver ended at once.");
    try {
      if ((await fetch(`${url}/status`)).ok) return;
    } catch {
      // Not yet.
    }
    await new Promise((it) => setTimeout(it, 50));
  }
  throw new Error(`No answer from ${url}`);
};

/** A session of an engine: `{ name, driver, quit }`. */
export async function start(name) {
  const engine = engines[name];
  const port = await freePort();
  const [program, ...args] = engine.driver(port);
  // A group of its own, so that what it started ends with it.
  const child = spawn(program, args, { detached: true, stdio: process.env.DRIVER_LOG ? "inherit" : "ignore" });
  let isAlive = true;
  child.once("exit", () => (isAlive = false));
  child.once("error", () => (isAlive = false));
  const end = () => {
    try {
      if (isAlive) process.kill(-child.pid, "SIGTERM");
    } catch {
      // It is gone already.
    }
  };
  process.once("exit", end);
  try {
    const url = `http://127.0.0.1:${port}`;
    await answers(url, 20_000, () => isAlive);
    const wishes = new Capabilities({ pageLoadStrategy: "normal", ...engine.wishes() });
    const driver = await new Builder().usingServer(url).withCapabilities(wishes).disableEnvironmentOverrides().build();
    await driver.manage().setTimeouts({ implicit: 0, pageLoad: 60_000, script: 60_000 });
    const quit = async () => {
      await driver.quit().catch(() => {});
      end();
    };
    return { name, driver, quit };
  } catch (why) {
    end();
    throw new Error(`${name} does not start: ${why.message}`, { cause: why });
  }
}
