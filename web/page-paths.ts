/** Shows personal data. */
export const personPage = "/app.html";

/** The built page for each address, at the edge and on the local server. The first match counts. */
const builtPages: readonly (readonly [pattern: string, file: string])[] = [
  ["^/$", "/index.html"],
  ["^/gui(/|$)", "/gui/index.html"],
  ["^/tra-cuu/?$", "/tra-cuu/index.html"],
  ["^/(tra-cuu/dong-tac-gia/?$|quan-tri(/|$))", personPage],
];

export const missingPage = "/not-found.html";

/** A page's path may contain a full stop too. */
const fileEnding = "\\.(html|js|css|json|webmanifest|txt|xml|svg|png|jpg|webp|avif|ico|woff2|map)$";

export const namesFile = (path: string): boolean => new RegExp(fileEnding).test(path);

export function pageAt(path: string): string {
  return builtPages.find(([pattern]) => new RegExp(pattern).test(path))?.[1] ?? missingPage;
}

/** As source text, for CloudFront functions, which cannot import. */
export const pageAtSource = `function namesFile(path) {
  return new RegExp(${JSON.stringify(fileEnding)}).test(path);
}
function pageAt(path) {
  var pages = ${JSON.stringify(builtPages)};
  for (var i = 0; i < pages.length; i++) if (new RegExp(pages[i][0]).test(path)) return pages[i][1];
  return ${JSON.stringify(missingPage)};
}`;
