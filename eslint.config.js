import js from "@eslint/js";
import globals from "globals";

export default [
  {
    ignores: [
      "plugins/mkdocs_recall/assets/",
      "site/",
      "dist/",
      ".venv/",
      ".venv-course/",
      ".venv-ecosystem/",
      ".venv-bench/",
      "build/",
    ],
  },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2025, sourceType: "module" },
    rules: {
      "array-callback-return": "error",
      eqeqeq: "error",
      "no-constructor-return": "error",
      "no-else-return": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-promise-executor-return": "off",
      "no-self-compare": "error",
      "no-template-curly-in-string": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "none" }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
    },
  },
  { files: ["plugins/mkdocs_recall/client/**/*.js"], languageOptions: { globals: globals.browser } },
  {
    files: ["**/*.mjs", "tests/**/*.js", "eslint.config.js"],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  {
    files: ["docs/**/*.js", "overrides/**/*.js"],
    languageOptions: { sourceType: "script", globals: globals.browser },
  },
];
