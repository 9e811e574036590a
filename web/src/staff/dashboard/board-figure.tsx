import { createUniqueId, type JSX } from "solid-js";

/** `children` receives the id of the caption. */
export function BoardFigure(props: {
  class?: string;
  title: string;
  lead: string;
  children: (caption: string) => JSX.Element;
}) {
  const caption = createUniqueId();
  return (
    <figure class={props.class} aria-labelledby={caption}>
      <figcaption id={caption}>
        {props.title}
        <span>{props.lead}</span>
      </figcaption>
      {props.children(caption)}
    </figure>
  );
}
