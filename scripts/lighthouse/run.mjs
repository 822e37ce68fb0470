// Prints what Lighthouse says of the public pages of a running Plass, as a telephone sees them: `make lighthouse`.
// The middle one of three runs counts: a busy machine spoils one easily.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const PAGES = ["/", "/fremdrift", "/stillinger", "/virksomheter", "/logg-inn"];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const RUNS = 3;
const FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking " +
  "--disable-component-update --disable-sync";

const here = (name) => new URL(name, import.meta.url);
const address = `http://127.0.0.1:${process.env.PORT ?? 8000}`;
const browser = readFileSync(here("../../.venv/.browser"), "utf8").trim();

function scores(page) {
  const run = spawnSync(
    process.execPath,
    [
      here("node_modules/lighthouse/cli/index.js").pathname, address + page, "--quiet", "--output=json",
      "--no-enable-error-reporting", `--only-categories=${CATEGORIES}`, `--chrome-flags=${FLAGS}`,
    ],
    { encoding: "utf8", maxBuffer: 64 << 20, env: { ...process.env, CHROME_PATH: browser } },
  );
  if (run.status !== 0) throw new Error(`Lighthouse cannot read ${address}${page}; does Plass run there?\n${run.stderr}`);
  const { categories } = JSON.parse(run.stdout);
  return CATEGORIES.map((name) => Math.round(categories[name].score * 100));
}

const middle = (numbers) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1];
const row = (cells) => cells.map((cell, index) => (index ? String(cell).padStart(15) : cell.padEnd(15))).join("");

console.log(row(["", ...CATEGORIES]));
for (const page of PAGES) {
  const runs = Array.from({ length: RUNS }, () => scores(page));
  console.log(row([page, ...CATEGORIES.map((_, index) => middle(runs.map((run) => run[index])))]));
}
