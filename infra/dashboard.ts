import { Duration } from "aws-cdk-lib";
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IAlarm,
  type IMetric,
  type IWidget,
  SingleValueWidget,
  TextWidget,
} from "aws-cdk-lib/aws-cloudwatch";
import type { Stack } from "sst/constructs";
import type { Measures } from "./measures.ts";

const hour = 60;
const day = 24 * hour;

/** A dashboard with fewer than fifty metrics is free. */
export function createDashboard(stack: Stack, measures: Measures, alarms: IAlarm[]): void {
  const { metric, functions } = measures;
  const values = (title: string, metrics: IMetric[]) =>
    new SingleValueWidget({ title, metrics, width: 6, height: 5, setPeriodToTimeRange: false });
  const graph = (title: string, left: IMetric[], more: { unit?: string; right?: IMetric[] } = {}) =>
    new GraphWidget({
      title,
      left,
      right: more.right ?? [],
      width: 9,
      height: 5,
      leftYAxis: { min: 0, showUnits: false, ...(more.unit === undefined ? {} : { label: more.unit }) },
    });
  const heading = (vi: string, en: string) =>
    new TextWidget({ markdown: `## ${vi}\n${en}`, width: 24, height: 2 });

  const widgets = [
    [new AlarmStatusWidget({ title: "Cảnh báo / Alarms", alarms, width: 24, height: 4 })],
    [heading("Hồ sơ có vào không?", "Do initiatives come in?")],
    [
      values("Hồ sơ mới từ 7 giờ sáng / New since 7 a.m.", [
        metric({ own: "Submissions", by: "PublicApi" }, "Sum", day, "Hồ sơ / Initiatives"),
      ]),
      graph("Hồ sơ mới mỗi giờ / New each hour", [
        metric({ own: "Submissions", by: "PublicApi" }, "Sum", hour, "Hồ sơ / Initiatives"),
      ]),
      graph("Yêu cầu / Requests", [
        metric({ gateway: "Count" }, "Sum", hour, "Tất cả / All"),
        metric({ gateway: "4xx" }, "Sum", hour, "Bị từ chối / Refused (4xx)"),
      ]),
    ],
    [heading("Có gì hỏng không?", "Does anything fail?")],
    [
      values("Đang nằm chờ xử lý / Left lying", [
        metric({ heldIn: "FailedJobs" }, "Maximum", 5, "FailedJobs"),
        metric({ heldIn: "ScannedFailed" }, "Maximum", 5, "Tệp đính kèm / Uploads"),
      ]),
      graph("Lỗi của hệ thống / Faults", [
        metric({ gateway: "5xx" }, "Sum", hour, "5xx"),
        metric({ own: "Faults", by: "PublicApi" }, "Sum", hour, "PublicApi"),
        metric({ own: "Faults", by: "StaffApi" }, "Sum", hour, "StaffApi"),
      ]),
      graph(
        "Lỗi của các hàm / Functions that failed",
        functions.map((of) => metric({ lambda: "Errors", of }, "Sum", hour, of)),
      ),
    ],
    [
      values("Lịch sử hồ sơ / Histories", [
        metric({ own: "HeadsWritten", by: "HistoryHeads" }, "Maximum", day, "Mốc đã ghi / Heads"),
        metric({ own: "HistoryBroken", by: "HistoryHeads" }, "Maximum", day, "Không khớp / Broken"),
      ]),
      graph(
        "Thư / Mail",
        [metric({ own: "MailRefused", by: "Notices" }, "Sum", hour, "Bị từ chối / Refused")],
        {
          right: [
            metric({ mail: "Reputation.BounceRate" }, "Average", hour, "Tỷ lệ trả lại / Bounced, rate"),
            metric({ mail: "Reputation.ComplaintRate" }, "Average", hour, "Tỷ lệ báo thư rác / Spam, rate"),
          ],
        },
      ),
      graph("Không còn chỗ / No room", [
        ...functions.map((of) => metric({ lambda: "Throttles", of }, "Sum", hour, of)),
        metric({ table: "ReadThrottleEvents" }, "Sum", hour, "Bảng, đọc / Table, reads"),
        metric({ table: "WriteThrottleEvents" }, "Sum", hour, "Bảng, ghi / Table, writes"),
      ]),
    ],
    [heading("Có gì chậm không?", "Is anything late?")],
    [
      values("Trễ hạn / Overdue", [
        metric({ own: "StuckDossiers", by: "AnnualReport" }, "Maximum", day, "Hồ sơ / Dossiers"),
        metric({ own: "ReportsMissing", by: "AnnualReport" }, "Maximum", day, "Báo cáo / Reports"),
      ]),
      graph(
        "Thời gian chờ / Waiting",
        [
          metric({ gateway: "Latency" }, "p50", hour, "p50"),
          metric({ gateway: "Latency" }, "p99", hour, "p99"),
        ],
        { unit: "ms" },
      ),
      graph(
        "Việc sau khi ghi / After a write",
        (["Figures", "Dispatch"] as const).map((of) =>
          metric({ lambda: "IteratorAge", of }, "Maximum", 5, of),
        ),
        {
          unit: "ms",
          right: (["Notices", "Jobs"] as const).map((of) =>
            metric({ waitingFor: of }, "Maximum", 5, `${of} (s)`),
          ),
        },
      ),
    ],
    [heading("Tốn bao nhiêu?", "What does it cost?")],
    [
      new SingleValueWidget({
        title: "Tháng này, cả tài khoản / This month, the whole account",
        metrics: [metric({ bill: "EstimatedCharges" }, "Maximum", 6 * hour, "USD")],
        width: 6,
        height: 5,
      }),
      new TextWidget({
        markdown:
          "AWS cho biết số này khi tài khoản đã bật *Receive CloudWatch billing alerts* (Billing preferences). / AWS tells it once the account has *Receive CloudWatch billing alerts* on.",
        width: 18,
        height: 5,
      }),
    ],
  ];
  new Dashboard(stack, "Dashboard", {
    defaultInterval: Duration.days(3),
    // CDK's types do not expect exactOptionalPropertyTypes.
    widgets: widgets as IWidget[][],
  });
}
