import { describe, expect, test } from "vitest";
import { readMeasured } from "../../../bench/cost/measured.ts";
import { addUsage, priceNames, totalOf } from "../../../bench/cost/prices.ts";
import { type CostTemplate, restingUsage, unpricedTypes } from "../../../bench/cost/resting.ts";
import { monthOf } from "../../../bench/cost/usage.ts";
import { template } from "../synthesised.ts";

const asRead = () => template.toJSON() as CostTemplate;

describe("what the stack costs at rest", () => {
  test("is at most 2.50 USD a month, in an account that uses its allowances for nothing else", () => {
    const resting = restingUsage([asRead()]);
    expect(resting.alarms).toBe(Object.keys(template.findResources("AWS::CloudWatch::Alarm")).length);
    expect(resting.keys).toBeUndefined();
    expect(totalOf(resting, true)).toBeLessThanOrEqual(2.5);
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

describe("what a month costs", () => {
  const measured = readMeasured();
  const costOf = (initiatives: number) => totalOf(monthOf([asRead()], measured, initiatives), false);

  test("grows as what is sent in grows, and by nothing else", () => {
    const each = (costOf(20_000) - costOf(10_000)) / 10_000;
    expect(each).toBeGreaterThan(0);
    expect((costOf(1_000_000) - costOf(10_000)) / 990_000).toBeCloseTo(each, 9);
  });

  test("takes something of everything that has a price, once all options are on", () => {
    const Rules = [{}];
    const Resources = {
      ...asRead().Resources,
      Key: { Type: "AWS::KMS::Key" },
      Plan: { Type: "AWS::Backup::BackupPlan" },
      Firewall: { Type: "AWS::WAFv2::WebACL", Properties: { Rules } },
    };
    const usage = monthOf([{ Resources }], measured, 10_000);
    expect(priceNames.filter((name) => !usage[name])).toEqual([]);
  });
});
