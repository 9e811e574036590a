import { Show } from "solid-js";
import { dayOf } from "#core/base/calendar.ts";
import { Button } from "../../../button.tsx";
import { writeDay, writeInstant } from "../../../dates.ts";
import { Fact } from "../../../fact.tsx";
import { Trouble } from "../../parts/messages.tsx";
import { createAction } from "../../parts/sending.ts";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { confirmReplication } from "../api.ts";
import { OriginLink } from "../origin-link.tsx";
import { DatedAnswers, KnownFact, RecordSheet } from "../record-sheet.tsx";
import { createSheet, type SheetProps } from "../sheet.ts";
import { SpreadSection } from "../spread-section.tsx";
import { AnswerDialog } from "./answer-dialog.tsx";
import { DueTag } from "./due-tag.tsx";
import { composeReplication, ReplicationDialog, typeReplication } from "./replication-dialog.tsx";

export function ReplicationSheet(props: SheetProps<"replication">) {
  const { w } = useWords();
  const sheet = createSheet(props);
  const record = () => props.view.record;
  const isOpen = () => !record().withdrawn && props.view.state !== "ended";
  const answers = () =>
    record().answers.map(({ on, applied, stamp, note }) => ({
      head: writeDay(on),
      isYes: applied,
      said: w(applied ? "replications.applied" : "replications.ended"),
      by: `${writeInstant(stamp.at)} · ${stamp.by.name}`,
      note,
    }));
  return (
    <RecordSheet
      kind="replication"
      view={props.view}
      sheet={sheet}
      title={props.view.origin.title || record().of.id}
      tag={w(`records.state.${props.view.state}`)}
      note={record().note}
      form={() => composeReplication(typeReplication(props.view), record().evidence)}
      actions={
        <Show when={isOpen() && record().confirmed !== null}>
          <Button
            class="main"
            label={w("replications.answer")}
            opensDialog
            onClick={() => sheet.show("answer")}
          />
        </Show>
      }
      facts={
        <>
          <Fact name={w("replications.of")}>
            <OriginLink origin={props.view.origin} />
          </Fact>
          <Fact name={w("replications.unit")}>{props.view.unit.name}</Fact>
          <Fact name={w("replications.startedOn")}>{writeDay(record().startedOn)}</Fact>
          <Fact name={w("replications.confirmation")}>
            <Show when={record().confirmed} fallback={w("replications.notConfirmed")}>
              {(stamp) => `${writeDay(dayOf(stamp().at))} · ${stamp().by.name}`}
            </Show>
          </Fact>
          <Show when={props.view.dueOn}>
            <Fact name={w("replications.due")}>
              <DueTag dueOn={props.view.dueOn} />
            </Fact>
          </Show>
          <Fact class="wide" name={w("replications.description")}>
            {record().description}
          </Fact>
          <KnownFact class="wide" name={w("replications.effect")} value={record().effect} />
        </>
      }
    >
      <Confirmation
        {...props}
        isOpen={isOpen()}
        onTake={(view) => sheet.take(view, w("replications.confirmedNow"))}
      />
      <Show when={record().answers.length > 0}>
        <section class="entry-section">
          <h2>{w("replications.answers")}</h2>
          <DatedAnswers answers={answers()} />
        </section>
      </Show>
      <SpreadSection origin={record().of} />
      <ReplicationDialog view={props.view} {...sheet.editing()} />
      <AnswerDialog view={props.view} {...sheet.dialog("answer")} />
    </RecordSheet>
  );
}

function Confirmation(
  props: SheetProps<"replication"> & {
    isOpen: boolean;
    onTake: (view: SheetProps<"replication">["view"]) => void;
  },
) {
  const { w } = useWords();
  const { call } = useSession();
  const action = createAction(() => props.onReload());
  const confirm = () =>
    action.run(async () => {
      const { id, version } = props.view.record;
      props.onTake(await call(() => confirmReplication(id, version)));
    });
  return (
    <Show when={props.view.confirms && props.isOpen && props.view.record.confirmed === null}>
      <section class="entry-section">
        <h2>{w("replications.confirmation")}</h2>
        <p class="soft">{w("replications.confirmWhat", { unit: props.view.unit.name })}</p>
        <Trouble text={action.trouble()} />
        <div class="actions">
          <Button
            class="main"
            label={action.busy() ? w("dialog.sending") : w("replications.confirm")}
            ariaDisabled={action.busy()}
            onClick={() => void confirm()}
          />
        </div>
      </section>
    </Show>
  );
}
