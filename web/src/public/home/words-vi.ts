import { addWords } from "../../language.tsx";
import { homeVi } from "./text-vi.ts";

/** The Vietnamese words of the home page, fetched with it. */
addWords(homeVi);
