import type { CountedFigure, Figure } from "#core/figures/figure.ts";
import { type Level, levels, type System, systems } from "#core/units/unit.ts";

/** Follows "công nhận". */
const levelWords: Readonly<Record<Level, string>> = {
  residentialArea: "ở khu dân cư",
  unit: "cấp đơn vị",
  commune: "cấp xã",
  district: "cấp huyện",
  province: "cấp tỉnh",
  nation: "cấp trung ương",
};

const systemWords: Readonly<Record<System, string>> = {
  front: "hệ thống Mặt trận",
  member: "các tổ chức thành viên",
  government: "chính quyền",
  other: "đơn vị khác",
};

/** By deciding level and by the system of the author's unit. */
const parts = [
  ...levels.map((level) => ({
    dimension: `level:${level}`,
    key: `recognised.level.${level}`,
    words: levelWords[level],
  })),
  ...systems.map((system) => ({
    dimension: `system:${system}`,
    key: `recognised.system.${system}`,
    words: `thuộc ${systemWords[system]}`,
  })),
];

export const breakdownColumns = parts.map(({ key, words }) => ({ key, title: words }));

export const isBreakdown = ({ key }: Pick<Figure, "key">): boolean => parts.some((part) => part.key === key);

export const isTold = ({ key, dimension }: CountedFigure): boolean =>
  key === "recognised" && parts.some((part) => part.dimension === dimension);

/**
 * Adds the parts after each year's recognised initiatives, if all were counted from records; the parts of a larger
 * declaration are unknown.
 */
export function breakDown(figures: Figure[], counted: CountedFigure[]): Figure[] {
  return figures.flatMap((figure) => {
    const { key, from, to, value, qualifier } = figure;
    if (key !== "recognised" || from !== to || !value || value !== figure.counted || qualifier !== null)
      return [figure];
    const rows = counted.filter((row) => row.key === key && String(row.year) === from);
    const own = parts.flatMap((part): Figure[] => {
      const row = rows.find(({ dimension }) => dimension === part.dimension);
      if (!row || row.value <= 0) return [];
      return [
        {
          ...figure,
          key: part.key,
          label: `Sáng kiến được công nhận ${part.words}`,
          value: row.value,
          counted: row.value,
          origin: "records",
          partOf: [key],
          document: null,
        },
      ];
    });
    return [figure, ...own];
  });
}
