// Files to measure with, always the same: customers or invoice lines, as a western program writes them (plain: commas, points,
// UTF-8) or a northern one (nordic: semicolons, decimal commas, gaps in thousands, days first, Windows-1252).
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";

const STYLES = {
  plain: { cell: ",", line: "\n", encode: (text) => Buffer.from(text, "utf8") },
  // An en dash is the only sign that Latin 1 and Windows-1252 write differently here.
  nordic: { cell: ";", line: "\r\n", encode: (text) => Buffer.from(text.replaceAll("–", "\u0096"), "latin1") },
};
const PLACES = ["Hämeenlinnan", "Jyväskylän", "Mäkelä", "Järvinen", "Rakennus", "Virtanen", "Korhonen", "Äänekosken", "Seinäjoen", "Oulun"];
const TRADES = ["Sähkö", "Metalli", "Puutarha", "Ravintola", "Huolto", "Pesula", "Kiinteistö", "Maansiirto", "Paperi", "Väri"];
const FORMS = ["Oy", "Oyj", "Ab", "Ky", "Tmi"];
const INDUSTRIES = ["Construction", "Wholesale", "Retail", "Food, beverage", "Metal works", "Logistics", "Hotels, restaurants", "Forestry"];
const REGIONS = ["Uusimaa", "Pirkanmaa", "Varsinais-Suomi", "Keski-Suomi", "Päijät-Häme", "Kainuu", "Lappi"];
const PRODUCTS = Array.from({ length: 200 }, (_, at) => (at % 23 === 7 ? `Putki ${1 + (at % 4)}" musta, ${at} m` : `${TRADES[at % 10]} M${100 + at}`));

/** Chance from a seed (mulberry32). */
const dice = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let it = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  it = (it + Math.imul(it ^ (it >>> 7), 61 | it)) ^ it;
  return ((it ^ (it >>> 14)) >>> 0) / 4294967296;
};

const one = (chance, all) => all[Math.floor(chance() * all.length)];
const pareto = (chance) => (1 - chance()) ** (-1 / 1.16);

function nameOf(chance) {
  const name = `${one(chance, PLACES)} ${one(chance, TRADES)} ${one(chance, FORMS)}`;
  const kind = chance();
  if (kind < 0.1) return `${one(chance, PLACES)}, ${name}`;
  if (kind < 0.12) return `${one(chance, PLACES)}; ${name}`;
  if (kind < 0.15) return name.replace(" ", ` "${one(chance, TRADES)}" `);
  if (kind < 0.16) return `${name}\n${one(chance, PLACES)} toimipiste`;
  return kind < 0.18 ? name.replace(" ", " – ") : name;
}

const amount = (cents, style) => {
  const whole = `${Math.floor(Math.abs(cents) / 100)}`;
  const part = `${Math.abs(cents) % 100}`.padStart(2, "0");
  const sign = cents < 0 ? "-" : "";
  return style === "plain" ? `${sign}${whole}.${part}` : `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, "\u00a0")},${part}`;
};
const day = (number, style) => {
  const date = new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10);
  return style === "plain" ? date : date.split("-").reverse().join(".");
};

function* customers(count) {
  const chance = dice(20 + count);
  yield () => ["id", "name", "business_id", "industry", "region", "revenue", "margin", "orders", "last_order"];
  for (let at = 0; at < count; at++) {
    const revenue = Math.min(4e9, Math.round(50_000 * pareto(chance)));
    const [name, industry, region] = [nameOf(chance), one(chance, INDUSTRIES), one(chance, REGIONS)];
    const [margin, orders, last] = [Math.round(revenue * chance() * 0.4), 1 + Math.floor(chance() * 30), Math.floor(chance() * 900)];
    const id = `${1_000_000 + ((at * 7919) % 8_999_999)}-${at % 10}`;
    yield (style) => [`C${1_000_000 + at}`, name, id, industry, region, amount(revenue, style), amount(margin, style), `${orders}`, day(last, style)];
  }
}

function* invoices(count) {
  const chance = dice(70 + count);
  yield () => ["invoice_no", "date", "customer_id", "customer_name", "product", "amount", "cost"];
  const all = Array.from({ length: count / 20 }, (_, at) => ({ id: `C${100_000 + at}`, name: nameOf(chance), size: Math.sqrt(Math.min(20_000, pareto(chance))) }));
  let [invoice, lines, customer] = [1_000_000, 0, all[0]];
  for (let at = 0; at < count; at++) {
    if (lines === 0) [invoice, lines, customer] = [invoice + 1, 1 + Math.floor(chance() * 4), one(chance, all)];
    lines--;
    const { id, name, size } = customer;
    const sign = chance() < 0.01 ? -1 : 1;
    const sum = sign * Math.max(1, Math.round(6_000 * size * (0.3 + chance())));
    const [no, product, cost, date] = [invoice, one(chance, PRODUCTS), Math.round(sum * (0.55 + 0.35 * chance())), Math.floor((at / count) * 1_050)];
    yield (style) => [`INV-${no}`, day(date, style), id, name, product, amount(sum, style), amount(cost, style)];
  }
}

const KINDS = { customers, invoices };

/** The path of a file of `rows` rows, made if it is not there. */
export function file(folder, kind, style, rows) {
  const path = join(folder, `${kind}-${rows}-${style}.csv`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const { cell, line, encode } = STYLES[style];
  const quoted = (it) => (it.includes(cell) || it.includes('"') || it.includes("\n") ? `"${it.replaceAll('"', '""')}"` : it);
  const to = openSync(`${path}.part`, "w");
  let text = "";
  for (const row of KINDS[kind](rows)) {
    text += row(style).map(quoted).join(cell) + line;
    if (text.length > 1 << 22) [text] = ["", writeSync(to, encode(text))];
  }
  writeSync(to, encode(text));
  closeSync(to);
  renameSync(`${path}.part`, path);
  return path;
}
