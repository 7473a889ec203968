// Runs every *.test.mjs beside it: node run.mjs [--engine=chromium,firefox] [--spec=part of a name]
import { readdirSync } from "node:fs";
import { register } from "./harness.mjs";

const option = (name) => process.argv.find((it) => it.startsWith(`--${name}=`))?.slice(name.length + 3);
const here = new URL(".", import.meta.url);
for (const file of readdirSync(here).filter((it) => it.endsWith(".test.mjs")).sort()) await import(new URL(file, here));
register({ engines: option("engine")?.split(","), part: option("spec") });
