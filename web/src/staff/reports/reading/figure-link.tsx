import type { JSX } from "solid-js";
import { useReading } from "./reading.ts";

export function FigureLink(props: { id: string; children: JSX.Element }) {
  const reading = useReading();
  return (
    <a
      class="stated"
      href={reading.hrefOf(props.id)}
      aria-current={reading.open() === props.id ? "true" : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        reading.show(props.id);
      }}
    >
      {props.children}
    </a>
  );
}
