import { useText } from "../language.tsx";
import "../text/rules-vi.ts";
import type { Refusal } from "./drafts.ts";
import "./rare-words-vi.ts";

/** Why what had waited for a network was refused. */
export function RefusalNotice(props: { refusal: Refusal }) {
  const { t, find } = useText();
  return (
    <section class="faults" role="alert">
      <h2>{t("form.waiting.refused")}</h2>
      <p>{find(`problem.${props.refusal.code}`) ?? t("problem.internal")}</p>
    </section>
  );
}
