import "../../name-consent/words/vi.ts";
import "../../../words/rules-vi.ts";

export { checkForm } from "../form-rules.ts";
export { ReviewStep } from "./review.tsx";
export { DeclarationStep, EffectStep, InitiativeStep, SubstanceStep } from "./step-sections.tsx";
