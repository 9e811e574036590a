import { describe, expect, test } from "vitest";
import { renderHtml } from "../../functions/documents/html/html.ts";
import { hostile, sampleDocument } from "./sample-document.ts";

const html = renderHtml(sampleDocument());

describe("the page", () => {
  test("is Vietnamese and needs nothing from outside", () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="vi">/);
    expect(html).not.toMatch(/<(script|link|img|iframe)|src=|url\(|https?:|@import/);
  });

  test("leads from a figure to its row", () => {
    expect(html).toContain('<a href="#so-lieu-1">12 hồ sơ</a>');
    expect(html).toContain('<tr id="so-lieu-1">');
  });

  test("has one main heading and none out of order", () => {
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test("says at its head that the editor has something to check", () => {
    expect(html).toContain('<a href="#ghi-chu">1 điểm cần đối chiếu trước khi ban hành</a>');
    expect(renderHtml(sampleDocument({ editorNotes: null }))).not.toContain("ghi-chu");
  });

  test("bears a banner only where there is one", () => {
    expect(html).not.toContain('class="banner"');
    expect(renderHtml(sampleDocument({ banner: "BẢN MINH HỌA" }))).toContain(
      '<p class="banner">BẢN MINH HỌA</p>',
    );
  });
});

describe("text from outside", () => {
  test("is escaped wherever it stands", () => {
    const { letterhead, signature } = sampleDocument();
    const page = renderHtml(
      sampleDocument({
        subject: hostile,
        type: hostile,
        banner: hostile,
        letterhead: {
          ...letterhead,
          superior: hostile,
          issuer: hostile,
          number: hostile,
          placeAndDate: hostile,
        },
        signature: { ...signature, authority: hostile, position: hostile, fields: [hostile] },
        recipients: [hostile],
        editorNotes: { title: hostile, notes: [hostile] },
        annexes: [{ title: hostile, subject: hostile, blocks: [] }],
        body: [
          { kind: "heading", level: 1, text: hostile },
          { kind: "paragraph", runs: [{ text: hostile, bold: true, anchor: `"><b>`, target: `"><b>` }] },
          {
            kind: "list",
            items: [{ runs: [{ text: hostile }], items: [{ runs: [{ text: hostile }], items: [] }] }],
          },
          {
            kind: "table",
            caption: hostile,
            columns: [{ title: hostile, align: "left", width: 100 }],
            rows: [{ anchor: `"><b>`, cells: [[{ text: hostile }]] }],
          },
        ],
      }),
    );
    expect(page).not.toMatch(/<script|<b>|"x"|'y'/);
    expect(page).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;");
  });
});
