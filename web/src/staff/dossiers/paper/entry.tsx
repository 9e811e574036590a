import { createMemo, createSignal, Match, Show, Switch } from "solid-js";
import { startOfDay } from "#core/base/calendar.ts";
import type { FieldError } from "#core/base/problems.ts";
import type { Receipt } from "#core/initiatives/submission.ts";
import type { PaperCampaignsView } from "../../../../../functions/api/campaigns/views.ts";
import { ProblemError } from "../../../api.ts";
import { writeDay } from "../../../dates.ts";
import { usePageTitle } from "../../../page-title.ts";
import { ApplicationForm } from "../../../public/form/application-form.tsx";
import { drawKey } from "../../../public/form/drafts/drafts.ts";
import type { FormEntry } from "../../../public/form/form-state.ts";
import { emptyForm, type TypedForm } from "../../../public/form/typed-form.ts";
import { isProblem } from "../../parts/api.ts";
import { DayField, FaultsProvider, SelectField } from "../../parts/fields.tsx";
import { reviewedUnits } from "../../parts/grants.ts";
import { createLoad, LoadNote } from "../../parts/loading.tsx";
import { createSavedInput } from "../../parts/saved-input.ts";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { enterPaper, readPaperCampaigns } from "../api.ts";
import { PaperReceipt } from "./receipt.tsx";

export function PaperEntry() {
  const { w } = useWords();
  const { session } = useSession();
  const [receipt, setReceipt] = createSignal<Receipt | null>(null);
  const load = createLoad<PaperCampaignsView[]>(
    () =>
      reviewedUnits(session())
        .map(({ id }) => id)
        .join("/") || null,
    (units) => Promise.all(units.split("/").map(readPaperCampaigns)),
  );
  usePageTitle(() => w("nav.paper"));
  const [before, setBefore] = createSignal<Batch | null>(null);
  const another = () => {
    setReceipt(null);
    queueMicrotask(() => document.querySelector<HTMLElement>(".paper-entry h1")?.focus());
  };
  const places = createMemo(() => findPlaces(load.data() ?? []));
  return (
    <Switch>
      <Match when={reviewedUnits(session()).length === 0}>
        <p class="note">{w("paper.none")}</p>
      </Match>
      <Match when={receipt()}>
        {(given) => (
          <PaperReceipt
            receipt={given()}
            unit={
              places()
                .flatMap(({ units }) => units)
                .find(({ id }) => id === given().unit)?.name ?? given().unit
            }
            onAnother={another}
          />
        )}
      </Match>
      <Match when={load.data() === undefined}>
        <LoadNote of={load} />
      </Match>
      <Match when={places().length === 0}>
        <p class="note">{w("paper.closed")}</p>
      </Match>
      <Match when={true}>
        <PaperForm
          places={places()}
          today={load.data()?.[0]?.today ?? ""}
          before={before()}
          onReceipt={(given, batch) => {
            setBefore(batch);
            setReceipt(given);
          }}
        />
      </Match>
    </Switch>
  );
}

type PaperCampaign = PaperCampaignsView["campaigns"][number];

function findPlaces(views: PaperCampaignsView[]): PaperCampaign[] {
  const found = new Map<string, PaperCampaign>();
  for (const campaign of views.flatMap(({ campaigns }) => campaigns)) {
    const units = [...(found.get(campaign.id)?.units ?? []), ...campaign.units];
    found.set(campaign.id, {
      ...campaign,
      units: [...new Map(units.map((unit) => [unit.id, unit])).values()],
    });
  }
  return [...found.values()].sort((a, b) => (a.closesOn < b.closesOn ? 1 : -1));
}

/** Values shared by papers entered one after another. */
interface Batch {
  campaign: string;
  receivedOn: string;
}

function PaperForm(props: {
  places: PaperCampaign[];
  today: string;
  /** Null for the first paper. */
  before: Batch | null;
  onReceipt: (receipt: Receipt, batch: Batch) => void;
}) {
  const { w } = useWords();
  const { call } = useSession();
  const kept = createSavedInput<Batch & { key: string; form: TypedForm }>(() => "paper");
  const begun = kept.typed();
  const draft = { key: begun?.key ?? drawKey(), form: { ...emptyForm(), ...begun?.form } };
  const [receivedOn, setReceivedOn] = createSignal(
    begun?.receivedOn || props.before?.receivedOn || props.today,
  );
  const [chosen, choose] = createSignal(begun?.campaign ?? props.before?.campaign ?? "");
  const [faults, setFaults] = createSignal<FieldError[]>([]);
  const campaign = () => props.places.find(({ id }) => id === chosen()) ?? props.places[0];
  const keep = () => kept.keep({ ...draft, campaign: campaign()?.id ?? "", receivedOn: receivedOn() });
  const late = () => startOfDay(receivedOn() || props.today) >= (campaign()?.closesAt ?? "~");

  const send = async (entry: FormEntry) => {
    const place = campaign();
    if (!place) return;
    setFaults([]);
    try {
      await sendTo(place, entry);
    } catch (error) {
      if (error instanceof ProblemError)
        setFaults(error.errors.filter(({ pointer }) => pointer === "/receivedOn"));
      throw error;
    }
  };
  const sendTo = async (place: PaperCampaign, entry: FormEntry) => {
    const body = {
      campaign: place.id,
      unit: entry.unit,
      channel: "paper",
      receivedOn: receivedOn(),
      application: entry.application,
      attachments: entry.attachments,
      publishName: entry.publishName,
    } as const;
    try {
      finish(await call(() => enterPaper(body, draft.key)));
    } catch (error) {
      // A new key gives another code.
      if (!isProblem(error, "id.taken")) throw error;
      draft.key = drawKey();
      finish(await call(() => enterPaper(body, draft.key)));
    }
  };
  const finish = (receipt: Receipt) => {
    kept.forget();
    props.onReceipt(receipt, { campaign: chosen(), receivedOn: receivedOn() });
  };

  return (
    <section class="paper-entry">
      <h1 tabindex="-1">{w("nav.paper")}</h1>
      <p class="soft">{w("paper.lead")}</p>
      <FaultsProvider faults={faults()}>
        <div class="entry-grid">
          <SelectField
            pointer="/campaign"
            label={w("reportRuns.campaign")}
            options={props.places.map(({ id, name }) => ({ value: id, name }))}
            value={campaign()?.id ?? ""}
            onInput={(id) => {
              choose(id);
              keep();
            }}
          />
          <DayField
            pointer="/receivedOn"
            label={w("paper.receivedOn")}
            hint={w("paper.receivedOn.hint")}
            value={receivedOn()}
            onInput={(day) => {
              setReceivedOn(day);
              setFaults([]);
              keep();
            }}
          />
        </div>
      </FaultsProvider>
      <p role="status">
        <Show when={late()}>{w("paper.late", { day: writeDay(campaign()?.closesOn ?? "") })}</Show>
      </p>
      <Show when={campaign()} keyed>
        {(place) => (
          <ApplicationForm
            initial={draft.form}
            units={place.units}
            consent={place.consent}
            asksResult={place.merged}
            asksName
            channel="paper"
            sendLabel={w("paper.send")}
            onChange={(form) => {
              draft.form = form;
              keep();
            }}
            onSubmit={send}
          />
        )}
      </Show>
    </section>
  );
}
