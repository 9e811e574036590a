import { recipientKinds, recipientNames } from "#core/commendation/forms.ts";
import type { LineSum } from "#core/commendation/line-sum.ts";
import { computeMoney } from "#core/commendation/money.ts";
import type { CommendationView } from "../../../../functions/api/commendation/views.ts";
import { formatNumber } from "../parts/numbers.ts";
import { PlainTable } from "../parts/table.tsx";
import { useWords } from "../words/words.ts";
import { formatTotal, nameAward } from "./amounts.ts";

export function SumsTable(props: { view: CommendationView }) {
  const words = useWords();
  const { w, m, language } = words;
  const decision = () => props.view.decision;
  const on = () => decision().signedOn ?? props.view.today;
  const rows = () =>
    decision().sums.toSorted(
      (a, b) =>
        b.count - a.count ||
        recipientKinds.indexOf(a.recipientKind) - recipientKinds.indexOf(b.recipientKind),
    );
  const moneyOf = ({ form, recipientKind, count, priced, money }: LineSum) => {
    const { line, level } = decision();
    const each = computeMoney({ line, form, level, recipientKind }, on()).amount;
    const amount = money + (count - priced) * (each ?? 0);
    return formatTotal({ amount, without: each === null ? count - priced : 0 }, words);
  };
  return (
    <PlainTable
      boxClass="sums"
      caption={w("commendations.sums", { level: m(`level.${decision().level}`) })}
      rows={rows()}
      columns={[
        { head: w("commendations.form"), cell: ({ form }) => nameAward(form, decision().level, words) },
        {
          head: w("commendations.recipient"),
          label: true,
          cell: ({ recipientKind }) => recipientNames[recipientKind][language()],
        },
        {
          head: w("commendations.count"),
          label: true,
          class: "n",
          cell: ({ count }) => formatNumber(count, language()),
        },
        {
          head: w("commendations.leaders"),
          label: true,
          class: "n",
          cell: ({ leaders }) => formatNumber(leaders, language()),
        },
        { head: w("commendations.total"), label: true, class: "n", cell: moneyOf },
      ]}
    />
  );
}
