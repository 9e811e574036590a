import { randomBytes } from "node:crypto";
import { deriveSecrets } from "#core/base/ids.ts";
import { parseSubmission, registerInitiative } from "#core/initiatives/submission.ts";
import type { Store } from "../../functions/store/store.ts";
import { buildApplication, drawIdempotencyKey } from "./submissions.ts";

/** A dossier of two authors at a unit of the example, in its campaign of 2026 or another one, received at `now` (ISO 8601). */
export async function submitExample(
  store: Store,
  { unit, now, campaign: wanted }: { unit: string; now: string; campaign?: string | undefined },
): Promise<{ id: string; accessKey: string }> {
  const campaign = wanted
    ? await store.directory.campaign(wanted)
    : (await store.directory.campaigns()).find(({ year }) => year === 2026);
  if (!campaign) throw new Error("no campaign");
  const { merged, consent } = campaign;
  const application = buildApplication({
    consent,
    ...(merged ? {} : { benefitsByAuthor: "", benefitsByUsers: "" }),
  });
  const secrets = deriveSecrets(drawIdempotencyKey());
  const record = registerInitiative({
    submission: parseSubmission({ campaign: campaign.id, unit, channel: "web", application }, now),
    secrets,
    campaign,
    unit: (await store.directory.campaignUnits(campaign.id)).get(unit) ?? null,
    actor: { role: "author", staff: null },
    now,
    salt: () => randomBytes(16),
  });
  await store.initiatives.create(record);
  return { id: secrets.id, accessKey: secrets.accessKey };
}
