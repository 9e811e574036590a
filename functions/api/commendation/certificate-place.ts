import { Hono } from "hono/tiny";
import * as v from "valibot";
import { version } from "#core/base/bounds.ts";
import { parseAs } from "#core/base/parsing.ts";
import { Problem } from "#core/base/problems.ts";
import { reference } from "#core/base/text.ts";
import {
  CertificatePlace,
  type CertificateSetting,
  changeCertificatePlace,
} from "#core/commendation/certificate.ts";
import { may } from "#core/staff/access.ts";
import { authoriseStaff } from "../authorise.ts";
import { type Ctx, type Env, staffViewer } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson } from "../middleware/body.ts";
import { stampOf } from "../staff/record.ts";
import { findUnit, unitIn } from "../units/named-unit.ts";
import { CertificatePlaceView } from "./views.ts";

/** `version` is 0 where the unit has kept no positions yet. */
const PlaceBody = v.strictObject({ unit: reference("unit.missing", 60), version, place: CertificatePlace });

export const certificatePlace = new Hono<Env>()
  .get(
    "/certificate-place",
    describe(
      "commendation.read",
      "Positions of the text on a unit's blank certificates",
      CertificatePlaceView,
      { query: { unit: "The unit" } },
    ),
    async (c) => {
      const { unit, reach } = await findUnit(c, c.req.query("unit"));
      authoriseStaff(c, "commendation.read", { units: reach });
      const setting = await c.var.deps.store.certificatePlaces.get(unit.id);
      return c.json(viewPlace(c, { unit, reach }, setting));
    },
  )
  .put(
    "/certificate-place",
    describe(
      "commendation.write",
      "Keep the positions for everyone who prints at the unit, on the version that was read",
      CertificatePlaceView,
      { body: PlaceBody },
    ),
    async (c) => {
      const input = await readJson(c);
      const { unit, reach } = await findUnit(c, unitIn(input));
      authoriseStaff(c, "commendation.write", { units: reach });
      const body = parseAs("commendation.invalid", PlaceBody, input);
      const { certificatePlaces: places } = c.var.deps.store;
      const before = await places.get(unit.id);
      const after = changeCertificatePlace(before, unit.id, body.place, stampOf(c));
      // Equal positions are kept already, as after a retry.
      if (!after) return c.json(viewPlace(c, { unit, reach }, before));
      if (body.version !== (before?.version ?? 0)) throw new Problem("version.conflict");
      await places.save(after);
      return c.json(viewPlace(c, { unit, reach }, after));
    },
  );

const viewPlace = (
  c: Ctx,
  { unit, reach }: { unit: { id: string; name: string }; reach: string[] },
  setting: CertificateSetting | null,
): CertificatePlaceView => ({
  unit: { id: unit.id, name: unit.name },
  setting,
  may: { write: may(staffViewer(c.var.session), "commendation.write", { units: reach }) },
});
