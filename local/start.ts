import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildPages } from "./build-pages.ts";
import { openDataDir } from "./opened-data-dir.ts";
import { stopOnSignals } from "./signals.ts";

/* npm start [-- --empty]: starts the whole system. Variables: PORT (default 3000), DATA_DIR (default .local). */
const shownAccounts = 5;

try {
  const { values } = parseArgs({ options: { empty: { type: "boolean", default: false } } });
  const port = Number(process.env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT=${process.env.PORT}?`);
  const dataDir = resolve(process.env.DATA_DIR ?? ".local");
  const began = performance.now();
  const start = async () => {
    const opened = await openDataDir(dataDir);
    try {
      await buildPages(() => console.log("Đang dựng các trang… / Building the pages…"));
    } catch (error) {
      await opened.close();
      throw error;
    }
    // The import takes seconds while Java starts.
    const { startSystem } = await import("./system.ts");
    return startSystem({ dataDir, opened, port, empty: values.empty });
  };
  const starting = start();
  // Also stops a system during its start.
  stopOnSignals(async () => (await starting).stop());
  const system = await starting;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const accounts = await system.accounts();
  // The README's tour uses the shortest addresses.
  const shown = accounts.toSorted((a, b) => a.email.length - b.email.length).slice(0, shownAccounts);
  const width = Math.max(0, ...shown.map(({ email }) => email.length));
  console.log(
    [
      "",
      `  Đoàn kết sáng tạo   ${system.origin}   (${seconds} s)`,
      "",
      `  Gửi sáng kiến / Submit       ${system.origin}/gui`,
      `  Tra cứu / Follow             ${system.origin}/tra-cuu`,
      `  Quản trị / Staff             ${system.origin}/quan-tri`,
      `  Thư đã gửi / Mail            ${system.mailViewer}`,
      `  Dữ liệu / Data               ${dataDir}`,
      "",
      ...(accounts.length === 0
        ? ["  Chưa có tài khoản nào. / No accounts yet."]
        : ["  Tài khoản dùng thử, không cần mật khẩu / Demo accounts, no password:"]),
      ...shown.map(({ email, name, roles }) => `    ${email.padEnd(width)}   ${name} · ${roles.join("; ")}`),
      ...(accounts.length > shown.length
        ? [
            `    … và ${accounts.length - shown.length} tài khoản nữa trên trang đăng nhập / more on the sign-in page`,
          ]
        : []),
      "",
      "  Ctrl-C để dừng / to stop",
      "",
    ].join("\n"),
  );
} catch (error) {
  console.error(error instanceof Error ? `\n${error.message}\n` : error);
  process.exit(1);
}
