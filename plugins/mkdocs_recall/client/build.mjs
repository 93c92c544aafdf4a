// node build.mjs [OUTDIR]: what ships, from the sources beside this file.

import { readdirSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const CLIENT = fileURLToPath(new URL(".", import.meta.url));
const OUTDIR = resolve(process.argv[2] ?? join(CLIENT, "../assets"));
const BANNER = '/* Built from client/ by "npm run bundle": change it there. */\n';

/** Types are for the sources. esbuild drops comments between statements, but not these. */
const TYPES = /^ *\/\*\*[\s\S]*?\*\/\n|\/\* @__PURE__ \*\/ /gm;

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
 * @param {import("esbuild").BuildOptions} options
 */
async function bundle(options) {
  const built = await build({
    absWorkingDir: CLIENT,
    bundle: true,
    charset: "utf8",
    plugins: [SHIPPED_WORDS],
    write: false,
    ...options,
  });
  return BANNER + (built.outputFiles?.[0]?.text ?? "");
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

const script = await bundle({ entryPoints: ["main.js"], format: "iife", target: "es2022" });
const hub = await bundle({ entryPoints: ["store/hub-page.js"], format: "iife", target: "es2022" });
const stylesheet = await bundle({ stdin: { contents: listStyles(), resolveDir: CLIENT, loader: "css" } });
await mkdir(OUTDIR, { recursive: true });
await writeFile(join(OUTDIR, "recall.js"), script.replace(TYPES, ""));
await writeFile(join(OUTDIR, "hub.js"), hub.replace(TYPES, ""));
await writeFile(join(OUTDIR, "recall.css"), stylesheet);
