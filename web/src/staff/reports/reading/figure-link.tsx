import type { JSX } from "solid-js";
import { useReading } from "./reading.ts";

/** A stated figure that leads to what stands behind it: an address, so that it can be sent and that Back closes it. */
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
