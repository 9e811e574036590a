import { randomBytes } from "node:crypto";
import { deriveSecrets, toBase64Url } from "#core/base/ids.ts";
import type { Application, ApplicationInput } from "#core/initiatives/application.ts";
import type { DocumentInitiative, FormInitiative } from "#core/initiatives/initiative.ts";
import type { Move } from "#core/initiatives/lifecycle.ts";
import type { Author } from "#core/initiatives/person.ts";
import type { nameConsentVersion } from "#core/initiatives/publish-name.ts";
import { parseSubmission, registerInitiative } from "#core/initiatives/submission.ts";
import { applyMove, parseMove } from "#core/initiatives/transition.ts";
import { buildCampaign, commune, freezeUnits, testNow, testYear } from "./units.ts";

export const author: Author = {
  fullName: "Nguyễn Thị Ánh Tuyết",
  birthDate: "1984-03-08",
  workplace: "Hội Liên hiệp Phụ nữ xã Suối Mơ",
  position: "Chi hội trưởng thôn Đại Điền Đông",
  qualification: "Trung cấp nông nghiệp",
  share: 60,
};

const coauthor: Author = {
  fullName: "Huỳnh Ngọc Quý",
  birthDate: "1990-11-20",
  workplace: "Đoàn Thanh niên xã Suối Mơ",
  position: "",
  qualification: "",
  share: 40,
};

/** A whole application that passes every rule; `changes` replace whole members. */
export function buildApplication(changes: Partial<ApplicationInput> = {}): ApplicationInput {
  return {
    kind: "solution",
    authors: [author, coauthor],
    title: "Ủ phân hữu cơ từ rác chợ bằng thùng lật đôi, dùng cho vườn rau của chi hội",
    investor: "",
    field: "environment",
    firstUsedOn: "2025-09-01",
    substance:
      "Rác hữu cơ ở chợ được phân loại tại sạp, băm nhỏ và ủ trong hai thùng phuy đặt trên trục quay. Mỗi thùng lật hai lần một ngày, " +
      "thêm men vi sinh tự nhân từ nước vo gạo, sau hai mươi lăm ngày thành phân bón cho vườn rau của chi hội.",
    confidential: "",
    conditions:
      "Hai thùng phuy 200 lít, trục quay hàn từ ống thép cũ, một chỗ có mái che rộng bốn mét vuông.",
    benefitsByAuthor:
      "Mỗi tháng bớt 1,2 tấn rác phải chở đi, tiết kiệm 3,5 triệu đồng tiền phân bón và giữ chợ sạch hơn.",
    benefitsByUsers: "Ban quản lý chợ xác nhận lượng rác giảm một phần ba so với trước khi áp dụng.",
    participants: [
      {
        fullName: "Đặng Thị Lựu",
        birthDate: "",
        workplace: "Chợ Suối Mơ",
        position: "",
        work: "Phân loại rác",
      },
    ],
    contact: { phone: "0912 345 678", email: "anh.tuyet@example.vn" },
    declared: true,
    consent: buildCampaign().consent,
    ...changes,
  };
}

/** The body of `POST /api/initiatives`, as a page sends it. */
export interface SubmissionBody {
  campaign: string;
  unit: string;
  channel: "web" | "paper";
  receivedOn?: string;
  publishName?: "" | typeof nameConsentVersion;
  application: ApplicationInput;
}

/** A submission to the commune, in the campaign of `buildCampaign`; `changes` replace whole members. */
export function buildBody(changes: Partial<SubmissionBody> = {}): SubmissionBody {
  return {
    campaign: buildCampaign().id,
    unit: commune.id,
    channel: "web",
    application: buildApplication(),
    ...changes,
  };
}

/** A fresh secret as the form draws it: 256 random bits in base64url. */
export function drawIdempotencyKey(): string {
  return toBase64Url(randomBytes(32));
}

interface BuildInitiative {
  key?: string;
  unit?: string;
  now?: string;
  application?: Partial<ApplicationInput>;
  channel?: "web" | "paper";
  publishName?: "" | typeof nameConsentVersion;
}

/** A record as a submission through the form leaves it, under a fresh key unless one is given. */
export function buildInitiative(given: BuildInitiative = {}): FormInitiative {
  const {
    key = drawIdempotencyKey(),
    unit = commune.id,
    now = testNow,
    channel = "web",
    publishName = "",
  } = given;
  const body = buildBody({ unit, channel, publishName, application: buildApplication(given.application) });
  return registerInitiative({
    submission: parseSubmission(body, now),
    secrets: deriveSecrets(key),
    campaign: buildCampaign(),
    unit: freezeUnits().find(({ id }) => id === unit) ?? null,
    actor: { role: "author", staff: null },
    now,
    salt: () => randomBytes(16),
  });
}

const reason = "Phần nội dung chưa nêu rõ cách phân loại rác tại sạp; đề nghị bổ sung.";
const decision = { number: "15/QĐ-UBND", signedOn: "2026-06-15" };
const application = (before: FormInitiative): Application => before.application;

/** What each move carries at the least. */
const forms: Record<Move, (before: FormInitiative) => unknown> = {
  accept: () => ({}),
  report: () => ({ benefitsByAuthor: "Sau ba tháng áp dụng, lượng rác chở đi giảm 35%." }),
  return: () => ({ reason }),
  resubmit: (before) => ({ application: application(before) }),
  refuse: () => ({ reason }),
  withdraw: () => ({}),
  propose: () => ({ opinion: "Đề nghị Hội đồng xem xét." }),
  takeUp: () => ({}),
  recognise: () => ({ decision }),
  notRecognise: () => ({ reason }),
  askToComplete: () => ({ reason, dueOn: "2026-12-15" }),
  complete: (before) => ({ application: application(before) }),
  proposeAbove: () => ({ opinion: "" }),
  revoke: () => ({ reason, decision: { number: "3/QĐ-UBND", signedOn: "2026-06-15" } }),
};

/** The body that a move asks for, valid for this record. */
export function buildMoveForm(move: Move, before: FormInitiative): unknown {
  return forms[move](before);
}

/** The transition that a move makes of a record. `number` is what `accept` takes from the register. */
export function buildTransition(before: FormInitiative, move: Move, number = 1, now = testNow) {
  return applyMove(before, parseMove(move, buildMoveForm(move, before), now), {
    campaign: buildCampaign(),
    actor: { role: "reviewer", staff: "can-bo-suoi-mo" },
    now,
    number,
    salt: () => randomBytes(16),
  });
}

/** A recognised title known from a cited document alone. */
export function buildDocumentInitiative(changes: Partial<DocumentInitiative> = {}): DocumentInitiative {
  const unit = changes.unit ?? commune.id;
  return {
    origin: "document",
    id: "tai-lieu-1",
    version: 1,
    campaign: null,
    year: testYear - 6,
    unit,
    path: freezeUnits().find(({ id }) => id === unit)?.path ?? [unit],
    system: "front",
    state: "recognised",
    recognitions: [{ level: "commune", decision: null, revoked: null }],
    title: "Vận động nhân dân hiến đất làm đường giao thông nông thôn",
    titleAsPublished: null,
    organisation: "Ủy ban MTTQ Việt Nam xã Suối Mơ",
    source: "bao-cao-2020",
    ...changes,
  };
}
