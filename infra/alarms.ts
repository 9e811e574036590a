import { Alarm, ComparisonOperator, type IAlarm, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import type { Stack } from "sst/constructs";
import { type AlarmName, type AlarmSettings, alarms } from "./alarm-list.ts";
import { createKey } from "./key.ts";
import type { Measures } from "./measures.ts";
import { stageOf } from "./stages.ts";

const noData = {
  well: TreatMissingData.NOT_BREACHING,
  ill: TreatMissingData.BREACHING,
  asBefore: TreatMissingData.IGNORE,
};

export function createAlarms(stack: Stack, measures: Measures): IAlarm[] {
  const operators = new SnsAction(createTopic(stack));
  const scope = new Construct(stack, "Alarms");
  return Object.entries<AlarmSettings>(alarms).map(([name, settings]) => {
    const { measure, statistic, minutes, periods, breaching, atLeast, below } = settings;
    const alarm = new Alarm(scope, name, {
      alarmDescription: describeAlarm(name as AlarmName),
      metric: measures.metric(measure, statistic, minutes),
      comparisonOperator:
        below === undefined
          ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
          : ComparisonOperator.LESS_THAN_THRESHOLD,
      threshold: below ?? atLeast,
      evaluationPeriods: periods,
      datapointsToAlarm: breaching,
      treatMissingData: noData[settings.noData],
    });
    alarm.addAlarmAction(operators);
    alarm.addOkAction(operators);
    return alarm;
  });
}

export function describeAlarm(name: AlarmName): string {
  const { vi, en } = alarms[name];
  return `${name}. ${vi} / ${en} → docs/operations.md, "${name}"`;
}

/** Encrypts the topic only if the stage has its own key, because alarms cannot use AWS's key for topics. */
function createTopic(stack: Stack): Topic {
  const { ownKey, operators } = stageOf(stack);
  const byAlarms = (actions: string[], resource: string) =>
    new PolicyStatement({
      principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
      actions,
      resources: [resource],
      conditions: {
        StringEquals: { "aws:SourceAccount": stack.account },
        ArnLike: { "aws:SourceArn": stack.formatArn({ service: "cloudwatch", resource: "alarm:*" }) },
      },
    });
  const topic = new Topic(stack, "Operators", {
    enforceSSL: true,
    ...(ownKey
      ? {
          masterKey: createKey(stack, "OperatorsKey", "The key of the alarms' topic", [
            byAlarms(["kms:Decrypt", "kms:GenerateDataKey"], "*"),
          ]),
        }
      : {}),
  });
  topic.addSubscription(new EmailSubscription(operators));
  topic.addToResourcePolicy(byAlarms(["sns:Publish"], topic.topicArn));
  return topic;
}
