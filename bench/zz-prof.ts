import { startSystem } from "../local/system.ts";
import { launchChromium } from "../test/support/chromium.ts";
import { writeFileSync } from "node:fs";
const system = await startSystem({ inMemory: true, clock: () => "2026-11-22T05:00:00.000Z" });
for (let i=0;i<3;i++) {
const browser = await launchChromium();
const context = await browser.newContext({ serviceWorkers: "block", viewport: {width: 412, height: 823} }); const page = await context.newPage();
const cdp = await context.newCDPSession(page); await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
await cdp.send("Tracing.start" as any, { transferMode: "ReturnAsStream", traceConfig: { includedCategories: ["devtools.timeline","v8",...(process.env.PROF ? ["disabled-by-default-v8.cpu_profiler"] : []),"toplevel","v8.execute"] } } as any);
await page.goto(system.origin + (process.env.P ?? "/gui"), { waitUntil: "networkidle" });
const done = new Promise<any>((r) => cdp.once("Tracing.tracingComplete" as any, r)); await cdp.send("Tracing.end" as any); const { stream } = await done;
let out = ""; for (;;) { const c: any = await cdp.send("IO.read" as any, { handle: stream } as any); out += c.data; if (c.eof) break; }
writeFileSync(`/tmp/lead/trace${i}.json`, out);
await browser.close(); }
await system.stop();
