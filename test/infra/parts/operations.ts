import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { staffKey } from "../../../functions/store/keys.ts";
import { alarms } from "../../../infra/alarm-list.ts";
import { projectPath } from "../../../local/project.ts";
import { whyLeftOut } from "../../../operations/data/export-data.ts";
import { restoreOrder } from "../../../operations/data/restore-data.ts";
import { nameResources } from "../../../operations/stack.ts";
import { template } from "../synthesised.ts";

test("what operators' commands look for stands in the stack under its name", () => {
  const resources = Object.entries<{ Type: string }>(template.toJSON().Resources).map(([name, { Type }]) => ({
    LogicalResourceId: name,
    PhysicalResourceId: name,
    ResourceType: Type,
  }));
  const { find, all } = nameResources("ap-southeast-1", resources);
  const wanted = [
    ["AWS::DynamoDB::Table", "Table"],
    ...["Documents", "UploadsBucket", "HeadsBucket", "Failed"].map((name) => ["AWS::S3::Bucket", name]),
    ...["FailedJobs", "ScannedFailed"].map((name) => ["AWS::SQS::Queue", name]),
    ...[
      "PublicApi",
      "StaffApi",
      "Figures",
      "Dispatch",
      "Notices",
      "Jobs",
      "Accounts",
      "Uploads",
      "AnnualReport",
      "HistoryHeads",
    ].map((name) => ["AWS::Lambda::Function", name]),
  ] as [string, string][];
  for (const [type, name] of wanted) expect(find(type, name)).toMatch(new RegExp(`^${name}[0-9A-F]{8}$`));
  expect(all("AWS::Cognito::UserPool")).toHaveLength(1);
  expect(() => find("AWS::SQS::Queue", "Failed")).toThrow(/no Failed/);
});

test("each alarm's mail leads to a paragraph of its name, in the words that the mail has", () => {
  const text = readFileSync(projectPath("docs/operations.md"), "utf8");
  const chapter = text.slice(text.indexOf("## What an alarm"), text.indexOf("### What no alarm sees"));
  const paragraphs = [...chapter.matchAll(/^### (\w+)\n\n\*(.+)\*$/gm)].map(([, name, vi]) => [name, vi]);
  expect(paragraphs).toEqual(Object.entries(alarms).map(([name, { vi }]) => [name, vi]));
  for (const name of Object.keys(alarms)) expect(chapter.slice(0, chapter.indexOf("###"))).toContain(name);
});

test("whatever the stream acts on is put back after all that says what was done already", () => {
  const mappings = Object.values(template.findResources("AWS::Lambda::EventSourceMapping"));
  const filters = mappings.flatMap(({ Properties }) => Properties.FilterCriteria?.Filters ?? []);
  const acted = filters.flatMap(({ Pattern }) => JSON.parse(Pattern).dynamodb?.Keys.sk.S ?? []);
  expect(acted).toContain("INI");
  // Opening somebody's account at the provider again changes nothing, and asks for nothing else.
  const early = [...new Set<string>(acted)].filter((sk) => {
    const item = { sk: { S: sk } };
    return restoreOrder(item) === 0 && whyLeftOut(item, 0) === null;
  });
  expect(early).toEqual([staffKey("").sk]);
});
