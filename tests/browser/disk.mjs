// Files on disk for a test to choose.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * The path of a file of this name with this in it: bytes, text, or anything else as JSON. Each has a folder of
 * its own: a browser refuses a file that changes after it was chosen.
 */
export function fileWith(name, content) {
  const path = join(mkdtempSync(join(tmpdir(), "rusetti-")), name);
  writeFileSync(path, typeof content === "string" || ArrayBuffer.isView(content) ? content : JSON.stringify(content));
  return path;
}
