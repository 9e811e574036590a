import { canonicalJson } from "#core/base/canonical.ts";
import { usualPlace } from "#core/commendation/certificate.ts";
import { isProblem } from "../../parts/api.ts";
import { createLoad } from "../../parts/loading.tsx";
import { createSavedForm } from "../../parts/saved-input.ts";
import { createSending, describeError } from "../../parts/sending.ts";
import { useSession } from "../../parts/session.tsx";
import { useWords } from "../../words/words.ts";
import { keepCertificatePlace, readCertificatePlace, type TypedPlace } from "../api.ts";

/** Certificate positions as typed, else those of the unit. Call during component setup. */
export function createPlace(given: { unit: () => string; isShown: () => boolean }) {
  const { w, m } = useWords();
  const { call } = useSession();
  const load = createLoad(() => (given.isShown() ? given.unit() : null), readCertificatePlace);
  const setting = () => load.data()?.setting ?? null;
  const kept = (): TypedPlace => setting()?.place ?? usualPlace;
  const { typed, put, forget } = createSavedForm<TypedPlace>(
    () => `commendation/print-place/${given.unit()}`,
    kept,
  );
  // Shows only a message, because the surrounding print form shows field faults.
  const sending = createSending(async (error) => {
    if (!isProblem(error, "version.conflict")) return { trouble: describeError(error, w, m) };
    await load.reload();
    return { trouble: w("commendations.print.place.conflict") };
  });
  return {
    load,
    typed,
    put,
    /** Restores the positions of the unit. */
    forget,
    setting,
    mayKeep: () => load.data()?.may.write ?? false,
    isChanged: () => load.data() !== undefined && canonicalJson(typed()) !== canonicalJson(kept()),
    isUsual: () => canonicalJson(typed()) === canonicalJson(usualPlace),
    takeUsual: () => put(usualPlace),
    sending,
    /** Keeps the typed positions for everyone who prints at the unit. */
    keep: () =>
      sending.run(async () => {
        const version = setting()?.version ?? 0;
        load.put(await call(() => keepCertificatePlace(given.unit(), version, typed())));
        forget();
      }),
  };
}

export type Place = ReturnType<typeof createPlace>;
