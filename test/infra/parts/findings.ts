import { expect, test } from "vitest";
import { findings } from "../synthesised.ts";

/** What AWS's rules of good practice find and is so on purpose, each with its reason. Whatever else they find fails the test. */
const accepted: Record<string, string> = {
  ...Object.fromEntries(
    ["PublicApi", "StaffApi", "Notices", "Jobs", "Accounts", "Uploads", "AnnualReport", "HistoryHeads"].map(
      (name) => [
        `${name}Role/DefaultPolicy IAM5[Resource::*]`,
        "X-Ray's two actions know no narrower resource.",
      ],
    ),
  ),
  "PublicApiRole/DefaultPolicy IAM5[Resource::<Documents.Arn>/receipts/*]":
    "Links to receipts, each to its author.",
  "NoticesRole/DefaultPolicy IAM5[Resource::<Documents.Arn>/receipts/*]":
    "Receipts are written, and taken away, under their own prefix.",
  "DispatchRole/DefaultPolicy IAM5[Resource::*]":
    "dynamodb:ListStreams and X-Ray's two actions know no narrower resource.",
  "NoticesRole/DefaultPolicy IAM5[Resource::<UploadsBucket.Arn>/clean/*]": "Files that are erased.",
  "NoticesRole/DefaultPolicy IAM5[Resource::<UploadsBucket.Arn>/quarantine/*]": "Files that are erased.",
  "PublicApiRole/DefaultPolicy IAM5[Resource::<UploadsBucket.Arn>/clean/*]":
    "Links to files that were found clean.",
  "PublicApiRole/DefaultPolicy IAM5[Resource::<UploadsBucket.Arn>/quarantine/*]":
    "Permissions to upload, each to a key of its own.",
  ...Object.fromEntries(
    ["Figures", "Dispatch"].map((name) => [
      `${name}Role/DefaultPolicy IAM5[Resource::<Failed.Arn>/*]`,
      "Lambda writes down there what failed, under names that it draws; nothing is read.",
    ]),
  ),
  "ScannerRole/DefaultPolicy IAM5[Resource::arn:<AWS::Partition>:events:ap-southeast-1:000000000000:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*]":
    "GuardDuty draws the name of its rule, and may touch rules that it made alone.",
  "ScannerRole/DefaultPolicy IAM5[Resource::<UploadsBucket.Arn>/quarantine/*]":
    "What is scanned is each object that arrives there.",
  "Staff COG1":
    "Twelve characters and a second factor; marks that have to be in a password make it no harder to guess (NIST SP 800-63B).",
  "Staff COG3":
    "Threat protection is of the plus plan, 0.02 USD a person; each has a second factor and is known to us by name.",
  "UploadsRole/DefaultPolicy IAM5[Resource::<UploadsBucket.Arn>/clean/*]": "Where uploads are released to.",
  "UploadsRole/DefaultPolicy IAM5[Resource::<UploadsBucket.Arn>/workbooks/*]":
    "Where workbooks are released to.",
  "UploadsRole/DefaultPolicy IAM5[Resource::<UploadsBucket.Arn>/quarantine/*]": "Where uploads arrive.",
  "PutRole/DefaultPolicy IAM5[Resource::<Pages.Arn>/*]": "Pages are written, under any name.",
  "Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C512MiB L1":
    "CDK's own function, which puts the pages in place at a deployment: its runtime is CDK's to choose.",
  "Pages S1": "The pages are public and read by CloudFront alone.",
  "Gateway/ANY--api--{proxy+} APIG4":
    "Anybody may submit; the API authorises by its access table, which a test walks whole.",
  "Gateway/POST--api--initiatives APIG4": "The same, at a rate of its own.",
  ...Object.fromEntries(
    [
      "campaigns--open",
      "challenges--{proxy+}",
      "initiatives",
      "initiatives--{proxy+}",
      "access-keys",
      "library",
      "drafts",
      "drafts--{proxy+}",
      "uploads",
      "uploads--{proxy+}",
    ].map((path) => [`Gateway/ANY--api--${path} APIG4`, "The same, by the public's own function."]),
  ),
  "Distribution CFR1": "Vietnamese abroad may send initiatives too.",
  "Distribution CFR2":
    "A firewall costs more a month than all the rest, so it is an option; the gateway limits the rate.",
  "Distribution CFR3":
    "The API's requests are logged by the gateway; those for pages would tell who reads, and nothing else.",
  "Distribution CFR4":
    "CloudFront's own domain name knows no other; one of the province's own gets TLS 1.2 and later.",
  "BackupRole/DefaultPolicy IAM5[Resource::<Table.Arn>/backup/*]":
    "Backups of the one table, by no name beforehand.",
  "FiguresRole/DefaultPolicy IAM5[Resource::*]":
    "dynamodb:ListStreams and X-Ray's two actions know no narrower resource.",
  "StaffApiRole/DefaultPolicy IAM5[Resource::<Documents.Arn>/jobs/*]":
    "Links to what a job made, each to whoever may ask for it.",
  "StaffApiRole/DefaultPolicy IAM5[Resource::<Documents.Arn>/reports/*]":
    "Links to reports, each to whoever may read it.",
  ...Object.fromEntries(
    ["<Documents.Arn>/receipts/*", "<UploadsBucket.Arn>/clean/*", "<UploadsBucket.Arn>/quarantine/*"].map(
      (place) => [
        `StaffApiRole/DefaultPolicy IAM5[Resource::${place}]`,
        "The desk runs the whole API: as for the public's function.",
      ],
    ),
  ),
  "JobsRole/DefaultPolicy IAM5[Resource::<Documents.Arn>/jobs/*]": "What jobs make, and their pieces of it.",
  "JobsRole/DefaultPolicy IAM5[Resource::<Documents.Arn>/reports/*]": "Reports and their drafts.",
  "JobsRole/DefaultPolicy IAM5[Resource::<UploadsBucket.Arn>/workbooks/*]":
    "Workbooks that are imported, and then go.",
  "HistoryHeadsRole/DefaultPolicy IAM5[Resource::<HeadsBucket.Arn>/heads/*]":
    "The days' files, which it may only add to.",
  "SchedulerRoleForTarget/DefaultPolicy IAM5[Resource::<HistoryHeads.Arn>:*]":
    "Any version of the one function.",
  "SchedulerRoleForTarget/DefaultPolicy IAM5[Resource::<Notices.Arn>:*]": "Any version of the one function.",
  "SchedulerRoleForTarget/DefaultPolicy IAM5[Resource::<AnnualReport.Arn>:*]":
    "Any version of the one function.",
};

test("the stack has no finding by AWS's rules of good practice but those accepted here", () => {
  const unknown = findings.filter((finding) => !(finding in accepted));
  const gone = Object.keys(accepted).filter((finding) => !findings.includes(finding));
  expect({ unknown, gone }).toEqual({ unknown: [], gone: [] });
});
