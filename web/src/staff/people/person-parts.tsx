import { For } from "solid-js";
import type { NamedGrant, StaffRow } from "../../../../functions/api/staff/views.ts";
import { useWords } from "../words/words.ts";

/** How an account stands, by word and colour. */
export function AccountTag(props: { state: StaffRow["state"] }) {
  const { w } = useWords();
  const colours = { active: "done", invited: "wait", unused: "wait", deactivated: "plain" } as const;
  return <span class={`tag ${colours[props.state]}`}>{w(`people.state.${props.state}`)}</span>;
}

/** A grant in words: the role, then where. */
export function useGrantWords() {
  const { m } = useWords();
  return (grant: NamedGrant) =>
    [m(`role.${grant.role}`), grant.councilName, grant.unitName].filter(Boolean).join(", ");
}

/** The roles of a person, one a line. */
export function GrantList(props: { grants: NamedGrant[] }) {
  const say = useGrantWords();
  return (
    <ul class="grant-list">
      <For each={props.grants}>{(grant) => <li>{say(grant)}</li>}</For>
    </ul>
  );
}
