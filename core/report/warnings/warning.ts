import { boundValue, type Period } from "#core/base/period.ts";
import type { Warning, WarningCode } from "#core/report/model.ts";

/** `about` distinguishes warnings of one kind and stays equal when the report is made again. */
export function createWarning(
  kind: WarningCode,
  about: string,
  { from, to }: Period,
  figures: { at: string[]; beside?: string[] },
  message: string,
): Warning {
  return {
    id: `${kind}/${about}`,
    code: kind,
    figures: figures.at,
    from: boundValue(from),
    to: boundValue(to),
    related: figures.beside ?? [],
    message,
  };
}
