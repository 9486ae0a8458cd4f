// Loads the extension's bundle and activates it with a `vscode` in which every name exists and does nothing; prints the milliseconds of both.
/** With the function that loads modules, which is Node's own affair. @type {any} */
const Module = require("node:module");

const nothing = new Proxy(function () {}, {
	get: (_, name) => (name === Symbol.toPrimitive ? () => "" : name === Symbol.iterator ? () => [][Symbol.iterator]() : name === "then" ? undefined : nothing),
	apply: () => nothing,
	construct: () => ({ dispose() {} }),
});
// The bundle copies what the module has and inherits the rest.
const vscode = Object.create(nothing);
const load = Module._load;
Module._load = (request, ...rest) => (request === "vscode" ? vscode : load(request, ...rest));

const start = performance.now();
const extension = require(process.argv[2]);
const loaded = performance.now();
extension.activate({ subscriptions: [], extensionUri: nothing, globalState: nothing, workspaceState: nothing, extension: nothing });
console.log(JSON.stringify({ load: loaded - start, activate: performance.now() - loaded }));
process.exit();
