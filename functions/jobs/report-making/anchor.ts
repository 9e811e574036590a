/** The name of a place in the document: of a figure's row, a source's entry, an initiative's title. */
export function anchorOf(kind: "figure" | "document" | "initiative", id: string): string {
  const prefix = { figure: "so-lieu", document: "nguon", initiative: "sang-kien" }[kind];
  return `${prefix}-${id.replace(/[^A-Za-z0-9]+/g, "-")}`;
}
