import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectPath } from "../local/project.ts";
import { startAwsStandIn } from "../test/support/aws-stand-in.ts";

/* node bench/deployment.ts: runs `npm run deploy`, including the firewall, against an AWS stand-in. */
const copied = [
  "core",
  "functions",
  "infra",
  "web",
  "local",
  "operations",
  "sst.config.ts",
  "package.json",
  "tsconfig.json",
];
const stacks = ["CreateStack dev-doan-ket-sang-tao-firewall", "CreateStack dev-doan-ket-sang-tao-movement"];

const folder = await mkdtemp(join(tmpdir(), "deployment-"));
const aws = await startAwsStandIn({ Origin: "https://d1.cloudfront.net" });
// Output of the firewall stack.
aws.parameters.set("/doan-ket-sang-tao/dev/firewall", { value: "arn", version: 1 });
try {
  for (const path of copied) await cp(projectPath(path), join(folder, path), { recursive: true });
  await symlink(projectPath("node_modules"), join(folder, "node_modules"));
  const stages = join(folder, "infra/stages.ts");
  const text = await readFile(stages, "utf8");
  await writeFile(
    stages,
    text.replaceAll("example.vn", "mattran.vn").replace("firewall: false", "firewall: true"),
  );
  const { PATH, HOME } = process.env;
  const deployment = spawn(process.execPath, ["operations/deploy.ts", "--stage", "dev"], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    env: { PATH, HOME, CI: "1", ...aws.environment },
  });
  const [code] = await once(deployment, "exit");
  const made = aws.asked
    .filter((each) => each.includes("CreateStack"))
    .map((each) => each.split(" ").slice(1));
  const isAsked = JSON.stringify(made.map((each) => each.join(" "))) === JSON.stringify(stacks);
  console.log(`deployed with ${code}, stacks ${isAsked ? "in their order" : `as ${made.join("; ")}`}`);
  process.exitCode = code === 0 && isAsked ? 0 : 1;
} finally {
  await aws.stop();
  await rm(folder, { recursive: true, force: true });
}
