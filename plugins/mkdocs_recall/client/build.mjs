// node build.mjs [OUTDIR]: what ships, from the sources beside this file.

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
 * @param {string} entry
 * @param {import("esbuild").BuildOptions} options
 */
async function bundle(entry, options) {
  const built = await build({
    absWorkingDir: CLIENT,
    entryPoints: [entry],
    bundle: true,
    charset: "utf8",
    write: false,
    ...options,
  });
  return BANNER + (built.outputFiles?.[0]?.text ?? "");
}

const script = await bundle("main.js", { format: "iife", target: "es2022" });
const hub = await bundle("store/hub-page.js", { format: "iife", target: "es2022" });
const stylesheet = await bundle("recall.css", {});
await mkdir(OUTDIR, { recursive: true });
await writeFile(join(OUTDIR, "recall.js"), script.replace(TYPES, ""));
await writeFile(join(OUTDIR, "hub.js"), hub.replace(TYPES, ""));
await writeFile(join(OUTDIR, "recall.css"), stylesheet);
