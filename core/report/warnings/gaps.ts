import { lastDay } from "#core/base/period.ts";
import type { ReportInput, ReportModel, Warning } from "#core/report/model.ts";
import { isEmpty } from "#core/report/section-content.ts";
import { expectedTexts } from "#core/report/texts.ts";
import { describePeriod, formatDay } from "#core/report/wording.ts";
import { createWarning } from "./warning.ts";

const names: Record<(typeof expectedTexts)[number], string> = {
  outreach: "Công tác tuyên truyền",
  shortcomings: "Hạn chế, nguyên nhân",
  directions: "Phương hướng, nhiệm vụ",
  proposals: "Đề xuất, kiến nghị",
};

export function addGapWarnings(model: ReportModel, input: ReportInput): ReportModel {
  return { ...model, warnings: [...model.warnings, ...findGaps(model, input)] };
}

function findGaps(
  { figures, annexes, sections }: ReportModel,
  { unit, period, texts }: ReportInput,
): Warning[] {
  const gaps: Warning[] = [];
  const place = `${period.from}-${period.to}`;
  const warn = (code: Warning["code"], about: string, message: string) =>
    gaps.push(createWarning(code, about, period, { at: [] }, message));
  if (figures.every(({ value }) => value === null) && annexes.recognised.length === 0)
    warn(
      "report.empty",
      place,
      `Báo cáo ${describePeriod(period)} không có số liệu nào. Hãy khai báo số liệu của kỳ, hoặc nêu lý do vẫn lập báo cáo.`,
    );
  // One warning per section, so that each can be dismissed separately.
  for (const section of expectedTexts)
    if (!texts[section]?.trim() && sections.every((each) => each.id !== section || isEmpty(each)))
      warn(
        "texts.unwritten",
        section,
        `Chưa viết phần “${names[section]}”. Hãy viết, hoặc nêu lý do báo cáo không có phần này.`,
      );
  if (unit.validTo !== null && unit.validTo < lastDay(period.to))
    warn(
      "unit.ended",
      unit.validTo,
      `${unit.name} kết thúc hoạt động ngày ${formatDay(unit.validTo)}, trước khi hết kỳ báo cáo. Hãy xem lại kỳ, hoặc để đơn vị kế thừa báo cáo.`,
    );
  return gaps;
}
