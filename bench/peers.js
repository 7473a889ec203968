// What others do with the same files, told the separator, the encoding and the columns: rows to customers to tiers.
import { inferSchema, initParser } from "/udsv/dist/uDSV.mjs";

const STYLES = {
  plain: { cell: ",", line: "\n", decimal: ".", encoding: "utf-8" },
  nordic: { cell: ";", line: "\r\n", decimal: ",", encoding: "windows-1252" },
};
const COLUMNS = { customers: { key: 0, name: 1, value: 5, second: 6, orders: 7 }, invoices: { key: 2, name: 3, value: 5, second: 6 } };

/** `1 234,50` in cents. */
function cents(text, decimal) {
  let [value, places, sign] = [0, -1, 1];
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) {
      if (places < 2) value = value * 10 + digit;
      if (places >= 0) places++;
    } else if (text[at] === decimal) places = 0;
    else if (text[at] === "-") sign = -1;
  }
  return sign * value * (places <= 0 ? 100 : places === 1 ? 10 : 1);
}

class Sums {
  constructor(kind, style) {
    [this.columns, this.decimal] = [COLUMNS[kind], STYLES[style].decimal];
    [this.at, this.names, this.values, this.seconds, this.count] = [new Map(), [], [], [], 0];
  }

  add(row) {
    const { key, name, value, second, orders } = this.columns;
    let at = this.at.get(row[key]);
    if (at === undefined) {
      this.at.set(row[key], (at = this.names.length));
      this.names.push(row[name]);
      this.values.push(0);
      this.seconds.push(0);
    }
    this.values[at] += cents(row[value], this.decimal);
    this.seconds[at] += cents(row[second], this.decimal);
    this.count += orders ? Number(row[orders]) : 1;
  }

  end() {
    const { names, values } = this;
    const order = Uint32Array.from(values.keys()).filter((at) => values[at] > 0).sort((a, b) => values[b] - values[a] || a - b);
    const sum = (all) => all.reduce((sum, it) => sum + it, 0);
    const total = sum(Array.from(order, (at) => values[at]));
    const [tiers, tierCents] = [[0, 0, 0], [0, 0, 0]];
    let before = 0;
    for (const at of order) {
      const tier = before < total * 0.8 ? 0 : before < total * 0.95 ? 1 : 2;
      tiers[tier]++;
      tierCents[tier] += values[at];
      before += values[at];
    }
    return { customers: names.length, tiers, tierCents, total, total2: sum(this.seconds), count: this.count, order, name: (at) => names[at] };
  }
}

const textOf = async (file, style) => new TextDecoder(STYLES[style].encoding).decode(await file.arrayBuffer());

export default {
  udsv: {
    async run(file, kind, style) {
      const { cell, line } = STYLES[style];
      const text = await textOf(file, style);
      const sums = new Sums(kind, style);
      const schema = inferSchema(text.slice(0, 65_536), { col: cell, row: line, encl: '"', esc: '"' });
      initParser(schema).stringArrs(text, (row) => void sums.add(row));
      return sums.end();
    },
  },
  papaparse: {
    init: () =>
      new Promise((resolve, reject) => {
        const script = Object.assign(document.createElement("script"), { src: "/papaparse/papaparse.min.js", onload: resolve, onerror: reject });
        document.head.append(script);
      }),
    async run(file, kind, style) {
      const { cell, line } = STYLES[style];
      const sums = new Sums(kind, style);
      const rows = globalThis.Papa.parse(await textOf(file, style), { delimiter: cell, newline: line, skipEmptyLines: true }).data;
      rows.slice(1).forEach((row) => sums.add(row));
      return sums.end();
    },
  },
};
