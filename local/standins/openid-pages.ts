import { createHash } from "node:crypto";
import type { Account } from "./accounts.ts";

const style = `
:root { color-scheme: light dark; --ground: #f6f3ee; --paper: #fff; --ink: #21201d; --soft: #5d584f; --line: #c9c2b6; --mark: #a3161b; }
@media (prefers-color-scheme: dark) { :root { --ground: #191715; --paper: #24211e; --ink: #f1ece4; --soft: #b5ada0; --line: #4d473f; --mark: #ff8f85; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 2rem 1rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 0 auto; padding: 1.5rem; background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; }
h1 { margin: 0 0 .5rem; font-size: 1.375rem; line-height: 1.25; text-wrap: balance; }
h2 { margin: 1.5rem 0 .5rem; font-size: 1rem; }
p { margin: 0 0 1rem; color: var(--soft); }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; }
button { font: inherit; color: inherit; background: none; border: 1px solid var(--line); border-radius: .375rem; padding: .625rem .75rem; min-height: 2.75rem; cursor: pointer; }
ul button { width: 100%; text-align: start; }
ul span { display: block; color: var(--soft); font-size: .875rem; }
button:hover { border-color: var(--mark); }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
label { display: block; font-weight: 600; margin-bottom: .25rem; }
input { font: inherit; width: 100%; padding: .5rem .75rem; min-height: 2.75rem; color: inherit; background: var(--ground); border: 1px solid var(--soft); border-radius: .375rem; }
.row { display: grid; gap: .5rem; }
.wrong { color: var(--mark); font-weight: 600; }
`;

/** Submits the form at once, because the user already pressed "sign out". */
const submitAtOnce =
  'document.getElementById("op.logoutForm").requestSubmit(document.getElementById("leave"))';

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Allows form redirects to the site. */
export function contentPolicy(site: string): string {
  return [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(submitAtOnce)}`,
    `form-action 'self' ${site}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Đoàn kết sáng tạo</title>
<style>${style}</style>
</head>
<body><main>${content}</main></body>
</html>`;
}

/** `unknown`: entered address that has no account. */
export function loginPage(accounts: Account[], unknown: string | null): string {
  const choices = accounts.map(
    ({ email, name, roles }) =>
      `<li><button name="email" value="${escapeHtml(email)}">${escapeHtml(name)}<span>${escapeHtml(roles.join("; "))}</span><span>${escapeHtml(email)}</span></button></li>`,
  );
  const wrong =
    unknown === null
      ? ""
      : '<p class="wrong" id="wrong" role="alert">Không có tài khoản nào với địa chỉ này.</p>';
  return page(
    "Đăng nhập",
    `<h1>Đăng nhập dành cho cán bộ</h1>
<p>Trang đăng nhập của bản chạy trên một máy: không cần mật khẩu.</p>
<form method="post">
${choices.length > 0 ? `<h2 id="choose">Chọn một tài khoản</h2><ul aria-labelledby="choose">${choices.join("")}</ul>` : ""}
</form>
<form method="post" class="row">
<h2>${choices.length > 0 ? "Hoặc nhập địa chỉ thư điện tử" : "Địa chỉ thư điện tử"}</h2>
${wrong}
<div><label for="email">Thư điện tử</label>
<input id="email" name="email" type="email" autocomplete="email" required value="${escapeHtml(unknown ?? "")}"${wrong ? ' aria-invalid="true" aria-describedby="wrong"' : ""}></div>
<button>Đăng nhập</button>
</form>`,
  );
}

export function logoutPage(form: string): string {
  return page(
    "Đăng xuất",
    `<h1>Đang đăng xuất…</h1>${form}
<button id="leave" type="submit" form="op.logoutForm" name="logout" value="yes">Đăng xuất</button>
<script>${submitAtOnce}</script>`,
  );
}

export function messagePage(title: string, message: string): string {
  return page(escapeHtml(title), `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(message)}</p>`);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
