import { html, raw } from "hono/html";
import { Problem, problemCodes } from "#core/base/problems.ts";
import { wordsEn, wordsVi } from "./middleware/problem.ts";

/** What of an OpenAPI document is shown to people. */
export interface ApiDocument {
  info: { title: string; description?: string };
  paths: Record<string, Record<string, Operation>>;
}

interface Operation {
  summary?: string;
  "x-action"?: string | string[];
  parameters?: { name: string; in: string; required?: boolean; description?: string }[];
  requestBody?: { content?: Record<string, { schema?: unknown }> };
}

/** The API for people to read: every route with what guards it, what it takes, and every refusal in words. Escaped by `html`. */
export function renderDocs(document: ApiDocument) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API · ${document.info.title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/api-docs.css">
</head>
<body>
<main>
<h1>${document.info.title}: API</h1>
<p>${document.info.description ?? ""}. The same for programs: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<h2>Routes</h2>
${operations.map(renderOperation)}
<h2>Refusals</h2>
<p>Answered as <code>application/problem+json</code> (RFC 9457), in Vietnamese, or in English with <code>Accept-Language: en</code>.</p>
<table>
<thead><tr><th scope="col">code</th><th scope="col">status</th><th scope="col">tiếng Việt</th><th scope="col">English</th></tr></thead>
<tbody>${problemCodes.map(
    (code) =>
      html`<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${new Problem(code).status}</td><td lang="vi">${wordsVi[`problem.${code}`]}</td><td>${wordsEn[`problem.${code}`]}</td></tr>`,
  )}</tbody>
</table>
</main>
</body>
</html>`;
}

function renderOperation({
  path,
  method,
  operation,
}: {
  path: string;
  method: string;
  operation: Operation;
}) {
  const schema = operation.requestBody?.content?.["application/json"]?.schema;
  const actions = [operation["x-action"] ?? []].flat();
  return html`<section>
<h3><code>${method} ${path}</code></h3>
<p>${operation.summary ?? ""}. Guarded by ${actions.map((action, i) => html`${i > 0 ? ", " : ""}<code>${action}</code>`)}.</p>
${
  operation.parameters?.length
    ? html`<ul>${operation.parameters.map(
        ({ name, in: place, required, description }) =>
          html`<li><code>${name}</code> (${place}${required ? ", required" : ""}) ${description ?? ""}</li>`,
      )}</ul>`
    : raw("")
}
${schema ? html`<details><summary>Body</summary><pre>${JSON.stringify(schema, null, 2)}</pre></details>` : raw("")}
</section>`;
}
