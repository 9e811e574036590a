import { addWords } from "../../language.tsx";
import { rareVi } from "./rare-text-vi.ts";

/** The Vietnamese words of the form's rarer parts. */
addWords(rareVi);
