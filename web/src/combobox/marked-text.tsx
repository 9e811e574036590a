import { For, Show } from "solid-js";
import type { Hit } from "./name-match.ts";

/** `hits` are sorted and do not overlap. */
export function MarkedText(props: { text: string; hits: readonly Hit[] }) {
  const parts = () => {
    const text = props.text.normalize("NFC");
    let at = 0;
    const cut = props.hits.flatMap(({ from, to }) => {
      const parts = [
        { text: text.slice(at, from), hit: false },
        { text: text.slice(from, to), hit: true },
      ];
      at = to;
      return parts;
    });
    return [...cut, { text: text.slice(at), hit: false }].filter(({ text }) => text !== "");
  };
  return (
    <For each={parts()}>
      {(part) => (
        <Show when={part.hit} fallback={part.text}>
          <mark>{part.text}</mark>
        </Show>
      )}
    </For>
  );
}
