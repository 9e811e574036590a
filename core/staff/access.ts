import * as v from "valibot";
import { reference } from "#core/base/text.ts";
import type { Move, Note } from "#core/initiatives/lifecycle.ts";
import { CouncilId } from "#core/units/council.ts";

export type Viewer =
  | { kind: "public" }
  | { kind: "author"; initiative: string }
  | { kind: "coAuthor"; initiative: string; author: number }
  | { kind: "staff"; id: string; name: string; grants: Grant[] };

export const staffRoles = ["reviewer", "member", "secretary", "administrator"] as const;
export type StaffRole = (typeof staffRoles)[number];

export const Grant = v.variant("role", [
  v.strictObject({ role: v.picklist(["reviewer", "administrator"]), unit: reference("unit.missing") }),
  v.strictObject({
    role: v.picklist(["member", "secretary"]),
    unit: reference("unit.missing"),
    council: CouncilId,
  }),
]);
export type Grant = v.InferOutput<typeof Grant>;

/** A grant must match `id` and `unit`. */
export interface CouncilReference {
  id: string;
  unit: string;
}

/** `units`: units responsible for the record (path or reach). `council`: council that holds the dossier. */
export interface Resource {
  initiative?: string;
  units?: readonly string[];
  council?: CouncilReference | null;
}

/**
 * `own`: valid access key or co-author's link. `unit`: the grant's unit is in `units`. `council`: the grant's
 * council equals `council`.
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
  | "activity.read"
  | "activity.write"
  | "replication.confirm"
  | "spread.read"
  | "challenge.read"
  | "health.read"
  | "commendation.forms"
  | "commendation.read"
  | "commendation.write"
  | "commendation.issue"
  | "commendation.erase"
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
  | `job.begin.${"import" | "export" | "workbook" | "relocate" | "report" | "commendation"}`;

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
 * Actions are denied unless listed here. Only the author and the receiving unit see birth dates and contacts (Luật
 * 91/2025/QH15).
 */
export const access: Record<Action, readonly Rule[]> = {
  "health.read": anyone,
  "campaign.read": anyone,
  "campaign.list": [{ role: "administrator", scope: "signedIn" }],
  "campaign.manage": [administrator],
  "council.list": [administrator],
  "council.manage": [administrator],
  "document.list": allStaff,
  "document.add": [reviewer, administrator],
  "declared.read": [reviewer, administrator],
  "declared.write": [reviewer, administrator],
  "activity.read": staffOfUnit,
  "activity.write": [reviewer, administrator],
  // `units`: superiors of the unit that applies the solution.
  "replication.confirm": [administrator],
  // All staff may see which units apply a solution.
  "spread.read": allStaff,
  "commendation.forms": allStaff,
  "commendation.read": [reviewer, administrator],
  "commendation.write": [reviewer, administrator],
  "commendation.issue": [administrator],
  "commendation.erase": [reviewer, administrator],
  "staff.list": [administrator],
  "staff.read": [administrator],
  "staff.manage": [administrator],
  "challenge.read": anyone,
  "library.read": anyone,
  // Id and keys are known only from the draft's link.
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
  // Only the uploader knows the id.
  "attachment.readState": anyone,
  "workbook.upload": [
    { role: "reviewer", scope: "signedIn" },
    { role: "administrator", scope: "signedIn" },
  ],
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
  "initiative.changeNameConsent": [author, reviewer],
  "initiative.correctContact": [author, reviewer],
  "initiative.replaceFiles": [author, reviewer],
  "initiative.correctDecision": [secretary],
  "initiative.erase": [author, reviewer],
  "initiative.renewKey": [reviewer],
  "initiative.transfer": [administrator],
  "inbox.read": [reviewer, administrator],
  "register.read": [reviewer, administrator],
  "councilQueue.read": [secretary, member],
  "unit.read": allStaff,
  "unit.change": [administrator],
  "figures.read": staffOfUnit,
  "report.read": staffOfUnit,
  "report.edit": [reviewer, administrator],
  "report.approve": [administrator],
  "report.run": [administrator],
  "report.ask": [administrator],
  "report.remind": [administrator],
  "report.submit": [reviewer, administrator],
  // Limited to jobs that the viewer may begin.
  "job.read": staffOfUnit,
  "job.list": staffOfUnit,
  "job.begin.import": [administrator, reviewer],
  "job.begin.workbook": [administrator, reviewer],
  // The rule of the exported list applies too.
  "job.begin.export": staffOfUnit,
  "job.begin.relocate": [administrator],
  "job.begin.report": [reviewer, administrator],
  "job.begin.commendation": [reviewer, administrator],
};

export function isForStaff(action: Action): boolean {
  return access[action].every(({ scope }) => scope !== "anyone" && scope !== "own");
}

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
    } else if (viewer.kind === "staff" && viewer.grants.some((grant) => matches(grant, rule, resource)))
      return rule.role;
  }
  return null;
}

export function may(viewer: Viewer, action: Action, resource: Resource = {}): boolean {
  return roleFor(viewer, action, resource) !== null;
}

function matches(grant: Grant, rule: Rule, resource: Resource): boolean {
  if (grant.role !== rule.role) return false;
  if (rule.scope === "signedIn") return true;
  if (rule.scope === "unit") return resource.units?.includes(grant.unit) ?? false;
  const { council } = resource;
  return "council" in grant && council != null && grant.council === council.id && grant.unit === council.unit;
}
