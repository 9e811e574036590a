import { createSignal, For, Show } from "solid-js";
import { dayOf } from "#core/base/calendar.ts";
import type { ReplicationView } from "../../../../functions/api/activities/views.ts";
import { Button } from "../../button.tsx";
import { writeDay, writeInstant } from "../../dates.ts";
import { Fact } from "../../fact.tsx";
import { Trouble } from "../parts/messages.tsx";
import { createAction } from "../parts/sending.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { AnswerDialog } from "./answer-dialog.tsx";
import { confirmReplication } from "./api.ts";
import { DueTag } from "./due-tag.tsx";
import { OriginLink } from "./origin-link.tsx";
import { RecordSheet } from "./record-sheet.tsx";
import { composeReplication, ReplicationDialog, typeReplication } from "./replication-dialog.tsx";
import { SpreadSection } from "./spread-section.tsx";

export function ReplicationSheet(props: {
  view: ReplicationView;
  onChanged: (view: ReplicationView) => void;
  onReload: () => Promise<void>;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const [open, setOpen] = createSignal<"edit" | "answer" | null>(null);
  const [status, setStatus] = createSignal("");
  const record = () => props.view.record;
  const action = createAction(() => props.onReload());
  const take = (view: ReplicationView) => {
    setOpen(null);
    setStatus(w("records.saved"));
    props.onChanged(view);
  };
  const confirm = () =>
    action.run(async () => {
      const view = await call(() => confirmReplication(record().id, record().version));
      setStatus(w("replications.confirmedNow"));
      props.onChanged(view);
    });
  const isOpen = () => !record().withdrawn && props.view.state !== "ended";
  return (
    <RecordSheet
      kind="replication"
      view={props.view}
      title={props.view.origin.title || record().of.id}
      tags={<span class="tag plain">{w(`records.state.${props.view.state}`)}</span>}
      form={() => composeReplication(typeReplication(props.view), record().evidence)}
      status={status()}
      actions={
        <Show when={isOpen() && record().confirmed !== null}>
          <Button
            class="main"
            label={w("replications.answer")}
            opensDialog
            onClick={() => setOpen("answer")}
          />
        </Show>
      }
      onEdit={() => setOpen("edit")}
      onChanged={take}
      onReload={props.onReload}
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
          <Show when={record().effect}>
            <Fact class="wide" name={w("replications.effect")}>
              {record().effect}
            </Fact>
          </Show>
          <Show when={record().note}>
            <Fact class="wide" name={w("records.note")}>
              {record().note}
            </Fact>
          </Show>
        </>
      }
    >
      <Show when={props.view.confirms && isOpen() && record().confirmed === null}>
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
      <Show when={record().answers.length > 0}>
        <section class="entry-section">
          <h2>{w("replications.answers")}</h2>
          <ul class="record-checks">
            <For each={record().answers.toReversed()}>
              {(answer) => (
                <li>
                  <b>{writeDay(answer.on)}</b>{" "}
                  <span class={`tag ${answer.applied ? "done" : "late"}`}>
                    {w(answer.applied ? "replications.applied" : "replications.ended")}
                  </span>{" "}
                  <span class="soft">
                    {writeInstant(answer.stamp.at)} · {answer.stamp.by.name}
                  </span>
                  <Show when={answer.note}>
                    <p>{answer.note}</p>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <SpreadSection origin={record().of} />
      <ReplicationDialog
        open={open() === "edit"}
        view={props.view}
        unit={record().unit}
        unitName={props.view.unit.name}
        onClose={() => setOpen(null)}
        onSaved={take}
        onReload={props.onReload}
      />
      <AnswerDialog
        open={open() === "answer"}
        view={props.view}
        onClose={() => setOpen(null)}
        onSaved={take}
        onReload={props.onReload}
      />
    </RecordSheet>
  );
}
