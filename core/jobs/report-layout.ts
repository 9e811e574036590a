import * as v from "valibot";

/** Nghị định 30/2020/NĐ-CP, or documents of the Party. */
export const ReportLayout = v.picklist(["decree30", "party"], "report.layout.invalid");
export type ReportLayout = v.InferOutput<typeof ReportLayout>;
