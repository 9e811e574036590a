/** Words of the pages of reports. */
export const reportsVi = {
  "nav.reports": "Báo cáo",
  "reports.tabs": "Các phần của báo cáo",
  "reports.tab.reports": "Báo cáo",
  "reports.tab.reportRequests": "Yêu cầu",
  "reports.tab.reportRuns": "Lập tự động",
  "reports.title": "Báo cáo năm",
} as const;
