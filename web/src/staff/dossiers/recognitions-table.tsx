import type { Decision } from "#core/initiatives/decision.ts";
import type { Recognition } from "#core/initiatives/recognition.ts";
import { writeDay } from "../../dates.ts";
import { DataTable } from "../parts/table.tsx";
import { useWords } from "../words/words.ts";

export function RecognitionsTable(props: { recognitions: Recognition[] }) {
  const { w, m } = useWords();
  const cite = (decision: Decision) =>
    w("dossier.decisionText", { number: decision.number, day: writeDay(decision.signedOn) });
  return (
    <DataTable
      class="recognitions"
      caption={w("dossier.recognitionsCaption")}
      rows={props.recognitions}
      columns={[
        { head: w("dossier.level"), cell: ({ level }) => m(`level.${level}`) },
        {
          head: w("dossier.decision"),
          cell: ({ decision }) => (decision ? cite(decision) : w("board.unknown")),
        },
        {
          head: w("dossier.revoked"),
          cell: ({ revoked }) =>
            revoked ? (
              <span class="bad-text">{cite(revoked)}</span>
            ) : (
              <span class="tag done">{w("dossier.standing")}</span>
            ),
        },
      ]}
    />
  );
}
