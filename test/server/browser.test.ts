import { createContext, runInContext } from "node:vm";
import { beforeAll, expect, test } from "vitest";
import { bundle } from "../../scripts/build.mjs";

type Message = { readonly id?: number; readonly method?: string; readonly result?: unknown; readonly params?: unknown };

let bundles: Readonly<Record<string, string>> = {};
beforeAll(async () => void ({ bundles } = await bundle()), 120_000);

/** A worker as a browser has it: what it is not given here it does not find. */
function startWorker(text: string) {
	const waiting = new Map<number, (result: unknown) => void>();
	const worker: { onmessage?: (event: { readonly data: Message }) => void; addEventListener(): void; postMessage(message: Message): void } = {
		// For errors, of which there are none.
		addEventListener: () => undefined,
		postMessage(message) {
			if (message.method !== undefined && message.id !== undefined)
				send({ id: message.id, result: message.method === "workspace/configuration" ? [{}] : null });
			else if (message.id !== undefined) waiting.get(message.id)?.(message.result);
		},
	};
	const send = (message: Message): void => worker.onmessage?.({ data: { jsonrpc: "2.0", ...message } as Message });
	runInContext(
		text,
		createContext({ self: worker, setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, URL, TextEncoder, TextDecoder, performance, console }),
	);
	let count = 0;
	return {
		notify: (method: string, params: object): void => send({ method, params }),
		ask: (method: string, params: object): Promise<unknown> =>
			new Promise((resolve) => {
				waiting.set(++count, resolve);
				send({ id: count, method, params });
			}),
	};
}

test("nothing of Node's is asked for in a browser", () => {
	const wanted = (name: string): readonly string[] => [...(bundles[name] ?? "").matchAll(/\brequire\("([^"]+)"\)/g)].map(([, module = ""]) => module);
	expect(wanted("server-browser")).toEqual([]);
	expect([...new Set(wanted("extension-browser"))]).toEqual(["vscode"]);
});

test("the server lints, completes and explains in a worker", async () => {
	const { ask, notify } = startWorker(bundles["server-browser"] ?? "");
	const capabilities = { workspace: { configuration: true }, textDocument: { diagnostic: {} } };
	expect(await ask("initialize", { processId: null, rootUri: null, capabilities, locale: "zh-cn" })).toMatchObject({ serverInfo: { name: "Hullwright" } });
	notify("initialized", {});
	const open = (uri: string, languageId: string, text: string): void => notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
	const [dockerfile, compose, bake, ignore] = ["Dockerfile", "compose.yaml", "docker-bake.hcl", ".dockerignore"].map(
		(name) => `vscode-vfs://github/o/r/${name}`,
	) as [string, string, string, string];
	open(dockerfile, "dockerfile", "FROM alpine:3.22\nMAINTAINER me\nCOPY . /app\n");
	open(compose, "dockercompose", 'version: "3"\nservices: {}\n');
	open(bake, "dockerbake", 'target "app" {\n  inherits = ["ap"]\n}\n');
	open(ignore, "ignore", "!a\n");
	const codes = async (uri: string): Promise<unknown> =>
		((await ask("textDocument/diagnostic", { textDocument: { uri } })) as { items: { code: string }[] }).items.map(({ code }) => code);
	expect(await codes(dockerfile)).toContain("maintainer-instruction");
	expect(await codes(compose)).toContain("obsolete-version");
	expect(await codes(bake)).toEqual(["unknown-bake-target"]);
	expect(await codes(ignore)).toEqual(["exception-without-effect"]);
	expect(await ask("textDocument/hover", { textDocument: { uri: dockerfile }, position: { line: 0, character: 1 } })).not.toBeNull();
	expect(await ask("textDocument/completion", { textDocument: { uri: dockerfile }, position: { line: 2, character: 5 } })).not.toBeNull();
	expect(await ask("textDocument/hover", { textDocument: { uri: ignore }, position: { line: 0, character: 1 } })).toMatchObject({
		contents: { value: expect.stringMatching(/\p{Script=Han}/u) },
	});
	await ask("shutdown", {});
});
