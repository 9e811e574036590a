import { createUniqueId, For, Show, Suspense } from "solid-js";
import type { Application } from "#core/initiatives/application.ts";
import { sumShares } from "#core/initiatives/person.ts";
import { isGroup } from "#core/units/affiliation.ts";
import type { InitiativeView } from "../../../../functions/api/initiatives/views.ts";
import { sayAffiliation } from "../../author-words.ts";
import { writeDay } from "../../dates.ts";
import { Fact } from "../../fact.tsx";
import { lazyComponent } from "../../lazy-component.ts";
import { formatNumber } from "../parts/numbers.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";

const FilesSection = lazyComponent(() => import("../../public/follow/files-section.tsx"), "FilesSection");

/** Headings follow the paper form (Phụ lục I, Thông tư 18/2013/TT-BKHCN). */
export function ApplicationSheet(props: {
  view: InitiativeView;
  onWait: () => void;
  onChange: (view: InitiativeView) => void;
  application: Application;
  addressee: string;
  receivedOn: string | null;
}) {
  const { w, m, language } = useWords();
  const { call } = useSession();
  const form = () => props.application;
  const contactKnown = () => form().contact.phone !== "" || form().contact.email !== "";
  const heading = createUniqueId();
  return (
    <section class="application-sheet" aria-labelledby={heading}>
      <h3 id={heading}>{w("dossier.application")}</h3>
      <dl>
        <Fact name={w("dossier.addressee")}>{props.addressee}</Fact>
        <Fact name={w("dossier.kind")}>{m(`kind.${form().kind}`)}</Fact>
      </dl>
      <h4>{w("dossier.authors")}</h4>
      <PeopleTable
        people={form().authors}
        caption={w("dossier.authorsCaption", { sum: formatNumber(sumShares(form().authors), language(), 2) })}
      />
      <Show when={!contactKnown()}>
        <p class="soft small">{w("dossier.personalHidden")}</p>
      </Show>
      <dl>
        <Fact name={w("list.title")}>{form().title || m("text.erased")}</Fact>
        <Fact name={w("dossier.investor")}>{form().investor || w("dossier.investorIsAuthor")}</Fact>
        <Fact name={w("dossier.applicationField")}>{m(`applicationField.${form().field}`)}</Fact>
        <Fact name={w("dossier.firstUsedOn")}>
          {form().firstUsedOn ? writeDay(form().firstUsedOn) : w("dossier.notUsedYet")}
        </Fact>
      </dl>
      <Passage name={w("dossier.substance")} text={form().substance || m("text.erased")} />
      <Passage name={w("dossier.confidential")} text={form().confidential} marked />
      <Passage name={w("dossier.conditions")} text={form().conditions || m("text.erased")} />
      <Passage name={w("field.benefitsByAuthor")} text={form().benefitsByAuthor} />
      <Passage name={w("field.benefitsByUsers")} text={form().benefitsByUsers} />
      <h4>{w("dossier.participants")}</h4>
      <Show when={form().participants.length > 0} fallback={<p class="soft">{w("dossier.nothingSaid")}</p>}>
        <PeopleTable people={form().participants} caption={w("dossier.participantsCaption")} />
      </Show>
      <Suspense>
        <Show when={props.view.attachments.length > 0 || props.view.replaceable === "all"}>
          <FilesSection
            view={props.view}
            accessKey={null}
            call={call}
            heading="h4"
            onWait={props.onWait}
            onChange={props.onChange}
          />
        </Show>
      </Suspense>
      <Show when={contactKnown()}>
        <h4>{w("dossier.contact")}</h4>
        <dl>
          <Show when={form().contact.phone}>
            {(phone) => (
              <Fact name={w("dossier.phone")}>
                <a href={`tel:${phone()}`}>{phone()}</a>
              </Fact>
            )}
          </Show>
          <Show when={form().contact.email}>
            {(email) => (
              <Fact name={w("dossier.email")}>
                <a href={`mailto:${email()}`}>{email()}</a>
              </Fact>
            )}
          </Show>
        </dl>
      </Show>
      <p class="declared">
        {w("dossier.declared")}
        <Show when={props.receivedOn}>{(day) => ` ${writeDay(day())}.`}</Show>
      </p>
    </section>
  );
}

function Passage(props: { name: string; text: string; marked?: boolean }) {
  const { w } = useWords();
  return (
    <>
      <h4>{props.name}</h4>
      <Show when={props.text} fallback={<p class="soft">{w("dossier.nothingSaid")}</p>}>
        <p class="passage" classList={{ marked: props.marked ?? false }}>
          {props.text}
        </p>
      </Show>
    </>
  );
}

type Person = Application["authors"][number] | Application["participants"][number];

function GroupNote(props: { person: Person }) {
  const { m } = useWords();
  const group = () => ("share" in props.person && isGroup(props.person) ? props.person : null);
  return (
    <Show when={group()}>
      {(author) => (
        <span class="soft small">
          {` (${m(`authorKind.${author().kind}`)}`}
          {author().representative
            ? `; ${m("author.representedBy", { name: author().representative ?? "" })}`
            : ""}
          )
        </span>
      )}
    </Show>
  );
}

function PeopleTable(props: { people: Person[]; caption: string }) {
  const { w, m, language } = useWords();
  const hasBirth = () => props.people.some(({ birthDate }) => birthDate !== "");
  const affiliationOf = (person: Person) => ("share" in person ? sayAffiliation(person, m) : "");
  const hasAffiliation = () => props.people.some((person) => affiliationOf(person) !== "");
  const hasShare = () => props.people.some((person) => "share" in person);
  return (
    <section class="wide-table" tabindex="0" aria-label={props.caption}>
      <table class="people">
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col" class="n">
              {w("dossier.order")}
            </th>
            <th scope="col">{w("dossier.fullName")}</th>
            <Show when={hasBirth()}>
              <th scope="col">{w("dossier.birthDate")}</th>
            </Show>
            <th scope="col">{w("dossier.workplace")}</th>
            <Show when={hasAffiliation()}>
              <th scope="col">{w("dossier.affiliation")}</th>
            </Show>
            <th scope="col">{w("dossier.position")}</th>
            <th scope="col">{w("dossier.qualification")}</th>
            <th scope="col" class={hasShare() ? "n" : ""}>
              {w(hasShare() ? "dossier.share" : "dossier.work")}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.people}>
            {(person, i) => (
              <tr>
                <td class="n order">{i() + 1}</td>
                <th scope="row">
                  {person.fullName || m("text.erased")}
                  <GroupNote person={person} />
                </th>
                <Show when={hasBirth()}>
                  <td class="nowrap" data-label={w("dossier.birthDate")}>
                    {person.birthDate ? writeDay(person.birthDate) : ""}
                  </td>
                </Show>
                <td data-label={w("dossier.workplace")}>{person.workplace}</td>
                <Show when={hasAffiliation()}>
                  <td data-label={w("dossier.affiliation")}>{affiliationOf(person)}</td>
                </Show>
                <td data-label={w("dossier.position")}>{person.position}</td>
                <td data-label={w("dossier.qualification")}>{person.qualification}</td>
                <td
                  class={hasShare() ? "n" : ""}
                  data-label={w(hasShare() ? "dossier.share" : "dossier.work")}
                >
                  {"share" in person ? `${formatNumber(person.share, language(), 2)}%` : person.work}
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}
