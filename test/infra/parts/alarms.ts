import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { metricNamespace, metrics } from "#core/base/metric.ts";
import { type AlarmSettings, alarms } from "../../../infra/alarm-list.ts";
import { describeAlarm } from "../../../infra/alarms.ts";
import { stages } from "../../../infra/stages.ts";
import { template } from "../synthesised.ts";

interface Documented {
  /** What the one dimension names: a part of the template, or a word. */
  dimension?: string;
  of?: string;
  names: string[];
}

/** The metrics that alarms and dashboard ask AWS for, as it documents them, with the dimension that makes one metric of them. */
const documented: Record<string, Documented> = {
  "AWS/ApiGateway": {
    dimension: "ApiId",
    of: "AWS::ApiGatewayV2::Api",
    names: ["Count", "4xx", "5xx", "Latency"],
  },
  "AWS/Lambda": {
    dimension: "FunctionName",
    of: "AWS::Lambda::Function",
    names: ["Errors", "Throttles", "IteratorAge"],
  },
  "AWS/SQS": {
    dimension: "QueueName",
    of: "AWS::SQS::Queue",
    names: ["ApproximateNumberOfMessagesVisible", "ApproximateAgeOfOldestMessage"],
  },
  "AWS/DynamoDB": {
    dimension: "TableName",
    of: "AWS::DynamoDB::Table",
    names: ["ReadThrottleEvents", "WriteThrottleEvents"],
  },
  "AWS/SES": { names: ["Reputation.BounceRate", "Reputation.ComplaintRate"] },
  "AWS/Billing": { dimension: "Currency", names: ["EstimatedCharges"] },
};
const list = Object.entries<AlarmSettings>(alarms);
const entriesOf = (type: string) => Object.entries(template.findResources(type));
/** The functions of ours, a folder and a service each. */
const functions = () =>
  entriesOf("AWS::Lambda::Function")
    .map(([, { Properties }]) => Properties)
    .filter(({ Handler }) => Handler.startsWith("functions/"))
    .map(({ Handler, Environment }) => ({
      folder: dirname(Handler),
      service: String(Environment.Variables.POWERTOOLS_SERVICE_NAME),
    }));
const services = () => functions().map(({ service }) => service);

/** Metrics that the sources of a function measure: those in its folder and below, and in the folders beside it that they import from. */
function measuredIn(folder: string): string[] {
  const text = sourcesIn(folder);
  const beside = new Set([...text.matchAll(/from "\.\.\/([\w-]+)\//g)].map(([, name = ""]) => name));
  const all = [
    text,
    ...[...beside]
      .map((name) => join(dirname(folder), name))
      .filter((path) => existsSync(path))
      .map(sourcesIn),
  ].join("\n");
  return [...all.matchAll(/\bmeasure\(\s*"(\w+)"/g)].map(([, name = ""]) => name);
}

function sourcesIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  return files.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
}

/** That a metric exists: of ours, that the function of this service measures it; of AWS's, that it is documented, and is of a part that the template has. */
function expectKnown(namespace: string, name: string, dimension: [name: string | undefined, value: unknown]) {
  if (namespace === metricNamespace) {
    const folder = functions().find(({ service }) => service === dimension[1])?.folder;
    expect([dimension[0], folder && measuredIn(folder)]).toEqual(["service", expect.arrayContaining([name])]);
    expect(Object.keys(metrics)).toContain(name);
    return;
  }
  const { names = [], dimension: known, of } = documented[namespace] ?? {};
  expect([names, dimension[0]]).toEqual([expect.arrayContaining([name]), known]);
  if (!of) return;
  const value = dimension[1] as { Ref?: string; "Fn::GetAtt"?: [string, string] };
  expect(Object.keys(template.findResources(of))).toContain(value.Ref ?? value["Fn::GetAtt"]?.[0]);
}

describe("the alarms", () => {
  test("are those of the list, each once, and each writes to the operators when it begins and when it is over", () => {
    const [[topic]] = entriesOf("AWS::SNS::Topic") as [[string, unknown]];
    const told = [{ Ref: topic }];
    template.resourceCountIs("AWS::CloudWatch::Alarm", list.length);
    for (const [name, { minutes, periods, breaching, atLeast, below, statistic }] of list) {
      const percentile = /^p\d/.test(statistic);
      template.hasResourceProperties("AWS::CloudWatch::Alarm", {
        AlarmDescription: describeAlarm(name as keyof typeof alarms),
        AlarmActions: told,
        OKActions: told,
        Period: minutes * 60,
        EvaluationPeriods: periods,
        DatapointsToAlarm: breaching,
        Threshold: below ?? atLeast,
        ComparisonOperator: below === undefined ? "GreaterThanOrEqualToThreshold" : "LessThanThreshold",
        [percentile ? "ExtendedStatistic" : "Statistic"]: statistic,
        TreatMissingData: Match.anyValue(),
      });
    }
  });

  test("watch one metric each, that is measured: by our functions or by AWS", () => {
    for (const [, { Properties }] of entriesOf("AWS::CloudWatch::Alarm")) {
      const [dimension, ...others] = Properties.Dimensions ?? [];
      expect(others).toEqual([]);
      expectKnown(Properties.Namespace, Properties.MetricName, [dimension?.Name, dimension?.Value]);
    }
  });

  test("keep within what CloudWatch looks back at: a day, seven where a period is an hour or more", () => {
    for (const [name, { minutes, periods, breaching }] of list) {
      expect(minutes * periods, name).toBeLessThanOrEqual(minutes >= 60 ? 7 * 24 * 60 : 24 * 60);
      expect(breaching, name).toBeLessThanOrEqual(periods);
    }
  });

  test("tell of every function that fails", () => {
    const told = new Set(list.flatMap(([, { covers }]) => covers.map((name) => name.toLowerCase())));
    expect([...told].sort()).toEqual(services().sort());
  });

  test("cost at most 0.70 USD a month past the ten that an account has free", () => {
    // In cents: ten an alarm.
    expect(10 * (list.length - 10)).toBeLessThanOrEqual(70);
  });

  test("say in both languages what they mean, in what a description may hold", () => {
    for (const [name, { vi, en }] of list) {
      const description = describeAlarm(name as keyof typeof alarms);
      expect(description).toContain(vi);
      expect(description).toContain(en);
      expect(description).toContain(`docs/operations.md, "${name}"`);
      expect(description.length).toBeLessThan(1_024);
    }
  });

  test("go to a topic that alarms of this account alone write to, over TLS", () => {
    template.hasResourceProperties("AWS::SNS::Subscription", {
      Protocol: "email",
      Endpoint: stages.prod?.operators,
    });
    template.hasResourceProperties("AWS::SNS::TopicPolicy", {
      PolicyDocument: {
        Statement: Match.arrayEquals([
          Match.objectLike({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
          Match.objectLike({
            Effect: "Allow",
            Action: "sns:Publish",
            Principal: { Service: "cloudwatch.amazonaws.com" },
            Condition: Match.objectLike({ StringEquals: { "aws:SourceAccount": Match.anyValue() } }),
          }),
        ]),
      },
    });
  });
});

test("the dashboard shows every metric of the catalogue and every function, and stays below the fifty metrics that are free", () => {
  const [body] = entriesOf("AWS::CloudWatch::Dashboard").map(([, { Properties }]) =>
    readBody(Properties.DashboardBody["Fn::Join"][1]),
  );
  const shown = body?.widgets.flatMap(({ properties }) => properties.metrics ?? []) ?? [];
  expect(shown.length).toBeLessThanOrEqual(50);
  for (const [namespace, name, ...rest] of shown) {
    const [dimension, value] = rest.filter((part) => typeof part === "string");
    expectKnown(namespace, name, [dimension, value?.startsWith("{") ? JSON.parse(value) : value]);
  }
  const named = (space: string) => shown.filter(([namespace]) => namespace === space);
  const own = named(metricNamespace).map(([, name]) => name);
  expect([...new Set(own)].sort()).toEqual(Object.keys(metrics).sort());
  const failing = named("AWS/Lambda").filter(([, name]) => name === "Errors");
  expect(failing).toHaveLength(functions().length);
});

type Shown = [namespace: string, name: string, ...rest: (string | object)[]];

/** A dashboard's body, each reference in it as the text of its JSON. */
function readBody(parts: unknown[]): { widgets: { properties: { metrics?: Shown[] } }[] } {
  const written = parts.map((part) =>
    typeof part === "string" ? part : JSON.stringify(JSON.stringify(part)).slice(1, -1),
  );
  return JSON.parse(written.join(""));
}

test("the operators hear of money at 80 % spent and at all of it foreseen", () => {
  const told = (NotificationType: string, Threshold: number) => ({
    Notification: {
      NotificationType,
      Threshold,
      ThresholdType: "PERCENTAGE",
      ComparisonOperator: "GREATER_THAN",
    },
    Subscribers: [{ SubscriptionType: "EMAIL", Address: stages.prod?.operators }],
  });
  template.hasResourceProperties("AWS::Budgets::Budget", {
    Budget: {
      BudgetType: "COST",
      TimeUnit: "MONTHLY",
      BudgetLimit: { Amount: stages.prod?.budget, Unit: "USD" },
    },
    NotificationsWithSubscribers: [told("ACTUAL", 80), told("FORECASTED", 100)],
  });
});
