import { describe, expect, test } from "vitest";
import { moves } from "#core/initiatives/lifecycle.ts";
import { type Action, access, may, type Resource, roleFor, type Viewer } from "#core/staff/access.ts";
import { pathOf, reachOf } from "#core/units/unit.ts";
import {
  commune,
  communeCouncil,
  endedDistrict,
  neighbour,
  province,
  provinceCouncil,
  staff,
  units,
  womensUnion,
} from "../../support/units.ts";

const actions = Object.keys(access) as Action[];
const signedIn = ({ id, name, grants }: (typeof staff)[keyof typeof staff]): Viewer => ({
  kind: "staff",
  id,
  name,
  grants: [...grants],
});
const nobody: Viewer = { kind: "public" };
const author: Viewer = { kind: "author", initiative: "7K3M-9QTX-2F4H" };

/** A dossier of the commune's women's union, lying with the commune's council. */
const dossier: Resource = {
  initiative: "7K3M-9QTX-2F4H",
  units: [womensUnion.id, commune.id, province.id],
  council: communeCouncil,
};

const allowed = (viewer: Viewer, resource: Resource = dossier) =>
  actions.filter((action) => may(viewer, action, resource)).sort();
const open = actions.filter((action) => access[action].some(({ role }) => role === "public")).sort();

describe("what anybody may do", () => {
  test("is to read what is public, submit, and sign in or out", () => {
    expect(open).toEqual([
      "accessKey.request",
      "attachment.readState",
      "attachment.upload",
      "campaign.read",
      "challenge.read",
      "draft.keep",
      "draft.read",
      "health.read",
      "initiative.submit",
      "library.read",
      "session.begin",
      "session.end",
    ]);
    expect(allowed(nobody)).toEqual(open);
  });
});

describe("an author", () => {
  const reading = ["attachment.read", "receipt.read"];
  const own = [
    "changeNameConsent",
    "complete",
    "correctContact",
    "erase",
    "inviteCoAuthors",
    "read",
    "readHistory",
    "readPersonal",
    "replaceFiles",
    "report",
    "resubmit",
    "withdraw",
  ];

  test("may follow, repair and withdraw their own", () => {
    expect(allowed(author)).toEqual([...open, ...reading, ...own.map((name) => `initiative.${name}`)].sort());
  });

  test("may do nothing to another's, whose code they may well know", () => {
    expect(allowed(author, { ...dossier, initiative: "0000-0000-0000" })).toEqual(open);
    expect(allowed({ kind: "author", initiative: "" }, {})).toEqual(open);
  });
});

describe("a co-author", () => {
  const coAuthor: Viewer = { kind: "coAuthor", initiative: "7K3M-9QTX-2F4H", author: 1 };

  test("reads what they are asked to confirm, answers, and sees nothing else", () => {
    const own = ["initiative.answerAsCoAuthor", "initiative.readAsCoAuthor"];
    expect(allowed(coAuthor)).toEqual([...open, ...own].sort());
    expect(allowed(coAuthor, { ...dossier, initiative: "0000-0000-0000" })).toEqual(open);
  });
});

describe("staff", () => {
  /** Jobs of those who read lists; what each list is, its own row says. */
  const jobs = ["job.begin.export", "job.list", "job.read"];
  const extra = (viewer: Viewer, resource?: Resource) =>
    allowed(viewer, resource).filter((action) => !open.includes(action));

  test("a reviewer decides on acceptance and proposal below their unit, and never on recognition", () => {
    expect(extra(signedIn(staff.reviewer))).toEqual(
      [
        "activity.read",
        "activity.write",
        "attachment.read",
        "commendation.erase",
        "commendation.forms",
        "commendation.read",
        "commendation.write",
        "declared.read",
        "declared.write",
        "document.add",
        "document.list",
        "figures.read",
        "inbox.read",
        "initiative.accept",
        "initiative.complete",
        "initiative.changeNameConsent",
        "initiative.correctContact",
        "initiative.enterPaper",
        "initiative.erase",
        "initiative.propose",
        "initiative.proposeAbove",
        "initiative.read",
        "initiative.readHistory",
        "initiative.readPersonal",
        "initiative.refuse",
        "initiative.report",
        "initiative.renewKey",
        "initiative.replaceFiles",
        "initiative.resubmit",
        "initiative.return",
        "initiative.withdraw",
        ...jobs,
        "job.begin.commendation",
        "job.begin.import",
        "job.begin.report",
        "job.begin.workbook",
        "receipt.read",
        "register.read",
        "report.edit",
        "report.read",
        "report.submit",
        "session.read",
        "spread.read",
        "unit.read",
        "workbook.upload",
      ].sort(),
    );
  });

  test("a secretary decides what lies with their council, without birth dates and contacts", () => {
    expect(extra(signedIn(staff.secretary))).toEqual([
      "activity.read",
      "attachment.read",
      "commendation.forms",
      "councilQueue.read",
      "document.list",
      "figures.read",
      "initiative.askToComplete",
      "initiative.correctDecision",
      "initiative.notRecognise",
      "initiative.read",
      "initiative.readHistory",
      "initiative.recognise",
      "initiative.revoke",
      "initiative.takeUp",
      ...jobs,
      "receipt.read",
      "report.read",
      "session.read",
      "spread.read",
      "unit.read",
    ]);
  });

  test("a member reads what lies with their council", () => {
    expect(extra(signedIn(staff.member))).toEqual([
      "activity.read",
      "attachment.read",
      "commendation.forms",
      "councilQueue.read",
      "document.list",
      "figures.read",
      "initiative.read",
      ...jobs,
      "receipt.read",
      "report.read",
      "session.read",
      "spread.read",
      "unit.read",
    ]);
  });

  test("an administrator prepares units, campaigns and accounts, and decides on no dossier", () => {
    expect(extra(signedIn(staff.administrator))).toEqual(
      [
        "activity.read",
        "activity.write",
        "attachment.read",
        "campaign.list",
        "campaign.manage",
        "commendation.erase",
        "commendation.forms",
        "commendation.issue",
        "commendation.read",
        "commendation.write",
        "council.list",
        "council.manage",
        "declared.read",
        "declared.write",
        "document.add",
        "document.list",
        "figures.read",
        "inbox.read",
        "initiative.read",
        "initiative.readHistory",
        // Where a unit has ended, its open dossiers go to whoever took over.
        "initiative.transfer",
        ...jobs,
        "job.begin.commendation",
        "job.begin.import",
        "job.begin.report",
        "job.begin.relocate",
        "job.begin.workbook",
        "receipt.read",
        "register.read",
        "replication.confirm",
        "report.approve",
        "report.ask",
        "report.edit",
        "report.read",
        "report.remind",
        "report.run",
        "report.submit",
        "session.read",
        "spread.read",
        "staff.list",
        "staff.manage",
        "staff.read",
        "unit.change",
        "unit.read",
        "workbook.upload",
      ].sort(),
    );
  });

  test("of the neighbour have no business here", () => {
    const common = ["commendation.forms", "document.list", "session.read", "spread.read", "unit.read"];
    expect(extra(signedIn(staff.neighbourSecretary))).toEqual(common);
    expect(extra(signedIn(staff.neighbourReviewer))).toEqual([...common, "workbook.upload"]);
  });

  test("without any grant may do what anybody may", () => {
    expect(extra({ kind: "staff", id: "x", name: "X", grants: [] })).toEqual([]);
  });

  test("a secretary loses a dossier that has gone up to the council above", () => {
    const above = { ...dossier, council: provinceCouncil };
    expect(may(signedIn(staff.secretary), "initiative.recognise", above)).toBe(false);
    expect(may(signedIn(staff.secretary), "initiative.read", above)).toBe(false);
  });

  test("a dossier that lies with no council is no secretary's", () => {
    for (const council of [null, undefined])
      expect(may(signedIn(staff.secretary), "initiative.read", { ...dossier, council } as Resource)).toBe(
        false,
      );
  });

  test("whoever holds two roles has both, and the record says under which they acted", () => {
    const both: Viewer = {
      kind: "staff",
      id: "x",
      name: "X",
      grants: [...staff.secretary.grants, ...staff.reviewer.grants],
    };
    expect(roleFor(both, "initiative.accept", dossier)).toBe("reviewer");
    expect(roleFor(both, "initiative.recognise", dossier)).toBe("secretary");
  });
});

describe("deny by default", () => {
  const everyone = [nobody, author, ...Object.values(staff).map(signedIn)];

  test("an action that asks for a record is refused without one, to all", () => {
    for (const viewer of everyone)
      for (const action of actions) {
        const rules = access[action];
        if (rules.every(({ scope }) => scope !== "anyone" && scope !== "signedIn"))
          expect(may(viewer, action), `${viewer.kind} ${action}`).toBe(false);
      }
  });

  test("an action that the table does not know is refused", () => {
    for (const viewer of everyone) expect(may(viewer, "initiative.delete" as Action, dossier)).toBe(false);
  });

  test("every move has a row, and none is open to all", () => {
    for (const move of moves) {
      const rules = access[`initiative.${move}`];
      expect(rules.length, move).toBeGreaterThan(0);
      expect(rules.some(({ role }) => role === "public")).toBe(false);
    }
  });
});

describe("units answer for", () => {
  const tree = new Map(units.map((unit) => [unit.id, unit]));

  test("themselves and what is below, by the path upwards", () => {
    expect(pathOf(tree, womensUnion.id)).toEqual([womensUnion.id, commune.id, province.id]);
  });

  test("the figures of those that ended and that they took over", () => {
    const reach = reachOf(tree, endedDistrict.id);
    expect(reach.toSorted()).toEqual([endedDistrict.id, province.id, commune.id, neighbour.id].toSorted());
    expect(may(signedIn(staff.neighbourReviewer), "figures.read", { units: reach })).toBe(true);
  });

  test("a tree with a cycle or a hole is a fault, not an endless walk", () => {
    const cycle = new Map(tree).set(province.id, { ...province, parent: womensUnion.id });
    expect(() => pathOf(cycle, womensUnion.id)).toThrow();
    expect(() => pathOf(new Map(), "x")).toThrow();
  });
});
