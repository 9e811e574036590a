import { costOf, priceNames, prices, sources, totalOf, type Usage } from "./prices.ts";

export interface Month {
  heading: string;
  usage: Usage;
}

const dollars = (usd: number) => (usd === 0 ? "0" : usd < 0.005 ? "< 0.01" : usd.toFixed(2));

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

export function drawBill(months: readonly Month[], allowances: boolean): string {
  const services = [...new Set(priceNames.map((name) => prices[name].service))];
  const costs = services.map((service) => {
    const names = priceNames.filter((name) => prices[name].service === service);
    return {
      service,
      costs: months.map(({ usage }) => names.reduce((sum, name) => sum + costOf(usage, name, allowances), 0)),
    };
  });
  return [
    row(["USD a month", ...months.map(({ heading }) => heading)]),
    row(["---", ...months.map(() => "---:")]),
    ...costs
      .filter((each) => each.costs.some((usd) => usd > 0))
      .map((each) => row([each.service, ...each.costs.map(dollars)])),
    row(["**all**", ...months.map(({ usage }) => `**${dollars(totalOf(usage, allowances))}**`)]),
  ].join("\n");
}

export function drawPrices(): string {
  return [
    row(["service", "unit", "USD", "free each month", "read in"]),
    row(["---", "---", "---:", "---:", "---"]),
    ...priceNames.map((name) => {
      const { service, unit, usd, free, source } = prices[name];
      const price = usd.toLocaleString("en", { maximumSignificantDigits: 6 });
      return row([service, unit, price, free === 0 ? "" : free.toLocaleString("en"), source]);
    }),
    "",
    ...Object.entries(sources).map(([name, where]) => `- ${name}: ${where}.`),
  ].join("\n");
}
