// Which file of the site an address shows, and what a file needs beside it. The worker knows files by their paths.

/** @typedef {Readonly<Record<string, string>>} SiteFiles hash of each file's content, by its path */

const LOADS = [
  /<link\b[^>]*?\shref=["']?([^"'\s>]+)/gi,
  /\s(?:src|poster)=["']?([^"'\s>]+)/gi,
  /\burl\(\s*["']?([^"')\s]+)/gi,
  /@import\s+["']([^"']+)/gi,
];

/**
 * @param {string} address
 * @param {string} root of the site, ending with a slash
 * @param {SiteFiles} files
 * @returns {string} its path, or nothing for what is no file of this site
 */
export function findFile(address, root, files) {
  const { origin, pathname } = new URL(address);
  const { origin: ownOrigin, pathname: folder } = new URL(root);
  if (origin !== ownOrigin || !pathname.startsWith(folder)) return "";
  const path = decodePath(pathname.slice(folder.length));
  const names =
    path === "" || path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`, `${path}/index.html`];
  return names.find((name) => Object.hasOwn(files, name)) ?? "";
}

/** @param {string} path */
function decodePath(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return "?";
  }
}

/**
 * The address under which a file is fetched and kept. The page of a folder has that of the folder.
 * @param {string} file
 * @param {string} root
 */
export function addressOf(file, root) {
  const path = file.replace(/(^|\/)index\.html$/, "$1");
  return root + path.split("/").map(encodeURIComponent).join("/");
}

/** @param {string} file */
export function isPage(file) {
  return /\.html?$/.test(file);
}

/**
 * Whether a file has a hash of its content in its name, so that its address never shows anything else.
 * @param {string} file
 */
export function isHashed(file) {
  return /\.[\da-f]{8,}\.(?:[\w-]+\.)?\w+$/.test(file);
}

/**
 * Files beside one of our scripts that it loads itself once they are of use.
 * @param {string} text of a page
 */
function findParts(text) {
  const scripts = [...text.matchAll(/<script\b[^>]*?\sdata-recall-more=(["'])(.*?)\1[^>]*>/gi)];
  return scripts.flatMap(([tag, , names = ""]) => {
    const [, source = ""] = /\ssrc=["']?([^"'\s>]+)/i.exec(tag) ?? [];
    const found = names.split(" ").filter(Boolean);
    return found.map((name) => source.replace(/[^/]*$/, name));
  });
}

/**
 * What a page or a stylesheet loads, as far as its text names it.
 * @param {string} text
 * @param {string} address of it
 */
export function findLoaded(text, address) {
  const named = LOADS.flatMap((pattern) => [...text.matchAll(pattern)].map(([, link = ""]) => link));
  const links = [...named, ...findParts(text)];
  return [...new Set(links)].filter((link) => URL.canParse(link, address)).map((link) => new URL(link, address).href);
}
