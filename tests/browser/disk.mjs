// Files on disk for a test to choose.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "rusetti-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/**
 * The path of a file of this name with this in it: bytes, text, or anything else as JSON. Each has a folder of
 * its own: a browser refuses a file that changes after it was chosen.
 */
export function fileWith(name, content) {
  const path = join(mkdtempSync(join(folder, "file-")), name);
  writeFileSync(path, typeof content === "string" || ArrayBuffer.isView(content) ? content : JSON.stringify(content));
  return path;
}
