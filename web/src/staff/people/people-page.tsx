import "./people.css";
import { Show } from "solid-js";
import { FailureNote } from "../parts/failure-note.tsx";
import { administeredUnits } from "../parts/grants.ts";
import { createLoad } from "../parts/loading.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { readPeople, readPerson } from "./api.ts";
import { PeopleList } from "./people-list.tsx";
import { PersonSheet } from "./person-sheet.tsx";

export function PeoplePage(props: { id: string | null }) {
  return (
    <Show when={props.id} keyed fallback={<PeopleList />}>
      {(id) => <OnePerson id={id} />}
    </Show>
  );
}

function OnePerson(props: { id: string }) {
  const { w } = useWords();
  const { session, call } = useSession();
  const person = createLoad(
    () => props.id,
    (id) => call(() => readPerson(id)),
  );
  // Councils to choose from and colleagues to hand over to.
  const around = createLoad(
    () => administeredUnits(session())[0]?.id ?? null,
    (unit) => call(() => readPeople(unit)),
  );
  return (
    <>
      <Show when={person.failure()}>
        {(failure) => <FailureNote failure={failure()} onRetry={() => void person.reload()} />}
      </Show>
      <Show when={person.data()} fallback={<p class="soft busy">{person.busy() ? w("load.busy") : ""}</p>}>
        {(view) => (
          <PersonSheet
            view={view()}
            councils={around.data()?.councils ?? []}
            colleagues={around.data()?.staff ?? []}
            onChanged={person.put}
            onReload={person.reload}
          />
        )}
      </Show>
    </>
  );
}
