import { lastDay } from "#core/base/period.ts";
import type { ReportModel } from "#core/report/model.ts";
import type { Issue, ReportFormat } from "#core/report/record.ts";
import { renderDocx } from "../../documents/docx/docx.ts";
import { renderHtml } from "../../documents/html/html.ts";
import { describeSource } from "../../documents/official-document.ts";
import { type Faces, renderPdf } from "../../documents/pdf/pdf.ts";
import { writeWorkbook } from "../../documents/spreadsheet/workbook-writer.ts";
import { composeReport } from "./document.ts";
import { writeJson } from "./json.ts";
import { listSheets } from "./workbook.ts";

const contentTypes = {
  html: "text/html; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json; charset=utf-8",
} as const satisfies Record<ReportFormat, string>;

export interface ReportFile {
  format: ReportFormat;
  contentType: string;
  bytes: Uint8Array | AsyncIterable<Uint8Array>;
}

export async function* renderReport(
  report: ReportModel,
  issue: Issue | null,
  faces: Faces,
): AsyncGenerator<ReportFile> {
  const document = composeReport(report, issue);
  const file = (format: ReportFormat, bytes: ReportFile["bytes"]): ReportFile => ({
    format,
    contentType: contentTypes[format],
    bytes,
  });
  yield file("html", new TextEncoder().encode(renderHtml(document)));
  yield file("docx", await renderDocx(document, { faces }));
  const date = `${dateOf(report, issue)}T00:00:00.000Z`;
  yield file("pdf", await renderPdf(document, { faces, date, unsigned: "Bản chưa ký" }));
  const properties = { title: report.title, keywords: describeSource(document) ?? "" };
  yield file("xlsx", writeWorkbook(listSheets(report, issue), properties));
  yield file("json", writeJson(report));
}

/** Date of the files. */
function dateOf({ period }: ReportModel, issue: Issue | null): string {
  return issue?.signedOn ?? lastDay(String(period.to));
}
