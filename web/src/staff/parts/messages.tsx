import type { JSX } from "solid-js";

/** Paragraph that screen readers announce when its text changes. */
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
