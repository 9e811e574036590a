import { For, type JSX, Show } from "solid-js";
import type { RecordKind } from "#core/activities/record.ts";
import { AttachedFiles } from "../../attachments/attached-files.tsx";
import { Button } from "../../button.tsx";
import { writeInstant } from "../../dates.ts";
import { Fact } from "../../fact.tsx";
import { usePageTitle } from "../../page-title.ts";
import { useSearchParams } from "../../router.ts";
import { pathTo } from "../parts/address.ts";
import { Status } from "../parts/messages.tsx";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { evidencePath, type Views } from "./api.ts";
import { recordPages } from "./record-list.ts";
import type { Sheet } from "./sheet.ts";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

export function RecordSheet<K extends RecordKind>(props: {
  kind: K;
  view: Views[K]["one"];
  sheet: Sheet<K>;
  title: string;
  tag: string;
  facts: JSX.Element;
  note: string;
  form: () => unknown;
  actions?: JSX.Element;
  children?: JSX.Element;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const [search] = useSearchParams<Record<string, string>>();
  const withdrawing = () => props.sheet.dialog("withdraw");
  const record = () => props.view.record;
  usePageTitle(() => `${props.title} · ${w("records.title")}`);
  return (
    <div class="record-sheet entry-form">
      <div>
        <a class="back" href={pathTo(recordPages[props.kind], { ...search })}>
          <span aria-hidden="true">←</span> {w(`records.tab.${recordPages[props.kind]}`)}
        </a>
        <div class="head-row">
          <h1>{props.title}</h1>
          <span class="tag plain">{props.tag}</span>
          <Show when={record().withdrawn}>
            <span class="tag late">{w("records.withdrawn")}</span>
          </Show>
        </div>
        <p class="soft">{props.view.unit.name}</p>
        <Status class="said" text={props.sheet.status()} />
        <Show when={props.view.writes}>
          <div class="actions">
            {props.actions}
            <Button label={w("records.edit")} opensDialog onClick={() => props.sheet.show("edit")} />
            <Button
              label={w(record().withdrawn ? "records.restore" : "records.withdraw")}
              opensDialog
              onClick={() => props.sheet.show("withdraw")}
            />
          </div>
        </Show>
      </div>
      <section class="entry-section">
        <h2>{w("records.facts")}</h2>
        <dl class="record-facts">
          {props.facts}
          <KnownFact class="wide" name={w("records.note")} value={props.note} />
        </dl>
      </section>
      {props.children}
      <Show when={props.view.evidence.length > 0}>
        <section class="entry-section">
          <AttachedFiles
            id={record().id}
            pathOf={(file) => evidencePath(props.kind, record().id, file)}
            call={call}
            files={props.view.evidence}
            heading="h2"
            onWait={() => void withdrawing().onReload()}
          />
        </section>
      </Show>
      <RecordLog view={props.view} />
      <WithdrawDialog {...withdrawing()} kind={props.kind} view={props.view} form={props.form} />
    </div>
  );
}

export function KnownFact(props: { class?: string; name: string; value: string | null }) {
  return (
    <Show when={props.value}>
      {(value) => (
        <Fact class={props.class ?? ""} name={props.name}>
          {value()}
        </Fact>
      )}
    </Show>
  );
}

export function DatedAnswers(props: {
  answers: readonly { head: string; isYes: boolean; said: string; by: string; note: string }[];
}) {
  return (
    <ul class="record-checks">
      <For each={props.answers.toReversed()}>
        {({ head, isYes, said, by, note }) => (
          <li>
            <b>{head}</b> <span class={`tag ${isYes ? "done" : "late"}`}>{said}</span>{" "}
            <span class="soft">{by}</span>
            <Show when={note}>
              <p>{note}</p>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}

function RecordLog(props: { view: Views[RecordKind]["one"] }) {
  const { w } = useWords();
  return (
    <section class="entry-section">
      <h2>{w("records.log")}</h2>
      <ol class="record-log">
        <For each={props.view.log}>
          {(entry) => (
            <li>
              <b>{w(`records.did.${entry.action}`)}</b>{" "}
              <span class="soft">
                {writeInstant(entry.stamp.at)} · {entry.stamp.by.name}
              </span>
              <Show when={entry.why && !["check", "answer"].includes(entry.action)}>
                <p>{entry.why}</p>
              </Show>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}
