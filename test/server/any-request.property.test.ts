import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ClientCapabilities, ErrorCodes, LSPErrorCodes } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { afterEach, expect, test } from "vitest";
import { pieces, randomFrom } from "../engine/dockerfile/mutation.ts";
import { type Question, questionsFor } from "./every-request.ts";
import { type Client, startClient } from "./language-client.ts";

// Any document, any position, any request, over a real connection. By hand: HULLWRIGHT_REQUESTS=100000 HULLWRIGHT_SEED=7 npx vitest run any-request
const requests = Number(process.env["HULLWRIGHT_REQUESTS"] ?? 3000);
const seed = Number(process.env["HULLWRIGHT_SEED"] ?? 1);

/** All that a client can have, but that it is never asked to register anything: so the server declares all at its start. */
const capabilities: ClientCapabilities = {
	textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true }, rename: { prepareSupport: true }, inlineCompletion: {} },
	workspace: { configuration: true, workspaceEdit: { documentChanges: true } },
};

const folder = join(import.meta.dirname, "../engine/dockerfile/fixtures");
const dockerfiles = readdirSync(folder)
	.filter((name) => name.endsWith(".dockerfile"))
	.toSorted()
	.map((name) => readFileSync(join(folder, name), "utf8").slice(0, 3000));
/** With all that rules show of bake files. */
const bakeFiles = readdirSync(join(import.meta.dirname, "../rules/bake"))
	.toSorted()
	.map((name) => readFileSync(join(import.meta.dirname, "../rules/bake", name), "utf8").slice(0, 3000))
	.concat(
		'function "f" {\n  params = [a]\n  result = [for x in a : "${x}%{ if x }y%{ endif }"]\n}\ntarget "t" {\n  matrix = { v = ["1"] }\n  name = "t-${v}"\n  dockerfile-inline = <<E\nFROM ${f(1)}\nE\n}\n',
	);
const kinds: readonly (readonly [name: string, languageId: string, texts: readonly string[]])[] = [
	["Dockerfile", "dockerfile", dockerfiles],
	["Dockerfile", "dockerfile", dockerfiles],
	["Dockerfile", "dockerfile", dockerfiles],
	["docker-bake.hcl", "dockerbake", bakeFiles],
	[
		"docker-bake.json",
		"json",
		['{"target": {"a": {"inherits": ["b"], "args": {"A": "${upper(\\"x\\", B)}"}}, "b": {}},\n "variable": {"B": {"default": "1"}}}\n'],
	],
	["compose.yaml", "dockercompose", ["services:\n  web:\n    build: { context: ., target: a }\n    image: nginx\n", "version: '3'\n"]],
	[".hullwright.yaml", "yaml", ["rules:\n  latest-tag: off\npreset: strict\n"]],
];

/** More of what people type. */
const typed = [
	...pieces,
	"FROM base AS ",
	"COPY --from=",
	"--mount=type=",
	"$A",
	"${B:-",
	"RUN apt-get ",
	"ENV A=1\n",
	"ARG A\n",
	"# hullwright ignore=",
	'target "a" {\n',
	'inherits = ["',
	"args = { A = ",
	"${",
	"<<E\n",
	"😀",
	"a",
	" ",
];

let client: Client | undefined;
afterEach(() => client?.stop());

test(
	`${requests} requests amid edits: no error, none answered for another version, and all as of a document that was just opened`,
	{ timeout: 3_600_000 },
	async () => {
		const random = randomFrom(seed);
		const below = (limit: number): number => Math.floor(random() * limit);
		client = await startClient({ capabilities });
		const { request, logged, capabilities: declared } = client;
		const questions = questionsFor(declared);
		let asked = 0;
		let opened = 0;
		/** What was told last of the open document, and came of it. */
		const tokens = new Map<string, Tokens>();
		const wrongs: string[] = [];
		const told = (what: string, text: string): void => void wrongs.push(`seed ${seed}, request ${asked}: ${what}\n${JSON.stringify(text)}`);

		/** The answer, or what the server says in its place: that something cannot be done is an answer, that it failed is none. */
		async function ask(method: string, params: object, isCancelled = false): Promise<unknown> {
			return request(method, params, { isCancelled }).catch((error: unknown) => {
				const { code, message } = error as { readonly code?: number; readonly message?: string };
				if (code === undefined || (!refusals.has(code) && !stale.has(code))) told(`${method} ${JSON.stringify(params)} fails: ${code} ${message}`, "");
				return { error: code, message };
			});
		}

		/** What a document that is opened with the text answers, its own name aside. */
		async function fresh(like: TextDocument, text: string, { method }: Question, params: object): Promise<string> {
			const uri = `untitled:${++opened}/${like.uri.split("/").at(-1)}`;
			await client?.open(uri, text, like.languageId);
			const answer = comparable(await ask(method, renamed(params, like.uri, uri)), uri);
			await client?.close(uri);
			return answer;
		}

		while (asked < requests && wrongs.length < 5) {
			const [name, languageId, texts] = kinds[below(kinds.length)] ?? ["Dockerfile", "dockerfile", dockerfiles];
			const uri = `untitled:${++opened}/${name}`;
			await client.open(uri, texts[below(texts.length)] ?? "", languageId);
			for (let step = 0; step < 12; step++) {
				await client.edit(uri, edits(client.document(uri), below));
				const document = client.document(uri);
				const text = document.getText();
				const now = TextDocument.create(uri, languageId, document.version, text);
				for (let turn = 0; turn < 4; turn++) {
					const question = questions[below(questions.length)];
					if (!question) break;
					const params = question.params({ document: now, below, resultId: tokens.get(uri)?.resultId });
					const way = below(8);
					asked++;
					if (way === 0) {
						// Nobody wants the answer any more.
						const answer = await ask(question.method, params, true);
						if (!isStale(answer)) await compare(answer);
					} else if (way === 1) {
						// Somebody types while the server is at work.
						const answering = ask(question.method, params);
						await client.edit(uri, edits(client.document(uri), below));
						const answer = await answering;
						if (!isStale(answer)) await compare(answer);
						break;
					} else await compare(await ask(question.method, params));

					async function compare(answer: unknown): Promise<void> {
						if (!question) return;
						if (question.method === "workspace/symbol") return;
						if (question.method.startsWith("textDocument/semanticTokens/full")) return compareTokens(answer as Tokens | null, params);
						const expected = await fresh(now, text, question, params);
						const got = comparable(answer, uri);
						// What is asked about all of a document may be answered for its newest version, which the client has, too.
						if (got !== expected && question.isAboutAll && got === (await fresh(now, client?.document(uri).getText() ?? "", question, params))) return;
						if (got !== expected) told(`${question.method} ${JSON.stringify(params)}\n  answers ${got}\n  and not ${expected}`, text);
						if (question.next && Array.isArray(listOf(answer))) {
							const items = listOf(answer) as readonly unknown[];
							const item = items[below(items.length)];
							if (item) await ask(question.next, item as object);
						}
					}

					/** What the edits make of the tokens before has to be all tokens of the text. */
					async function compareTokens(answer: Tokens | null, { textDocument }: { readonly textDocument?: object }): Promise<void> {
						const expected = await fresh(now, text, { method: "textDocument/semanticTokens/full", params: () => ({}) }, { textDocument });
						if (answer) tokens.set(uri, { resultId: answer.resultId, data: answer.data ?? applied(tokens.get(uri)?.data ?? [], answer.edits) });
						const got = comparable(answer && tokens.get(uri), uri);
						if (got !== expected) told(`${question?.method}\n  comes to ${got}\n  and not to ${expected}`, text);
					}
				}
				if (logged.length > 0) told(`it logged ${logged.splice(0).join("\n")}`, client.document(uri).getText());
			}
			await client.close(uri);
		}
		expect(wrongs).toEqual([]);
		expect(asked).toBeGreaterThanOrEqual(requests);
	},
);

/** Something cannot be done, as what is no name cannot be renamed. */
const refusals: ReadonlySet<number> = new Set([LSPErrorCodes.RequestFailed, ErrorCodes.InvalidParams]);
/** Of an answer that is no longer wanted: the request was cancelled, or the document has changed. */
const stale: ReadonlySet<number> = new Set([LSPErrorCodes.RequestCancelled, LSPErrorCodes.ContentModified, LSPErrorCodes.ServerCancelled]);
const isStale = (answer: unknown): boolean => stale.has((answer as { readonly error?: number } | null)?.error ?? 0);
const listOf = (answer: unknown): unknown => (answer !== null && typeof answer === "object" && "items" in answer ? answer.items : answer);

/** One to three changes, as an editor sends them with one version. */
function edits(document: TextDocument, below: (limit: number) => number): readonly { start: number; end: number; text: string }[] {
	let length = document.getText().length;
	return Array.from({ length: below(8) === 0 ? 3 : 1 }, () => {
		const start = below(length + 1);
		const end = Math.min(length, start + (below(3) === 0 ? below(30) : 0));
		const text = typed[below(typed.length)] ?? "";
		length += text.length - (end - start);
		return { start, end, text };
	});
}

type Tokens = {
	readonly resultId?: string | undefined;
	readonly data?: readonly number[];
	readonly edits?: readonly { start: number; deleteCount: number; data?: number[] }[];
};

const applied = (data: readonly number[], edits: Tokens["edits"] = []): readonly number[] =>
	edits.reduce((before, { start, deleteCount, data: added = [] }) => before.toSpliced(start, deleteCount, ...added), data);

const renamed = (params: object, from: string, to: string): object =>
	JSON.parse(JSON.stringify(params).replaceAll(JSON.stringify(from), JSON.stringify(to))) as object;

/** Without what differs between two documents of the same text: their names, versions, the numbers of answers, and what the server keeps there for itself. */
const comparable = (answer: unknown, uri: string): string =>
	JSON.stringify(answer ?? null, (key, value: unknown) =>
		key === "resultId" || key === "version" || (key === "data" && !Array.isArray(value)) ? undefined : value,
	).replaceAll(uri, "untitled:");
