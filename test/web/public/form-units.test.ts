import { describe, expect, test } from "vitest";
import { stripMarks } from "#core/base/search-key.ts";
import { formerNamesOf } from "#core/units/former-names.ts";
import type { OpenCampaign } from "../../../functions/api/campaigns/views.ts";
import { campaignFor, unitsOf } from "../../../web/src/public/form/destination.ts";
import { findUnits } from "../../../web/src/public/form/steps/unit-search.ts";
import { readExample } from "../../support/example.ts";

const units = ["Hội Phụ nữ xã Diên Lâm", "Xã Diên Lạc", "Xã Diên Lâm", "Đặc khu Trường Sa"].map((name) => ({
  id: name,
  name,
  within: null,
}));
const names = (typed: string) => findUnits(units, typed).map(({ unit }) => unit.name);

test("marks are free, đ too", () => {
  expect(stripMarks(" Đặc khu TRƯỜNG Sa ")).toBe("dac khu truong sa");
  expect(names("dac khu")).toEqual(["Đặc khu Trường Sa"]);
  expect(names("Ðặc khu")).toEqual(["Đặc khu Trường Sa"]);
  expect(names("Diên lạc".normalize("NFD"))).toEqual(["Xã Diên Lạc"]);
});

test("names that begin so come first; words may stand anywhere", () => {
  expect(names("xa dien lam")).toEqual(["Xã Diên Lâm", "Hội Phụ nữ xã Diên Lâm"]);
  expect(names("lam phu nu")).toEqual(["Hội Phụ nữ xã Diên Lâm"]);
});

test("nothing typed shows all, nonsense none", () => {
  expect(names("")).toHaveLength(units.length);
  expect(names(" – ")).toHaveLength(units.length);
  expect(names("zzz")).toEqual([]);
});

describe("the 65 units of Khánh Hòa", async () => {
  const all = new Map((await readExample()).units.map((unit) => [unit.id, unit]));
  const receiving = [...all.values()]
    .filter(
      ({ level, system, validTo }) => level === "commune" && system === "government" && validTo === null,
    )
    .map(({ id, name }) => ({ id, name, within: "Tỉnh Khánh Hòa", former: formerNamesOf(all, id) }));
  const found = (typed: string) =>
    findUnits(receiving, typed).map(({ unit, former }) =>
      former ? `${former.name} > ${unit.name}` : unit.name,
    );

  test.each([
    ["xã Diên Khánh", "Xã Diên Khánh"],
    ["x. dien khanh", "Xã Diên Khánh"],
    ["dienkhanh", "Xã Diên Khánh"],
    ["thị trấn Diên Khánh", "Thị trấn Diên Khánh > Xã Diên Khánh"],
    ["tt diên khánh", "Thị trấn Diên Khánh > Xã Diên Khánh"],
    ["Diên An", "Xã Diên An > Xã Diên Khánh"],
    ["xa dien toan", "Xã Diên Toàn > Xã Diên Khánh"],
    ["suối tiên", "Xã Suối Tiên > Xã Suối Hiệp"],
    ["tp nha trang", "Phường Nha Trang"],
    ["TP. Nha Trang", "Phường Nha Trang"],
    ["thành phố nha trang", "Phường Nha Trang"],
    ["p.nha trang", "Phường Nha Trang"],
    ["thị xã Ninh Hòa", "Phường Ninh Hòa"],
    ["ninh hoà", "Phường Ninh Hòa"],
    ["truong sa", "Đặc khu Trường Sa"],
    ["nha tr", "Phường Nha Trang"],
  ])("%s finds %s first", (typed, first) => expect(found(typed)[0]).toBe(first));

  test("a district that has ended finds all that took its place", () => {
    for (const typed of ["huyện Diên Khánh", "h. dien khanh"]) {
      const six = found(typed).filter((name) => name.startsWith("Huyện Diên Khánh > "));
      expect(six.map((name) => name.split(" > ")[1]).toSorted()).toEqual(
        [
          "Xã Diên Khánh",
          "Xã Diên Lâm",
          "Xã Diên Lạc",
          "Xã Diên Thọ",
          "Xã Diên Điền",
          "Xã Suối Hiệp",
        ].toSorted(),
      );
    }
  });

  test("what is typed is marked where it stands", () => {
    const [first] = findUnits(receiving, "huyen dien kh");
    const { name, hits } = first?.former ?? { name: "", hits: [] };
    expect(hits.map(({ from, to }) => name.slice(from, to))).toEqual(["Huyện Diên Kh"]);
  });

  test("a unit of the Front is found by the former names of its locality", () => {
    expect(formerNamesOf(all, "mttq-xa-dien-khanh")).toContain("Thị trấn Diên Khánh");
    expect(formerNamesOf(all, "xa-dien-dien")).not.toContain("Xã Diên Điền");
  });
});

describe("the campaign of an application", () => {
  const campaign = (id: string, ...of: string[]) =>
    ({ id, units: of.map((each) => ({ id: each, name: each, within: null })) }) as unknown as OpenCampaign;
  const open = [campaign("first", "ward", "both"), campaign("second", "school", "both")];

  test.each([
    ["follows the unit", "school", "", "second"],
    ["follows the unit, whatever was chosen before", "school", "first", "second"],
    ["is the first of several", "both", "", "first"],
    ["is the chosen one of several", "both", "second", "second"],
    ["is the first of several where the chosen one has closed", "both", "closed", "first"],
    ["is the first of all while no unit is chosen", "", "second", "first"],
  ])("%s", (_, unit, chosen, expected) => {
    expect(campaignFor(open, { unit, campaign: chosen })?.id).toBe(expected);
  });

  test("each unit of all of them is offered once", () => {
    expect(unitsOf(open).map(({ id }) => id)).toEqual(["ward", "both", "school"]);
  });
});
