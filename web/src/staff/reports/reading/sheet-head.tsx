import { Show } from "solid-js";
import type { ReportLayout } from "#core/jobs/report-layout.ts";
import type { ReportModel } from "#core/report/model.ts";
import type { Issue } from "#core/report/record.ts";
import { nameInSentence, placeName } from "#core/report/wording.ts";

const words: Record<
  ReportLayout,
  {
    numbered: (number: string) => string;
    blank: (symbol: string) => string;
    party: boolean;
    onBehalf: string;
  }
> = {
  decree30: {
    numbered: (number) => `Số: ${number}`,
    blank: (symbol) => `Số:         /${symbol}`,
    party: false,
    onBehalf: "TM.",
  },
  party: {
    numbered: (number) => `Số ${number}`,
    blank: (symbol) => `Số         -${symbol}`,
    party: true,
    onBehalf: "T/M",
  },
};

export function SheetHead(props: { model: ReportModel; issue: Issue | null }) {
  const isOffice = () => props.model.unit.level === "unit";
  const symbol = () => (isOffice() ? "BC" : "BC-MTTQ-BTT");
  const own = () => words[props.model.layout];
  const number = () => (props.issue ? own().numbered(props.issue.number) : own().blank(symbol()));
  const place = () => {
    const unit = isOffice() ? props.model.superior : props.model.unit;
    return unit ? `${placeName(unit)}, ` : "";
  };
  const day = () => {
    const [year, month, date] = (props.issue?.signedOn ?? "").split("-");
    return date
      ? `ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`
      : "ngày … tháng … năm …";
  };
  const above = () =>
    isOffice()
      ? (props.model.superior?.name ?? "")
      : `Ủy ban Mặt trận Tổ quốc Việt Nam ${nameInSentence(props.model.unit)}`;
  return (
    <header class="sheet-head">
      <div>
        <p class="above">{above()}</p>
        <p class="issuer">{isOffice() ? props.model.unit.name : "Ban Thường trực"}</p>
        <p class="number">{number()}</p>
      </div>
      <div>
        <Show when={!own().party} fallback={<p class="motto party">Đảng Cộng sản Việt Nam</p>}>
          <p class="nation">Cộng hòa xã hội chủ nghĩa Việt Nam</p>
          <p class="motto">Độc lập - Tự do - Hạnh phúc</p>
        </Show>
        <p class="place">
          {place()}
          {day()}
        </p>
      </div>
    </header>
  );
}

/** Signature fields, left empty: reports are signed outside the system. */
export function SheetSignature(props: { model: ReportModel }) {
  const isOffice = () => props.model.unit.level === "unit";
  const onBehalf = () => words[props.model.layout].onBehalf;
  return (
    <div class="sheet-signature">
      <div>
        <p class="to">Nơi nhận:</p>
        <ul>
          <Show when={props.model.superior}>
            {(unit) => (
              <li>
                {unit().level === "unit"
                  ? unit().name
                  : `Ban Thường trực Ủy ban MTTQ Việt Nam ${nameInSentence(unit())}`}
                ;
              </li>
            )}
          </Show>
          <li>Lưu: VT.</li>
        </ul>
      </div>
      <div class="signer">
        <p>{isOffice() ? "THỦ TRƯỞNG ĐƠN VỊ" : `${onBehalf()} BAN THƯỜNG TRỰC`}</p>
        <Show when={!isOffice()}>
          <p>CHỦ TỊCH</p>
        </Show>
      </div>
    </div>
  );
}
