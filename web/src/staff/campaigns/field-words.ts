import { CampaignForm } from "#core/campaigns/form.ts";
import { maxPoints } from "#core/campaigns/rubric.ts";
import { reportDayOf } from "#core/report/run.ts";
import { writeDay } from "../../dates.ts";
import type { useWords } from "../words/words.ts";

type Words = ReturnType<typeof useWords>["w"];

export function nameField(name: string, w: Words): string {
  return name in CampaignForm.entries ? w(`campaigns.field.${name as keyof CampaignForm}`) : name;
}

export function describeField(form: CampaignForm, name: keyof CampaignForm, w: Words): string {
  const value = form[name];
  if (name === "opensOn" || name === "closesOn") return writeDay(form[name]);
  if (name === "reportOn") return writeDay(reportDayOf(form));
  if (name === "participation") {
    const { organisations, hamlets, units } = form.participation;
    return `${organisations ?? "–"} / ${hamlets ?? "–"} / ${units.length}`;
  }
  if (name === "months") return Object.values(form.months).join(" / ");
  if (name === "rubric")
    return form.rubric
      ? w("campaigns.rubric.version", { number: form.rubric.version, max: maxPoints(form.rubric) })
      : w("campaigns.rubric.none");
  if (name === "daysOff")
    return form.daysOff.off.map(({ from, to }) => `${writeDay(from)}–${writeDay(to)}`).join("; ");
  if (Array.isArray(value)) return w("campaigns.conflict.list", { count: value.length });
  return typeof value === "boolean" ? (value ? "✓" : "–") : String(value);
}
