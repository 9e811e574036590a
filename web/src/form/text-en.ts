import type { formVi } from "./text-vi.ts";

export const formEn: Record<keyof typeof formVi, string> = {};
