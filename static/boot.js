// Starts the app, then fetches the reader: every request that the page makes is in index.html or here.
const root = document.documentElement;
const names = document.getElementById("boot").dataset;
const address = (name) => new URL(name, document.baseURI).href;

const load = async (name) => {
  const answer = await fetch(address(name));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
};

// Compiled as it arrives, or at the end where a host calls WebAssembly something else.
const compiled = async (name) => {
  const answer = await load(name);
  const whole = answer.clone();
  return WebAssembly.compileStreaming(answer).catch(async () => WebAssembly.compile(await whole.arrayBuffer()));
};

// The reader's two parts, fetched and compiled once and kept: a new reader is made without a request.
let parts;
let quietReached;
globalThis.rusettiQuiet = new Promise((resolve) => (quietReached = resolve));
const readerParts = () => {
  parts ??= Promise.all([load(names.readerJs).then((it) => it.text()), compiled(names.readerWasm)]);
  parts.then(() => (root.dataset.reader = "ready"), () => (parts = undefined));
  return parts;
};
globalThis.rusettiReader = readerParts;

// The part of the app behind the start page, which the app asks for once it has started.
globalThis.rusettiWalk = () => compiled(names.walk);

const show = (trouble) => {
  const box = document.getElementById("trouble");
  if (!box) return;
  for (const it of box.querySelectorAll("[data-trouble]")) it.hidden = it.dataset.trouble !== trouble;
  box.hidden = false;
};
globalThis.rusettiTrouble = show;

// The static masthead's languages work at once; the app brings its own.
for (const link of document.querySelectorAll("#static-mast [data-lang]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    root.lang = link.dataset.lang;
  });
}
for (const link of document.querySelectorAll("[data-reload]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    location.reload();
  });
}

// A panic draws its own screen. Whatever else ends the app (no memory, no stack) leaves the page dead
// and silent, so it is said here; what was saved stays where it is.
addEventListener("error", ({ error }) => {
  if (error?.name !== "RuntimeError" || document.querySelector(".crash")) return;
  document.getElementById("app")?.remove();
  for (const it of document.querySelectorAll("[data-start]")) it.hidden = true;
  // What is left is the page.
  const main = document.createElement("main");
  document.body.append(main);
  main.append(document.getElementById("trouble"));
  show("broke");
});

// What the reader is compiled to: a function of one instruction that looks at sixteen bytes at once.
const SIMD = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11);

if (typeof WebAssembly !== "object" || !WebAssembly.validate(SIMD)) {
  show("old");
} else {
  try {
    // Both at once; not as a preload in the head, which WebKit would fetch a second time.
    const wasm = load(names.wasm);
    wasm.catch(() => {});
    const { default: start } = await import(address(names.js));
    await start({ module_or_path: wasm });
    // After the first paint and the app, in a quiet moment; a file that is chosen sooner asks sooner.
    const quiet = globalThis.requestIdleCallback ?? ((it) => setTimeout(it, 200));
    quiet(() => readerParts().then(quietReached, () => {}), { timeout: 2000 });
  } catch (why) {
    console.error(why);
    delete root.dataset.deep;
    show("load");
  }
}
