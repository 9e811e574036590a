import { createMemo, Show } from "solid-js";
import { usualForm } from "#core/commendation/candidates.ts";
import type { LineForm } from "#core/commendation/line.ts";
import { Button } from "../../../button.tsx";
import { watchChanges } from "../../../watch.ts";
import { Check } from "../../parts/check-fields.tsx";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { createSavedInput } from "../../parts/saved-input.ts";
import { createSending, describeError } from "../../parts/sending.ts";
import { useWords } from "../../words/words.ts";
import type { OpenDecision } from "../open-decision.ts";
import { createLineSending, linesSent, planLines, type SendingPlan } from "./line-sending.ts";
import { PasteFields } from "./paste-fields.tsx";
import { PastePreview } from "./paste-preview.tsx";
import { type CommonValues, mostPasted, readPaste } from "./pasted-lines.ts";

interface TypedPaste {
  text: string;
  common: CommonValues;
  /** Leaves out rows with faults. */
  skip: boolean;
  /** Null until lines are sent. */
  plan: SendingPlan | null;
}

/** Keeps text and progress until all lines are added. */
export function PasteDialog(props: { open: OpenDecision; shown: boolean; onClose: () => void }) {
  const { w, m } = useWords();
  const decision = () => props.open.view().decision;
  const kept = createSavedInput<TypedPaste>(() => `commendation/${decision().id}/paste`);
  const empty = (): TypedPaste => {
    const { level, year } = decision();
    const [from, to] = [String(year), String(year)];
    const common: CommonValues = {
      recipientKind: "individual",
      form: usualForm(level),
      achievement: "",
      from,
      to,
    };
    return { text: "", common, skip: false, plan: null };
  };
  const typed = createMemo(() => kept.typed() ?? empty());
  const put = (change: Partial<TypedPaste>) => kept.keep({ ...typed(), ...change });
  const text = createMemo(() => typed().text);
  const common = createMemo(() => typed().common);
  const pasted = createMemo(() => readPaste(text(), common(), decision().level));
  const faulty = () => pasted().rows.filter(({ line }) => line === null).length;
  const addressed = () => pasted().rows.filter(({ address }) => address !== null).length;
  const lines = (): LineForm[] => pasted().rows.flatMap(({ line }) => line ?? []);
  const portions = createLineSending();
  const sent = () => {
    const { plan } = typed();
    return plan === null ? 0 : linesSent(plan, lines().length);
  };
  const sending = createSending((error) => {
    const count = lines().length;
    return {
      trouble: w("commendations.paste.stopped", { sent: sent(), count, why: describeError(error, w, m) }),
    };
  });
  const refusal = () => {
    if (pasted().rows.length === 0) return w("commendations.paste.empty");
    if (pasted().rows.length > mostPasted) return w("commendations.paste.tooMany", { max: mostPasted });
    if (faulty() > 0 && !typed().skip) return w("commendations.paste.faulty", { count: faulty() });
    return lines().length === 0 ? w("commendations.paste.noneRight") : null;
  };
  const send = async () => {
    const trouble = refusal();
    if (trouble !== null) return { trouble };
    const plan = typed().plan ?? planLines(lines().length, decision().version);
    put({ plan });
    await portions.run(decision().id, lines(), plan, (step) => put({ plan: step }));
    kept.forget();
    await props.open.refresh();
    props.onClose();
    return null;
  };
  const leaveRest = async () => {
    kept.forget();
    props.onClose();
    await props.open.refresh();
  };
  watchChanges(
    () => props.shown,
    (shown) => {
      // After a failed attempt, some lines may already have been added.
      if (!shown && typed().plan !== null) void props.open.refresh();
    },
  );
  return (
    <FormDialog
      open={props.shown}
      wide
      class="paste"
      title={w("commendations.paste.title")}
      lead={<p class="soft">{w("commendations.paste.lead", { max: mostPasted })}</p>}
      sending={sending}
      onSend={send}
      action={
        typed().plan === null
          ? w("commendations.paste.add", { count: lines().length })
          : w("commendations.paste.goOn", { count: lines().length - sent() })
      }
      onClose={props.onClose}
      onCancel={() => typed().plan === null && kept.forget()}
      footer={
        <Show when={typed().plan !== null && !portions.busy()}>
          <Button label={w("commendations.paste.leaveRest")} onClick={() => void leaveRest()} />
        </Show>
      }
    >
      <PasteFields
        text={typed().text}
        common={typed().common}
        level={decision().level}
        disabled={typed().plan !== null}
        onText={(text) => put({ text })}
        onCommon={(change) => put({ common: { ...typed().common, ...change } })}
      />
      <Show when={pasted().rows.length > 0}>
        <p class="paste-says" role="status">
          {w("commendations.paste.says", {
            count: pasted().rows.length,
            right: lines().length,
            faulty: faulty(),
          })}
        </p>
        <Show when={addressed() > 0}>
          <p class="soft">{w("commendations.paste.addressed", { count: addressed() })}</p>
        </Show>
        <Show when={pasted().unknown.length > 0}>
          <p class="met">{w("commendations.paste.unknown", { heads: pasted().unknown.join("”, “") })}</p>
        </Show>
        <Show when={faulty() > 0}>
          <Check
            label={w("commendations.paste.skip", { count: faulty() })}
            checked={typed().skip}
            disabled={typed().plan !== null}
            onChange={(skip) => put({ skip })}
          />
        </Show>
        <PastePreview pasted={pasted()} />
      </Show>
      <Show when={typed().plan}>
        <p class="paste-progress" role="status">
          <progress max={lines().length} value={sent()} aria-label={w("commendations.paste.progress")} />
          {w("commendations.paste.sent", { sent: sent(), count: lines().length })}
        </p>
      </Show>
    </FormDialog>
  );
}
