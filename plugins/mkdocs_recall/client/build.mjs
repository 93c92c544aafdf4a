// node build.mjs [OUTDIR]: what ships, from the sources beside this file: minified, each with its source map.

import { readdirSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const CLIENT = fileURLToPath(new URL(".", import.meta.url));
const ASSETS = join(CLIENT, "../assets");
const OUTDIR = resolve(process.argv[2] ?? ASSETS);
const BANNER = '/* Built from client/ by "npm run bundle": change it there. */';

/**
 * The script gets no words that stand in the HTML alone: their keys begin with `page.`.
 * @type {import("esbuild").Plugin}
 */
const SHIPPED_WORDS = {
  name: "shipped-words",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]ui[\\/]\w+\.json$/ }, ({ path }) => {
      const words = Object.entries(JSON.parse(readFileSync(path, "utf8")));
      const shipped = Object.fromEntries(words.filter(([key]) => !key.startsWith("page.")));
      return { contents: JSON.stringify(shipped), loader: "json" };
    }),
};

/**
 * Write a bundle and its source map. The map names the sources as seen from the assets, wherever it is written.
 * @param {string} name
 * @param {import("esbuild").BuildOptions} options
 */
async function bundle(name, options) {
  const built = await build({
    absWorkingDir: CLIENT,
    bundle: true,
    banner: { js: BANNER, css: BANNER },
    charset: "utf8",
    plugins: [SHIPPED_WORDS],
    minify: true,
    outfile: join(ASSETS, name),
    sourcemap: "linked",
    write: false,
    ...options,
  });
  for (const { path, text } of built.outputFiles ?? []) await writeFile(join(OUTDIR, basename(path)), text);
}

/** The stylesheet's list of files, with each `folder/*.css` as the files of that folder, by name. */
function listStyles() {
  return readFileSync(join(CLIENT, "recall.css"), "utf8").replace(/^@import "(.+)\/\*\.css";$/gm, (_, folder) => {
    const names = readdirSync(join(CLIENT, folder)).filter((name) => name.endsWith(".css"));
    return names
      .sort()
      .map((name) => `@import "${folder}/${name}";`)
      .join("\n");
  });
}

await mkdir(OUTDIR, { recursive: true });
await bundle("recall.js", { entryPoints: ["main.js"], format: "iife", target: "es2022" });
await bundle("hub.js", { entryPoints: ["store/hub-page.js"], format: "iife", target: "es2022" });
await bundle("recall.css", { stdin: { contents: listStyles(), resolveDir: CLIENT, loader: "css" } });
