import { For, Show } from "solid-js";
import { dayOf } from "#core/base/calendar.ts";
import { currentRecognitions } from "#core/initiatives/recognition.ts";
import type { RegisterLine } from "../../../../functions/api/initiatives/views.ts";
import { writeDay } from "../../dates.ts";
import { useWords } from "../words/words.ts";

export function RegisterSheet(props: { unit: string; year: number; lines: RegisterLine[]; today: string }) {
  const { w, m } = useWords();
  const accepted = () => props.lines.filter(({ number }) => number !== null);
  const outcome = (line: RegisterLine) => {
    const latest = currentRecognitions(line.recognitions).at(-1);
    const decision = latest?.decision;
    return [
      m(`state.${line.state}`),
      ...(decision
        ? [w("sheet.decision", { number: decision.number, day: writeDay(decision.signedOn) })]
        : []),
    ].join(", ");
  };
  return (
    <section class="register-sheet" aria-label={w("nav.register")}>
      <header>
        <p>
          {w("sheet.movement")}
          <br />
          <b>{props.unit}</b>
        </p>
        <p>
          <b>{w("sheet.nation")}</b>
          <br />
          <b>{w("sheet.motto")}</b>
        </p>
      </header>
      <h2>{w("sheet.title", { year: props.year })}</h2>
      <table>
        <thead>
          <tr>
            <For each={columns}>{(column) => <th scope="col">{w(`sheet.${column}`)}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.lines}>
            {(line) => (
              <tr>
                <td>{line.number ?? ""}</td>
                <td>{line.receivedAt ? writeDay(dayOf(line.receivedAt)) : ""}</td>
                <td>{line.origin === "application" ? line.id : ""}</td>
                <td>
                  <For each={line.entry?.authors ?? [{ name: line.organisation ?? "", place: "" }]}>
                    {({ name, place }) => (
                      <p>
                        {name}
                        <Show when={place}>
                          <br />
                          <i>{place}</i>
                        </Show>
                      </p>
                    )}
                  </For>
                </td>
                <td>{[line.entry?.phone, line.entry?.email].filter(Boolean).join(" ")}</td>
                <td>{line.title || m("text.erased")}</td>
                <td>
                  {line.entry ? m(`applicationField.${line.entry.field}`) : ""}
                  <Show when={line.kind === "idea"}>
                    <br />
                    {`(${m("kind.idea").toLocaleLowerCase("vi")})`}
                  </Show>
                </td>
                <td>{line.entry?.acceptedOn ? writeDay(line.entry.acceptedOn) : ""}</td>
                <td>{outcome(line)}</td>
                <td>
                  {line.origin === "document" ? w("list.fromDocument") : line.late ? w("dossier.late") : ""}
                </td>
              </tr>
            )}
          </For>
          <tr class="ending-row">
            <td colspan={columns.length} class="ending">
              <p class="closing">
                {w("sheet.closing", {
                  lines: props.lines.length,
                  accepted: accepted().length,
                  number: accepted().at(-1)?.number ?? 0,
                  day: writeDay(props.today),
                })}
              </p>
              <div class="signatures">
                <p>
                  <b>{w("sheet.keeper")}</b>
                  <br />
                  <i>{w("sheet.sign")}</i>
                </p>
                <p>
                  <b>{w("sheet.head")}</b>
                  <br />
                  <i>{w("sheet.signAndSeal")}</i>
                </p>
              </div>
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

const columns = [
  "number",
  "received",
  "code",
  "authors",
  "contact",
  "initiative",
  "field",
  "accepted",
  "outcome",
  "note",
] as const;
