// Every word that the script says is in the catalogue, with the values it asks for, and none is written anywhere else.
// What Python says is checked in tests/repo/test_words.py.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { Linter } from "eslint";

import en from "../../plugins/mkdocs_recall/ui/en.json" with { type: "json" };

/**
 * @typedef {{type: string, value?: unknown, name?: string, [key: string]: unknown}} AnyNode of ESLint's tree
 * @typedef {{place: string, keys: string[], values: string[]}} Said
 * @typedef {{place: string, text: string}} Written
 */

const CLIENT = fileURLToPath(new URL("../../plugins/mkdocs_recall/client", import.meta.url));
const FILES = readdirSync(CLIENT, { recursive: true })
  .map(String)
  .filter((path) => path.endsWith(".js"));
const SOURCES = FILES.filter((path) => !/^ui[\\/]/.test(path));

/** @type {Record<string, string | Record<string, string>>} */
const CATALOGUE = en;
/** The rest is in the HTML alone, or says something about the language. */
const SHIPPED = Object.keys(CATALOGUE).filter((key) => !key.startsWith("page.") && key !== "lang");

/** Two words in a row, or a word with a capital. */
const SENTENCE = /\b[A-Z]?[a-z]{2,},? [a-z]{2,}\b|(?<![\w.<#-])[A-Z][a-z]{2,}/;
/** Names of classes and attributes, selectors and media queries are words in a row, too. */
const NAMES = /^(?:[a-z]+-[a-z-]*,? ?)+$|[[\]>#:.]\S|^\(/;
/** Texts that are for no reader, and why. */
const NOT_FOR_READERS = new Map([
  ["Enter", "a key of the keyboard"],
  ["Escape", "a key of the keyboard"],
  ["QuotaExceededError", "the name of an error"],
  ["no data in ", "an error for the console"],
  ["no question ", "an error for the console"],
  ["no manifest", "an error for the console"],
  ["no part ", "an error for the console"],
  ["no script ", "an error for the console"],
  ["no list", "an error for the console"],
  ["another version", "an error for the console"],
  [", a, button, summary", "the end of a selector"],
  ["Help", "the end of a key"],
  ["Out", "the end of a key"],
]);

/** Functions that take a text for readers, and which of their arguments it is. */
const SINKS = new Map([
  ["element", 2],
  ["button", 1],
  ["verdictPanel", 1],
  ["words", 3],
]);

/** @param {AnyNode | undefined} node @returns {AnyNode[]} the nodes that it can come down to */
function choices(node) {
  if (node?.type !== "ConditionalExpression") return node ? [node] : [];
  return [...choices(/** @type {AnyNode} */ (node.consequent)), ...choices(/** @type {AnyNode} */ (node.alternate))];
}

/**
 * The keys that an argument can be. TypeScript checks that a template gives nothing but keys; of those that fit it,
 * the ones are meant that have the values which are given.
 * @param {AnyNode} node
 * @param {string[]} values
 * @returns {string[]}
 */
function keysOf(node, values) {
  if (node.type === "Literal") return [String(node.value)];
  if (node.type !== "TemplateLiteral") return [];
  const quasis = /** @type {{value: {cooked: string}}[]} */ (node.quasis);
  const pattern = new RegExp(`^${quasis.map(({ value }) => value.cooked.replaceAll(".", "\\.")).join("\\w*")}$`);
  return SHIPPED.filter((key) => pattern.test(key) && placeholders(key).join() === values.join());
}

/** @param {string} key */
function placeholders(key) {
  const text = CATALOGUE[key] ?? "";
  const forms = typeof text === "string" ? [text] : Object.values(text);
  const names = forms.flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name));
  return [...new Set([...names, ...(typeof text === "string" ? [] : ["n"])])].sort();
}

/** @param {AnyNode | undefined} node @returns {string} what is written in it, without its values */
function textOf(node) {
  const quasis = /** @type {{value: {cooked: string}}[]} */ (node?.quasis ?? []);
  return node?.type === "Literal" ? String(node.value) : quasis.map(({ value }) => value.cooked).join();
}

/**
 * What a file says, what it writes, and what of that goes to the page.
 * @param {string} path for messages
 * @param {string} source
 */
function read(path, source) {
  /** @type {{said: Said[], texts: Written[], sunk: Written[]}} */
  const found = { said: [], texts: [], sunk: [] };
  /** @param {AnyNode} node */
  const place = (node) => `${path}:${/** @type {{start: {line: number}}} */ (node.loc).start.line}`;
  /** @param {AnyNode | undefined} written */
  const sink = (written) =>
    found.sunk.push(...choices(written).map((node) => ({ place: place(node), text: textOf(node) })));
  /** @param {AnyNode} node */
  const hear = (node) => {
    const [key, values] = /** @type {AnyNode[]} */ (node.arguments);
    const properties = /** @type {{key?: {name: string}}[]} */ (values?.properties ?? []);
    const names = properties.map((each) => each.key?.name ?? "...");
    const given = [...names, ...(values && values.type !== "ObjectExpression" ? ["..."] : [])].sort();
    found.said.push({ place: place(node), keys: choices(key).flatMap((each) => keysOf(each, given)), values: given });
  };
  const visitor = {
    /** @param {{callee: AnyNode & {property?: AnyNode}, arguments: AnyNode[]} & AnyNode} node */
    CallExpression(node) {
      const [name, method] = [node.callee.name ?? "", node.callee.property?.name ?? ""];
      const [first, second] = node.arguments;
      if (/^say(Parts)?$/.test(name)) hear(node);
      if (SINKS.has(name)) sink(node.arguments[SINKS.get(name) ?? 0]);
      if (method === "setAttribute" && /^aria-(label|description)$|^title$/.test(String(first?.value))) sink(second);
      if (/^(append|prepend|replaceChildren|before|after)$/.test(method)) node.arguments.forEach(sink);
    },
    /** @param {{key: AnyNode, value: AnyNode} & AnyNode} node */
    Property: (node) => node.key.value === "aria-label" && sink(node.value),
    /** @param {{left: AnyNode & {property?: AnyNode}, right: AnyNode} & AnyNode} node */
    AssignmentExpression: (node) =>
      /^(textContent|innerText|title|data|ariaLabel)$/.test(node.left.property?.name ?? "") && sink(node.right),
    /** @param {AnyNode} node */
    Literal: (node) => typeof node.value === "string" && found.texts.push({ place: place(node), text: node.value }),
    /** @param {AnyNode} node */
    TemplateElement: (node) =>
      found.texts.push({ place: place(node), text: /** @type {{cooked: string}} */ (node.value).cooked }),
  };
  const plugin = { rules: { read: { create: () => visitor } } };
  const messages = new Linter().verify(source, {
    languageOptions: { ecmaVersion: 2025, sourceType: "module" },
    plugins: { own: /** @type {never} */ (plugin) },
    rules: { "own/read": "error" },
  });
  assert.deepEqual(messages, [], path);
  return found;
}

/** @param {Written} written */
function isSentence({ text }) {
  return SENTENCE.test(text) && !NAMES.test(text) && !NOT_FOR_READERS.has(text);
}

/** @param {Written} written */
function isWord({ text }) {
  return /\p{Letter}/u.test(text);
}

const FOUND = SOURCES.map((path) => read(path, readFileSync(join(CLIENT, path), "utf8")));
const SAID = FOUND.flatMap(({ said }) => said);

test("the script says what the catalogue has, with the values that it asks for", () => {
  assert.ok(SAID.length > 100);
  const unknown = SAID.filter(({ keys }) => keys.length === 0 || keys.some((key) => !SHIPPED.includes(key)));
  assert.deepEqual(unknown, []);
  const wrong = SAID.flatMap(({ place, keys, values }) =>
    keys
      .filter((key) => placeholders(key).join() !== values.join())
      .map((key) => `${place}: ${key} has ${placeholders(key).join()}, not ${values.join()}`),
  );
  assert.deepEqual(wrong, []);
});

test("the script says all that it is shipped with", () => {
  const used = new Set(SAID.flatMap(({ keys }) => keys));
  assert.deepEqual(
    SHIPPED.filter((key) => key !== "sentences" && !used.has(key)),
    [],
  );
});

test("no sentence is written in the code, and no word goes to the page past the catalogue", () => {
  assert.deepEqual(
    FOUND.flatMap(({ texts }) => texts.filter(isSentence)),
    [],
  );
  assert.deepEqual(
    FOUND.flatMap(({ sunk }) => sunk.filter(isWord)),
    [],
  );
});

test("what is past the catalogue, or not in it, is found", () => {
  const { said, texts, sunk } = read(
    "page.js",
    `element("p", "recall-note", \`\${n} times\`);
     box.textContent = right ? "yes" : say("mcq.rigth");
     box.append(" ", "more");
     say("mcq.stray", { number });
     say("mcq.found", values);
     throw new Error("Not for you");`,
  );
  assert.deepEqual(
    sunk.filter(isWord).map(({ place }) => place),
    ["page.js:1", "page.js:2", "page.js:3"],
  );
  assert.deepEqual(
    texts.filter(isSentence).map(({ text }) => text),
    ["Not for you"],
  );
  assert.deepEqual(
    said.map(({ keys, values }) => [keys[0], values.join(), SHIPPED.includes(keys[0] ?? "")]),
    [
      ["mcq.rigth", "", false],
      ["mcq.stray", "number", true],
      ["mcq.found", "...", true],
    ],
  );
});
