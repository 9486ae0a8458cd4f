import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { createServer } from "../server.ts";

/** The server in a worker of a browser, for what needs no disk and no other program. */
declare const self: object;

createServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self))).listen();
