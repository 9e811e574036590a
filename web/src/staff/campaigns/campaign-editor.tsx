import { createEffect, createSignal, For, type JSX, Show } from "solid-js";
import { createStore, unwrap } from "solid-js/store";
import { isDay } from "#core/base/text.ts";
import { type CampaignForm, changedFields, formOf } from "#core/campaigns/form.ts";
import type { CampaignView } from "../../../../functions/api/campaigns/views.ts";
import { writeDay, writeInstant } from "../../dates.ts";
import { usePageTitle } from "../../page-title.ts";
import { pathTo } from "../parts/address.ts";
import { isProblem, readDocuments } from "../parts/api.ts";
import { DocumentDialog } from "../parts/document-dialog.tsx";
import { FaultList } from "../parts/fault-list.tsx";
import { createUnread, FaultsProvider } from "../parts/fields.tsx";
import { administeredUnits } from "../parts/grants.ts";
import { createLoad } from "../parts/loading.tsx";
import { Status } from "../parts/messages.tsx";
import { replacement } from "../parts/replacement.ts";
import { createSavedInput } from "../parts/saved-input.ts";
import { createSending } from "../parts/sending.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { changeCampaign, readCampaign, readTree } from "./api.ts";
import { BasisSection } from "./basis-section.tsx";
import { CampaignLog } from "./campaign-log.tsx";
import { CampaignMoves } from "./campaign-moves.tsx";
import { ConflictNote } from "./conflict-note.tsx";
import { CouncilsSection } from "./council-section.tsx";
import { MainSection } from "./main-section.tsx";
import { ParticipationSection, UnitsSection } from "./people-sections.tsx";
import { RubricSection } from "./rubric-section.tsx";
import { DaysLeft, StageTag } from "./stage-tag.tsx";
import { mergeCampaign } from "./typed-campaign.ts";

const sections = ["main", "units", "councils", "participation", "rubric", "basis", "log"] as const;

export function CampaignEditor(props: { view: CampaignView }) {
  const { w } = useWords();
  const { session, call } = useSession();
  const { id } = props.view.campaign;
  const kept = createSavedInput<{ base: CampaignView; form: CampaignForm }>(() => `campaign/${id}`);
  const before = kept.typed();
  const [base, setBase] = createSignal(before?.base ?? props.view);
  const [form, setForm] = createStore<CampaignForm>(
    structuredClone(before?.form ?? formOf(props.view.campaign)),
  );
  const [theirs, setTheirs] = createSignal<CampaignView | null>(null);
  const [status, setStatus] = createSignal("");
  const [entering, setEntering] = createSignal(false);
  const changed = () => changedFields(formOf(base().campaign), form);
  const frozen = () => base().campaign.state !== "draft";
  createEffect(() => {
    if (changed().length > 0) kept.keep({ base: base(), form: JSON.parse(JSON.stringify(form)) });
    else kept.keep(null);
  });
  const tree = createLoad(
    () => (isDay(form.opensOn) && form.unit !== "" ? `${form.unit} ${form.opensOn}` : null),
    (key) => {
      const [unit = "", on = ""] = key.split(" ");
      return call(() => readTree(unit, on));
    },
  );
  const documents = createLoad(() => "documents", readDocuments);
  const units = () => tree.data()?.units ?? [];
  const unitOptions = () => {
    const own = administeredUnits(session()).map(({ id: unit, name }) => ({ value: unit, name }));
    const known = own.some(({ value }) => value === form.unit);
    return known ? own : [{ value: form.unit, name: form.unit }, ...own];
  };
  usePageTitle(() => base().campaign.name);

  const sending = createSending(async (error) => {
    if (!isProblem(error, "version.conflict")) return null;
    setTheirs(await call(() => readCampaign(id)));
    return {};
  });
  const accept = (view: CampaignView) => {
    setBase(view);
    setForm(replacement(unwrap(form), formOf(view.campaign)));
    sending.reset();
    setTheirs(null);
  };
  const unread = createUnread(kept.texts);
  const save = async () => {
    setStatus("");
    const faults = unread.faults();
    if (faults.length > 0) return { faults };
    const sent = structuredClone(unwrap(form));
    const view = await call(() => changeCampaign(id, base().campaign.version, sent));
    accept(view);
    setStatus(w("campaigns.saved", { time: writeInstant(new Date().toISOString()).slice(-5) }));
    return null;
  };
  const join = (view: CampaignView) => {
    const mine = structuredClone(unwrap(form));
    const { merged } = mergeCampaign(formOf(base().campaign), mine, formOf(view.campaign));
    setBase(view);
    setForm(replacement(unwrap(form), merged));
    setTheirs(null);
  };
  const section = () => ({ form, set: setForm, frozen: frozen() });

  return (
    <div class="campaign">
      <p class="back">
        <a href={pathTo("campaigns")}>{w("campaigns.back")}</a>
      </p>
      <div class="head-row">
        <h1>{base().campaign.name}</h1>
        <StageTag stage={base().stage} />
        <span class="nowrap">
          {writeDay(base().campaign.opensOn)}–{writeDay(base().campaign.closesOn)}
        </span>
        <DaysLeft
          stage={base().stage}
          opensOn={base().campaign.opensOn}
          closesOn={base().campaign.closesOn}
          today={base().today}
        />
        <CampaignMoves
          view={base()}
          unsaved={changed().length > 0}
          onDone={accept}
          onFaults={(faults) => void sending.run(async () => ({ faults }))}
        />
      </div>
      <Show when={base().stage === "draft"}>
        <p class="note">
          {w("campaigns.notPublic")} <Show when={base().campaign.copiedFrom}>{w("campaigns.copied")}</Show>
        </p>
      </Show>
      <Show when={frozen()}>
        <p class="soft">{w("campaigns.frozenNote")}</p>
      </Show>
      <Show when={theirs()}>
        {(view) => (
          <ConflictNote
            base={formOf(base().campaign)}
            mine={form}
            theirs={view()}
            onJoin={() => join(view())}
            onTake={() => accept(view())}
          />
        )}
      </Show>
      <div class="campaign-columns">
        <nav class="section-nav" aria-label={w("campaigns.sections")}>
          <ul>
            <For each={sections}>
              {(name) => (
                <li>
                  <a href={`#section-${name}`}>{w(`campaigns.section.${name}`)}</a>
                </li>
              )}
            </For>
          </ul>
        </nav>
        <form
          class="entry-form"
          novalidate
          onSubmit={(event) => {
            event.preventDefault();
            void sending.run(save);
          }}
        >
          <FaultList
            faults={sending.faults()}
            title={w("campaigns.errors", { count: sending.faults().length })}
          />
          <FaultsProvider faults={sending.faults()} unread={unread}>
            <EditorSection name="main">
              <MainSection {...section()} unitOptions={unitOptions()} />
            </EditorSection>
            <EditorSection name="units" lead={w("campaigns.units.lead")}>
              <UnitsSection {...section()} units={units()} />
            </EditorSection>
            <EditorSection name="councils" lead={w("campaigns.councils.lead")}>
              <CouncilsSection {...section()} units={units()} held={base().campaign.councils} />
            </EditorSection>
            <EditorSection name="participation" lead={w("campaigns.participation.lead", { year: form.year })}>
              <ParticipationSection {...section()} units={units()} />
            </EditorSection>
            <EditorSection name="rubric">
              <RubricSection {...section()} />
            </EditorSection>
            <EditorSection name="basis" lead={w("campaigns.basis.lead")}>
              <BasisSection
                {...section()}
                documents={documents.data()?.documents ?? []}
                onNew={() => setEntering(true)}
              />
            </EditorSection>
          </FaultsProvider>
          <div class="save-bar">
            <button type="submit" class="button main" aria-disabled={sending.busy()}>
              {w("campaigns.save")}
            </button>
            <Status
              text={
                status() ||
                sending.trouble() ||
                (changed().length > 0 ? w("campaigns.unsaved") : w("campaigns.unchanged"))
              }
            />
          </div>
          <EditorSection name="log">
            <CampaignLog log={base().log} />
          </EditorSection>
        </form>
      </div>
      <DocumentDialog
        open={entering()}
        unit={form.unit}
        onClose={() => setEntering(false)}
        onAdded={(document) => {
          setEntering(false);
          const others = documents.data()?.documents ?? [];
          documents.put({ documents: [document, ...others.filter((each) => each.id !== document.id)] });
          if (!form.basis.includes(document.id)) setForm("basis", (list) => [...list, document.id]);
        }}
      />
    </div>
  );
}

function EditorSection(props: { name: (typeof sections)[number]; lead?: string; children: JSX.Element }) {
  const { w } = useWords();
  return (
    <section class="entry-section" id={`section-${props.name}`} aria-labelledby={`head-${props.name}`}>
      <h2 id={`head-${props.name}`}>{w(`campaigns.section.${props.name}`)}</h2>
      <Show when={props.lead}>
        <p class="soft">{props.lead}</p>
      </Show>
      {props.children}
    </section>
  );
}
