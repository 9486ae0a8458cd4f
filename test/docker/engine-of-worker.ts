/** Of several engines, each worker of vitest's takes one for itself; `npm test` says by ENGINES_OF_WORKERS which there are. */
const engines = JSON.parse(process.env["ENGINES_OF_WORKERS"] ?? "[]") as readonly Readonly<Record<string, string>>[];
Object.assign(process.env, engines[Number(process.env["VITEST_POOL_ID"]) - 1]);
