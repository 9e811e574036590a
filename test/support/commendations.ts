import { randomBytes } from "node:crypto";
import type { CommendationDecision, CommendationForm } from "#core/commendation/decision.ts";
import { issueCommendation, proposeCommendation } from "#core/commendation/lifecycle.ts";
import type { LineForm } from "#core/commendation/line.ts";
import { linesAtOnce } from "#core/commendation/line.ts";
import { appendLines } from "#core/commendation/lines.ts";
import type { Nomination, NominationForm } from "#core/commendation/nomination.ts";
import { writeRecord } from "#core/commendation/record.ts";
import { pathOf } from "#core/units/unit.ts";
import type { Store } from "../../functions/store/store.ts";
import { commune, testNow, units } from "./units.ts";

const tree = new Map(units.map((unit) => [unit.id, unit]));
const by = { id: "quan-tri-tinh", name: "Võ Thị Kim Oanh" };

export const drawRequest = (): string => randomBytes(16).toString("base64url");

export const stepAt = (at = testNow) => ({ by, at, request: drawRequest() });

/** A commune's decision of 2026, as it is proposed. */
export const commendationForm: CommendationForm = {
  year: 2026,
  issuer: "Chủ tịch Ủy ban nhân dân xã Suối Mơ",
  level: "commune",
  line: "state",
  basis: "thematic",
  occasion: "Phong trào Đoàn kết sáng tạo",
  subject: "Khen thưởng phong trào Đoàn kết sáng tạo năm 2026",
  articles: "Luật Thi đua, khen thưởng ngày 15/6/2022",
  document: null,
  budget: null,
};

/** A giấy khen of a farmer. */
export const lineForm = (changes: Partial<LineForm> = {}): LineForm => ({
  recipientKind: "individual",
  name: "Nguyễn Thị Hoa",
  birthYear: 1980,
  sex: "female",
  position: "",
  workplace: "Thôn 1, xã Suối Mơ",
  leader: false,
  system: "citizen",
  form: "praiseCertificate",
  achievement: "Có sáng kiến tưới tiết kiệm nước",
  from: "2025",
  to: "2026",
  initiative: null,
  model: null,
  money: null,
  note: "",
  ...changes,
});

export const nominationForm = (changes: Partial<NominationForm> = {}): NominationForm => ({
  year: 2026,
  recipientKind: "individual",
  name: "Nguyễn Thị Hoa",
  award: "Sách vàng sáng tạo Việt Nam",
  level: "nation",
  target: "Ủy ban Trung ương MTTQ Việt Nam",
  achievement: "Tưới tiết kiệm nước",
  sentOn: "2026-05-01",
  state: "sent",
  resultNumber: "",
  resultOn: null,
  note: "",
  withdrawn: false,
  ...changes,
});

/** Keeps a nomination of the commune past the API. */
export async function keepNomination(store: Store): Promise<Nomination> {
  const head = {
    kind: "nomination" as const,
    id: drawRequest(),
    unit: commune.id,
    path: pathOf(tree, commune.id),
  };
  const write = writeRecord<Nomination>(null, head, nominationForm(), stepAt());
  if (!write) throw new Error("nothing to write");
  await store.awardRecords.save(write);
  return write.after;
}

/** Keeps a decision with lines past the API, issued where a number is given. */
export async function keepCommendation(
  store: Store,
  {
    form = {},
    lines = [lineForm()],
    unit = commune.id,
    issued = null,
    at = testNow,
  }: {
    form?: Partial<CommendationForm>;
    lines?: LineForm[];
    unit?: string;
    issued?: { number: string; signedOn: string } | null;
    at?: string;
  } = {},
): Promise<CommendationDecision> {
  const proposal = { id: drawRequest(), unit, form: { ...commendationForm, ...form } };
  let write = proposeCommendation(proposal, pathOf(tree, unit), stepAt(at));
  await store.commendations.save(write);
  for (let from = 0; from < lines.length; from += linesAtOnce) {
    write = appendLines(write.after, lines.slice(from, from + linesAtOnce), stepAt(at));
    await store.commendations.save(write);
  }
  if (issued) {
    write = issueCommendation(write.after, { ...issued, explanation: "" }, stepAt(at));
    await store.commendations.save(write);
  }
  return write.after;
}
