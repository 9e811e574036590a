import { expect, test } from "vitest";
import { encodeId } from "../../functions/core/ids.ts";
import { readOpening } from "../../web/src/follow/opening.ts";

const accessKey = "Ao3BPiyGFCjPp6LMQ_GeNMd2fcLGgBs6";

test("a fragment, or the whole link as it is pasted, opens a dossier; anything else is told apart and breaks nothing", () => {
  const id = encodeId(new Uint8Array([1, 2, 3, 4, 5, 6, 7]));
  const expected = { id, accessKey };
  expect(readOpening(`#${id}.${accessKey}`)).toEqual(expected);
  expect(readOpening(` https://sang-kien.example.vn/tra-cuu#${id.toLowerCase()}.${accessKey} `)).toEqual(
    expected,
  );
  for (const other of [
    "",
    "#",
    "#%E0%A4%A",
    `#${id}`,
    `#${id}.`,
    `#${id}.a b`,
    `#${id.replace(/.$/, "!")}.abc`,
    id,
  ])
    expect(readOpening(other)).toBeNull();
});
