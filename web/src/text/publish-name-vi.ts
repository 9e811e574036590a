import { addWords } from "../language.tsx";
import { publishNameVi } from "./publish-name-text.ts";

addWords(publishNameVi);
