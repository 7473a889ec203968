// What the page saves to the user's disk, looked at instead.

/** From here on, files the page saves are kept for `saved` instead of the disk. */
export const keepDownloads = (page) =>
  page.js(() => {
    const kept = [];
    window.kept = kept;
    // Workers are made from blobs too: only what a link saves is a download.
    const blobs = new Map();
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      const url = make.call(URL, blob);
      blobs.set(url, blob);
      return url;
    };
    HTMLAnchorElement.prototype.click = function () {
      kept.push({ name: this.download, blob: blobs.get(this.href) });
    };
  });

/** The last file the page saved: its name, type and bytes. */
export async function saved(page) {
  await page.waitFor(() => page.js(() => window.kept.at(-1)?.name), "a file to be saved");
  const { bytes, ...rest } = await page.js(async () => {
    const { name, blob } = window.kept.at(-1);
    return { name, type: blob.type, bytes: [...new Uint8Array(await blob.arrayBuffer())] };
  });
  return { ...rest, bytes: Buffer.from(bytes), text: Buffer.from(bytes).toString() };
}
