import * as v from "valibot";
import { reference } from "#core/base/text.ts";
import type { Move, Note } from "#core/initiatives/lifecycle.ts";
import { CouncilId } from "#core/units/council.ts";

/** Who asks. A member of staff carries the grants of the session; an author proves one initiative by its access key. */
export type Viewer =
  | { kind: "public" }
  | { kind: "author"; initiative: string }
  | { kind: "coAuthor"; initiative: string; author: number }
  | { kind: "staff"; id: string; name: string; grants: Grant[] };

export const staffRoles = ["reviewer", "member", "secretary", "administrator"] as const;
export type StaffRole = (typeof staffRoles)[number];

/** A role at a unit; for a council's people, at a council of that unit. */
export const Grant = v.variant("role", [
  v.strictObject({ role: v.picklist(["reviewer", "administrator"]), unit: reference("unit.missing") }),
  v.strictObject({
    role: v.picklist(["member", "secretary"]),
    unit: reference("unit.missing"),
    council: CouncilId,
  }),
]);
export type Grant = v.InferOutput<typeof Grant>;

/** A council by its id and by the unit at which it sits: a grant must name both. */
export interface CouncilReference {
  id: string;
  unit: string;
}

/** What is asked for: `units` answer for it (a record's path, a unit's reach), `council` has it on its table. */
export interface Resource {
  initiative?: string;
  units?: readonly string[];
  council?: CouncilReference | null;
}

/**
 * How a grant must touch the resource. `anyone` needs no sign-in; `own` is the author's key, or a co-author's link; `unit` asks that the grant's unit
 * is among those that answer for the record; `council` that the dossier lies with that council; `signedIn` nothing more.
 */
type Rule =
  | { role: "public"; scope: "anyone" }
  | { role: "author" | "coAuthor"; scope: "own" }
  | { role: StaffRole; scope: "unit" | "council" | "signedIn" };

export type Action =
  | "campaign.read"
  | "campaign.list"
  | "campaign.manage"
  | "council.list"
  | "council.manage"
  | "document.list"
  | "document.add"
  | "declared.read"
  | "declared.write"
  | "challenge.read"
  | "health.read"
  | "staff.list"
  | "staff.read"
  | "staff.manage"
  | "session.begin"
  | "session.read"
  | "session.end"
  | "library.read"
  | "draft.read"
  | "draft.keep"
  | "initiative.submit"
  | "initiative.enterPaper"
  | "initiative.read"
  | "initiative.readPersonal"
  | "initiative.readHistory"
  | "receipt.read"
  | "accessKey.request"
  | "attachment.upload"
  | "attachment.readState"
  | "workbook.upload"
  | "attachment.read"
  | "initiative.readAsCoAuthor"
  | "initiative.inviteCoAuthors"
  | `initiative.${Move | Note}`
  | "inbox.read"
  | "register.read"
  | "councilQueue.read"
  | "unit.read"
  | "unit.change"
  | "figures.read"
  | "report.read"
  | "report.edit"
  | "report.approve"
  | "report.run"
  | "report.ask"
  | "report.submit"
  | "report.remind"
  | "job.read"
  | "job.list"
  | `job.begin.${"import" | "export" | "workbook" | "relocate" | "report"}`;

const anyone: Rule[] = [{ role: "public", scope: "anyone" }];
const author: Rule = { role: "author", scope: "own" };
const coAuthor: Rule = { role: "coAuthor", scope: "own" };
const reviewer: Rule = { role: "reviewer", scope: "unit" };
const secretary: Rule = { role: "secretary", scope: "council" };
const member: Rule = { role: "member", scope: "council" };
const administrator: Rule = { role: "administrator", scope: "unit" };
const allStaff: Rule[] = (["reviewer", "member", "secretary", "administrator"] as const).map((role) => ({
  role,
  scope: "signedIn",
}));
const staffOfUnit: Rule[] = [
  reviewer,
  { role: "secretary", scope: "unit" },
  { role: "member", scope: "unit" },
  administrator,
];

/**
 * Who may do what to which record. What is not here is refused. A test walks every route with every role against it.
 * Birth dates and contacts are for those who must reach the author: the author and the receiving unit (Luật 91/2025/QH15).
 */
export const access: Record<Action, readonly Rule[]> = {
  "health.read": anyone,
  "campaign.read": anyone,
  "campaign.list": [{ role: "administrator", scope: "signedIn" }],
  "campaign.manage": [administrator],
  // The council's unit answers for it, or one above.
  "council.list": [administrator],
  "council.manage": [administrator],
  "document.list": allStaff,
  // Whoever enters a unit's figures or campaigns adds what these cite. Nobody changes a document.
  "document.add": [reviewer, administrator],
  "declared.read": [reviewer, administrator],
  "declared.write": [reviewer, administrator],
  "staff.list": [administrator],
  "staff.read": [administrator],
  // Which grants an administrator may give, core/staff-changes.ts says.
  "staff.manage": [administrator],
  "challenge.read": anyone,
  "library.read": anyone,
  // Who may is in the link: its id, its key, and the write key that derives from it.
  "draft.read": anyone,
  "draft.keep": anyone,
  "session.begin": anyone,
  "session.read": allStaff,
  "session.end": anyone,
  "initiative.submit": anyone,
  "initiative.enterPaper": [reviewer],
  "initiative.read": [author, reviewer, secretary, member, administrator],
  "initiative.readPersonal": [author, reviewer],
  "initiative.readHistory": [author, reviewer, secretary, administrator],
  "receipt.read": [author, reviewer, secretary, member, administrator],
  "accessKey.request": anyone,
  "attachment.upload": anyone,
  // Whoever knows the id of an upload was given it.
  "attachment.readState": anyone,
  "workbook.upload": [
    { role: "reviewer", scope: "signedIn" },
    { role: "administrator", scope: "signedIn" },
  ],
  // The same people who read the text that the files belong to.
  "attachment.read": [author, reviewer, secretary, member, administrator],
  "initiative.accept": [reviewer],
  "initiative.report": [author, reviewer],
  "initiative.return": [reviewer],
  "initiative.resubmit": [author, reviewer],
  "initiative.refuse": [reviewer],
  "initiative.withdraw": [author, reviewer],
  "initiative.propose": [reviewer],
  "initiative.takeUp": [secretary],
  "initiative.recognise": [secretary],
  "initiative.notRecognise": [secretary],
  "initiative.askToComplete": [secretary],
  "initiative.complete": [author, reviewer],
  "initiative.proposeAbove": [reviewer],
  "initiative.revoke": [secretary],
  "initiative.readAsCoAuthor": [coAuthor],
  "initiative.inviteCoAuthors": [author],
  "initiative.answerAsCoAuthor": [coAuthor],
  // An author for themselves; at the counter for whoever comes there.
  "initiative.changeNameConsent": [author, reviewer],
  "initiative.correctContact": [author, reviewer],
  // While it is open; which files, core/replaced-files.ts says.
  "initiative.replaceFiles": [author, reviewer],
  "initiative.correctDecision": [secretary],
  "initiative.erase": [author, reviewer],
  // At the counter, for an author without an address of mail.
  "initiative.renewKey": [reviewer],
  // A unit ends and another takes its open dossiers: a job does it for the administrator.
  "initiative.transfer": [administrator],
  "inbox.read": [reviewer, administrator],
  "register.read": [reviewer, administrator],
  "councilQueue.read": [secretary, member],
  // What the units are called and how they stand is known to everybody; who asks is staff, since only the desk needs it.
  "unit.read": allStaff,
  "unit.change": [administrator],
  "figures.read": staffOfUnit,
  "report.read": staffOfUnit,
  "report.edit": [reviewer, administrator],
  // Approves, numbers, publishes, and begins a new edition.
  "report.approve": [administrator],
  // Has the reports of all units of a campaign made at once.
  "report.run": [administrator],
  // A unit asks those below it; each submits its own.
  "report.ask": [administrator],
  "report.remind": [administrator],
  "report.submit": [reviewer, administrator],
  // Of jobs, each sees those that they might have begun.
  "job.read": staffOfUnit,
  "job.list": staffOfUnit,
  // A reviewer brings in what a reviewer may enter: the register and the figures of the unit.
  "job.begin.import": [administrator, reviewer],
  "job.begin.workbook": [administrator, reviewer],
  // The list that it is of has a row of its own, asked for as well.
  "job.begin.export": staffOfUnit,
  "job.begin.relocate": [administrator],
  "job.begin.report": [reviewer, administrator],
};

/** True for what nobody may do without being signed in. */
export function isForStaff(action: Action): boolean {
  return access[action].every(({ scope }) => scope !== "anyone" && scope !== "own");
}

/** The role under which the viewer may do it, or null: deny by default. */
export function roleFor(viewer: Viewer, action: Action, resource: Resource = {}): Rule["role"] | null {
  for (const rule of access[action] ?? []) {
    if (rule.scope === "anyone") return rule.role;
    if (rule.scope === "own") {
      if (
        viewer.kind === rule.role &&
        resource.initiative !== undefined &&
        viewer.initiative === resource.initiative
      )
        return rule.role;
    } else if (viewer.kind === "staff" && viewer.grants.some((grant) => touches(grant, rule, resource)))
      return rule.role;
  }
  return null;
}

export function may(viewer: Viewer, action: Action, resource: Resource = {}): boolean {
  return roleFor(viewer, action, resource) !== null;
}

function touches(grant: Grant, rule: Rule, resource: Resource): boolean {
  if (grant.role !== rule.role) return false;
  if (rule.scope === "signedIn") return true;
  if (rule.scope === "unit") return resource.units?.includes(grant.unit) ?? false;
  const { council } = resource;
  return "council" in grant && council != null && grant.council === council.id && grant.unit === council.unit;
}
