import { describe, expect, test } from "vitest";
import { addUsage, totalOf } from "../../../infra/cost/prices.ts";
import { type CostTemplate, restingUsage, unpricedTypes } from "../../../infra/cost/resting.ts";
import { template } from "../synthesised.ts";

const asRead = () => template.toJSON() as CostTemplate;

describe("what the stack costs at rest", () => {
  test("is at most a dollar a month, in an account that uses its allowances for nothing else", () => {
    const resting = restingUsage([asRead()]);
    expect(resting.alarms).toBe(Object.keys(template.findResources("AWS::CloudWatch::Alarm")).length);
    expect(resting.keys).toBeUndefined();
    expect(totalOf(resting, true)).toBeLessThanOrEqual(1);
    expect(totalOf(resting, true)).toBeGreaterThan(0);
  });

  test("is known of every resource: each type has a price, or is free", () => {
    expect(unpricedTypes(asRead())).toEqual([]);
    const { Resources } = asRead();
    const more = { ...Resources, Cache: { Type: "AWS::ElastiCache::CacheCluster" } };
    expect(unpricedTypes({ Resources: more })).toEqual(["AWS::ElastiCache::CacheCluster"]);
  });

  test("is more with each option, by what the option brings", () => {
    const resting = restingUsage([asRead()]);
    const key = restingUsage([{ Resources: { Key: { Type: "AWS::KMS::Key" } } }]);
    const Rules = [{}];
    const firewall = restingUsage([
      { Resources: { Firewall: { Type: "AWS::WAFv2::WebACL", Properties: { Rules } } } },
    ]);
    expect(key.keys).toBe(1);
    expect(firewall).toMatchObject({ firewalls: 1, firewallRules: 1 });
    expect(totalOf(addUsage(resting, { keys: 1 }), true) - totalOf(resting, true)).toBeCloseTo(1);
    expect(totalOf({ firewalls: 1, firewallRules: 1 }, false)).toBe(6);
  });
});
