import { addWords } from "../../language.tsx";
import { followVi } from "./text-vi.ts";

/** The Vietnamese words of what an author and a co-author do with a dossier. */
addWords(followVi);
