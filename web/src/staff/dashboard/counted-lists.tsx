import { type JSX, Show } from "solid-js";
import type { RecipientKind } from "#core/commendation/forms.ts";
import type { DossierCount } from "#core/initiatives/dossier-count.ts";
import type { FiguresView } from "../../../../functions/api/figures/views.ts";
import type { SessionView } from "../../../../functions/api/staff/views.ts";
import { pathTo } from "../parts/address.ts";
import { readUnits } from "../parts/grants.ts";
import { useWords } from "../words/words.ts";

export interface Counted {
  count: DossierCount;
  state?: string;
  system?: string;
  affiliation?: string;
  field?: string;
  month?: string;
}

export type ListAddress = (counted: Counted, year: number) => string | null;

/** Link to the register if the user may read it. Totals of several units have no link. */
export function listsOf(view: Pick<FiguresView, "unit" | "isListed">, session: SessionView): ListAddress {
  const { unit, isListed } = view;
  const mayRead = readUnits(session).some(({ id }) => id === unit.id);
  return (counted, year) =>
    isListed && mayRead ? pathTo("register", { unit: unit.id, year, ...counted }) : null;
}

/** Link to issued decisions, of one kind of recipient or of all. */
export type DecisionAddress = (recipient: RecipientKind | null) => string;

/** Null for people who may not read the unit's decisions. */
export function decisionsOf(
  { unit }: Pick<FiguresView, "unit">,
  year: number,
  session: SessionView,
): DecisionAddress | null {
  if (!readUnits(session).some(({ id }) => id === unit.id)) return null;
  return (recipient) =>
    pathTo("commendations", { unit: unit.id, year, below: "1", state: "issued", recipient });
}

/** `what`: name of the link for screen readers. */
export function CountLink(props: {
  value: number | null;
  href: string | null;
  what: string;
  children: JSX.Element;
}) {
  const { w } = useWords();
  return (
    <Show when={props.value ? props.href : null} fallback={props.children}>
      {(href) => (
        <a
          class="count"
          href={href()}
          aria-label={w("board.openList", { what: props.what, count: props.value ?? 0 })}
        >
          {props.children}
        </a>
      )}
    </Show>
  );
}
