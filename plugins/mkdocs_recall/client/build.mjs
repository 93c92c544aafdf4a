// node build.mjs [OUTDIR]: what ships, from the sources beside this file: minified, each with its source map. The
// scripts of offline/ have none: a site has them only with an option of its own.
//
// The script comes in parts, one for each file of parts/ and parts/later/, whose style is what css/parts/ lists and
// css/.../KIND.css of each of its kinds. A part imports the parts that it needs. Each module is in exactly one part: in
// the first that imports it, for all those that need that part. A page loads a part by a classic script, since a page
// from disk can load no module, so what parts have in common passes through `globalThis.recallParts`. Each part runs
// once, however often a page loads it, and only beside parts of its own build. parts.json says what Python has to know:
// see assets/__init__.py.
//
// No page waits for the later stylesheet of a part: it has css/pressed/, what is seen once a reader has pressed
// something, and what is for paper and forced colours.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { build, transform } from "esbuild";

const CLIENT = fileURLToPath(new URL(".", import.meta.url));
const ASSETS = join(CLIENT, "../assets");
const OUTDIR = resolve(process.argv[2] ?? ASSETS);
const BANNER = '/* by "npm run bundle" */';
/** The words, without those that are only in the HTML. */
const CATALOGUE = Object.fromEntries(
  Object.entries(JSON.parse(textOf("../ui/en.json"))).filter(([key]) => !key.startsWith("page.")),
);
/** Every other part needs it. */
const CORE = "core";
/** Parts that come after the page, or once they are of use. */
const LATER = readdirSync(join(CLIENT, "parts/later")).map((file) => basename(file, ".js"));

/** @type {import("esbuild").BuildOptions} */
const OPTIONS = { absWorkingDir: CLIENT, bundle: true, charset: "utf8", minify: true, target: "es2022", write: false };

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string[]} needs names of the parts that it needs, before any that needs them
 * @property {string[]} kinds of the blocks that it brings to life
 * @property {string[]} words keys of the words that it has and no part that it needs
 * @property {boolean} style whether it has a stylesheet
 * @property {boolean} later whether it has a later one
 */

/** @param {string} path in the client */
function textOf(path) {
  return readFileSync(join(CLIENT, path), "utf8");
}

/** @param {string} name of a part */
function fileOf(name) {
  return LATER.includes(name) ? `parts/later/${name}.js` : `parts/${name}.js`;
}

/** @param {string} name of a part @returns {string[]} the parts that it imports, and those that they need */
function findNeeds(name) {
  const imports = textOf(fileOf(name)).matchAll(/^import "\.{1,2}\/(?:later\/)?(\w+)\.js";$/gm);
  const direct = [...imports].map(([, need = ""]) => need);
  return [...new Set(direct.flatMap((need) => [...findNeeds(need), need]))];
}

/** @param {string} name of a part */
function findKinds(name) {
  const [, table = ""] = /\baddPart\(\s*\{([^}]*)\}/.exec(textOf(fileOf(name))) ?? [];
  return [...table.matchAll(/(\w+):/g)].map(([, kind = ""]) => kind);
}

/** @param {string} name of a part @param {readonly string[]} kinds @returns {string[]} files of its style, in order */
function findStyles(name, kinds) {
  const list = existsSync(join(CLIENT, `css/parts/${name}.css`)) ? textOf(`css/parts/${name}.css`) : "";
  const listed = [...list.matchAll(/^@import "\.\.\/(.+)";$/gm)].map(([, path = ""]) => path);
  const folders = readdirSync(join(CLIENT, "css")).filter((folder) => folder !== "parts");
  const own = kinds.flatMap((kind) => folders.map((folder) => `${folder}/${kind}.css`));
  return [...listed, ...own.filter((path) => existsSync(join(CLIENT, "css", path)))];
}

/**
 * The words that a module may say: what it has as a text, or as the beginning of one.
 * @param {string} path of the module
 */
function findWords(path) {
  const found = [...textOf(path).matchAll(/"([\w.]+)"|`([\w.]+)(\$\{|`)/g)];
  const whole = new Set(found.map(([, text, start = "", end]) => text ?? (end === "`" ? start : "")));
  const starts = found
    .filter(([, , start, end]) => start?.includes(".") && end === "${")
    .map(([, , start = ""]) => start);
  return Object.keys(CATALOGUE).filter((key) => whole.has(key) || starts.some((start) => key.startsWith(start)));
}

/**
 * A virtual module for each name that a filter takes.
 * @param {RegExp} filter
 * @param {(path: string, importer: string) => string} write
 * @param {"js" | "json"} [loader]
 * @returns {import("esbuild").Plugin}
 */
function virtual(filter, write, loader = "js") {
  const namespace = String(filter);
  return {
    name: namespace,
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter }, ({ path, importer }) => ({ path, namespace, pluginData: importer }));
      onLoad({ filter: /.*/, namespace }, ({ path, pluginData }) => ({
        contents: write(path, pluginData),
        loader,
        resolveDir: CLIENT,
      }));
    },
  };
}

/** Every word, or none, in place of the catalogue. @param {Record<string, unknown>} words */
function catalogue(words) {
  return virtual(/\/ui\/en\.json$/, () => JSON.stringify(words), "json");
}

/** What is for paper and forced colours. */
const SELDOM = /^@media (?:print|\(forced-colors: active\)) \{$[^]*?^\}$/gm;

/** @param {string} path of a stylesheet @returns {boolean} whether a part of it is in a later one */
function hasLater(path) {
  return path.startsWith("pressed/") || textOf(`css/${path}`).search(SELDOM) >= 0;
}

/**
 * Takes from stylesheets what comes later, or all else. Lines stay where they are.
 * @param {boolean} kept whether that is what stays
 * @returns {import("esbuild").Plugin}
 */
function later(kept) {
  const blank = (/** @type {string} */ text) => text.replace(/[^\n]/g, "");
  return {
    name: "later",
    setup: ({ onLoad }) =>
      onLoad({ filter: /\/css\/.*\.css$/ }, ({ path }) => {
        const text = readFileSync(path, "utf8");
        if (path.includes("/css/pressed/")) return { contents: kept ? text : blank(text), loader: "css" };
        const others = kept ? blank : String;
        let [end, contents] = [0, ""];
        for (const { 0: found, index } of text.matchAll(SELDOM)) {
          contents += others(text.slice(end, index)) + (kept ? found : blank(found));
          end = index + found.length;
        }
        return { contents: contents + others(text.slice(end)), loader: "css" };
      }),
  };
}

/** Minifies a stylesheet that a script brings with it as a text. @returns {import("esbuild").Plugin} */
function styleTexts() {
  return {
    name: "style-texts",
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify: true });
        return { contents: code.trim(), loader: "text" };
      }),
  };
}

/** @param {readonly string[]} keys */
function pickWords(keys) {
  return Object.fromEntries(keys.map((key) => [key, CATALOGUE[key]]));
}

/**
 * All parts as modules that import each other. Which module is in which file depends on no word.
 * @param {readonly string[]} names
 * @param {readonly Part[]} known parts with their words
 */
async function buildModules(names, known) {
  const { metafile, outputFiles } = await build({
    ...OPTIONS,
    write: false,
    entryPoints: names.map(fileOf),
    format: "esm",
    splitting: true,
    outdir: ASSETS,
    entryNames: "[name]",
    metafile: true,
    sourcemap: "inline",
    plugins: [
      styleTexts(),
      catalogue(pickWords(known.find(({ name }) => name === CORE)?.words ?? [])),
      virtual(/^words:/, (path) => {
        const name = path.replace("words:", "");
        const words = known.find((part) => part.name === name)?.words ?? [];
        return `import { addWords } from "./ui/say.js"; addWords("${name}", ${JSON.stringify(pickWords(words))});`;
      }),
      {
        name: "words-first",
        setup: ({ onLoad }) =>
          onLoad({ filter: /[\\/]parts[\\/](?:later[\\/])?\w+\.js$/ }, ({ path }) => {
            const name = basename(path, ".js");
            const own = known.some((part) => part.name === name && name !== CORE && part.words.length > 0);
            return { contents: `${own ? `import "words:${name}"; ` : ""}${readFileSync(path, "utf8")}`, loader: "js" };
          }),
      },
    ],
  });
  const outputs = Object.entries(metafile.outputs).map(([path, { inputs, exports }]) => {
    const file = outputFiles.find((each) => basename(each.path) === basename(path));
    const modules = Object.keys(inputs).filter((input) => /^(?:\w+\/)+[\w-]+\.js$/.test(input));
    return { file: basename(path), exports, modules, text: file?.text ?? "" };
  });
  return names.map((name) => {
    const own = outputs.filter(({ modules }) => modules.includes(fileOf(name)));
    const [found] = own;
    if (!found) throw new Error(`no file has ${fileOf(name)}`);
    return { ...found, name, all: outputs };
  });
}

/** @param {Awaited<ReturnType<typeof buildModules>>} made */
function checkModules(made) {
  for (const { file, modules } of made[0]?.all ?? [])
    if (modules.length > 0 && !made.some((part) => part.file === file))
      throw new Error(`Several parts have these modules. Import them in a part that those need: ${modules.join(", ")}`);
}

/**
 * A part as a classic script.
 * @param {Awaited<ReturnType<typeof buildModules>>[number]} part
 * @param {Awaited<ReturnType<typeof buildModules>>} all
 * @param {string} version of the whole script
 */
async function writePart({ name, text, exports }, all, version) {
  const needs = findNeeds(name);
  const names = exports.join(",");
  const run =
    name === CORE
      ? "(p.run=()=>{for(let n;n=Object.keys(p.came).find(n=>!p.here[n]&&p.came[n][0].every(n=>p.here[n]));)" +
        `p.came[n][1]();p.visit?.("${version}")})()`
      : "p.run?.()";
  await write(`${name}.js`, {
    stdin: {
      contents: `import { ${names} } from "part:own"; globalThis.recallParts.here.${name} = { ${names} };`,
      resolveDir: CLIENT,
    },
    // Scripts that instant navigation puts into a page come in any order: a part waits for those that it needs.
    banner: {
      js:
        `${BANNER}\n(p=>{if(p.build!=="${version}")return p.visit?.("${version}");` +
        `p.came.${name}??=[${JSON.stringify(needs)},()=>{`,
    },
    footer: { js: `}];${run}})(globalThis.recallParts??={build:"${version}",here:{},came:{}});` },
    format: "iife",
    plugins: [
      virtual(/^part:own$/, () => text),
      virtual(/^\.\/[\w-]+\.js$/, (path) => {
        const from = all.find(({ file }) => file === basename(path));
        const [, imported = ""] = new RegExp(`import\\{([^}]*)\\}from"\\./${basename(path)}"`).exec(text) ?? [];
        const taken = imported.split(",").map((each) => each.replace(/ as .*/, ""));
        return imported ? `export const { ${taken.join(", ")} } = globalThis.recallParts.here.${from?.name};` : "";
      }),
    ],
  });
}

/**
 * Write a bundle and its source map. The map names the sources as seen from the assets, wherever it is written.
 * @param {string} name
 * @param {import("esbuild").BuildOptions} options
 */
async function write(name, options) {
  const built = await build({
    ...OPTIONS,
    banner: { js: BANNER, css: BANNER },
    outfile: join(ASSETS, name),
    sourcemap: "linked",
    ...options,
  });
  for (const { path, text } of built.outputFiles ?? [])
    await writeFile(join(OUTDIR, basename(path)), path.endsWith(".map") ? nameSources(text) : text);
}

/**
 * A source map that says of what this file wrote itself that it did.
 * @param {string} text
 */
function nameSources(text) {
  const map = JSON.parse(text);
  map.sources = map.sources.map((/** @type {string} */ source) => {
    return source.startsWith("../") ? source : `../client/build.mjs?${basename(source)}`;
  });
  return JSON.stringify(map);
}

const early = readdirSync(join(CLIENT, "parts")).filter((file) => file.endsWith(".js"));
const all = [...early.map((file) => basename(file, ".js")), ...LATER].sort();
const unordered = all.map((name) => ({ name, needs: findNeeds(name) }));
const names = unordered.sort((a, b) => a.needs.length - b.needs.length).map(({ name }) => name);

/** @type {Part[]} */
const parts = [];
const drawn = await buildModules(names, []);
checkModules(drawn);
for (const { name, modules } of drawn) {
  const needs = findNeeds(name);
  const kinds = findKinds(name);
  const had = new Set(parts.filter((part) => needs.includes(part.name)).flatMap((part) => part.words));
  const words = new Set(modules.flatMap(findWords).filter((key) => !had.has(key)));
  const styles = findStyles(name, kinds);
  const style = { style: styles.length > 0, later: styles.some(hasLater) };
  parts.push({ name, needs, kinds, words: Object.keys(CATALOGUE).filter((key) => words.has(key)), ...style });
}

await mkdir(OUTDIR, { recursive: true });
const made = await buildModules(names, parts);
const version = createHash("sha256")
  .update(made.map(({ text }) => text).join(""))
  .digest("hex")
  .slice(0, 8);
for (const part of made) await writePart(part, made, version);
/** @param {string} file @param {Part} part @param {boolean} kept see `later` */
async function writeStyle(file, { name, kinds }, kept) {
  const contents = findStyles(name, kinds)
    .map((path) => `@import "./css/${path}";`)
    .join("\n");
  await write(file, { stdin: { contents, resolveDir: CLIENT, loader: "css" }, plugins: [later(kept)] });
}
for (const part of parts) {
  if (part.style) await writeStyle(`${part.name}.css`, part, false);
  if (part.later) await writeStyle(`${part.name}-later.css`, part, true);
}
await write("hub.js", { entryPoints: ["store/hub-page.js"], format: "iife", plugins: [catalogue({})] });
for (const [name, source] of Object.entries({ "iframe-worker": "from-disk", offline: "page", worker: "worker" }))
  await write(`${name}.js`, { entryPoints: [`offline/${source}.js`], format: "iife", sourcemap: false });
await writeFile(join(OUTDIR, "parts.json"), `${JSON.stringify(parts, null, 2)}\n`);
