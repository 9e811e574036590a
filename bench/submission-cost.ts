import { buildApplication, buildBody, drawIdempotencyKey } from "../test/support/submissions.ts";
import type { BenchSystem } from "./bench-system.ts";
import { type Row, round } from "./row.ts";

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
  const submit = async () => {
    const key = drawIdempotencyKey();
    const headers = { "idempotency-key": key, altcha: await system.prove(key) };
    return system.measure(async () => {
      const response = await system.send("/api/initiatives", body, headers);
      if (response.status !== 201) throw new Error(await response.text());
    });
  };
  // Warms up.
  await submit();
  const submitted = await submit();
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
  ];
}
