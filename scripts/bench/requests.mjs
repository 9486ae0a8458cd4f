import { milliseconds, print, quantile } from "./measure.mjs";
import { connect } from "./server.mjs";

const rounds = 120;
/** The first rounds compile much of the server's code. */
const warmUp = 20;

/** Prints how long requests take over stdio right after an edit, as an editor asks them: the median, and what 95 of 100 do not exceed. */
export async function benchRequests(server, text, { languageId, uri } = { languageId: "dockerfile", uri: "untitled:Dockerfile" }) {
	const client = connect(server);
	const { capabilities } = await client.request("initialize", { processId: process.pid, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } });
	client.notify("initialized", {});
	client.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 2, text } });
	const lines = text.split("\n");
	const textDocument = { uri };
	/** @type {readonly [provider: string, method: string, parameters: (position: { line: number, character: number }) => object]} */
	const diagnostic = ["diagnosticProvider", "textDocument/diagnostic", () => ({})];
	/** @type {readonly (typeof diagnostic)[]} */
	const all = [
		// First, for an editor asks it after every edit, so that all else is asked of a server that has linted.
		diagnostic,
		["completionProvider", "textDocument/completion", (position) => ({ position })],
		["hoverProvider", "textDocument/hover", (position) => ({ position })],
		["semanticTokensProvider", "textDocument/semanticTokens/full", () => ({})],
		["semanticTokensProvider", "textDocument/semanticTokens/full/delta", () => ({ previousResultId: last })],
		["semanticTokensProvider", "textDocument/semanticTokens/range", (position) => ({ range: around(position) })],
		["inlayHintProvider", "textDocument/inlayHint", (position) => ({ range: around(position) })],
		["definitionProvider", "textDocument/definition", (position) => ({ position })],
		["referencesProvider", "textDocument/references", (position) => ({ position, context: { includeDeclaration: true } })],
		["documentHighlightProvider", "textDocument/documentHighlight", (position) => ({ position })],
		["signatureHelpProvider", "textDocument/signatureHelp", (position) => ({ position })],
		["linkedEditingRangeProvider", "textDocument/linkedEditingRange", (position) => ({ position })],
		["selectionRangeProvider", "textDocument/selectionRange", (position) => ({ positions: [position] })],
		["documentSymbolProvider", "textDocument/documentSymbol", () => ({})],
		["foldingRangeProvider", "textDocument/foldingRange", () => ({})],
		["documentLinkProvider", "textDocument/documentLink", () => ({})],
		["codeLensProvider", "textDocument/codeLens", () => ({})],
		["codeActionProvider", "textDocument/codeAction", (position) => ({ range: around(position), context: { diagnostics: [] } })],
		["documentFormattingProvider", "textDocument/formatting", () => ({ options: { tabSize: 4, insertSpaces: true } })],
		["documentOnTypeFormattingProvider", "textDocument/onTypeFormatting", (position) => ({ position, ch: "\n", options: { tabSize: 4, insertSpaces: true } })],
		// Once more, of a server in which V8 has compiled what it is going to.
		diagnostic,
	];
	const around = ({ line }) => ({ start: { line: Math.max(0, line - 30), character: 0 }, end: { line: Math.min(line + 30, lines.length - 1), character: 0 } });
	let last = "";
	let version = 2;
	const rows = [];
	for (const [provider, method, parameters] of all) {
		if (!capabilities[provider]) continue;
		const times = [];
		for (let round = 0; round < rounds; round++) {
			// Over all of the file, at words and in them.
			const line = ((round >> 1) * 7919) % (lines.length - 1);
			const position = { line, character: (round * 31) % (lines[line].length + 1) };
			// A blank before the line, and away again.
			const end = { line, character: version % 2 };
			client.notify("textDocument/didChange", {
				textDocument: { uri, version: ++version },
				contentChanges: [{ range: { start: { line, character: 0 }, end }, text: end.character ? "" : " " }],
			});
			const sent = performance.now();
			const answer = await client.request(method, { textDocument, ...parameters(position) });
			if (round >= warmUp) times.push(performance.now() - sent);
			last = answer?.resultId ?? last;
		}
		const isLater = method === "textDocument/diagnostic" && rows.length > 0;
		rows.push([
			`${method.replace("textDocument/", "")}${isLater ? ", later edits" : ""}`,
			milliseconds(quantile(times, 0.5)),
			milliseconds(quantile(times, 0.95)),
		]);
	}
	await client.request("shutdown");
	client.notify("exit");
	await client.ended;
	print(`Requests right after an edit, ${languageId}, a file of ${lines.length - 1} lines; the median, and what 95 of 100 do not exceed`, rows);
}
