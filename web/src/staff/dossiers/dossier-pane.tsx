import { createSignal, For, Show, Suspense } from "solid-js";
import { dayOf } from "#core/base/calendar.ts";
import type { RecordedDecision } from "#core/initiatives/decision-correction.ts";
import type { Move } from "#core/initiatives/lifecycle.ts";
import type { InitiativeView } from "../../../../functions/api/initiatives/views.ts";
import { Button } from "../../button.tsx";
import { writeDay } from "../../dates.ts";
import { lazyComponent } from "../../lazy-component.ts";
import { watch } from "../../watch.ts";
import { createLoad, Loaded } from "../parts/loading.tsx";
import { Status } from "../parts/messages.tsx";
import { useWords } from "../words/words.ts";
import { readInitiative } from "./api.ts";
import { ApplicationSheet } from "./application-sheet.tsx";
import { CoAuthorAnswers } from "./co-author-answers.tsx";
import { Correction } from "./correction.tsx";
import { DecisionDialog } from "./decision-dialog.tsx";
import { DecisionList } from "./decision-list.tsx";
import { DeadlineTag, StateTag } from "./dossier-tags.tsx";
import { HistoryTimeline } from "./history-timeline.tsx";
import { KeyRenewal } from "./key-renewal.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { corrections, offeredMoves } from "./moving.ts";
import { RecognitionsTable } from "./recognitions-table.tsx";
import { Statements } from "./statements.tsx";

const PersonalDataSection = lazyComponent(
  () => import("../../public/follow/personal-data-section.tsx"),
  "PersonalDataSection",
);

export function DossierPane(props: {
  id: string;
  today: string;
  backTo: string;
  onClose: () => void;
  onChanged: (view: InitiativeView) => void;
}) {
  const { w, m } = useWords();
  const dossier = createLoad(() => props.id, readInitiative);
  const [asked, setAsked] = createSignal<Move | null>(null);
  const [corrected, setCorrected] = createSignal<RecordedDecision | null>(null);
  const [status, setStatus] = createSignal("");
  let heading: HTMLHeadingElement | undefined;
  let scroller: HTMLElement | undefined;

  watch(
    () => props.id,
    () => {
      setStatus("");
      setAsked(null);
    },
  );
  watch(
    () => dossier.data()?.id,
    (id) => {
      if (!id) return;
      scroller?.scrollTo({ top: 0 });
      heading?.focus({ preventScroll: window.innerWidth >= 1100 });
    },
  );
  const correcting = () => corrections.find((move) => move === asked()) ?? null;
  const inDialog = () => (correcting() === null ? asked() : null);
  const take = (view: InitiativeView) => {
    dossier.put(view);
    props.onChanged(view);
  };
  const refreshFiles = async () => {
    // Offline, keep the dossier shown.
    const view = await readInitiative(props.id).catch(() => null);
    const shown = dossier.data();
    if (view && shown?.id === view.id && shown.version === view.version) dossier.put(view);
  };
  const finish = (view: InitiativeView, move: Move) => {
    setAsked(null);
    take(view);
    setStatus(w("move.sent", { move: m(`move.${move}`), id: view.id, state: m(`state.${view.state}`) }));
    // The button that opened the dialog may no longer exist.
    queueMicrotask(() => heading?.focus());
  };

  return (
    <article
      ref={scroller}
      class="dossier-pane"
      tabindex="0"
      aria-label={w("dossier.label", { id: props.id })}
    >
      <div class="dossier-bar">
        <a class="back" href={props.backTo}>
          <span aria-hidden="true">←</span> {w("dossier.back")}
        </a>
        <Button class="small close" label={w("dossier.close")} onClick={props.onClose} />
      </div>
      <Status class="said" text={status()} />
      <Loaded of={dossier}>
        {(view) => (
          <>
            <header class="dossier-head">
              <p class="where">
                <Show when={view().origin === "application"}>
                  <span class="code">{view().id}</span>
                </Show>
                <StateTag state={view().state} />
                <Show when={view().demo}>
                  <span class="tag wait">{w("demo.tag")}</span>
                </Show>
                <Show when={view().dueOn}>
                  {(dueOn) => <DeadlineTag dueOn={dueOn()} today={props.today} />}
                </Show>
              </p>
              <h2 ref={heading} tabindex="-1">
                {view().title || m("text.erased")}
              </h2>
              <p class="soft facts">{factsOf(view()).join(" · ")}</p>
              <Show when={correcting() === null}>
                <MoveButtons view={view()} onAsk={setAsked} />
              </Show>
            </header>
            <Show when={view().recognitions.length > 0}>
              <RecognitionsTable recognitions={view().recognitions} />
            </Show>
            <Statements statements={view().statements} />
            <DecisionList view={view()} onCorrect={setCorrected} />
            <Show
              when={view().application}
              fallback={
                <section class="application-sheet">
                  <p>{w("dossier.documentOnly")}</p>
                </section>
              }
            >
              {(application) => (
                <Show
                  when={correcting()}
                  fallback={
                    <ApplicationSheet
                      view={view()}
                      onWait={refreshFiles}
                      onChange={take}
                      application={application()}
                      addressee={view().unit.name}
                      receivedOn={view().receivedAt ? dayOf(view().receivedAt ?? "") : null}
                    />
                  }
                >
                  {(move) => (
                    <Correction
                      view={view()}
                      application={application()}
                      move={move()}
                      onCancel={() => setAsked(null)}
                      onConflict={() => void dossier.reload()}
                      onDone={finish}
                    />
                  )}
                </Show>
              )}
            </Show>
            <CoAuthorAnswers view={view()} />
            <Show when={view().readsPersonal && view().application}>
              {(application) => (
                <Suspense>
                  <PersonalDataSection
                    view={view()}
                    application={application()}
                    accessKey={null}
                    onChange={take}
                  />
                </Suspense>
              )}
            </Show>
            <Show when={view().history.length > 0}>
              <HistoryTimeline history={view().history} />
            </Show>
            <KeyRenewal view={view()} onChanged={take} />
            <DecisionDialog
              view={view()}
              asked={corrected()}
              onClose={() => setCorrected(null)}
              onChanged={take}
            />
            <MoveDialog
              view={view()}
              move={inDialog()}
              onClose={() => setAsked(null)}
              onChanged={take}
              onDone={finish}
            />
          </>
        )}
      </Loaded>
    </article>
  );

  function factsOf(view: InitiativeView): string[] {
    return [
      view.unit.name,
      view.organisation ? `${w("dossier.organisation")}: ${view.organisation}` : "",
      view.number === null ? "" : w("dossier.number", { number: view.number }),
      view.receivedAt ? w("dossier.received", { day: writeDay(dayOf(view.receivedAt)) }) : "",
      view.late ? w("dossier.late") : "",
      view.dueOn ? w("dossier.dueOn", { day: writeDay(view.dueOn) }) : "",
      view.channel === "paper" ? w("dossier.paper") : "",
      view.council?.name ?? "",
      w("dossier.year", { year: view.year }),
    ].filter((fact) => fact !== "");
  }
}

function MoveButtons(props: { view: InitiativeView; onAsk: (move: Move) => void }) {
  const { w, m } = useWords();
  const offered = () => offeredMoves(props.view);
  return (
    <Show when={props.view.moves.length > 0}>
      <fieldset class="moves">
        <legend class="visually-hidden">{w("dossier.moves")}</legend>
        <Show when={offered().main}>
          {(move) => <Button class="main" label={m(`move.${move()}`)} onClick={() => props.onAsk(move())} />}
        </Show>
        <For each={offered().others}>
          {(move) => <Button label={m(`move.${move}`)} onClick={() => props.onAsk(move)} />}
        </For>
      </fieldset>
    </Show>
  );
}
