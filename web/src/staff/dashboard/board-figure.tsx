import { createUniqueId, type JSX } from "solid-js";

/** Figure with a title and a lead; the children get the id of its caption. */
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
