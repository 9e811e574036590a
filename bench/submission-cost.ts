import type { Move } from "#core/initiatives/lifecycle.ts";
import type { Receipt } from "#core/initiatives/submission.ts";
import { countedInitiative } from "../test/support/counted.ts";
import {
  buildApplication,
  buildBody,
  buildMoveForm,
  drawIdempotencyKey,
} from "../test/support/submissions.ts";
import { staff } from "../test/support/units.ts";
import type { BenchSystem } from "./bench-system.ts";
import { type Row, round } from "./row.ts";

const moves: [Move, keyof typeof staff][] = [
  ["accept", "reviewer"],
  ["propose", "reviewer"],
  ["recognise", "secretary"],
];

export function buildFourKilobytes() {
  const build = (length: number) =>
    buildBody({
      application: buildApplication({
        substance: "Rác hữu cơ phân loại tại sạp. ".repeat(200).slice(0, length),
      }),
    });
  let length = 200;
  while (kilobytesOf(build(length)) < 4) length += 10;
  return build(length);
}

const kilobytesOf = (body: unknown) => Buffer.byteLength(JSON.stringify(body)) / 1024;

export async function measureSubmission(system: BenchSystem): Promise<Row[]> {
  const body = buildFourKilobytes();
  const kilobytes = kilobytesOf(body);
  const submit = async (): Promise<Receipt> => {
    const key = drawIdempotencyKey();
    const headers = { "idempotency-key": key, altcha: await system.prove(key) };
    const response = await system.send("/api/initiatives", body, headers);
    if (response.status !== 201) throw new Error(await response.text());
    return (await response.json()) as Receipt;
  };
  // Warms up caches.
  await submit();
  let receipt: Receipt | null = null;
  const submitted = await system.measure(async () => {
    receipt = await submit();
  });
  const { id } = receipt ?? (await submit());

  const aggregate = () =>
    system.measure(async () => {
      const initiative = await system.store.initiatives.get(id);
      if (initiative) await system.store.figures.aggregate([countedInitiative(initiative)]);
    });
  let api = submitted.writeUnits;
  let counting = (await aggregate()).writeUnits;
  for (const [version, [move, who]] of moves.entries()) {
    const headers = await system.signIn(staff[who]);
    const before = await system.store.initiatives.get(id);
    if (before?.origin !== "application") throw new Error("the record is gone");
    const moved = await system.measure(async () => {
      const moving = { move, version: version + 1, form: buildMoveForm(move, before) };
      const response = await system.send(`/api/initiatives/${id}/moves`, moving, headers);
      if (response.status !== 200) throw new Error(await response.text());
    });
    api += moved.writeUnits;
    counting += (await aggregate()).writeUnits;
  }

  const perKilobyte = submitted.writeUnits / kilobytes;
  const kind = submitted.requests.join(", ");
  return [
    {
      what: `submit ${round(kilobytes, 2)} kB: requests to DynamoDB`,
      measured: `${submitted.requests.length} (${kind})`,
      beside: "at most 1",
      reached: submitted.requests.length <= 1,
    },
    {
      what: "submit: write units a kB, indexes included",
      measured: `${round(perKilobyte, 2)} (${submitted.writeUnits} units)`,
      beside: "at most 2",
      reached: perKilobyte <= 2,
    },
    {
      what: "its whole life (submit, accept, propose, recognise): write units",
      measured: `${api + counting} (${api} by the API, ${counting} by the stream's counting)`,
      beside: `${submitted.writeUnits} of them to submit it`,
      reached: null,
    },
  ];
}
