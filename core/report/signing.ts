import * as v from "valibot";
import { optionalLine, optionalProse, requiredLine } from "#core/base/text.ts";

const signer = {
  /** Examples: TM. BAN THƯỜNG TRỰC; KT. CHỦ TỊCH. */
  authority: optionalLine("report.authority", 100),
  position: optionalLine("report.position", 100),
  name: optionalLine("report.signer", 100),
};

/** Signers and recipients. Empty fields take the layout's default; the next report reuses the values. */
export const ReportSigning = v.strictObject({
  ...signer,
  /** Second issuer. */
  joint: v.nullable(v.strictObject({ issuer: requiredLine("report.issuer", 200), ...signer })),
  /** One recipient per line. */
  recipients: optionalProse("report.recipients", 2_000),
});
export type ReportSigning = v.InferOutput<typeof ReportSigning>;

export const defaultSigning: ReportSigning = {
  authority: "",
  position: "",
  name: "",
  joint: null,
  recipients: "",
};

/** Lines of "Nơi nhận"; the last line is the archive. */
export function listRecipients(recipients: string, byDefault: readonly string[]): string[] {
  const written = recipients
    .split("\n")
    .map((line) => line.replace(/^[-–+•\s]/, "").trim())
    .filter((line) => line !== "");
  const named = (written.length > 0 ? written : byDefault).map((line) =>
    /[.;,]/.test(line.at(-1) ?? "") ? line.slice(0, -1) : line,
  );
  const archive = named.find((line) => line.startsWith("Lưu")) ?? "Lưu: VT";
  return [...named.filter((line) => line !== archive).map((line) => `${line};`), `${archive}.`];
}
