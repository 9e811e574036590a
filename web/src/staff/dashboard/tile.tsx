import { type JSX, Show } from "solid-js";

export function Tile(props: {
  name: string;
  value: string;
  known: boolean;
  warn?: boolean;
  href?: string | null;
  children: JSX.Element;
}) {
  const inside = () => (
    <>
      <span class="name">{props.name}</span>
      <b classList={{ unknown: !props.known }}>{props.value}</b>
      {props.children}
    </>
  );
  return (
    <Show
      when={props.href}
      fallback={
        <div class="tile" classList={{ warn: props.warn ?? false }}>
          {inside()}
        </div>
      }
    >
      {(href) => (
        <a class="tile" classList={{ warn: props.warn ?? false }} href={href()}>
          {inside()}
        </a>
      )}
    </Show>
  );
}
