import { expect, test } from "vitest";
import { findUnits, foldMarks } from "../../web/src/form/unit-search.ts";

const units = ["Hội Phụ nữ xã Diên Lâm", "Xã Diên Lạc", "Xã Diên Lâm", "Đặc khu Trường Sa"].map((name) => ({
  id: name,
  name,
  within: null,
}));
const names = (typed: string) => findUnits(units, typed).map(({ name }) => name);

test("marks are free, đ too", () => {
  expect(foldMarks(" Đặc khu TRƯỜNG Sa ")).toBe("dac khu truong sa");
  expect(names("dac khu")).toEqual(["Đặc khu Trường Sa"]);
  expect(names("Diên lạc".normalize("NFD"))).toEqual(["Xã Diên Lạc"]);
});

test("names that begin so come first; words may stand anywhere", () => {
  expect(names("xa dien lam")).toEqual(["Xã Diên Lâm", "Hội Phụ nữ xã Diên Lâm"]);
  expect(names("lam phu nu")).toEqual(["Hội Phụ nữ xã Diên Lâm"]);
});

test("nothing typed shows all, nonsense none", () => {
  expect(names("")).toHaveLength(units.length);
  expect(names("zzz")).toEqual([]);
});
