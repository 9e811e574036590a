import { expect, it } from "vitest";
import { usualPlace } from "#core/commendation/certificate.ts";
import type { CertificatePlaceView } from "../../../functions/api/commendation/views.ts";
import { createTestApi, problemOf } from "../../support/api.ts";
import { commune, neighbour, staff } from "../../support/units.ts";

const api = await createTestApi();
const path = "/api/commendations/certificate-place";
type Person = (typeof staff)[keyof typeof staff];

const read = async (by: Person = staff.reviewer, unit = commune.id) =>
  (await (await api.ask(`${path}?unit=${unit}`, { staff: by })).json()) as CertificatePlaceView;
const keep = (place: object, version: number, by: Person = staff.reviewer, unit = commune.id) =>
  api.ask(path, { method: "PUT", body: { unit, version, place }, staff: by });

it("the positions that one person keeps are those of everyone at the unit", async () => {
  expect(await read()).toEqual({
    unit: { id: commune.id, name: commune.name },
    setting: null,
    may: { write: true },
  });
  const place = { ...usualPlace, name: 80.5 };
  const kept = await keep(place, 0);
  expect(kept.status).toBe(200);
  const view = await read(staff.administrator);
  expect(view).toEqual(await kept.json());
  expect(view.setting).toMatchObject({ unit: commune.id, version: 1, place });
  // A retry changes nothing, and another's positions are refused on the version that was read.
  expect(((await (await keep(place, 0)).json()) as CertificatePlaceView).setting?.version).toBe(1);
  expect((await problemOf(await keep(usualPlace, 0))).code).toBe("version.conflict");
  await keep(usualPlace, 1, staff.administrator);
  expect((await read()).setting).toMatchObject({ version: 2, place: usualPlace });
  expect((await read(staff.neighbourReviewer, neighbour.id)).setting).toBeNull();
});

it("positions that no sheet has are refused by field", async () => {
  const { errors } = await problemOf(await keep({ ...usualPlace, width: 0, size: 1_000 }, 0));
  expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    "/place/width commendation.print.invalid",
    "/place/size commendation.print.invalid",
  ]);
});
