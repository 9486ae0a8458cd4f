import { setImmediate as turn } from "node:timers/promises";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Docker } from "../../src/docker/docker.ts";
import type { LogLine, LogReader } from "../../src/docker/logs/log.ts";
import type { Container } from "../../src/docker/resources/container.ts";
import type { FromPage, LogSubject, ToPage } from "../../src/webviews/logs/protocol.ts";
import { containerNamed } from "./containers.ts";

const seen = { opened: [] as string[], copied: "", context: false };
vi.mock("vscode", () => {
	class Uri {
		static from = (parts: { scheme: string; authority: string; path: string; query: string }): unknown => ({
			...parts,
			toString: () => `${parts.scheme}://${parts.authority}${parts.path}?${parts.query}`,
		});
		static parse = (text: string): unknown => ({ toString: () => text });
	}
	return {
		Uri,
		EventEmitter: class {},
		l10n: { t: (message: string, ...values: readonly string[]) => message.replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? "") },
		env: {
			uriScheme: "vscode",
			openExternal: async (uri: unknown) => void seen.opened.push(String(uri)),
			clipboard: { writeText: async (text: string) => void (seen.copied = text) },
		},
		window: { setStatusBarMessage: () => {}, showErrorMessage: () => {} },
		workspace: {},
	};
});
const { fillLogPage } = await import("../../src/extension/logs/log-page.ts");
const { newSources, titleOf } = await import("../../src/extension/logs/log-sources.ts");
const { linkTo, readLink } = await import("../../src/extension/logs/log-link.ts");

beforeEach(() => void (seen.opened = []));

const containerOf = (name: string, more: Partial<Container> = {}): Container => containerNamed(name, { id: `id of ${name}`, image: "busybox", ...more });

/** A page over containers of a fake engine, whose logs the test writes. */
function opening(containers: readonly Container[], subject: LogSubject, projects: readonly unknown[] = []) {
	const model = { containers: new Map(containers.map((container) => [container.id, container])) };
	const readers = new Map<string, LogReader>();
	const following = new Set<string>();
	const changes = new Set<(change: { of: string; ids: readonly string[] }) => void>();
	const docker = {
		model,
		connection: { hold: () => () => {}, use: (run: () => Promise<unknown>) => run(), status: { kind: "connected" } },
		settled: async () => {},
		onChange: (listener: () => void) => {
			changes.add(listener);
			return () => changes.delete(listener);
		},
		containers: {
			logs: (container: Container, reader: LogReader) => {
				readers.set(container.name, reader);
				return {
					follow: (signal: AbortSignal) =>
						new Promise<void>((resolve) => {
							following.add(container.name);
							signal.addEventListener("abort", () => {
								following.delete(container.name);
								resolve();
							});
						}),
				};
			},
		},
	} as unknown as Docker;
	const sent: ToPage[] = [];
	let listener: (message: FromPage) => void = () => {};
	const webview = {
		postMessage: (message: ToPage) => void sent.push(message),
		onDidReceiveMessage: (listen: typeof listener) => {
			listener = listen;
			return { dispose: () => {} };
		},
	};
	const page = fillLogPage({ webview } as never, subject, { tail: 1_000, since: null }, {
		docker: async () => docker,
		projects: async () => ({ current: projects }),
		memory: { get: () => undefined, update: async () => {} },
		extensionId: "hullwright.hullwright",
		openTerminal: () => {},
		log: { error: () => {} },
	} as never);
	const tell = async (message: FromPage): Promise<void> => {
		listener(message);
		for (let round = 0; round < 5; round++) await turn();
	};
	const of = <Kind extends ToPage["kind"]>(kind: Kind): readonly Extract<ToPage, { kind: Kind }>[] =>
		sent.filter((message): message is Extract<ToPage, { kind: Kind }> => message.kind === kind);
	const change = async (): Promise<void> => {
		for (const each of changes) each({ of: "containers", ids: [] });
		await turn();
	};
	return { page, tell, of, readers, following, model, change };
}

const line = (text: string, index = 0): LogLine => ({ stream: "stdout", time: `2026-11-26T12:00:00.${String(index).padStart(9, "0")}Z`, text, run: 0 });
const never = new AbortController().signal;
const web: LogSubject = { kind: "containers", names: ["web"] };

describe("a page of logs", () => {
	test("nothing is read before it listens; then it is told what there is, and lines as they come, never markup of theirs", async () => {
		const { tell, of, readers } = opening([containerOf("web"), containerOf("db")], web);
		expect(readers.size).toBe(0);
		await tell({ kind: "ready" });
		expect(of("show")[0]?.view).toMatchObject({ title: "web", sources: [{ id: "web", isRunning: true, isMutedAtFirst: false }] });
		const hostile = "<img src=x onerror=alert(1)>\u001b]8;;command:workbench.action.quit\u0007quit\u001b]8;;\u0007";
		await readers.get("web")?.lines([line(hostile)], never);
		readers.get("web")?.caughtUp(true);
		await turn();
		expect(of("batch")[0]?.entries).toEqual([{ source: "web", stream: "stdout", time: line("").time, text: hostile, run: 0 }]);
		expect(of("caughtUp")).toEqual([{ kind: "caughtUp", sources: ["web"] }]);
	});

	test("a page that does not keep up is sent no more, and no more is read", async () => {
		const { tell, of, readers } = opening([containerOf("web")], web);
		await tell({ kind: "ready" });
		const reader = readers.get("web");
		reader?.caughtUp(true);
		let given = 0;
		const give = async (): Promise<void> => {
			for (; given < 200; given++) await reader?.lines([line("x".repeat(100_000), given)], never);
		};
		const giving = give();
		for (let round = 0; round < 50; round++) await turn();
		expect(of("batch").length).toBe(3);
		expect(given).toBeLessThan(30);
		while (given < 200 || of("batch").flatMap(({ entries }) => entries).length < 200) await tell({ kind: "took", batch: of("batch").length });
		await giving;
		const all = of("batch").flatMap(({ entries }) => entries);
		expect(all.map((entry) => Number(entry.time.slice(20, 29)))).toEqual(Array.from({ length: 200 }, (_, index) => index));
	});

	test("its streams end with it", async () => {
		const { page, tell, following } = opening([containerOf("web")], web);
		await tell({ kind: "ready" });
		expect([...following]).toEqual(["web"]);
		page.dispose();
		expect([...following]).toEqual([]);
	});

	test("services that are not to be attached to are muted at first: nothing is read of them until they are wanted", async () => {
		const of = (service: string): Container => containerOf(`shop-${service}-1`, { project: "shop", service });
		const projects = [{ name: "shop", services: [{ name: "web" }, { name: "noise", isUnattached: true }] }];
		const opened = opening([of("web"), of("noise")], { kind: "project", project: "shop", services: [] }, projects);
		await opened.tell({ kind: "ready" });
		expect(opened.of("show")[0]?.view.sources.map(({ service, isMutedAtFirst }) => [service, isMutedAtFirst])).toEqual([
			["noise", true],
			["web", false],
		]);
		expect([...opened.following]).toEqual(["shop-web-1"]);
		await opened.tell({ kind: "want", sources: ["shop-noise-1"] });
		expect([...opened.following]).toEqual(["shop-noise-1"]);
	});

	test("what comes to a project later is followed, too", async () => {
		const { tell, of, model, change, following } = opening([], { kind: "project", project: "shop", services: [] });
		await tell({ kind: "ready" });
		expect(of("show").at(-1)?.view.sources).toEqual([]);
		const late = containerOf("shop-web-1", { project: "shop", service: "web" });
		model.containers.set(late.id, late);
		await change();
		expect(
			of("show")
				.at(-1)
				?.view.sources.map(({ id }) => id),
		).toEqual(["shop-web-1"]);
		expect([...following]).toEqual(["shop-web-1"]);
	});

	test("only links of the web lead out of it", async () => {
		const { tell } = opening([containerOf("web")], web);
		for (const url of ["https://example.com/a", "command:workbench.action.quit", "file:///etc/passwd", "javascript:alert(1)", "vscode://x/y", "https://"])
			await tell({ kind: "openUrl", url });
		expect(seen.opened).toEqual(["https://example.com/a"]);
	});

	test("begins anew with other lines from before", async () => {
		const { tell, of } = opening([containerOf("web")], web);
		await tell({ kind: "ready" });
		await tell({ kind: "reload", span: { tail: "all", since: "2026-11-26T11:00:00Z" } });
		expect(of("clear")).toHaveLength(2);
		expect(of("show").at(-1)?.view.span).toEqual({ tail: "all", since: "2026-11-26T11:00:00Z" });
	});

	test("a link to a line is read back, and is shown once what was there before has come", async () => {
		const { page, tell, of, readers } = opening([containerOf("web")], web);
		const place = { source: "web", time: line("", 5).time, index: 1 };
		page.reveal(place);
		await tell({ kind: "ready" });
		await tell({ kind: "copyLink", line: place });
		expect(seen.copied).toMatch(/^vscode:\/\/hullwright\.hullwright\/log\?/);
		const [path = "", query = ""] = seen.copied.replace("vscode://hullwright.hullwright", "").split("?");
		expect(readLink({ path, query })).toEqual({ subject: web, line: place });
		expect(of("reveal")).toEqual([]);
		readers.get("web")?.caughtUp(true);
		await turn();
		expect(of("reveal")).toEqual([{ kind: "reveal", line: place }]);
	});
});

describe("links that somebody else wrote", () => {
	const query = (parts: Readonly<Record<string, string>>): string => new URLSearchParams(parts).toString();
	const good = { log: JSON.stringify(web), source: "web", time: line("").time, index: "0" };
	test.each([
		{},
		{ ...good, log: "{" },
		{ ...good, log: "null" },
		{ ...good, log: '{"kind":"containers","names":[1]}' },
		{ ...good, time: "now" },
		{ ...good, index: "x" },
	])("%j", (parts) => {
		expect(readLink({ path: "/log", query: query(good) })).toBeDefined();
		expect(readLink({ path: "/log", query: query(parts) })).toBeUndefined();
		expect(readLink({ path: "/other", query: query(good) })).toBeUndefined();
		expect(String(linkTo(web, { source: "web", time: line("").time, index: 0 }, "a.b"))).toContain("vscode://a.b/log?");
	});
});

describe("sources", () => {
	const shop: LogSubject = { kind: "project", project: "shop", services: [] };
	const of = (id: string, name: string, service = "web"): Container => containerOf(name, { id, project: "shop", service });
	const all = (...containers: readonly Container[]): ReadonlyMap<string, Container> => new Map(containers.map((container) => [container.id, container]));

	test("what takes a container's place is no other source, also while Compose makes it under a name for the meantime", () => {
		const first = of("1", "shop-web-1");
		const known = newSources(shop, [], all(first, of("2", "shop-web-2"), containerOf("else")));
		expect(known.map(({ id }) => id)).toEqual(["shop-web-1", "shop-web-2"]);
		expect(newSources(shop, known, all(first, of("2", "shop-web-2"), of("3", "0123456789ab_shop-web-1")))).toEqual([]);
		expect(newSources(shop, known, all(of("3", "shop-web-1"), of("2", "shop-web-2")))).toEqual([]);
		expect(newSources(shop, known.slice(0, 1), all(of("9", "shop_web_1")))).toEqual([]);
		expect(newSources(shop, known, all(first, of("2", "shop-web-2"), of("4", "shop-web-3"))).map(({ id }) => id)).toEqual(["shop-web-3"]);
	});

	test("only what was asked for", () => {
		const containers = all(of("1", "shop-web-1"), of("2", "shop-db-1", "db"), containerOf("else"));
		expect(newSources({ ...shop, services: ["db"] }, [], containers).map(({ id }) => id)).toEqual(["shop-db-1"]);
		expect(newSources({ kind: "containers", names: ["else", "gone"] }, [], containers).map(({ id }) => id)).toEqual(["else"]);
	});

	test("have a short title", () => {
		expect(titleOf(shop)).toBe("shop");
		expect(titleOf({ ...shop, services: ["db", "web"] })).toBe("shop: db, web");
		expect(titleOf({ kind: "containers", names: ["a", "b", "c", "d"] })).toBe("a, b, 2 more");
	});
});
