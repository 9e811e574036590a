import type { FunctionName, Measure } from "./measures.ts";

interface CommonSettings {
  measure: Measure;
  /** Sum, Maximum, Average, SampleCount or p99. */
  statistic: string;
  /** Length of a period. The alarm fires if `breaching` of the last `periods` reach the limit. */
  minutes: number;
  periods: number;
  breaching: number;
  /** Missing data means no breach, a breach or an unchanged state. */
  noData: "well" | "ill" | "asBefore";
  /** Functions whose failures fire this alarm. */
  covers: FunctionName[];
  vi: string;
  en: string;
}

export type AlarmSettings = CommonSettings &
  ({ atLeast: number; below?: never } | { below: number; atLeast?: never });

const fiveMinutes = { minutes: 5, periods: 3, breaching: 2 };
const daily = { statistic: "Maximum", minutes: 60, periods: 1, breaching: 1, noData: "asBefore" } as const;
/** Uses hours, because CloudWatch waits several periods before it treats data as missing ("evaluation range"). */
const missed = {
  ...{ statistic: "SampleCount", minutes: 60, periods: 26, breaching: 26 },
  below: 1,
  noData: "ill",
} as const;
const recordLate = (of: FunctionName, minutes: number) => ({
  ...fiveMinutes,
  measure: { lambda: "IteratorAge", of } as const,
  statistic: "Maximum",
  atLeast: minutes * 60_000,
  noData: "well" as const,
  covers: [of],
});
const messageLate = (of: "Notices" | "Jobs", minutes: number) => ({
  ...fiveMinutes,
  measure: { waitingFor: of } as const,
  statistic: "Maximum",
  atLeast: minutes * 60,
  noData: "well" as const,
  covers: [of],
});
const leftInQueue = { ...daily, minutes: 5, atLeast: 1 } as const;

/** One alarm covers several failures, because each alarm costs money (docs/decisions/0025-alarms.md). */
export const alarms = {
  ApiFaults: {
    ...fiveMinutes,
    measure: { gateway: "5xx" },
    statistic: "Sum",
    atLeast: 1,
    noData: "well",
    covers: ["PublicApi", "StaffApi"],
    vi: "Hệ thống trả lời lỗi (5xx): có người không gửi hay không xem được hồ sơ.",
    en: "The API answers 5xx: somebody cannot send or see.",
  },
  ApiSlow: {
    ...fiveMinutes,
    breaching: 3,
    measure: { gateway: "Latency" },
    statistic: "p99",
    atLeast: 5_000,
    noData: "well",
    covers: ["PublicApi", "StaffApi"],
    vi: "Cứ một trăm yêu cầu có một yêu cầu chờ quá 5 giây, suốt 15 phút.",
    en: "One request of a hundred waits more than 5 s, for 15 minutes.",
  },
  FiguresLate: {
    ...recordLate("Figures", 10),
    vi: "Số liệu tổng hợp chậm hơn hồ sơ quá 10 phút.",
    en: "Figures are more than 10 minutes behind the records.",
  },
  DispatchLate: {
    ...recordLate("Dispatch", 15),
    vi: "Thư, giấy biên nhận, việc nền và tài khoản chưa được chuyển vào hàng đợi quá 15 phút.",
    en: "Letters, jobs and accounts have not been put into their queues for more than 15 minutes.",
  },
  LettersLate: {
    ...messageLate("Notices", 15),
    vi: "Giấy biên nhận và thư chậm quá 15 phút.",
    en: "Receipts and mail are more than 15 minutes late.",
  },
  JobsLate: {
    ...messageLate("Jobs", 60),
    vi: "Việc nhập, xuất, lập báo cáo chậm quá một giờ.",
    en: "Imports, exports and reports are more than an hour late.",
  },
  WorkFailed: {
    ...leftInQueue,
    measure: { heldIn: "FailedJobs" },
    covers: ["Figures", "Dispatch", "Notices", "Jobs", "Accounts", "AnnualReport", "HistoryHeads"],
    vi: "Có việc đã thử hết số lần mà không xong, đang nằm trong hàng đợi FailedJobs.",
    en: "Something failed for good and lies in FailedJobs.",
  },
  UploadsFailed: {
    ...leftInQueue,
    measure: { heldIn: "ScannedFailed" },
    covers: ["Uploads"],
    vi: "Có tệp đính kèm đã quét mà không tiếp nhận được.",
    en: "An upload was scanned and could not be received.",
  },
  DossiersStuck: {
    ...daily,
    measure: { own: "StuckDossiers", by: "AnnualReport" },
    atLeast: 1,
    covers: [],
    vi: "Có hồ sơ quá hạn trả lời hơn 10 ngày làm việc.",
    en: "A dossier has been due for more than 10 working days.",
  },
  ReportsMissing: {
    ...daily,
    measure: { own: "ReportsMissing", by: "AnnualReport" },
    atLeast: 1,
    covers: ["Jobs"],
    vi: "Đến ngày 26/12 (hoặc sau ngày đợt phát động đã hẹn một ngày) vẫn có đơn vị chưa có báo cáo năm.",
    en: "A unit's yearly report was not made by 26 December, or by the day after its campaign's own day.",
  },
  MorningMissed: {
    ...missed,
    measure: { own: "StuckDossiers", by: "AnnualReport" },
    covers: ["AnnualReport"],
    vi: "Việc 7 giờ sáng đã không chạy xong: có thể chưa lập báo cáo, chưa nhắc nộp.",
    en: "The work of 7 in the morning did not come through: reports may not have begun, nobody reminded.",
  },
  NightMissed: {
    ...missed,
    measure: { own: "HistoryBroken", by: "HistoryHeads" },
    covers: ["HistoryHeads"],
    vi: "Việc ban đêm ghi mốc lịch sử hồ sơ đã không chạy xong.",
    en: "The night's recording of histories did not come through.",
  },
  HistoryBroken: {
    ...daily,
    measure: { own: "HistoryBroken", by: "HistoryHeads" },
    atLeast: 1,
    covers: [],
    vi: "Lịch sử của một hồ sơ không còn khớp với mốc đã ghi: có thể dữ liệu đã bị sửa ngoài hệ thống.",
    en: "A record's history no longer holds a head that was recorded: data may have been changed from outside.",
  },
  MailRefused: {
    ...{ minutes: 60, periods: 1, breaching: 1 },
    measure: { own: "MailRefused", by: "Notices" },
    statistic: "Sum",
    atLeast: 5,
    noData: "well",
    covers: [],
    vi: "Năm thư trở lên bị từ chối trong một giờ.",
    en: "Five letters or more were refused within an hour.",
  },
  MailBounced: {
    ...daily,
    measure: { mail: "Reputation.BounceRate" },
    statistic: "Average",
    atLeast: 0.04,
    covers: [],
    vi: "Trên 4% thư bị trả lại; đến 5% AWS xem xét, đến 10% có thể ngừng gửi.",
    en: "4 % of letters bounce; AWS looks into it at 5 % and may stop sending at 10 %.",
  },
  MailComplained: {
    ...daily,
    measure: { mail: "Reputation.ComplaintRate" },
    statistic: "Average",
    atLeast: 0.0008,
    covers: [],
    vi: "Trên 0,08% thư bị báo là thư rác; đến 0,1% AWS xem xét, đến 0,5% có thể ngừng gửi.",
    en: "0.08 % of letters are reported as spam; AWS looks into it at 0.1 % and may stop sending at 0.5 %.",
  },
  TableThrottled: {
    ...fiveMinutes,
    measure: { table: "WriteThrottleEvents" },
    statistic: "Sum",
    atLeast: 10,
    noData: "well",
    covers: [],
    vi: "Bảng dữ liệu từ chối ghi vì quá nhanh; việc ghi được thử lại nên chưa ai mất gì.",
    en: "The table refuses writes that come too fast; they are tried again, so nothing is lost yet.",
  },
} as const satisfies Record<string, AlarmSettings>;

export type AlarmName = keyof typeof alarms;
