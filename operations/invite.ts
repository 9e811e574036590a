import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { dayOf } from "#core/base/calendar.ts";
import { InvitationForm, parseStaff } from "#core/staff/forms.ts";
import { inviteStaff } from "#core/staff/lifecycle.ts";
import { clock, runCommand, withStorage } from "./command.ts";

const usage = `Usage: npm run invite -- --unit UNIT --email ADDRESS --name "NAME"
Makes somebody administrator of a unit past the pages, for the first one, who invites all others, and for whoever has lost the last. They are written
to as any other, and the account's log says where it came from. Into DATA_DIR (default .local), or the cloud's table where TABLE_NAME is set
(npm run where). Asking again for an address that has an account changes nothing, and says so.`;

/** Author of the log entry; the operator has no account. */
const operator = { id: "van-hanh", name: "Người vận hành hệ thống" };

await runCommand(async () => {
  const { values } = parseArgs({
    options: { unit: { type: "string" }, email: { type: "string" }, name: { type: "string" } },
  });
  const { unit, email, name } = values;
  if (!unit || !email || !name) throw new Error(usage);
  await withStorage(async ({ store }) => {
    const form = parseStaff(InvitationForm, {
      id: randomBytes(16).toString("base64url"),
      name,
      email,
      grants: [{ role: "administrator", unit }],
    });
    if (await store.staff.byEmail(form.email)) throw new Error(`${form.email} has an account already`);
    const at = clock();
    const giving = {
      units: await store.directory.units(),
      councils: new Map(),
      today: dayOf(at),
      by: { id: operator.id, grants: [{ role: "administrator" as const, unit }] },
    };
    await store.staff.save(inviteStaff(form, giving, { at, by: operator }));
    console.log(`${form.email}: administrator of ${giving.units.get(unit)?.name}`);
  });
});
