import { For, Show } from "solid-js";
import type { ReportLayout } from "#core/jobs/report-layout.ts";
import type { ReportModel } from "#core/report/model.ts";
import type { Issue } from "#core/report/record.ts";
import { listRecipients, type ReportSigning } from "#core/report/signing.ts";
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
  const symbol = () => (props.model.signing.joint ? "BC-MTTQ-UBND" : isOffice() ? "BC" : "BC-MTTQ-BTT");
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
        <Show when={props.model.signing.joint}>{(joint) => <p class="issuer">{joint().issuer}</p>}</Show>
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
  const signing = () => props.model.signing;
  const onBehalf = () => words[props.model.layout].onBehalf;
  const recipients = () => {
    const { superior } = props.model;
    const above = superior && superior.level !== "unit" ? "Ban Thường trực Ủy ban MTTQ Việt Nam " : "";
    const byDefault = superior ? [above + (above ? nameInSentence(superior) : superior.name)] : [];
    return listRecipients(signing().recipients, byDefault);
  };
  return (
    <div class="sheet-signature" classList={{ joint: signing().joint !== null }}>
      <Show when={signing().joint}>
        {(joint) => (
          <Signer signer={joint()} authority={`${onBehalf()} ${joint().issuer}`} position="Chủ tịch" />
        )}
      </Show>
      <div class="recipients">
        <p class="to">Nơi nhận:</p>
        <ul>
          <For each={recipients()}>{(recipient) => <li>{recipient}</li>}</For>
        </ul>
      </div>
      <Signer
        signer={signing()}
        authority={isOffice() ? "Thủ trưởng đơn vị" : `${onBehalf()} Ban Thường trực`}
        position={isOffice() ? "" : "Chủ tịch"}
      />
    </div>
  );
}

function Signer(props: {
  signer: Pick<ReportSigning, "authority" | "position" | "name">;
  authority: string;
  position: string;
}) {
  const position = () => props.signer.position || (props.signer.authority ? "" : props.position);
  return (
    <div class="signer">
      <p class="capitals">{props.signer.authority || props.authority}</p>
      <Show when={position()}>
        <p class="capitals">{position()}</p>
      </Show>
      <Show when={props.signer.name}>
        <p class="name">{props.signer.name}</p>
      </Show>
    </div>
  );
}
