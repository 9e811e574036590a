import { dayOf } from "#core/base/calendar.ts";
import { countsAs } from "#core/initiatives/dossier-count.ts";
import { type Initiative, type InitiativeSummary, summarise } from "#core/initiatives/initiative.ts";
import type { Author } from "#core/initiatives/person.ts";
import { currentRecognitions } from "#core/initiatives/recognition.ts";
import { isGroup } from "#core/units/affiliation.ts";
import type { Contribution, Count } from "../contribution.ts";

/** Placeholder for today, on which no count here depends. Overdue dossiers are counted on reading. */
const never = "";

/** Counts `registered` unless withdrawn, `recognised` once for all levels, and `open` by due day. */
export function countInitiative(initiative: Initiative): Contribution {
  const counts: Count[] = [];
  const { year } = initiative;
  const count = (key: string, ...dimensions: string[]) => {
    for (const dimension of new Set(dimensions)) counts.push({ year, key, dimension, value: 1 });
  };
  const application = initiative.origin === "application" ? initiative.application : null;
  const authors = application?.authors ?? [];
  const dimensions = ["", `system:${initiative.system}`];
  if (application) dimensions.push(`field:${application.field}`, ...dimensionsOf(authors));
  const dueOn = initiative.origin === "application" ? initiative.dueOn : null;
  const counted = { ...initiative, dueOn };
  if (countsAs(counted, "registered", never)) {
    const month =
      initiative.origin === "application" ? [`month:${dayOf(initiative.receivedAt).slice(0, 7)}`] : [];
    count("registered", ...dimensions, ...month);
    counts.push(...countAuthors(year, "authors", authors));
  }
  if (countsAs(counted, "recognised", never)) {
    const levels = currentRecognitions(initiative.recognitions).map(({ level }) => `level:${level}`);
    count("recognised", ...dimensions, ...levels, ...authorSystems(summarise(initiative)));
    counts.push(...countAuthors(year, "recognised.authors", authors), ...countOfficers(year, authors));
  }
  count("state", `state:${initiative.state}`);
  if (dueOn !== null) count("open", `due:${dueOn}`);
  return { units: initiative.path, counts };
}

/** An initiative counts once per kind and affiliation of its authors. Unknown affiliations are not counted. */
const dimensionsOf = (authors: readonly Author[]): string[] =>
  authors.flatMap((author) => [
    `authorKind:${author.kind ?? "individual"}`,
    ...(author.affiliation ? [`affiliation:${author.affiliation}`] : []),
    ...(author.organisation ? [`organisation:${author.organisation}`] : []),
  ]);

/** An author of several initiatives counts once for each. */
function countAuthors(year: number, key: string, authors: readonly Author[]): Count[] {
  const dimensions = authors.flatMap(({ kind = "individual", affiliation }) => [
    `kind:${kind}`,
    ...(affiliation ? [`affiliation:${affiliation}`] : []),
  ]);
  return [...Map.groupBy(dimensions, (dimension) => dimension)].map(([dimension, { length }]) => ({
    year,
    key,
    dimension,
    value: length,
  }));
}

function countOfficers(year: number, authors: readonly Author[]): Count[] {
  const persons = authors.filter((author) => !isGroup(author));
  return Object.entries({ front: "front", memberOrganisations: "memberOrganisation" }).flatMap(
    ([of, from]) => {
      const value = persons.filter(({ affiliation }) => affiliation === from).length;
      return value > 0 ? [{ year, key: `recognised.${of}`, dimension: "", value }] : [];
    },
  );
}

/**
 * `authorSystem`: systems of the authors. `knownSystem`: the unit's system, to subtract the initiative from `system`.
 */
const authorSystems = ({ authorSystems, system }: Pick<InitiativeSummary, "authorSystems" | "system">) =>
  authorSystems.length === 0
    ? []
    : [...authorSystems.map((each) => `authorSystem:${each}`), `knownSystem:${system}`];
