import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Invitation } from "#core/staff/lifecycle.ts";
import { sendInvitation } from "../../functions/notices/invitation.ts";
import { MailError } from "../../functions/store/aws/mail.ts";
import { createMailSink } from "../support/mail.ts";
import { createTestTable } from "../support/table.ts";
import { commune, communeCouncil, seedDirectory, staff, testNow } from "../support/units.ts";

const origin = "https://sang-kien.example.vn";
const { store } = await createTestTable(() => testNow);
await seedDirectory(store);
const { mail, received } = await createMailSink();
const logged: Record<string, unknown>[] = [];

const send = (invitation: Invitation, mailer: typeof mail = mail) =>
  sendInvitation(
    {
      store,
      mail: mailer,
      origin,
      log: (message, details) => logged.push({ message, ...details }),
      measure: () => {},
    },
    invitation,
  );

const draw = (changes: Partial<Invitation> = {}): Invitation => ({
  id: randomUUID(),
  n: 1,
  email: `${randomUUID()}@example.vn`,
  name: "Ngô Thị <b>Sương</b>",
  grants: [
    { role: "reviewer", unit: commune.id },
    { role: "secretary", unit: commune.id, council: communeCouncil.id },
  ],
  by: { id: staff.administrator.id, name: staff.administrator.name },
  at: testNow,
  ...changes,
});

describe("a letter of invitation", () => {
  it("says who invites, to do what where, and where to sign in, in both languages, without a secret", async () => {
    const invitation = draw();
    await send(invitation);
    const [letter] = await received(invitation.email);
    expect(letter?.subject).toBe("Mời tham gia quản trị phong trào Đoàn kết sáng tạo");
    for (const said of [
      staff.administrator.name,
      `- Cán bộ tiếp nhận, ${commune.name}`,
      `- Thư ký hội đồng, ${communeCouncil.name}, ${commune.name}`,
      `- Reviewer, ${commune.name}`,
      `${origin}/quan-tri`,
      "chính địa chỉ thư điện tử mà thư này gửi đến",
    ])
      expect(letter?.body.text).toContain(said);
    expect(letter?.body.html).toContain(`<a href="${origin}/quan-tri">`);
    expect(letter?.body.html).not.toContain("<b>Sương");
    expect(letter?.body.text).not.toContain(invitation.id);
  });

  it("is sent once however often its record arrives, and again where it was asked for again", async () => {
    const invitation = draw();
    await Promise.all([send(invitation), send(invitation)]);
    await send(invitation);
    expect(await received(invitation.email)).toHaveLength(1);
    await send({ ...invitation, n: 2 });
    expect(await received(invitation.email)).toHaveLength(2);
  });

  it("goes to one address five times an hour at most", async () => {
    const email = `${randomUUID()}@example.vn`;
    for (let n = 1; n <= 8; n++) await send(draw({ email, n }));
    expect(await received(email)).toHaveLength(5);
    logged.length = 0;
  });

  it("is tried again where the mail did not go, and given up where the address takes none", async () => {
    const invitation = draw();
    const failing = (kind: "refused" | "busy"): typeof mail => ({
      send: () => Promise.reject(new MailError(kind, "no")),
    });
    await expect(send(invitation, failing("busy"))).rejects.toThrow(MailError);
    await send(invitation);
    expect(await received(invitation.email)).toHaveLength(1);
    const other = draw();
    await send(other, failing("refused"));
    expect(await received(other.email)).toHaveLength(0);
    expect(logged).toMatchObject([{ message: "mail refused", id: other.id, step: 1 }]);
  });
});
