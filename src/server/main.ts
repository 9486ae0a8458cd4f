import { setFlagsFromString } from "node:v8";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { flagsFor } from "../files/v8-flags.ts";
import { createServer } from "./server.ts";

for (const flag of flagsFor(process.versions.node, "server")) setFlagsFromString(flag);

/** The server's process. It speaks over what its arguments name: `--node-ipc`, `--stdio`, `--pipe=…` or `--socket=…`. */
createServer(createConnection(ProposedFeatures.all)).listen();
