import type { notFoundVi } from "./vi.ts";

export const notFoundEn: Record<keyof typeof notFoundVi, string> = {
  "notFound.title": "There is no such page",
  "notFound.text": "The address may have been mistyped, or the page has moved.",
  "notFound.home": "To the first page",
};
