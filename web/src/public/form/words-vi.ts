import { addWords } from "../../language.tsx";
import { formVi } from "./text-vi.ts";

/** The form's own Vietnamese words, fetched with it. */
addWords(formVi);
