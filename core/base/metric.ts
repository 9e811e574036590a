interface MetricMeaning {
  unit: "Count";
  /** Has values every day, even without traffic, and is charged every day. */
  daily: boolean;
  means: string;
}

export const metricNamespace = "DoanKetSangTao";

/** Does not repeat AWS's own metrics, because CloudWatch charges each name per function. */
export const metrics = {
  Submissions: {
    unit: "Count",
    daily: false,
    means: "An initiative was received for the first time; the API.",
  },
  Faults: { unit: "Count", daily: false, means: "The API answered 5xx: a fault of ours." },
  MailRefused: {
    unit: "Count",
    daily: false,
    means: "A letter was refused for good; the function that writes letters.",
  },
  StuckDossiers: {
    unit: "Count",
    daily: true,
    means: "Open dossiers whose due day has been past for more than ten working days; each morning.",
  },
  ReportsMissing: {
    unit: "Count",
    daily: true,
    means:
      "Units whose yearly report is not made by the day after the campaign's day of reports; each morning.",
  },
  HistoryBroken: {
    unit: "Count",
    daily: true,
    means: "Records whose chain lacks a head that was recorded; each night.",
  },
  HeadsWritten: {
    unit: "Count",
    daily: true,
    means: "Heads of histories that the night wrote down; each night.",
  },
} as const satisfies Record<string, MetricMeaning>;

export type MetricName = keyof typeof metrics;
