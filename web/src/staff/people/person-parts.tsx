import { For } from "solid-js";
import type { NamedGrant, StaffRow } from "../../../../functions/api/staff/views.ts";
import { useWords } from "../words/words.ts";

export function AccountTag(props: { state: StaffRow["state"] }) {
  const { w } = useWords();
  const colours = { active: "done", invited: "wait", unused: "wait", deactivated: "plain" } as const;
  return <span class={`tag ${colours[props.state]}`}>{w(`people.state.${props.state}`)}</span>;
}

export function useGrantWords() {
  const { m } = useWords();
  return (grant: NamedGrant) =>
    [m(`role.${grant.role}`), grant.councilName, grant.unitName].filter(Boolean).join(", ");
}

export function GrantList(props: { grants: NamedGrant[] }) {
  const say = useGrantWords();
  return (
    <ul class="grant-list">
      <For each={props.grants}>{(grant) => <li>{say(grant)}</li>}</For>
    </ul>
  );
}
