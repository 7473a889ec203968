// Before the first paint: language, theme and text size, from the last visit or the browser.
(() => {
  const root = document.documentElement;
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem("rusetti/v1/settings")) || {};
    // Settings are saved in an envelope: {fmt, v, …, data}.
    kept = kept.data || kept;
  } catch {
    // Storage is forbidden or holds something else: the browser's wishes are enough.
  }
  const known = ["en", "fi", "pl"];
  const wanted = [kept.lang, ...(navigator.languages || [navigator.language])];
  root.lang = wanted.map((it) => String(it).slice(0, 2).toLowerCase()).find((it) => known.includes(it)) || "en";
  if (kept.theme === "light" || kept.theme === "dark") root.dataset.theme = kept.theme;
  if (kept.size === "big") root.dataset.size = "big";
  // An address inside the walk: the start page is not shown while the app loads.
  if (location.hash.length > 2) root.dataset.deep = "";
})();
