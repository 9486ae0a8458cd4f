import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import type { TarEntry } from "../../src/docker/files/tar.ts";

/** As VS Code's own: 1 is a file, 2 a folder, 64 a link, which is told beside what it leads to. */
const uriOf = (path: string) => ({ scheme: "file", path, fsPath: path, authority: "" });
vi.mock("vscode", async () => {
	const { lstatSync } = await import("node:fs");
	return {
		FileType: { File: 1, Directory: 2, SymbolicLink: 64 },
		ProgressLocation: {},
		Uri: { joinPath: ({ path }: { path: string }, ...parts: string[]) => uriOf([path, ...parts].join("/")) },
		l10n: { t: (message: string, ...args: unknown[]) => message.replace(/\{(\d)\}/g, (_: string, index: string) => String(args[Number(index)])) },
		window: {
			showWarningMessage: (text: string) => void told.push(text),
			withProgress: (_options: unknown, run: (progress: object, cancelled: object) => unknown) =>
				run({ report() {} }, { onCancellationRequested: () => ({ dispose() {} }) }),
		},
		workspace: {
			isTrusted: true,
			textDocuments: [],
			fs: {
				createDirectory: async ({ fsPath }: { fsPath: string }) => void mkdirSync(fsPath, { recursive: true }),
				readDirectory: async ({ fsPath }: { fsPath: string }) => readdirSync(fsPath).map((name) => [name, 0]),
				async stat({ fsPath }: { fsPath: string }) {
					const stats = statSync(fsPath);
					const isLink = lstatSync(fsPath).isSymbolicLink();
					return { type: (stats.isDirectory() ? 2 : 1) + (isLink ? 64 : 0), size: stats.size, mtime: stats.mtimeMs };
				},
			},
		},
	};
});
const told: string[] = [];
const { upload } = await import("../../src/extension/files/upload.ts");
const { download } = await import("../../src/extension/files/download.ts");
const { readTar } = await import("../../src/docker/files/tar.ts");

const folder = mkdtempSync(join(tmpdir(), "hullwright-transfer-"));
afterAll(() => rmSync(folder, { recursive: true }));

const here = join(folder, "here");
mkdirSync(join(here, "bin"), { recursive: true });
mkdirSync(join(folder, "elsewhere"));
for (const [name, mode] of [
	["bin/run.sh", 0o755],
	["secret", 0o600],
] as const) {
	writeFileSync(join(here, name), name);
	chmodSync(join(here, name), mode);
	utimesSync(join(here, name), 1_700_000_000, 1_700_000_000);
}
symlinkSync("bin/run.sh", join(here, "start"));
symlinkSync("bin", join(here, "programs"));
symlinkSync(join(folder, "elsewhere"), join(here, "away"));
symlinkSync(join(here, "secret"), join(here, "copied"));

const node = { uri: { ...uriOf("/app"), scheme: "hullwright-files" }, place: {}, of: "web" } as never;

async function uploaded(): Promise<Buffer> {
	const pieces: Buffer[] = [];
	const docker = {
		list: async () => ({ entries: [] }),
		header: async () => ({ owner: 1, group: 2 }),
		async upload(_place: unknown, _folder: unknown, tar: AsyncIterable<Buffer>) {
			for await (const piece of tar) pieces.push(piece);
		},
	};
	await upload({ docker: async () => ({ files: docker }), tellWritten() {} } as never, node, [uriOf(here) as never]);
	return Buffer.concat(pieces);
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
	yield bytes;
}

test("what is uploaded keeps its modes and its links, and what cannot go is told", async () => {
	const found: string[] = [];
	for await (const { header, body } of readTar(once(await uploaded()))) {
		for await (const _ of body());
		found.push([header.kind, header.name, (header.mode & 0o777).toString(8), header.target ?? ""].join(" ").trim());
	}
	const top = basename(here);
	expect(found.toSorted()).toEqual([
		`file ${top}/bin/run.sh 755`,
		`file ${top}/copied 600`,
		`file ${top}/secret 600`,
		`folder ${top}/ ${(statSync(here).mode & 0o777).toString(8)}`,
		`folder ${top}/bin/ ${(statSync(join(here, "bin")).mode & 0o777).toString(8)}`,
		`link ${top}/programs 777 bin`,
		`link ${top}/start 777 bin/run.sh`,
	]);
	expect(told).toEqual([`Not uploaded, for they are links to other folders of this machine, or devices: ${top}/away`]);
});

test("files of one name from different folders are all there, under names of their own", async () => {
	const target = join(folder, "same");
	mkdirSync(target);
	const docker = {
		async download(_place: unknown, path: string, take: (entries: AsyncIterable<TarEntry>) => Promise<void>) {
			const header = { name: path, kind: "file", mode: 0o644, owner: 0, group: 0, size: path.length, modified: 0 } as const;
			await take(
				(async function* () {
					yield { header, body: () => once(Buffer.from(path)) } as TarEntry;
				})(),
			);
		},
	};
	const nodes = ["/a/app.log", "/b/app.log", "/c/App.log", "/d/.env", "/e/.env"].map((path) => ({ ...(node as object), uri: uriOf(path) }) as never);
	await download({ docker: async () => ({ files: docker }) } as never, nodes, uriOf(target) as never, "folder");
	const found = readdirSync(target).map((name) => [name, readFileSync(join(target, name), "utf8")]);
	expect(Object.fromEntries(found)).toEqual({
		"app.log": "/a/app.log",
		"app-2.log": "/b/app.log",
		"App-3.log": "/c/App.log",
		".env": "/d/.env",
		".env-2": "/e/.env",
	});
});

test("what is downloaded has the modes and times that it had, and never those that make it run as another", async () => {
	const target = join(folder, "there");
	mkdirSync(target);
	const bytes = await uploaded();
	const docker = {
		async download(_place: unknown, _path: unknown, take: (entries: AsyncIterable<TarEntry>) => Promise<void>) {
			await take(
				(async function* () {
					for await (const entry of readTar(once(bytes)))
						yield entry.header.name.endsWith("run.sh") ? { ...entry, header: { ...entry.header, mode: 0o4755 } } : entry;
				})(),
			);
		},
	};
	await download(
		{ docker: async () => ({ files: docker }) } as never,
		[{ ...(node as object), uri: uriOf(`/${basename(here)}`) } as never],
		uriOf(target) as never,
		"folder",
	);
	const root = join(target, basename(here));
	expect(
		["bin/run.sh", "secret"].map((name) => [
			readFileSync(join(root, name), "utf8"),
			(statSync(join(root, name)).mode & 0o7777).toString(8),
			statSync(join(root, name)).mtimeMs,
		]),
	).toEqual([
		["bin/run.sh", "755", 1_700_000_000_000],
		["secret", "600", 1_700_000_000_000],
	]);
});
