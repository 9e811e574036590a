/** Words of the pages where reports are asked for and submitted. */
export const reportRequestsVi = {
  "reportRequests.title": "Yêu cầu báo cáo",
} as const;
