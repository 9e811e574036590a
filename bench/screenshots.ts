import { mkdir } from "node:fs/promises";
import { projectPath } from "../local/project.ts";
import { startSystem } from "../local/system.ts";
import { launchChromium } from "../test/support/chromium.ts";
import { openDesk } from "../test/support/desk.ts";

/* npm run screenshots: the README's pictures. */
const folder = projectPath("docs/images");
const timeout = 120_000;
await mkdir(folder, { recursive: true });
const system = await startSystem({ table: "memory" });
const browser = await launchChromium();
try {
  // The example's dossiers arrive after the start.
  for (;;) {
    const { arriving } = (await (await fetch(`${system.origin}/api/campaigns/open`)).json()) as {
      arriving: number;
    };
    if (arriving === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "vi-VN" });
  const home = await phone.newPage();
  await home.goto(system.origin);
  await home.waitForLoadState("networkidle");
  await home.screenshot({ path: `${folder}/home.png` });
  const dashboard = await openDesk(browser, `${system.origin}/quan-tri`, "quan-tri@example.vn", timeout);
  await dashboard.waitForLoadState("networkidle");
  await dashboard.screenshot({ path: `${folder}/dashboard.png` });
} finally {
  await browser.close();
  await system.stop();
}
