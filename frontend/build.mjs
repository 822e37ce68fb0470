// Builds app/static/dist: one stylesheet, htmx, our own script, fonts, icons, and manifest.json with their cache-proof names.
// Beside each text lie its compressed forms, which app/kernel/assets.py sends to those who read them.
//
// Runs offline after `npm ci --ignore-scripts`. Everything in dist can be thrown away and built again.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { Features, transform } from "lightningcss";
import subsetFont from "subset-font";

import { FEATURES, LETTERS } from "./letters.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
// Each run works in a folder of its own, so that two at the same time do not disturb one another.
const work = path.join(here, ".build", String(process.pid));
const dist = path.resolve(here, "../app/static/dist");
const packages = path.join(here, "node_modules");
const designsystem = path.join(packages, "@digdir/designsystemet-css/dist/src");

// The parts of Designsystemet that our templates use (class names that begin with ds-).
const DESIGNSYSTEM_PARTS = [
  "base", "alert", "button", "details", "error-summary", "field", "fieldset", "input", "label", "link", "list",
  "skip-link", "validation-message",
];
// Classes of those parts that no page has; a test says so when one comes to use.
const UNUSED_CLASSES = [
  "ds-card", "ds-checkbox--checked", "ds-floating", "ds-focus", "ds-focus--inset", "ds-focus--middle", "ds-focus--visible",
  "ds-focus--visible--inset", "ds-focus--visible--middle", "ds-icon", "ds-list--unstyled", "ds-print-preserve",
  "ds-readonly-icon", "ds-skiplink",
];
const LAYERS = [
  "ds.theme", "ds.base", "ds.components", "plass.base", "plass.layout", "plass.components", "plass.print",
];
const OWN_STYLES = ["fonts", "base", "layout", "components", "pictures", "cases", "matches", "certificate", "progress", "print"];
// Whole and of one weight each: for letters and certificates, which WeasyPrint sets.
const PRINTED_FONTS = ["Regular", "Medium", "SemiBold", "Bold"];
// The oldest browsers that must do (docs/decisions/0025-light-and-on-old-telephones.md), as Lightning CSS writes versions.
const version = (major, minor = 0) => (major << 16) | (minor << 8);
const OLDEST = { chrome: version(102), ios_saf: version(15, 4) };

const manifest = {};

const read = (...parts) => readFileSync(path.join(...parts), "utf8");
const digest = (content) => createHash("sha256").update(content).digest("hex").slice(0, 10);

/** Writes a file, and of a text its compressed forms; those first, as the manifest may name the file already. */
function write(name, content) {
  const file = path.join(dist, name);
  mkdirSync(path.dirname(file), { recursive: true });
  if (!name.endsWith(".woff2")) { // compressed in itself
    writeFileSync(`${file}.br`, brotliCompressSync(content));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
  writeFileSync(file, content);
}

/** Writes a file under a name that changes with its content, and notes it in the manifest. */
function emit(name, content) {
  const { dir, name: stem, ext } = path.parse(name);
  const hashed = path.posix.join(dir, `${stem}.${digest(content)}${ext}`);
  write(hashed, content);
  manifest[name] = hashed;
  return hashed;
}

function designsystemet(...args) {
  const cli = path.join(packages, "@digdir/designsystemet/dist/bin/designsystemet.js");
  const run = spawnSync(process.execPath, [cli, "tokens", ...args], { cwd: here, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`designsystemet tokens ${args[0]} failed:\n${run.stdout}${run.stderr}`);
}

/** Our theme as CSS, from designsystemet.config.json. */
function buildTheme() {
  const config = path.join(work, "config.json");
  const tokens = path.join(work, "design-tokens");
  mkdirSync(work, { recursive: true });
  writeFileSync(config, JSON.stringify({ ...JSON.parse(read(here, "designsystemet.config.json")), outDir: tokens }));
  designsystemet("create", "--config", config);
  designsystemet("build", "--config", config, "--tokens", tokens, "--out-dir", path.join(work, "theme"));
  return read(work, "theme/plass.css").replace('@charset "UTF-8";', "");
}

/** Moves data: pictures out into files: the content security policy allows pictures from our own address only. */
function extractDataUrls(css) {
  return css.replace(/url\("data:image\/svg\+xml;charset=utf-8,([^"]+)"\)/g, (_, encoded) => {
    const name = `icons/${digest(encoded)}.svg`;
    write(name, decodeURIComponent(encoded));
    return `url("${name}")`;
  });
}

/** Gives what a stylesheet names by a plain name, as url("images/…") does, the name under which it was written. */
const withBuiltNames = (css) =>
  css.replace(/url\("(?:images\/)?([^"]+)"\)/g, (whole, name) => (manifest[name] ? `url("${manifest[name]}")` : whole));

/** Without what a browser need not read, and in words that the oldest understand; light and dark are ours to tell apart. */
const minify = (name, css, more = {}) =>
  transform({
    filename: name, code: Buffer.from(css), minify: true, targets: OLDEST, exclude: Features.LightDark, ...more,
  }).code.toString();

/** Names the layers in order, each by an empty block: a Chromium of 2022 stands still when it comes back to a sheet that has
    media queries and begins with `@layer a, b;`. `make old-engine` would show it. */
const withLayersAsBlocks = (css) =>
  LAYERS.map((name) => `@layer ${name}{}`).join("") + css.replace(/@layer [^{};]+;/g, "");

/** Minified, without the classes that no page has and the custom properties that no rule reads. */
function withoutUnused(css) {
  const unused = new Set(UNUSED_CLASSES);
  for (;;) {
    const before = unused.size;
    const smaller = minify("plass.css", css, { unusedSymbols: [...unused] });
    const readByRules = new Set([...smaller.matchAll(/var\((--[\w-]+)/g)].map((found) => found[1]));
    for (const [, property] of smaller.matchAll(/(--[\w-]+):/g)) if (!readByRules.has(property)) unused.add(property);
    if (unused.size === before) return smaller; // what only such a property read is unused now too: look again
  }
}

function buildStyles() {
  const parts = DESIGNSYSTEM_PARTS.map((part) => {
    const layer = part === "base" ? "ds.base" : "ds.components";
    return `@layer ${layer} {\n${read(designsystem, `${part}.css`)}\n}`;
  });
  const own = OWN_STYLES.map((name) => read(here, "css", `${name}.css`));
  const css = [`@layer ${LAYERS.join(", ")};`, buildTheme(), ...parts, ...own].join("\n");
  emit("plass.css", withLayersAsBlocks(withoutUnused(withBuiltNames(extractDataUrls(css)))));
  emit("letter.css", minify("letter.css", read(here, "css/letter.css")));
}

/** One variable face with the letters that are written here, in the weights that pages use, for reading sizes. */
async function buildFont() {
  const whole = readFileSync(path.join(packages, "inter-ui/variable/InterVariable.woff2"));
  const variationAxes = { opsz: 14, wght: { min: 400, max: 700 } };
  emit("fonts/Inter.woff2", await subsetFont(whole, LETTERS, { targetFormat: "woff2", keepFeatures: FEATURES, variationAxes }));
}

function copyPrintedFonts() {
  // Plain names: WeasyPrint reads them, and they change only with the pinned version of inter-ui.
  mkdirSync(path.join(dist, "fonts"), { recursive: true });
  for (const weight of PRINTED_FONTS) {
    const name = `fonts/Inter-${weight}.woff2`;
    cpSync(path.join(packages, "inter-ui/web", `Inter-${weight}.woff2`), path.join(dist, name));
    manifest[name] = name;
  }
}

try {
  copyPrintedFonts();
  await buildFont();
  for (const name of readdirSync(path.join(here, "images"))) emit(name, readFileSync(path.join(here, "images", name)));
  buildStyles();
  emit("plass.js", read(here, "js/plass.js"));
  emit("htmx.min.js", readFileSync(path.join(packages, "htmx.org/dist/htmx.min.js")));
  // Last and at one stroke: a running server finds either the old names or the new, and the files of both.
  writeFileSync(path.join(work, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  renameSync(path.join(work, "manifest.json"), path.join(dist, "manifest.json"));
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(`Built ${Object.keys(manifest).length} files into app/static/dist`);
