import fc from "fast-check";
import { expect, test } from "vitest";
import { validate } from "#core/base/validation.ts";
import {
  CertificatePlace,
  certificateParts,
  layOutCertificate,
  usualPlace,
} from "#core/commendation/certificate.ts";

test("the usual positions lie on the sheet, without one text upon another in its height", () => {
  for (const hasWho of [true, false]) {
    const boxes = layOutCertificate(usualPlace, { hasWho });
    for (const part of certificateParts) {
      const { centre, width, top, height } = boxes[part];
      expect(centre - width / 2, part).toBeGreaterThanOrEqual(0);
      expect(centre + width / 2, part).toBeLessThanOrEqual(usualPlace.width);
      expect(top + height, part).toBeLessThanOrEqual(usualPlace.height);
    }
    expect(boxes.achievement.top + boxes.achievement.height).toBeLessThanOrEqual(boxes.date.top);
  }
});

test("without position and workplace the achievement takes their line", () => {
  const [with_, without] = [true, false].map((hasWho) => layOutCertificate(usualPlace, { hasWho }));
  expect(without?.achievement.top).toBe(with_?.who.top);
});

test("every text starts where its position says, and is at least a line high", () => {
  const part = fc.integer({ min: 10, max: 10_000 }).map((tenths) => tenths / 10);
  const places = fc.record({
    ...{ width: part, height: part, centre: part, textWidth: part },
    ...{ name: part, decision: part, date: part, size: fc.integer({ min: 1, max: 100 }) },
  });
  fc.assert(
    fc.property(places, fc.boolean(), (place, hasWho) => {
      expect(validate(CertificatePlace, place).ok).toBe(true);
      const boxes = layOutCertificate(place, { hasWho });
      expect(boxes.name.top).toBe(place.name);
      expect(boxes.date.top).toBe(place.date);
      expect(boxes.decision.top).toBe(place.decision);
      for (const { height, size } of Object.values(boxes)) expect(height).toBeGreaterThanOrEqual(size * 0.35);
    }),
  );
});
