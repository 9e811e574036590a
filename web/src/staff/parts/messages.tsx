import type { JSX } from "solid-js";

/** Screen readers announce changes of the text. */
export function Status(props: { class?: string; text: JSX.Element }) {
  return (
    <p class={props.class} role="status">
      {props.text}
    </p>
  );
}

export function Trouble(props: { text: JSX.Element }) {
  return (
    <p class="trouble" role="alert">
      {props.text}
    </p>
  );
}
