import { addWords } from "../../../words/vietnamese.ts";

export const notFoundVi = {
  "notFound.title": "Không có trang này",
  "notFound.text": "Địa chỉ có thể đã được gõ sai, hoặc trang đã được dời đi.",
  "notFound.home": "Về trang đầu",
} as const;

addWords(notFoundVi);
