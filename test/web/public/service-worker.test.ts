import { describe, expect, test } from "vitest";
import { keptPage, strategyOf } from "../../../web/src/public/offline/service-worker-strategy.ts";

const origin = "https://sang-kien.example.vn";
const way = (path: string, { method = "GET", mode = "cors", from = origin } = {}) =>
  strategyOf(method, mode, new URL(path, from), origin);

describe("the service worker", () => {
  test("keeps of the API's answers the open campaigns alone", () => {
    expect(way("/api/campaigns/open")).toBe("campaigns");
    for (const path of ["/api/initiatives/7K3M-9QTX-2F4H", "/api/session", "/api/drafts/a", "/api/health"]) {
      expect(way(path)).toBeNull();
      expect(way(path, { mode: "navigate" })).toBeNull();
    }
  });

  test("lets through what changes something, other origins and the staff's pages", () => {
    expect(way("/api/campaigns/open", { method: "POST" })).toBeNull();
    expect(way("/assets/a.js", { from: "https://elsewhere.example" })).toBeNull();
    expect(way("/quan-tri/ho-so", { mode: "navigate" })).toBeNull();
  });

  test("answers pages and their assets", () => {
    for (const path of ["/", "/gui", "/gui/sang-kien", "/tra-cuu#7K3M.key", "/khong-co"])
      expect(way(path, { mode: "navigate" })).toBe("page");
    expect(way("/assets/form-page-abc.js")).toBe("asset");
    expect(way("/icon.svg")).toBe("asset");
    expect(way("/sw.js", { mode: "navigate" })).toBeNull();
  });

  test.each([
    ["/", "/"],
    ["/gui", "/gui"],
    ["/gui/kiem-tra", "/gui"],
    ["/gui/tiep-tuc#id.key", "/gui"],
    ["/tra-cuu", "/tra-cuu"],
    ["/guiding", "/"],
  ])("shows for %s the page kept as %s", (path, kept) => {
    expect(keptPage(new URL(path, origin))).toBe(kept);
  });
});
