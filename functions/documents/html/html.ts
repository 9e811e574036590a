import { layoutOf } from "../layout.ts";
import {
  type Block,
  type DocumentItem,
  describeSource,
  type Inline,
  type OfficialDocument,
  type SignatureBlock,
} from "../official-document.ts";
import { drawChart } from "./chart.ts";
import { styleOf } from "./style.ts";
import { escapeHtml } from "./text.ts";

export function renderHtml(document: OfficialDocument): string {
  const { letterhead, type, subject, banner, body, signature, annexes, editorNotes } = document;
  const { jointSignature, recipients } = document;
  const { superior, issuer, joint, number, placeAndDate } = letterhead;
  const layout = layoutOf(document.layout);
  const source = describeSource(document);
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${source ? `<meta name="keywords" content="${escapeHtml(source)}">\n` : ""}<title>${escapeHtml(subject)}</title>
<style>${styleOf(layout)}</style>
</head>
<body>
<main class="${document.layout}">
${banner ? `<p class="banner">${escapeHtml(banner)}</p>` : ""}
${editorNotes ? `<p class="to-notes"><a href="#${notesAnchor}">${editorNotes.notes.length} điểm cần đối chiếu trước khi ban hành</a></p>` : ""}
<header>
<div class="body">
${superior ? `<p>${escapeHtml(superior)}</p>` : ""}
${joint ? `<p class="issuer">${escapeHtml(issuer)}</p>` : ""}
<p class="issuer ${layout.issuerMark}">${escapeHtml(joint ?? issuer)}</p>
</div>
<p class="number">${escapeHtml(number)}</p>
<div class="state">
${layout.nation.map(({ text }, i) => `<p class="nation${i + 1 < layout.nation.length ? "" : " last"}"><span>${escapeHtml(text)}</span></p>`).join("\n")}
</div>
<p class="place">${escapeHtml(placeAndDate)}</p>
</header>
<h1 class="${layout.subjectMark}"><span>${escapeHtml(type)}</span> ${escapeHtml(subject)}</h1>
${body.map((block) => renderBlock(block, 2, "Bảng số liệu")).join("\n")}
<section class="signature${jointSignature ? " joint" : ""}">
${jointSignature ? renderSigner(jointSignature) : ""}
<div class="recipients">
<p>Nơi nhận:</p>
<ul>${recipients.map((recipient) => `<li>${escapeHtml(recipient)}</li>`).join("")}</ul>
</div>
${renderSigner(signature)}
</section>
${annexes
  .map(
    ({ title, subject, attachedTo, blocks }) =>
      `<section class="annex">\n<h2><span>${escapeHtml(title)}</span> <span class="capitals">${escapeHtml(subject)}</span></h2>\n${attachedTo ? `<p class="attached">${escapeHtml(attachedTo)}</p>\n` : ""}${blocks.map((block) => renderBlock(block, 3, subject)).join("\n")}\n</section>`,
  )
  .join("\n")}
${source ? `<p class="source">${escapeHtml(source)}</p>` : ""}
${editorNotes ? renderNotes(editorNotes) : ""}
</main>
</body>
</html>
`;
}

function renderSigner({ authority, position, name, fields }: SignatureBlock): string {
  return `<div class="signer">
<p>${escapeHtml(authority)}</p>
${position ? `<p>${escapeHtml(position)}</p>` : ""}
<div class="fields">${fields.map((field) => `<div>${escapeHtml(field)}</div>`).join("")}</div>
${name ? `<p class="name">${escapeHtml(name)}</p>` : ""}
</div>`;
}

const notesAnchor = "ghi-chu";

function renderNotes({ title, notes }: NonNullable<OfficialDocument["editorNotes"]>): string {
  return `<aside id="${notesAnchor}">
<h2>${escapeHtml(title)}</h2>
<ul>${notes.map((note) => `<li>${escapeHtml(note)}</li>`).join("")}</ul>
<p>Phần này không thuộc báo cáo; bỏ đi trước khi ban hành.</p>
</aside>`;
}

function renderBlock(block: Block, topLevel: 2 | 3, about: string): string {
  switch (block.kind) {
    case "heading": {
      const level = topLevel + block.level - 1;
      return `<h${level}>${escapeHtml(block.text)}</h${level}>`;
    }
    case "paragraph":
      return `<p${block.centred ? ' class="centred"' : ""}>${renderRuns(block.runs)}</p>`;
    case "list":
      return renderItems(block.items);
    case "code":
      return `<p>${escapeHtml(block.label)}: <strong>${escapeHtml(block.text)}</strong><br>${escapeHtml(block.hint)} ${escapeHtml(block.url)}</p>`;
    case "chart":
      return drawChart(block);
    case "table":
      return renderTable(block, about);
  }
}

function renderItems(items: DocumentItem[]): string {
  if (items.length === 0) return "";
  return `<ul>${items.map(({ runs, items }) => `<li>${renderRuns(runs)}${renderItems(items)}</li>`).join("")}</ul>`;
}

/** A scrolling table must be reachable by keyboard. */
function renderTable({ caption, columns, rows }: Extract<Block, { kind: "table" }>, about: string): string {
  const head = columns.map(
    ({ title, align }) => `<th scope="col" class="${align}">${escapeHtml(title)}</th>`,
  );
  const lines = rows.map(({ anchor, cells, spans }) => {
    const id = anchor ? ` id="${escapeHtml(anchor)}"` : "";
    if (spans)
      return `<tr${id}><th scope="rowgroup" class="left" colspan="${columns.length}">${cells.map(renderRuns).join("")}</th></tr>`;
    const line = cells.map(
      (runs, i) =>
        `<td class="${columns[i]?.align ?? "left"}${columns[i]?.whole ? " whole" : ""}">${renderRuns(runs)}</td>`,
    );
    return `<tr${id}>${line.join("")}</tr>`;
  });
  const label = escapeHtml(caption || about);
  return `<div class="table" role="region" aria-label="${label}" tabindex="0"><table>${caption ? `<caption>${escapeHtml(caption)}</caption>` : ""}
<colgroup>${columns.map(({ width }) => `<col width="${Math.round(width)}%">`).join("")}</colgroup>
<thead><tr>${head.join("")}</tr></thead>
<tbody>
${lines.join("\n")}
</tbody>
</table></div>`;
}

function renderRuns(runs: Inline[]): string {
  return runs.map(renderRun).join("");
}

function renderRun(run: Inline): string {
  return (run.newLine ? "<br>" : "") + renderText(run);
}

function renderText({ text, bold, italic, anchor, target }: Inline): string {
  let html = escapeHtml(text);
  if (bold) html = `<strong>${html}</strong>`;
  if (italic) html = `<em>${html}</em>`;
  if (target)
    return `<a href="#${escapeHtml(target)}"${anchor ? ` id="${escapeHtml(anchor)}"` : ""}>${html}</a>`;
  return anchor ? `<span id="${escapeHtml(anchor)}">${html}</span>` : html;
}
