// Rebuilds the bundles and runs the quick tests again whenever a file changes. F5 in VS Code starts a window on the result.
import { startVitest } from "vitest/node";
import { build } from "./build.mjs";
import { root } from "./dependencies.mjs";

process.chdir(root);
await build({ dev: true, watch: true });
await startVitest("test", [], { project: ["quick*"], watch: true });
