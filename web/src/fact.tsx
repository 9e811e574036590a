import type { JSX } from "solid-js";

/** Item of a `dl`. */
export function Fact(props: { name: string; class?: string; children: JSX.Element }) {
  return (
    <div class={props.class}>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
