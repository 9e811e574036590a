import { createUniqueId, For, Show } from "solid-js";
import {
  type CertificatePart,
  type CertificatePlace,
  certificateParts,
  layOutCertificate,
} from "#core/commendation/certificate.ts";
import { useWords } from "../../words/words.ts";
import type { TypedPlace } from "../api.ts";

/** Millimetres of a point. */
const millimetresOfPoint = 25.4 / 72;

/** Ascent of the type as a part of its size. */
const ascent = 0.89;

const isComplete = (place: TypedPlace): place is CertificatePlace =>
  Object.values(place).every((value) => value !== null && value > 0);

/** Blank sheet to scale, with a sample of each text where it is printed. */
export function SheetPreview(props: { place: TypedPlace; issuerPlace: string }) {
  const { w } = useWords();
  const clip = createUniqueId();
  const place = () => (isComplete(props.place) ? props.place : null);
  const sample = (part: CertificatePart) =>
    w(`commendations.print.sample.${part}`, { place: props.issuerPlace });
  return (
    <Show when={place()} fallback={<p class="soft">{w("commendations.print.preview.none")}</p>}>
      {(at) => (
        <figure class="sheet-preview">
          <svg
            viewBox={`0 0 ${at().width} ${at().height}`}
            role="img"
            aria-label={w("commendations.print.preview.label", {
              width: at().width,
              height: at().height,
            })}
          >
            <clipPath id={clip}>
              <rect width={at().width} height={at().height} />
            </clipPath>
            <rect class="paper" width={at().width} height={at().height} />
            <g clip-path={`url(#${clip})`}>
              <path class="axis" d={`M${at().centre} 0V${at().height}`} />
              <For each={certificateParts}>
                {(part) => {
                  const box = () => layOutCertificate(at(), { hasWho: true })[part];
                  const size = () => box().size * millimetresOfPoint;
                  return (
                    <>
                      <rect
                        class="box"
                        x={box().centre - box().width / 2}
                        y={box().top}
                        width={box().width}
                        height={box().height}
                      />
                      <text
                        class={part}
                        x={box().centre}
                        y={box().top + size() * ascent}
                        font-size={String(size())}
                        text-anchor="middle"
                      >
                        {sample(part)}
                      </text>
                    </>
                  );
                }}
              </For>
            </g>
          </svg>
          <figcaption class="soft">{w("commendations.print.preview")}</figcaption>
        </figure>
      )}
    </Show>
  );
}
