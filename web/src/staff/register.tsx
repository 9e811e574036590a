import { Show } from "solid-js";
import { dayOf } from "../../../functions/core/calendar.ts";
import { useNavigate, useSearchParams } from "../router.ts";
import { pathTo } from "./address.ts";
import { Desk } from "./desk.tsx";
import { Choice, readYear, yearOptions } from "./filters.tsx";
import { readUnits } from "./grants.ts";
import { createListing } from "./listing.ts";
import { readRegister } from "./requests.ts";
import { useSession } from "./session.tsx";
import { useWords } from "./words.ts";

/** A unit's register of a year (sổ tiếp nhận), by running number. */
export function Register(props: { id: string | null }) {
  const { w } = useWords();
  const { session, call } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ unit: string; year: string }>();
  const thisYear = Number(dayOf(new Date().toISOString()).slice(0, 4));
  const units = () => readUnits(session());
  const unit = () => units().find(({ id }) => id === search.unit)?.id ?? units()[0]?.id ?? null;
  const year = () => readYear(search.year, thisYear);
  const listing = createListing(
    () => (unit() === null ? null : `${unit()}/${year()}`),
    (key, cursor) => {
      const [of = "", within = ""] = key.split("/");
      return call(() => readRegister(of, Number(within), cursor));
    },
  );
  const query = () => ({ unit: units().length > 1 ? unit() : null, year: search.year ?? null });
  return (
    <Show when={unit()} fallback={<p class="note">{w("inbox.none")}</p>}>
      <Desk
        title={w("register.title")}
        listing={listing}
        caption={(count, hasMore) =>
          w(hasMore ? "list.registerCaptionMore" : "list.registerCaption", { year: year(), count })
        }
        empty={w("list.emptyRegister", { year: year() })}
        id={props.id}
        pathTo={(id) => pathTo("register", query(), id)}
        numbered
        belongs={() => true}
        filters={
          <>
            <Choice
              label={w("list.unit")}
              options={units().map(({ id, name }) => ({ value: id, name }))}
              value={unit() ?? ""}
              onChoose={(chosen) => navigate(pathTo("register", { ...query(), unit: chosen }))}
            />
            <Choice
              label={w("list.year")}
              options={yearOptions(thisYear - 7, thisYear, year())}
              value={String(year())}
              onChoose={(chosen) => navigate(pathTo("register", { ...query(), year: chosen }))}
            />
          </>
        }
      />
    </Show>
  );
}
