import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { createServer } from "./server.ts";

/** The server's process. It speaks over what its arguments name: `--node-ipc`, `--stdio`, `--pipe=…` or `--socket=…`. */
createServer(createConnection(ProposedFeatures.all)).listen();
