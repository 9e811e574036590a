import { daysBetween } from "#core/base/calendar.ts";
import { workingDaysBetween } from "#core/base/working-days.ts";
import type { Stage } from "#core/campaigns/campaign.ts";
import { useWords } from "../words/words.ts";

const tones: Record<Stage, string> = {
  draft: "plain",
  upcoming: "wait",
  open: "done",
  closed: "",
  evaluated: "",
};

export function StageTag(props: { stage: Stage }) {
  const { w } = useWords();
  return <span class={`tag ${tones[props.stage]}`}>{w(`campaigns.stage.${props.stage}`)}</span>;
}

export function DaysLeft(props: { stage: Stage; opensOn: string; closesOn: string; today: string }) {
  const { w } = useWords();
  const words = () => {
    const { stage, opensOn, closesOn, today } = props;
    if (stage === "upcoming") return w("campaigns.daysToOpen", { count: daysBetween(today, opensOn) });
    if (stage === "closed") {
      const count = daysBetween(closesOn, today);
      return count > 0 ? w("campaigns.over", { count }) : "";
    }
    if (stage !== "open") return "";
    const count = daysBetween(today, closesOn);
    if (count === 0) return w("campaigns.lastDay");
    return w("campaigns.daysLeft", { count, working: workingDaysBetween(today, closesOn) });
  };
  return <span class="soft">{words()}</span>;
}
