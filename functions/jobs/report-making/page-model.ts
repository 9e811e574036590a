import type { ListItem, ReportModel } from "#core/report/model.ts";

/** `left`: number of rows that each shortened list omits. */
type PageModel = ReportModel & { left: Record<string, number> };

const mostBytes = 1_000_000;
/** Initial limit of each list, halved until the model fits. */
const atFirst = 2_000;

export function cutForPage(model: ReportModel): PageModel {
  for (let most = atFirst; ; most = Math.floor(most / 2)) {
    const page = cutLists(model, most);
    if (most === 0 || new TextEncoder().encode(JSON.stringify(page)).length <= mostBytes) return page;
  }
}

function cutLists(model: ReportModel, most: number): PageModel {
  const left: Record<string, number> = {};
  const cut = <T>(list: T[], name: string): T[] => {
    if (list.length > most) left[name] = (left[name] ?? 0) + list.length - most;
    return list.slice(0, most);
  };
  const cutItems = (items: ListItem[], name: string): ListItem[] =>
    cut(items, name).map((item) => ({ ...item, items: cutItems(item.items, name) }));
  const { recognised, commendations, decisions, nationalForm, unitsRanked } = model.annexes;
  return {
    ...model,
    figures: model.figures.map((figure) => ({
      ...figure,
      sources: cut(figure.sources, `figures/${figure.id}`),
    })),
    sections: model.sections.map((section) => ({
      ...section,
      lists: section.lists.map((list) => ({
        ...list,
        items: cutItems(list.items, `sections/${section.id}`),
      })),
    })),
    annexes: {
      recognised: cut(recognised, "annexes/recognised"),
      commendations: cut(commendations, "annexes/commendations"),
      decisions: cut(decisions, "annexes/decisions"),
      nationalForm,
      unitsRanked: cut(unitsRanked, "annexes/unitsRanked"),
    },
    left,
  };
}
