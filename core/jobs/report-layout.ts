import * as v from "valibot";

/** How official documents of the issuing body look: Nghị định 30/2020/NĐ-CP, or as Party bodies have it. */
export const ReportLayout = v.picklist(["decree30", "party"], "report.layout.invalid");
export type ReportLayout = v.InferOutput<typeof ReportLayout>;
