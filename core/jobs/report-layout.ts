import * as v from "valibot";

/** Layout of Nghị định 30/2020/NĐ-CP or of Party documents. */
export const ReportLayout = v.picklist(["decree30", "party"], "report.layout.invalid");
export type ReportLayout = v.InferOutput<typeof ReportLayout>;
