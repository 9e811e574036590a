import { For, Show } from "solid-js";
import { Button } from "../../button.tsx";
import { Field, SelectField } from "../parts/fields.tsx";
import { administeredUnits } from "../parts/grants.ts";
import { useSession } from "../parts/session.tsx";
import { useWords } from "../words/words.ts";
import { sitsOnCouncil, staffRoles, type TypedGrant } from "./typed-grants.ts";
import { UnitPicker } from "./unit-picker.tsx";

const noGrant = { role: "reviewer", unit: "", council: "" } as const;

export function GrantsEditor(props: {
  grants: TypedGrant[];
  councils: { id: string; name: string; unit: string }[];
  /** Reason why a grant cannot be changed; null if it can be. */
  fixed: (grant: TypedGrant) => string | null;
  onChange: (grants: TypedGrant[]) => void;
}) {
  const { w, m } = useWords();
  const { session } = useSession();
  const units = () => administeredUnits(session());
  const put = (at: number, change: Partial<TypedGrant>) =>
    props.onChange(props.grants.map((grant, i) => (i === at ? { ...grant, ...change } : grant)));
  const councilsAt = (unit: string) => props.councils.filter((council) => council.unit === unit);
  const putUnit = (at: number, unit: string) => {
    const [one, ...more] = councilsAt(unit);
    put(at, { unit, council: one && more.length === 0 ? one.id : "" });
  };
  const add = () => {
    const [one, ...more] = units();
    const unit = one && more.length === 0 ? one.id : "";
    props.onChange([...props.grants, { role: "reviewer", unit, council: "" }]);
  };
  return (
    <div class="grants">
      <For each={props.grants.map((_, at) => at)}>
        {(at) => {
          // Reads by index, so that typing does not replace the field. Solid reads a removed row once more.
          const grant = () => props.grants[at] ?? noGrant;
          return (
            <fieldset class="grant">
              <legend>{w("people.grant", { number: at + 1 })}</legend>
              <Show
                when={props.fixed(grant()) === null}
                fallback={
                  <p>
                    {props.fixed(grant())} <span class="soft">({w("people.outside")})</span>
                  </p>
                }
              >
                <div class="entry-grid">
                  <SelectField
                    pointer={`/grants/${at}/role`}
                    label={w("people.role")}
                    options={staffRoles.map((role) => ({ value: role, name: m(`role.${role}`) }))}
                    value={grant().role}
                    onInput={(role) =>
                      put(at, { role: staffRoles.find((each) => each === role) ?? "reviewer" })
                    }
                  />
                  <UnitPicker
                    pointer={`/grants/${at}/unit`}
                    label={w("list.unit")}
                    units={units()}
                    value={grant().unit}
                    onChoose={(unit) => putUnit(at, unit)}
                  />
                  <Show when={sitsOnCouncil(grant().role)}>
                    <SelectField
                      pointer={`/grants/${at}/council`}
                      label={w("list.council")}
                      options={[
                        {
                          value: "",
                          name: w(
                            grant().unit !== "" && councilsAt(grant().unit).length === 0
                              ? "people.noCouncil"
                              : "campaigns.council.choose",
                          ),
                        },
                        ...councilsAt(grant().unit).map(({ id, name }) => ({ value: id, name })),
                      ]}
                      value={grant().council}
                      onInput={(council) => put(at, { council })}
                    />
                  </Show>
                </div>
                <Show when={props.grants.length > 1}>
                  <Button
                    class="small quiet"
                    label={w("people.dropGrant", { number: at + 1 })}
                    onClick={() => props.onChange(props.grants.filter((_, i) => i !== at))}
                  />
                </Show>
              </Show>
            </fieldset>
          );
        }}
      </For>
      <Field pointer="/grants" label={w("people.grants")} bare>
        {(control) => (
          <button {...control()} type="button" class="button small" onClick={add}>
            {w("people.addGrant")}
          </button>
        )}
      </Field>
    </div>
  );
}
