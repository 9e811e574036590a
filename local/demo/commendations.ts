import { createHash } from "node:crypto";
import { addDays, dayOf } from "#core/base/calendar.ts";
import { toBase64Url } from "#core/base/ids.ts";
import { linesFromInitiative } from "#core/commendation/candidates.ts";
import type { CommendationForm } from "#core/commendation/decision.ts";
import { cancelCommendation, issueCommendation, proposeCommendation } from "#core/commendation/lifecycle.ts";
import { type CancellationForm, type LineForm, linesAtOnce } from "#core/commendation/line.ts";
import { appendLines } from "#core/commendation/lines.ts";
import type { CommendationWrite } from "#core/commendation/step.ts";
import { pathOf, type Unit } from "#core/units/unit.ts";
import type { Store } from "../../functions/store/store.ts";
import type { DossierPlan } from "./dossier-plan.ts";
import { type DossierKeys, idOf } from "./dossiers.ts";
import { drawPerson } from "./persons.ts";
import { achievements, cancellationReason, collectiveAchievements } from "./pools/commendations.ts";
import { createRandom, type Random } from "./random.ts";
import { type DemoUnitKind, placeOf } from "./receiving-units.ts";
import { fillSlots } from "./text.ts";
import { isCommune, provinceId } from "./units.ts";

interface DemoCommendation {
  /** Unique within a seed. */
  name: string;
  unit: Unit;
  form: CommendationForm;
  lines: LineForm[];
  /** Null for a proposal. */
  issued: { number: string; signedOn: string } | null;
  cancelled: Omit<CancellationForm, "on"> | null;
}

interface Source {
  seed: string;
  now: string;
  year: number;
  units: ReadonlyMap<string, Unit>;
  plans: readonly DossierPlan[];
  keys: DossierKeys;
}

const communes = ["xa-dien-khanh", "phuong-nha-trang", "phuong-phan-rang"] as const;
const front = "mttq-khanh-hoa";

/** Deterministic, so that `enterCommendations` can resume. */
function planCommendations(source: Source): DemoCommendation[] {
  const province = source.units.get(provinceId);
  const committee = source.units.get(front);
  return [
    ...(province ? planProvince(source, province) : []),
    ...(committee ? planFront(source, committee) : []),
    ...communes.flatMap((id, n) => planCommune(source, source.units.get(id), n)),
  ];
}

const formFor = (
  { year }: Source,
  {
    issuer,
    level,
    line = "state",
    subject,
    budget = null,
  }: Partial<CommendationForm> & Pick<CommendationForm, "issuer" | "level" | "subject">,
): CommendationForm => ({
  year,
  issuer,
  level,
  line,
  basis: "thematic",
  occasion: `Phong trào thi đua “Đoàn kết sáng tạo” năm ${year}`,
  subject: `${subject} năm ${year} (dữ liệu minh họa)`,
  articles: "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
  document: null,
  budget,
});

const signedAgo = ({ now, year }: Source, days: number): string => {
  const day = addDays(dayOf(now), -days);
  return day < `${year}-01-01` ? `${year}-01-01` : day;
};

function planProvince(source: Source, unit: Unit): DemoCommendation[] {
  const random = createRandom(`${source.seed}/commendations/province`);
  const issuer = "Chủ tịch Ủy ban nhân dân tỉnh Khánh Hòa";
  const form = formFor(source, {
    issuer,
    level: "province",
    subject: "Tặng Bằng khen cho tập thể, cá nhân trong phong trào “Đoàn kết sáng tạo”",
  });
  const signedOn = signedAgo(source, 6);
  const bodies = random.some([...source.units.values()].filter(isCommune), 6);
  const collectives = bodies.map((body) => collectiveLine(body, "meritCertificate", source, random));
  const persons = drawLines(unit, "department", 6, "meritCertificate", source, random);
  const authors = authorLines(() => true, { level: "province", signedOn, most: 14 }, source);
  const draft = formFor(source, {
    issuer,
    level: "province",
    subject: "Khen thưởng tổng kết phong trào “Đoàn kết sáng tạo”",
    budget: 20_000_000,
  });
  const later = drawLines(unit, "department", 9, "meritCertificate", source, random);
  const again = collectives.slice(0, 2);
  return [
    {
      ...{ name: "province/issued", unit, form, cancelled: null },
      lines: [...collectives, ...authors, ...persons],
      issued: { number: `${random.between(1200, 2900)}/QĐ-UBND`, signedOn },
    },
    {
      ...{ name: "province/draft", unit, form: draft, issued: null, cancelled: null },
      lines: [...again, ...later],
    },
  ];
}

function planFront(source: Source, unit: Unit): DemoCommendation[] {
  const random = createRandom(`${source.seed}/commendations/front`);
  const form = formFor(source, {
    issuer: "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Khánh Hòa",
    level: "province",
    line: "front",
    subject: "Biểu dương cán bộ Mặt trận và tổ chức thành viên trong phong trào “Đoàn kết sáng tạo”",
  });
  const lines = drawLines(unit, "front", 8, "praise", source, random).map((line) => ({
    ...line,
    money: 500_000,
  }));
  return [
    {
      ...{ name: "front/cancelled", unit, form, lines },
      issued: { number: `${random.between(20, 90)}/QĐ-MTTQ-BTT`, signedOn: signedAgo(source, 40) },
      cancelled: { ground: "falseDeclaration", reason: cancellationReason, moneyToRecover: 4_000_000 },
    },
  ];
}

function planCommune(source: Source, unit: Unit | undefined, n: number): DemoCommendation[] {
  if (!unit) return [];
  const random = createRandom(`${source.seed}/commendations/${unit.id}`);
  const place = unit.name.charAt(0).toLocaleLowerCase("vi") + unit.name.slice(1);
  const form = formFor(source, {
    issuer: `Chủ tịch Ủy ban nhân dân ${place}`,
    level: "commune",
    subject: "Tặng Giấy khen trong phong trào “Đoàn kết sáng tạo”",
  });
  const signedOn = signedAgo(source, 12 + 9 * n);
  const isHere = (plan: DossierPlan) => plan.unit.id === unit.id;
  const persons = drawLines(unit, "commune", 10, "praiseCertificate", source, random);
  const households = drawLines(unit, "commune", 2, "praiseCertificate", source, random).map(
    (line): LineForm => ({
      ...line,
      ...{
        recipientKind: "household",
        name: `Hộ ông/bà ${line.name}`,
        birthYear: null,
        position: "",
        money: 500_000,
      },
    }),
  );
  return [
    {
      ...{ name: `${unit.id}/issued`, unit, form, cancelled: null },
      lines: [
        collectiveLine(
          { ...unit, name: `Ban Công tác Mặt trận Thôn ${n + 1}, ${place}` },
          "praiseCertificate",
          source,
          random,
        ),
        ...authorLines(isHere, { level: "commune", signedOn, most: 6 }, source),
        ...persons,
        ...households,
      ],
      issued: { number: `${random.between(90, 480)}/QĐ-UBND`, signedOn },
    },
  ];
}

const periodOf = (year: number) => ({ from: String(year), to: String(year) });

function collectiveLine(
  { name, ...unit }: Unit,
  form: LineForm["form"],
  { year }: Source,
  random: Random,
): LineForm {
  const achievement = fillSlots(
    random.pick(collectiveAchievements),
    placeOf({ name, ...unit }, year),
    random,
  );
  return {
    ...{ recipientKind: "collective", name, birthYear: null, sex: null, position: "", workplace: "" },
    ...{ leader: false, system: "unknown", form, achievement, ...periodOf(year) },
    ...{ initiative: null, model: null, money: null, note: "" },
  };
}

function drawLines(
  unit: Unit,
  kind: DemoUnitKind,
  count: number,
  form: LineForm["form"],
  { year }: Source,
  random: Random,
): LineForm[] {
  const place = placeOf(unit, year);
  return Array.from({ length: count }, (): LineForm => {
    const { fullName, birthDate, position, workplace } = drawPerson(kind, place, random);
    return {
      ...{ recipientKind: "individual", name: fullName, birthYear: Number(birthDate.slice(0, 4)), sex: null },
      ...{ position, workplace, leader: random.chance(0.2), system: kind === "front" ? "front" : "citizen" },
      ...{ form, achievement: fillSlots(random.pick(achievements), place, random), ...periodOf(year) },
      ...{ initiative: null, model: null, money: null, note: "" },
    };
  });
}

function authorLines(
  wanted: (plan: DossierPlan) => boolean,
  { level, signedOn, most }: { level: CommendationForm["level"]; signedOn: string; most: number },
  { year, plans, keys }: Source,
): LineForm[] {
  const recognised = plans.filter((plan) => {
    const last = plan.schedule.steps.at(-1);
    return last?.step === "recognise" && dayOf(last.at) <= signedOn && wanted(plan);
  });
  return recognised
    .flatMap((plan) => {
      const initiative = { id: idOf(plan, keys), year: plan.campaign.year, application: plan.application };
      const authors = plan.application.authors.map(({ birthDate = "", position = "", ...author }) => ({
        ...author,
        birthDate,
        position,
      }));
      return linesFromInitiative(initiative, authors, { level, year });
    })
    .slice(0, most);
}

function playCommendation(
  { name, unit, form, lines, issued, cancelled }: DemoCommendation,
  { seed, now, units }: Source,
): CommendationWrite[] {
  const idFor = (label: string) =>
    toBase64Url(
      createHash("sha256").update(`${seed}/commendation/${name}/${label}`).digest().subarray(0, 16),
    );
  const at = issued && `${issued.signedOn}T02:00:00.000Z` < now ? `${issued.signedOn}T02:00:00.000Z` : now;
  const stepAt = (label: string, instant = at) => ({
    by: { id: "", name: "" },
    at: instant,
    request: idFor(label),
  });
  const proposal = { id: idFor("id"), unit: unit.id, form };
  const writes = [proposeCommendation(proposal, pathOf(units, unit.id), stepAt("propose"))];
  const last = () => (writes.at(-1) as CommendationWrite).after;
  for (let from = 0; from < lines.length; from += linesAtOnce)
    writes.push(appendLines(last(), lines.slice(from, from + linesAtOnce), stepAt(`lines/${from}`)));
  if (issued) writes.push(issueCommendation(last(), { ...issued, explanation: "" }, stepAt("issue")));
  if (cancelled)
    writes.push(cancelCommendation(last(), { ...cancelled, on: dayOf(now) }, stepAt("cancel", now)));
  return writes;
}

/** Writes only missing steps. */
export async function enterCommendations(store: Store, source: Source): Promise<void> {
  for (const planned of planCommendations(source)) {
    const writes = playCommendation(planned, source);
    const kept = await store.commendations.get(writes[0]?.after.id ?? "");
    for (const write of writes)
      if (write.after.version > (kept?.version ?? 0)) await store.commendations.save(write);
  }
}
