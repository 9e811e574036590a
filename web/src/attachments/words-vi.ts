import { addWords } from "../language.tsx";
import { attachmentsVi } from "./text-vi.ts";

/** The Vietnamese words of attachments, fetched with them. */
addWords(attachmentsVi);
