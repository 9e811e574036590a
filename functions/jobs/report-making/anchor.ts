export function anchorOf(kind: "figure" | "document" | "initiative", id: string): string {
  const prefix = { figure: "so-lieu", document: "nguon", initiative: "sang-kien" }[kind];
  return `${prefix}-${id.replace(/[^A-Za-z0-9]+/g, "-")}`;
}
