/** Words of the page that is none. */
export const notFoundVi = {
  "notFound.title": "Không có trang này",
  "notFound.text": "Địa chỉ có thể đã được gõ sai, hoặc trang đã được dời đi.",
  "notFound.home": "Về trang đầu",
} as const;

/** The same in English. */
export const notFoundEn: Record<keyof typeof notFoundVi, string> = {
  "notFound.title": "There is no such page",
  "notFound.text": "The address may have been mistyped, or the page has moved.",
  "notFound.home": "To the first page",
};
