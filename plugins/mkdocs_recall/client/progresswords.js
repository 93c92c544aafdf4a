// Every English word of the progress page.

/** Why a file was refused. */
export const IMPORT_ERRORS = Object.freeze({
  size: "Nothing was imported: the file is larger than 5 MB.",
  depth: "Nothing was imported: the file is nested too deep to be an export of progress.",
  format: "Nothing was imported: the file is not an export of progress.",
  newer: "Nothing was imported: the file was made by a newer version of this site.",
  unreadable: "Nothing was imported: the file could not be read.",
  /** @param {string} site */
  site: (site) => `Nothing was imported: the file belongs to another site, “${short(site)}”.`,
  /** @param {string} name of an item or a test */
  record: (name) => `Nothing was imported: what the file says of “${short(name)}” cannot be right.`,
});

/** @param {string} text from anywhere */
function short(text) {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
