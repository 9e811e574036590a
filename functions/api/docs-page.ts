import { html, raw } from "hono/html";
import { Problem, problemCodes } from "#core/base/problems.ts";
import { toPlainWords } from "#core/base/search-key.ts";
import type { ApiDocument, Content, Operation } from "./openapi.ts";
import { wordsEn, wordsVi } from "./words.ts";

interface Route {
  path: string;
  method: string;
  operation: Operation;
}

/** `search` limits the page to routes, schemas and problems that contain every word. */
export function renderDocs(document: ApiDocument, search = "") {
  const wanted = [...new Set(toPlainWords(search).split(" "))];
  const matches = (...texts: unknown[]) => {
    const found = toPlainWords(texts.join(" "));
    return wanted.every((word) => found.includes(word));
  };
  const routes = Object.entries(document.paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        path,
        method: method.toUpperCase(),
        operation,
      })),
    )
    .filter(({ path, method, operation }) =>
      matches(method, path, operation.summary, operation["x-action"], schemasOf(operation)),
    );
  const schemas = Object.entries(document.components.schemas).filter(([name]) => matches(name));
  const problems = problemCodes
    .map((code) => ({ code, vi: wordsVi[`problem.${code}`], en: wordsEn[`problem.${code}`] }))
    .filter(({ code, vi, en }) => matches(code, new Problem(code).status, vi, en));
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
<p>${document.info.description}. The same for programs: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<form method="get" action="/api/docs" role="search">
<label for="q">Search · <span lang="vi">Tìm</span></label>
<input id="q" name="q" type="search" maxlength="100" value="${search}">
<button type="submit">Search</button>
</form>
<p role="status">${routes.length} routes, ${schemas.length} schemas, ${problems.length} problems.</p>
<h2>Routes</h2>
${routes.map(renderRoute)}
<h2>Schemas of answers</h2>
${schemas.map(
  ([name, schema]) =>
    html`<details id="${name}"><summary><code>${name}</code></summary>${renderJson(schema)}</details>`,
)}
<h2>Refusals</h2>
<p>Answered as <code>application/problem+json</code> (RFC 9457), in Vietnamese, or in English with <code>Accept-Language: en</code>.</p>
<table>
<thead><tr><th scope="col">code</th><th scope="col">status</th><th scope="col">tiếng Việt</th><th scope="col">English</th></tr></thead>
<tbody>${problems.map(
    ({ code, vi, en }) =>
      html`<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${new Problem(code).status}</td><td lang="vi">${vi}</td><td>${en}</td></tr>`,
  )}</tbody>
</table>
</main>
</body>
</html>`;
}

function renderRoute({ path, method, operation }: Route) {
  const { summary, parameters, requestBody, responses } = operation;
  const actions = [operation["x-action"]].flat();
  return html`<section>
<h3><code>${method} ${path}</code></h3>
<p>${summary}. Guarded by ${actions.map((action, i) => html`${i > 0 ? ", " : ""}<code>${action}</code>`)}.</p>
${
  parameters.length > 0
    ? html`<ul>${parameters.map(
        ({ name, in: place, required, description }) =>
          html`<li><code>${name}</code> (${place}${required ? ", required" : ""}) ${description ?? ""}</li>`,
      )}</ul>`
    : raw("")
}
${requestBody ? renderContent("Body", requestBody.content) : raw("")}
${Object.entries(responses).map(([status, { description, content }]) =>
  renderContent(`${status === "default" ? "Otherwise" : status}: ${description}`, content),
)}
</section>`;
}

function renderContent(title: string, content: Operation["responses"][string]["content"] = {}) {
  const [found] = Object.values(content);
  if (!found) return html`<p>${title}</p>`;
  const name = nameOf(found);
  return html`<details><summary>${title}</summary>
${name ? html`<p>Schema: <a href="/api/docs#${name}"><code>${name}</code></a></p>` : renderJson(found.schema)}
${found.example === undefined ? raw("") : html`<p>Example:</p>${renderJson(found.example)}`}</details>`;
}

const nameOf = ({ schema }: Content) =>
  String(schema.$ref ?? "")
    .split("/")
    .at(-1) ?? "";

const schemasOf = ({ responses }: Operation) =>
  Object.values(responses).flatMap(({ content = {} }) => Object.values(content).map(nameOf));

const renderJson = (value: unknown) => html`<pre>${JSON.stringify(value, null, 2)}</pre>`;
