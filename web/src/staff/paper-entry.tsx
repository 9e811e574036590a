import { createMemo, createSignal, Match, Show, Switch } from "solid-js";
import type { OpenCampaign } from "../../../functions/api/views.ts";
import type { Receipt } from "../../../functions/core/submission.ts";
import { openCampaigns, reloadCampaigns } from "../campaigns.ts";
import { ApplicationForm, type FormEntry } from "../form/application-form.tsx";
import { drawKey } from "../form/drafts.ts";
import type { FormUnit } from "../form/form-context.tsx";
import { emptyForm, type TypedForm } from "../form/typed-form.ts";
import { usePageTitle } from "../page-title.ts";
import { FailureNote } from "./failure-note.tsx";
import { reviewedUnits } from "./grants.ts";
import { createKeptTyping } from "./kept-typing.ts";
import { PaperReceipt } from "./paper-receipt.tsx";
import { enterPaper, isProblem } from "./requests.ts";
import { useSession } from "./session.tsx";
import { useWords } from "./words.ts";

/** Types in an application that came on paper, and gives the receipt to print. */
export function PaperEntry() {
  const { w } = useWords();
  const { session } = useSession();
  const [receipt, setReceipt] = createSignal<Receipt | null>(null);
  usePageTitle(() => w("paper.title"));
  const places = createMemo(() => findPlaces(openCampaigns().campaigns ?? [], reviewedUnits(session())));
  return (
    <Switch>
      <Match when={reviewedUnits(session()).length === 0}>
        <p class="note">{w("paper.none")}</p>
      </Match>
      <Match when={receipt()}>
        {(given) => (
          <PaperReceipt
            receipt={given()}
            unit={places().find(({ unit }) => unit.id === given().unit)?.unit.name ?? given().unit}
            onAnother={() => setReceipt(null)}
          />
        )}
      </Match>
      <Match when={openCampaigns().campaigns === null && openCampaigns().failed}>
        <FailureNote failure={null} onRetry={() => void reloadCampaigns()} />
      </Match>
      <Match when={openCampaigns().campaigns === null}>
        <p class="soft busy">{w("load.busy")}</p>
      </Match>
      <Match when={places().length === 0}>
        <p class="note">{w("paper.closed")}</p>
      </Match>
      <Match when={true}>
        <PaperForm places={places()} onReceipt={setReceipt} />
      </Match>
    </Switch>
  );
}

/** A unit that may take in paper forms now, and in which campaign. */
interface Place {
  unit: FormUnit;
  campaign: OpenCampaign;
}

function findPlaces(campaigns: OpenCampaign[], reviewed: { id: string }[]): Place[] {
  return reviewed.flatMap(({ id }) => {
    const campaign = campaigns.find(({ units }) => units.some((unit) => unit.id === id));
    const unit = campaign?.units.find((candidate) => candidate.id === id);
    return campaign && unit ? [{ unit, campaign }] : [];
  });
}

/** A paper form that is being typed in, with the secret under which it will be sent. */
interface PaperDraft {
  key: string;
  form: TypedForm;
}

function PaperForm(props: { places: Place[]; onReceipt: (receipt: Receipt) => void }) {
  const { w } = useWords();
  const { call } = useSession();
  const kept = createKeptTyping<PaperDraft>(() => "paper");
  const begun = kept.typed();
  const draft = { key: begun?.key ?? drawKey(), form: { ...emptyForm(), ...begun?.form } };

  const send = async (entry: FormEntry) => {
    const place = props.places.find(({ unit }) => unit.id === entry.unit) ?? props.places[0];
    if (!place) return;
    const body = {
      campaign: place.campaign.id,
      unit: place.unit.id,
      channel: "paper",
      application: entry.application,
      attachments: entry.attachments,
    } as const;
    try {
      finish(await call(() => enterPaper(body, draft.key)));
    } catch (error) {
      // Another record has this code by chance: a new key gives another.
      if (!isProblem(error, "id.taken")) throw error;
      draft.key = drawKey();
      finish(await call(() => enterPaper(body, draft.key)));
    }
  };
  const finish = (receipt: Receipt) => {
    kept.forget();
    props.onReceipt(receipt);
  };

  return (
    <section class="paper-entry">
      <h1 tabindex="-1">{w("paper.title")}</h1>
      <p class="soft">{w("paper.lead")}</p>
      <Show when={props.places[0]}>
        {(first) => (
          <ApplicationForm
            initial={draft.form}
            units={props.places.map(({ unit }) => unit)}
            consent={first().campaign.consent}
            asksResult={first().campaign.merged}
            channel="paper"
            sendLabel={w("paper.send")}
            onChange={(form) => kept.keep({ key: draft.key, form })}
            onSubmit={send}
          />
        )}
      </Show>
    </section>
  );
}
