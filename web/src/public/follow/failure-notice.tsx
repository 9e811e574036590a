import { Show } from "solid-js";

export function FailureNotice(props: { text: string | null }) {
  return (
    <Show when={props.text}>
      <p class="notice" role="alert">
        {props.text}
      </p>
    </Show>
  );
}
