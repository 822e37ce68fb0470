// Builds app/static/dist: one stylesheet, htmx, our own script, fonts, icons, and manifest.json with their cache-proof names.
//
// Runs offline after `npm ci --ignore-scripts`. Everything in dist can be thrown away and built again.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

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
const OWN_STYLES = ["fonts", "base", "layout", "components", "cases", "matches", "certificate", "progress", "print"];
const FONTS = ["Regular", "Medium", "SemiBold", "Bold", "Italic"];

const manifest = {};

const read = (...parts) => readFileSync(path.join(...parts), "utf8");
const digest = (content) => createHash("sha256").update(content).digest("hex").slice(0, 10);

/** Writes a file under a name that changes with its content, and notes it in the manifest. */
function emit(name, content) {
  const { dir, name: stem, ext } = path.parse(name);
  const hashed = path.posix.join(dir, `${stem}.${digest(content)}${ext}`);
  mkdirSync(path.join(dist, dir), { recursive: true });
  writeFileSync(path.join(dist, hashed), content);
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
  mkdirSync(path.join(dist, "icons"), { recursive: true });
  return css.replace(/url\("data:image\/svg\+xml;charset=utf-8,([^"]+)"\)/g, (_, encoded) => {
    const name = `icons/${digest(encoded)}.svg`;
    writeFileSync(path.join(dist, name), decodeURIComponent(encoded));
    return `url("${name}")`;
  });
}

/** Gives our own pictures in a stylesheet, url("images/…"), the names under which they were written. */
const withPictures = (css) => css.replace(/url\("images\/([^"]+)"\)/g, (_, name) => `url("${manifest[name]}")`);

const withoutComments = (css) => css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\n\s*\n+/g, "\n");

function buildStyles() {
  const parts = DESIGNSYSTEM_PARTS.map((part) => {
    const layer = part === "base" ? "ds.base" : "ds.components";
    return `@layer ${layer} {\n${read(designsystem, `${part}.css`)}\n}`;
  });
  const own = OWN_STYLES.map((name) => read(here, "css", `${name}.css`));
  const order = "@layer ds.theme, ds.base, ds.components, plass.base, plass.layout, plass.components, plass.print;";
  const css = [order, buildTheme(), ...parts, ...own].join("\n");
  emit("plass.css", withoutComments(withPictures(extractDataUrls(css))));
  emit("letter.css", withoutComments(read(here, "css/letter.css")));
}

function copyFonts() {
  // Plain names: WeasyPrint reads the same files, and a font changes only with the pinned version of inter-ui.
  mkdirSync(path.join(dist, "fonts"), { recursive: true });
  for (const weight of FONTS) {
    const name = `fonts/Inter-${weight}.woff2`;
    cpSync(path.join(packages, "inter-ui/web", `Inter-${weight}.woff2`), path.join(dist, name));
    manifest[name] = name;
  }
}

try {
  mkdirSync(dist, { recursive: true });
  copyFonts();
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
