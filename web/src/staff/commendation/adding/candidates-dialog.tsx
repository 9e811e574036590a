import { createSignal, For, Show } from "solid-js";
import type { CommendationCandidatesView } from "../../../../../functions/api/commendation/views.ts";
import { Button } from "../../../button.tsx";
import { watch } from "../../../watch.ts";
import { Check } from "../../parts/check-fields.tsx";
import { Choice, yearOptions } from "../../parts/filters.tsx";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { FailureNote } from "../../parts/loading.tsx";
import { createSending, describeError } from "../../parts/sending.ts";
import { useCall } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { readCandidates } from "../api.ts";
import type { OpenDecision } from "../open-decision.ts";
import { createLineSending, linesSent, planLines, type SendingPlan } from "./line-sending.ts";

type Candidate = CommendationCandidatesView["candidates"][number];

const keyOf = ({ line }: Candidate) => `${line.initiative} ${line.name} ${line.birthYear}`;

/** Years offered before the year of the decision. */
const yearsBack = 4;

export function CandidatesDialog(props: { open: OpenDecision; shown: boolean; onClose: () => void }) {
  const { w, m } = useWords();
  const decision = () => props.open.view().decision;
  const [year, setYear] = createSignal(decision().year);
  const [ticked, setTicked] = createSignal<ReadonlySet<string>>(new Set());
  const [plan, setPlan] = createSignal<SendingPlan | null>(null);
  const list = createCandidates(() => (props.shown ? decision().id : null), year);
  const free = () => list.found().filter(({ listed }) => !listed);
  const chosen = () => free().filter((candidate) => ticked().has(keyOf(candidate)));
  const portions = createLineSending();
  const tick = (candidates: readonly Candidate[], on: boolean) => {
    const next = new Set(ticked());
    for (const candidate of candidates) {
      if (on) next.add(keyOf(candidate));
      else next.delete(keyOf(candidate));
    }
    setTicked(next);
  };
  const sending = createSending((error) => {
    const sent = linesSent(plan() ?? planLines(0, 0), chosen().length);
    const why = describeError(error, w, m);
    return { trouble: w("commendations.paste.stopped", { sent, count: chosen().length, why }) };
  });
  const send = async () => {
    if (chosen().length === 0) return { trouble: w("commendations.candidates.noneTicked") };
    const lines = chosen().map(({ line }) => line);
    const begun = plan() ?? planLines(lines.length, decision().version);
    setPlan(begun);
    await portions.run(decision().id, lines, begun, setPlan);
    leave();
    await props.open.refresh();
    return null;
  };
  const leave = () => {
    const wasBegun = plan() !== null;
    setPlan(null);
    setTicked(new Set<string>());
    props.onClose();
    return wasBegun;
  };
  return (
    <FormDialog
      open={props.shown}
      wide
      title={w("commendations.candidates.title")}
      lead={<p class="soft">{w("commendations.candidates.lead")}</p>}
      sending={sending}
      onSend={send}
      action={w("commendations.candidates.add", { count: chosen().length })}
      onClose={() => {
        // After a failed attempt, some lines may already have been added.
        if (leave()) void props.open.refresh();
      }}
    >
      <p>
        <Choice
          label={w("commendations.candidates.year")}
          options={yearOptions(decision().year - yearsBack, decision().year, year())}
          value={String(year())}
          onChoose={(chosenYear) => setYear(Number(chosenYear))}
        />
      </p>
      <Show when={list.failure()}>
        {(failure) => <FailureNote failure={failure()} onRetry={list.more} />}
      </Show>
      <Show when={list.busy()}>
        <p class="soft busy">{w("load.busy")}</p>
      </Show>
      <Show when={!list.busy() && !list.failure() && list.found().length === 0 && !list.hasMore()}>
        <p>{w("commendations.candidates.none", { year: year() })}</p>
      </Show>
      <Show when={free().length > 1}>
        <Check
          label={w("commendations.candidates.all", { count: free().length })}
          checked={chosen().length === free().length}
          disabled={plan() !== null}
          onChange={(on) => tick(free(), on)}
        />
      </Show>
      <ul class="candidates">
        <For each={list.found()}>
          {(candidate) => (
            <li>
              <Check
                label={describe(candidate)}
                checked={candidate.listed || ticked().has(keyOf(candidate))}
                disabled={candidate.listed || plan() !== null}
                onChange={(on) => tick([candidate], on)}
              />
              <p class="soft">
                {candidate.title} · {candidate.unit.name}
                {candidate.listed ? ` · ${w("commendations.candidates.listed")}` : ""}
              </p>
            </li>
          )}
        </For>
      </ul>
      <Show when={list.hasMore() && !list.busy()}>
        <Button class="small" label={w("commendations.candidates.more")} onClick={list.more} />
      </Show>
    </FormDialog>
  );
}

const describe = ({ line }: Candidate) =>
  [line.name, line.birthYear, line.position, line.workplace].filter(Boolean).join(" · ");

function createCandidates(id: () => string | null, year: () => number) {
  const call = useCall();
  const [found, setFound] = createSignal<Candidate[]>([]);
  const [cursor, setCursor] = createSignal<string | null>(null);
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<unknown>(null);
  let latest = 0;
  const read = async (from: string | null) => {
    const of = id();
    const request = ++latest;
    if (of === null) return;
    setBusy(true);
    setFailure(null);
    try {
      const page = await call(() => readCandidates(of, year(), from));
      if (request !== latest) return;
      const known = new Set(found().map(keyOf));
      setFound([...found(), ...page.candidates.filter((candidate) => !known.has(keyOf(candidate)))]);
      setCursor(page.cursor);
    } catch (error) {
      if (request === latest) setFailure(() => error);
    }
    if (request === latest) setBusy(false);
  };
  watch(
    () => `${id()} ${year()}`,
    () => {
      setFound([]);
      setCursor(null);
      void read(null);
    },
  );
  return { found, busy, failure, hasMore: () => cursor() !== null, more: () => void read(cursor()) };
}
