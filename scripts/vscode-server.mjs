// node scripts/vscode-server.mjs: fetches VS Code's server into the cache, if it is not there yet, and prints where it is.
import { ensureVsCode } from "./vscode/install.mjs";

console.log(JSON.stringify(await ensureVsCode()));
