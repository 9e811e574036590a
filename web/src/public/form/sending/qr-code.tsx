import { Show } from "solid-js";
import { drawQr } from "./qr-matrix.ts";

/** Dark on light in both themes, because many QR readers need this. */
export function QrCode(props: { text: string; label: string }) {
  const matrix = () => drawQr(props.text);
  return (
    <Show when={matrix()}>
      {(matrix) => (
        <svg
          class="qr"
          role="img"
          aria-label={props.label}
          viewBox={`-4 -4 ${matrix().length + 8} ${matrix().length + 8}`}
        >
          <rect x="-4" y="-4" width="100%" height="100%" fill="#fff" />
          <path
            fill="#000"
            shape-rendering="crispEdges"
            d={matrix()
              .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")))
              .join("")}
          />
        </svg>
      )}
    </Show>
  );
}
