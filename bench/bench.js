// The reader as one thing among others that a benchmark measures: from a File to customers in tiers, in a worker that
// is started as the page starts its reader. `cargo xtask bench` puts this file beside the worker it builds.
//
// The contract: the default export's `product` has
//   init()                    loads what there is to load and warms it up
//   run(file, kind, variant)  reads the file, of which it is told nothing more; answers
//     { customers, tiers: [A, B, C], tierCents: [A, B, C], total, total2, count, gini, order, name(i) }
// with money in whole cents, the second sum as `total2` (margin of customers, cost of invoices), as `count` the orders of
// customers or the rows of invoices, `order` the indices of customers by value, and `name` the name at an index.
//
// Tiers and Gini are what other programs say of the same values, so that answers can be compared: a limit parts equal
// values, and everybody counts in a coefficient that is not corrected. The page's own rules are in docs/definitions.md.

const START = `
const early = [];
onmessage = ({ data }) => {
  onmessage = (it) => early.push(it);
  wasm_bindgen({ module_or_path: data }).then(
    () => early.forEach((it) => onmessage(it)),
    (why) => postMessage(String(why)),
  );
};`;

let worker;

const answer = () =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (typeof data === "string" && data !== "ready" ? reject(new Error(data)) : resolve(data));
    worker.onerror = ({ message }) => reject(new Error(message));
  });

const load = async (name) => {
  const got = await fetch(new URL(name, import.meta.url));
  if (!got.ok) throw new Error(`${name}: ${got.status}`);
  return got;
};

async function init() {
  const [script, wasm] = await Promise.all([
    load("./tiers.js").then((it) => it.text()),
    load("./tiers.wasm").then((it) => it.arrayBuffer()).then((it) => WebAssembly.compile(it)),
  ]);
  worker = new Worker(URL.createObjectURL(new Blob([script, START], { type: "text/javascript" })));
  const ready = answer();
  worker.postMessage(wasm);
  // As the page does in a quiet moment.
  worker.postMessage("warm-up");
  await ready;
}

async function run(file, kind) {
  const done = answer();
  worker.postMessage(file);
  const { figures, gini, order, names, ends } = await done;
  const [customers, a, b, c, aCents, bCents, cCents, total, margin, rows, orders] = figures;
  const text = new TextDecoder();
  const together = ends[0].length;
  const name = (at) => {
    const [place, piece] = [at % together, Math.floor(at / together)];
    return text.decode(names[piece].subarray(place > 0 ? ends[piece][place - 1] : 0, ends[piece][place]));
  };
  return {
    customers,
    tiers: [a, b, c],
    tierCents: [aCents, bCents, cCents],
    total,
    total2: kind === "invoices" ? total - margin : margin,
    count: kind === "invoices" ? rows : orders,
    gini,
    order,
    name,
  };
}

export default { product: { init, run } };
