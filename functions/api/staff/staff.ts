import { Hono } from "hono/tiny";
import * as v from "valibot";
import { anyFormOf, version } from "#core/base/bounds.ts";
import { canonicalJson } from "#core/base/canonical.ts";
import { Problem } from "#core/base/problems.ts";
import {
  InvitationForm,
  parseStaff,
  parseStaffMove,
  StaffForm,
  type StaffMove,
  staffMoveForms,
  staffMoves,
} from "#core/staff/forms.ts";
import { administers } from "#core/staff/grants.ts";
import {
  changeStaff,
  deactivateStaff,
  handOverStaff,
  inviteAgain,
  inviteStaff,
  reactivateStaff,
} from "#core/staff/lifecycle.ts";
import { isUnused, type Staff } from "#core/staff/staff.ts";
import { canSitOn } from "#core/units/council.ts";
import { authoriseStaff } from "../authorise.ts";
import type { Ctx, Env } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson } from "../middleware/body.ts";
import { findUnit } from "../units/named-unit.ts";
import { givingOf, listStaff, openAccount, openStaff, stampOf, viewStaff } from "./record.ts";
import { StaffListView, StaffView } from "./views.ts";

const form = v.unknown();
const ChangeBody = v.strictObject({ version, form });
const MoveBody = v.strictObject({
  move: v.picklist(staffMoves, "move.unknown"),
  version,
  form: v.optional(form, {}),
});

export const staff = new Hono<Env>()
  .get(
    "/",
    describe("staff.list", "Whoever has a role at a unit or below it", StaffListView, {
      query: { unit: "The unit" },
    }),
    async (c) => {
      const { unit, reach } = await findUnit(c, c.req.query("unit"));
      authoriseStaff(c, "staff.list", { units: reach });
      const giving = await givingOf(c);
      return c.json<StaffListView>({
        unit: { id: unit.id, name: unit.name },
        staff: await listStaff(c, unit.id),
        councils: [...giving.councils.values()]
          .filter(
            (council) =>
              canSitOn(council, giving.units, giving.today) &&
              administers(giving.by, giving.units, council.unit),
          )
          .map(({ id, name, unit: seat }) => ({ id, name, unit: seat }))
          .sort((a, b) => a.name.localeCompare(b.name, "vi")),
      });
    },
  )
  .post(
    "/",
    describe(
      "staff.manage",
      "Invite somebody by mail; the same id and form again are the same invitation",
      StaffView,
      { status: 201, body: InvitationForm },
    ),
    async (c) => {
      const giving = await givingOf(c);
      // Only administrators see validation errors; each grant is checked separately.
      authoriseStaff(c, "staff.manage", { units: giving.by.grants.map(({ unit }) => unit) });
      const asked = parseStaff(InvitationForm, await readJson(c));
      const change = inviteStaff(asked, giving, stampOf(c));
      const { store } = c.var.deps;
      try {
        await store.staff.save(change);
      } catch (error) {
        if (!(error instanceof Problem && error.code === "version.conflict")) throw error;
        const there = await store.staff.byEmail(asked.email);
        if (!there || !isSameInvitation(there, change.after))
          throw new Problem("staff.taken", [{ pointer: "/email", code: "problem.staff.taken" }]);
      }
      return c.json(await viewStaff(c, change.after), 201);
    },
  )
  .get("/:id", describe("staff.read", "An account with its log and its sign-ins", StaffView), async (c) =>
    c.json(await viewStaff(c, await openStaff(c, "staff.read"))),
  )
  .put(
    "/:id",
    describe(
      "staff.manage",
      "Change name and roles, on the version that was read; they count with the next request",
      StaffView,
      { body: v.strictObject({ version, form: StaffForm }) },
    ),
    async (c) => {
      const before = await openStaff(c, "staff.manage");
      const body = parseStaff(ChangeBody, await readJson(c));
      const asked = parseStaff(StaffForm, body.form);
      const same = canonicalJson({ ...before, ...asked }) === canonicalJson(before);
      // Handles a retry.
      if (same && [before.version, before.version - 1].includes(body.version))
        return c.json(await viewStaff(c, before));
      if (body.version !== before.version) throw new Problem("version.conflict");
      const change = changeStaff(before, asked, await givingOf(c), stampOf(c));
      await c.var.deps.store.staff.save(change);
      return c.json(await viewStaff(c, change.after));
    },
  )
  .post(
    "/:id/moves",
    describe(
      "staff.manage",
      "Close an account, open it again, hand it over, or send the invitation again",
      StaffView,
      { body: v.strictObject({ ...MoveBody.entries, form: v.optional(anyFormOf(staffMoveForms)) }) },
    ),
    async (c) => {
      const before = await openStaff(c, "staff.manage");
      const { move, version: read, form: given } = parseStaff(MoveBody, await readJson(c));
      if (read !== before.version) {
        if (await wasMade(c, before, move, read)) return c.json(await viewStaff(c, before));
        throw new Problem("version.conflict");
      }
      const changes = await makeMove(c, before, move, given);
      await c.var.deps.store.staff.save(...changes);
      return c.json(await viewStaff(c, changes[0]?.after ?? before));
    },
  );

async function makeMove(c: Ctx, before: Staff, move: StaffMove, given: unknown) {
  const { store, clock } = c.var.deps;
  const giving = await givingOf(c);
  const stamp = stampOf(c);
  switch (move) {
    case "deactivate":
      return [deactivateStaff(before, parseStaffMove(move, given).reason, giving, stamp)];
    case "reactivate": {
      parseStaffMove(move, given);
      const unused = isUnused(before, await store.staff.lastSignIn(before.id), clock());
      return [reactivateStaff(before, unused, giving, stamp)];
    }
    case "inviteAgain":
      parseStaffMove(move, given);
      return [inviteAgain(before, giving, stamp)];
    case "handOver": {
      const { to, reason } = parseStaffMove(move, given);
      return handOverStaff(before, await openAccount(c, "staff.manage", to), reason, giving, stamp);
    }
  }
}

/** True if the viewer already made this move on the version that was read. */
async function wasMade(c: Ctx, staff: Staff, move: StaffMove, read: number): Promise<boolean> {
  const last = (await c.var.deps.store.staff.log(staff.id)).at(-1);
  return (
    last?.did === move &&
    last.n === read + 1 &&
    last.n === staff.version &&
    last.by.id === c.var.session?.staff.id
  );
}

const isSameInvitation = (one: Staff, other: Staff): boolean =>
  one.id === other.id &&
  one.name === other.name &&
  one.invited?.by.id === other.invited?.by.id &&
  canonicalJson(one.grants) === canonicalJson(other.grants);
