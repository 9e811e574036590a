/** The page of staff and of co-authors: it shows what is for one person. */
export const personPage = "/app.html";

/** The built page behind each address, said here alone: for the edge (infra/edge-functions.ts) and the local server. The first that fits counts. */
const builtPages: readonly (readonly [pattern: string, file: string])[] = [
  ["^/$", "/index.html"],
  ["^/gui(/|$)", "/gui/index.html"],
  ["^/tra-cuu/?$", "/tra-cuu/index.html"],
  ["^/(tra-cuu/dong-tac-gia/?$|quan-tri(/|$))", personPage],
];

/** The page for every other address, which goes out with the status 404. */
export const missingPage = "/not-found.html";

/** What our files end in. A path that ends otherwise is one of a page, also where a full stop is in it. */
const fileEnding = "\\.(html|js|css|json|webmanifest|txt|xml|svg|png|jpg|webp|avif|ico|woff2|map)$";

/** Whether a path names a file and no page. */
export const namesFile = (path: string): boolean => new RegExp(fileEnding).test(path);

/** The file of the page at a path; `missingPage` where no page is. */
export function pageAt(path: string): string {
  return builtPages.find(([pattern]) => new RegExp(pattern).test(path))?.[1] ?? missingPage;
}

/** The same as the source of a function, for a runtime that cannot import. */
export const pageAtSource = `function namesFile(path) {
  return new RegExp(${JSON.stringify(fileEnding)}).test(path);
}
function pageAt(path) {
  var pages = ${JSON.stringify(builtPages)};
  for (var i = 0; i < pages.length; i++) if (new RegExp(pages[i][0]).test(path)) return pages[i][1];
  return ${JSON.stringify(missingPage)};
}`;
