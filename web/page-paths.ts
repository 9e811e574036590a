/** Page for personal data, not prerendered. */
export const personPage = "/app.html";

/** The first match wins. */
const builtPages: readonly (readonly [pattern: string, file: string])[] = [
  ["^/$", "/index.html"],
  ["^/gui(/|$)", "/gui/index.html"],
  ["^/tra-cuu/?$", "/tra-cuu/index.html"],
  ["^/(tra-cuu/dong-tac-gia/?$|quan-tri(/|$))", personPage],
];

export const missingPage = "/not-found.html";

/** Known endings only: a page path may contain a full stop. */
const fileEnding = "\\.(html|js|css|json|webmanifest|txt|xml|svg|png|jpg|webp|avif|ico|woff2|map)$";

export const namesFile = (path: string): boolean => new RegExp(fileEnding).test(path);

export function pageAt(path: string): string {
  return builtPages.find(([pattern]) => new RegExp(pattern).test(path))?.[1] ?? missingPage;
}

/** `pageAt` as source text: CloudFront functions cannot import. */
export const pageAtSource = `function namesFile(path) {
  return new RegExp(${JSON.stringify(fileEnding)}).test(path);
}
function pageAt(path) {
  var pages = ${JSON.stringify(builtPages)};
  for (var i = 0; i < pages.length; i++) if (new RegExp(pages[i][0]).test(path)) return pages[i][1];
  return ${JSON.stringify(missingPage)};
}`;
