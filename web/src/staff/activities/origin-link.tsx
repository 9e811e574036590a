import { Show } from "solid-js";
import type { OriginView } from "../../../../functions/api/activities/views.ts";
import { pathTo } from "../parts/address.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";

/** Links only models that the user may read. */
export function OriginLink(props: { origin: OriginView }) {
  const { w } = useWords();
  const { session } = useSession();
  const name = () => props.origin.title || props.origin.id;
  const mayRead = () =>
    props.origin.kind === "model" && session().units.some(({ id }) => id === props.origin.unit.id);
  return (
    <>
      <Show when={mayRead()} fallback={name()}>
        <a href={pathTo("models", {}, props.origin.id)}>{name()}</a>
      </Show>{" "}
      <span class="soft">
        {w(`origins.kind.${props.origin.kind}`)}
        {props.origin.unit.name && ` · ${props.origin.unit.name}`}
      </span>
    </>
  );
}
