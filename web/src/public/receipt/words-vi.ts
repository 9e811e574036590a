import { addWords } from "../../language.tsx";
import { receiptVi } from "./text-vi.ts";

addWords(receiptVi);
