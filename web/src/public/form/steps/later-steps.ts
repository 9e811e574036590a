import "../../name-consent/words/vi.ts";
import "../../../words/rules-vi.ts";

export { checkForm } from "../form-rules.ts";
export { readForm } from "../typed-application.ts";
export { GroupFields, OrganisationFields } from "./author-fields.tsx";
export { ReviewStep } from "./review.tsx";
export { DeclarationStep, EffectStep, InitiativeStep, SubstanceStep } from "./step-sections.tsx";
