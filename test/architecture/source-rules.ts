import { builtinModules } from "node:module";
import { posix } from "node:path";
import { parseSync } from "vite";

/** Source text by its path from the project's root. */
export type Sources = ReadonlyMap<string, string>;

/** Where a folder's files may import from: packages, and folders or files of ours; what stands under `types` may be imported as types alone. */
interface Direction {
  packages: string[];
  folders: string[];
  types?: { packages?: string[]; folders?: string[] };
  /** Node's own modules. */
  node?: boolean;
}

const aws = ["@aws-sdk/*", "@smithy/signature-v4"];

/**
 * The directions of imports: the longest folder that a file lies in decides. A folder may always import from itself.
 * `core` is the allow-list to think about twice: whatever stands there must be pure and run in a browser too.
 */
export const directions: Record<string, Direction> = {
  core: { packages: ["valibot", "@noble/hashes"], folders: [] },
  "functions/store": { packages: aws, folders: ["core"], types: { packages: ["aws-lambda"] } },
  "functions/api": {
    packages: ["hono", "@valibot/to-json-schema", "valibot", "oauth4webapi", "altcha-lib"],
    folders: ["core", "functions/store"],
  },
  // The only one that knows how the cloud is told of what happens; of all others, composition roots alone know it.
  "functions/telemetry": {
    packages: ["@aws-lambda-powertools/*"],
    folders: ["core", "functions/store/settings.ts"],
    types: { packages: ["aws-lambda"] },
    node: true,
  },
  "functions/figures": {
    packages: [],
    folders: ["core", "functions/store"],
    types: { packages: ["aws-lambda"] },
  },
  "functions/history-heads": { packages: ["valibot"], folders: ["core", "functions/store"] },
  "functions/morning-checks": { packages: [], folders: ["core", "functions/store"] },
  "functions/annual-report": {
    packages: ["valibot"],
    folders: ["core", "functions/store", "functions/morning-checks"],
    types: { packages: ["aws-lambda"] },
  },
  "functions/uploads": {
    packages: ["file-type"],
    folders: ["core", "functions/store"],
    types: { packages: ["aws-lambda"] },
  },
  "functions/documents": {
    packages: ["docx", "fflate", "fontkit", "pdfkit", "qrcode", "sax"],
    folders: [],
    types: { folders: ["core"] },
  },
  // Reads the font files that lie beside the code.
  "functions/documents/faces.ts": { packages: [], folders: ["functions/documents"], node: true },
  // Uses Node's zlib.
  "functions/documents/packing.ts": { packages: [], folders: [], node: true },
  "functions/dispatch": {
    packages: [],
    folders: ["core", "functions/store"],
    types: { packages: ["aws-lambda"] },
  },
  "functions/accounts": {
    packages: [],
    folders: ["core", "functions/store"],
    types: { packages: ["aws-lambda"] },
  },
  "functions/notices": {
    packages: [],
    folders: ["core", "functions/store", "functions/documents"],
    types: { packages: ["aws-lambda"] },
  },
  "functions/jobs": {
    packages: ["valibot"],
    folders: ["core", "functions/store", "functions/documents"],
    types: { packages: ["aws-lambda"] },
  },
  web: {
    packages: ["solid-js", "valibot", "idb", "qrcode"],
    folders: ["core"],
    types: { folders: ["functions/api"] },
  },
  // It runs the pages that it has just built.
  "web/build.ts": { packages: ["vite", "(computed)"], folders: ["web"], node: true },
  "web/build-service-worker.ts": {
    packages: ["esbuild"],
    folders: ["web"],
    types: { packages: ["vite"] },
    node: true,
  },
  "web/page-styles.ts": { packages: [], folders: [], node: true },
  "web/vite.config.ts": { packages: ["vite", "vite-plugin-solid"], folders: ["web"], node: true },
  infra: {
    packages: ["sst", "aws-cdk-lib", "constructs"],
    folders: [
      "functions/store/keys.ts",
      "core/base/metric.ts",
      "functions/documents/faces.ts",
      "web/page-headers.ts",
      "web/page-paths.ts",
      "web/page-styles.ts",
      "sst.config.ts",
    ],
    node: true,
  },
  "sst.config.ts": { packages: ["sst", "aws-cdk-lib", "constructs"], folders: ["infra"] },
};

/** What composition roots may import besides: `lambda.ts`, `public-lambda.ts`, `staff-lambda.ts`, `lambda-deps.ts`. */
const compositionRoot = /^functions\/[\w-]+\/([\w-]+-)?lambda(-deps)?\.ts$/;
const forRootsAlone = ["functions/telemetry"];

/** Folders that may import anything, and that nothing outside them may import. */
const outside = ["local", "operations", "test", "bench", "vitest.config.ts", "vitest.long.config.ts"];

interface Import {
  /** As it is written. */
  specifier: string;
  typeOnly: boolean;
}

export type Node = Record<string, unknown> & { type: string };

/** Every node of a syntax tree, with the node above it. */
export function* nodesOf(
  value: unknown,
  parent: Node | null = null,
): Generator<{ node: Node; parent: Node | null }> {
  if (Array.isArray(value)) {
    for (const member of value) yield* nodesOf(member, parent);
  } else if (value !== null && typeof value === "object") {
    const node = value as Node;
    const isNode = typeof node.type === "string";
    if (isNode) yield { node, parent };
    for (const member of Object.values(node)) yield* nodesOf(member, isNode ? node : parent);
  }
}

export function parse(path: string, source: string): Node {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return program as unknown as Node;
}

/** Stands for an import whose path only running would tell. */
const computed = "(computed)";

/** All imports of a file: declarations, re-exports, `import()` of a value or of a type. */
function importsOf(path: string, source: string): Import[] {
  const imports: Import[] = [];
  for (const { node } of nodesOf(parse(path, source))) {
    const from = node.source as { type: string; value: unknown } | null | undefined;
    if (!from || !/^(Import|Export|TSImportType)/.test(node.type)) continue;
    const specifier = typeof from.value === "string" ? from.value : computed;
    const kind = node.importKind ?? node.exportKind;
    imports.push({ specifier, typeOnly: kind === "type" || node.type === "TSImportType" });
  }
  return imports;
}

const isWithin = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

function matches(specifier: string, packages: string[] = []): boolean {
  return packages.some((name) =>
    name.endsWith("/*") ? specifier.startsWith(name.slice(0, -1)) : isWithin(specifier, name),
  );
}

/** The file that an import names, from the project's root; null for a package. A query (`?url`) belongs to the bundler. */
function targetOf(path: string, specifier: string): string | null {
  if (specifier.startsWith("#core/")) return specifier.slice(1);
  return specifier.startsWith(".") ? posix.join(posix.dirname(path), specifier.replace(/\?.*$/, "")) : null;
}

/** Imports against the directions above, one line each. */
export function findWrongDirections(sources: Sources): string[] {
  return [...sources].flatMap(([path, source]) => {
    if (outside.some((folder) => isWithin(path, folder))) return [];
    const folder = Object.keys(directions)
      .filter((candidate) => isWithin(path, candidate))
      .sort((a, b) => b.length - a.length)[0];
    const direction = folder === undefined ? undefined : directions[folder];
    if (folder === undefined || !direction) return [`${path}: lies in no folder with a direction`];
    return importsOf(path, source)
      .filter((each) => !isAllowed(path, folder, direction, each))
      .map(({ specifier, typeOnly }) => `${path}: ${typeOnly ? "type " : ""}${specifier}`);
  });
}

function isAllowed(
  path: string,
  folder: string,
  direction: Direction,
  { specifier, typeOnly }: Import,
): boolean {
  const { packages, folders, types = {}, node = false } = direction;
  const target = targetOf(path, specifier);
  if (target === null) {
    if (specifier.startsWith("node:") || builtinModules.includes(specifier)) return node;
    return matches(specifier, packages) || (typeOnly && matches(specifier, types.packages));
  }
  const among = (list: string[] = []) => list.some((each) => isWithin(target, each));
  return (
    isWithin(target, folder) ||
    among(folders) ||
    (compositionRoot.test(path) && among(forRootsAlone)) ||
    (typeOnly && among(types.folders))
  );
}

/**
 * The features of `core`, from those that know the least: each may import from the rows above its own. The features of one row know nothing of each other.
 */
export const coreFeatures = [
  ["base", "words"],
  ["units"],
  ["campaigns"],
  ["initiatives"],
  ["commendation", "activities"],
  ["staff"],
  ["figures"],
  ["workbook", "jobs"],
  ["report"],
];

const rowOf = (path: string) => coreFeatures.findIndex((row) => row.includes(path.split("/")[1] ?? ""));

/** Imports of core's features against their order, and files of core outside any feature, one line each. */
export function findWrongFeatures(sources: Sources): string[] {
  return [...sources].flatMap(([path, source]) => {
    if (!isWithin(path, "core")) return [];
    if (rowOf(path) < 0) return [`${path}: lies in no feature`];
    const feature = path.split("/")[1];
    return importsOf(path, source).flatMap(({ specifier }) => {
      const target = targetOf(path, specifier);
      if (target === null || target.split("/")[1] === feature) return [];
      return rowOf(target) < rowOf(path) ? [] : [`${path}: ${specifier}`];
    });
  });
}

const staff = "web/src/staff";
const featureOf = (path: string) => path.slice(staff.length + 1).split("/")[0] ?? "";
/** Folders of the staff's pages that every feature may use, and those that they may use themselves. `words` gathers the words of all features. */
const sharedStaffFolders: Record<string, string[]> = {
  parts: ["parts", "words"],
  jobs: ["parts", "words", "jobs"],
};

/** Imports between features of the staff's pages: a feature uses `parts`, `jobs`, `words` and itself; the shell uses all. */
export function findWrongStaffImports(sources: Sources): string[] {
  return [...sources].flatMap(([path, source]) => {
    const feature = featureOf(path);
    if (!isWithin(path, staff) || ["shell", "words"].includes(feature)) return [];
    const allowed = sharedStaffFolders[feature] ?? ["parts", "jobs", "words", feature];
    return importsOf(path, source)
      .filter(({ specifier }) => {
        const target = targetOf(path, specifier);
        return target !== null && isWithin(target, staff) && !allowed.includes(featureOf(target));
      })
      .map(({ specifier }) => `${path}: ${specifier}`);
  });
}

/** The most source files that a folder may hold; these lists of equal things may hold more. */
const mostFiles = 25;
const longLists = ["infra", "test/support"];

/** Folders with more source files than `mostFiles`, each with its number. */
export function findCrowdedFolders(sources: Sources): string[] {
  const counts = new Map<string, number>();
  for (const path of sources.keys()) {
    const folder = posix.dirname(path);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([folder, count]) => count > mostFiles && !longLists.includes(folder))
    .map(([folder, count]) => `${folder}: ${count}`);
}

/** Files that import each other in a circle, each circle once, as `a -> b -> a`. Types count too: a circle of them is one thing in two files. */
export function findCycles(sources: Sources): string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: string[]) => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(" -> "));
    if (done.has(path) || trail.includes(path)) return;
    for (const { specifier } of importsOf(path, sources.get(path) ?? "")) {
      const target = targetOf(path, specifier);
      if (target !== null && sources.has(target)) visit(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of sources.keys()) visit(path, []);
  return cycles;
}

/** What makes a function give another answer the next time, or reach outside: none of it is core's. */
const impure = new Set([
  "process",
  "fetch",
  "performance",
  "crypto",
  "globalThis",
  "window",
  "localStorage",
  "console",
  "setTimeout",
  "setInterval",
  "queueMicrotask",
]);

/** Uses of the clock, of chance and of the world in the files of `core`. */
export function findImpurities(sources: Sources): string[] {
  return [...sources]
    .filter(([path]) => isWithin(path, "core"))
    .flatMap(([path, source]) => {
      const found: string[] = [];
      for (const { node, parent } of nodesOf(parse(path, source))) {
        const name = impurityOf(node, parent);
        if (name) found.push(`${path}: ${name}`);
      }
      return found;
    });
}

const nameOf = (node: unknown) => {
  const { type, name } = (node ?? {}) as Partial<Node> & { name?: string };
  return type === "Identifier" ? name : undefined;
};

function impurityOf(node: Node, parent: Node | null): string | null {
  if (node.type === "MemberExpression") {
    const place = `${nameOf(node.object)}.${nameOf(node.property)}`;
    if (place === "Date.now" || place === "Math.random") return place;
  }
  if (nameOf(node.callee) === "Date") {
    if (node.type === "CallExpression") return "Date()";
    if (node.type === "NewExpression" && (node.arguments as unknown[]).length === 0) return "new Date()";
  }
  const name = nameOf(node);
  const isName =
    (parent?.type === "MemberExpression" && parent.property === node && !parent.computed) ||
    (parent?.type === "Property" && parent.key === node && !parent.computed) ||
    /^TS/.test(parent?.type ?? "");
  return name && impure.has(name) && !isName ? name : null;
}

const conditions = ["IfStatement", "ConditionalExpression", "LogicalExpression", "SwitchStatement"];

/** Branches of production code upon being on one's own machine: there are none, endpoints come from the environment. */
export function findLocalBranches(sources: Sources): string[] {
  return [...sources]
    .filter(([path]) => isWithin(path, "functions"))
    .flatMap(([path, source]) => {
      const found: string[] = [];
      for (const { node } of nodesOf(parse(path, source))) {
        if (!conditions.includes(node.type)) continue;
        for (const { node: inner } of nodesOf(node.test ?? node.discriminant ?? node.left)) {
          const word = nameOf(inner) ?? inner.value;
          if (typeof word === "string" && /(^|[^a-z])(is|on|run)?local(host|ly)?($|[^a-z])/i.test(word))
            found.push(`${path}: ${word}`);
        }
      }
      return [...new Set(found)];
    });
}

/** Files of `functions` that read the environment elsewhere than in the one place for it. */
export function findEnvironmentReads(sources: Sources): string[] {
  return [...sources]
    .filter(([path]) => isWithin(path, "functions") && path !== "functions/store/settings.ts")
    .filter(([path, source]) =>
      [...nodesOf(parse(path, source))].some(({ node }) => nameOf(node) === "process"),
    )
    .map(([path]) => path);
}

/** Files of `functions` that print past the telemetry, and words of errors that a line of the log would take over. */
export function findPrints(sources: Sources): string[] {
  return [...sources]
    .filter(([path]) => isWithin(path, "functions") && !isWithin(path, "functions/telemetry"))
    .flatMap(([path, source]) => {
      const found = [...nodesOf(parse(path, source))].flatMap(({ node }) => {
        if (nameOf(node) === "console") return ["console"];
        const isLog = node.type === "CallExpression" && /(^|\.)log$/.test(calledBy(node));
        return isLog && [...nodesOf(node.arguments)].some(({ node: inner }) => isErrorsWords(inner))
          ? ["an error's words in the log"]
          : [];
      });
      return [...new Set(found)].map((what) => `${path}: ${what}`);
    });
}

/**
 * Queries and scans without a limit, as file and command: DynamoDB Local reads the whole rest of a partition for each page that has none, so that reading in
 * pages costs the square of what lies there.
 */
export function findUnlimitedReads(sources: Sources): string[] {
  const reads = new Set(["QueryCommand", "ScanCommand"]);
  return [...sources]
    .filter(([path]) =>
      ["functions", "local", "operations", "infra", "bench"].some((folder) => isWithin(path, folder)),
    )
    .flatMap(([path, source]) =>
      [...nodesOf(parse(path, source))].flatMap(({ node }) => {
        const command = nameOf(node.callee) ?? "";
        if (node.type !== "NewExpression" || !reads.has(command)) return [];
        const limited = [...nodesOf(node.arguments)].some(
          ({ node: inner }) => inner.type === "Property" && nameOf(inner.key) === "Limit",
        );
        return limited ? [] : [`${path}: ${command}`];
      }),
    );
}

const calledBy = ({ callee }: Node) =>
  nameOf(callee) ?? `.${nameOf((callee as Partial<Node> | undefined)?.property) ?? ""}`;

/** `error.message`, `error.stack`, `String(error)`. */
const isErrorsWords = (node: Node) =>
  (node.type === "MemberExpression" && ["message", "stack"].includes(nameOf(node.property) ?? "")) ||
  (node.type === "CallExpression" && nameOf(node.callee) === "String");
