import "../../name-consent/words/vi.ts";
import "../../../words/rules-vi.ts";

// Loaded when somebody first touches the form.
export { checkForm } from "../form-rules.ts";
export { ReviewStep } from "./review.tsx";
export { DeclarationStep, EffectStep, InitiativeStep, SubstanceStep } from "./step-sections.tsx";
