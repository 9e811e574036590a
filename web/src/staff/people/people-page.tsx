import { createLoad, Loaded } from "../parts/loading.tsx";
import "./people.css";
import { Show } from "solid-js";
import { administeredUnits } from "../parts/grants.ts";
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
  const { session } = useSession();
  const person = createLoad(() => props.id, readPerson);
  const around = createLoad(() => administeredUnits(session())[0]?.id ?? null, readPeople);
  return (
    <Loaded of={person} title={w("nav.people")}>
      {(view) => (
        <PersonSheet
          view={view()}
          councils={around.data()?.councils ?? []}
          colleagues={around.data()?.staff ?? []}
          onChanged={person.put}
          onReload={person.reload}
        />
      )}
    </Loaded>
  );
}
