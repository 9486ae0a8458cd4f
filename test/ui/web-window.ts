import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Page } from "playwright-core";

/** The folder that such a window shows; its files are in memory. */
export const webFolder = "memory:/project";

type WebWindow = {
	/** Of VS Code's server, which gives the page and its scripts and nothing else. */
	readonly url: string;
	/** A folder with the unpacked extension, as VS Code installs it. */
	readonly extensions: string;
	readonly settings: object;
	/** By their paths in the folder. */
	readonly files: Readonly<Record<string, string>>;
};

/** Makes of a window of VS Code's server one as vscode.dev has it: with no machine behind it, Hullwright in the browser's own extension host, and a folder on no disk. */
export async function asOnTheWeb(page: Page, { url, extensions, settings, files }: WebWindow): Promise<void> {
	const [name = ""] = (await readdir(extensions)).filter((each) => each.startsWith("hullwright."));
	const locations = ["memory", "hullwright"].map((extension) => ({ scheme: "http", authority: new URL(url).host, path: `/web-extensions/${extension}` }));

	await page.route(`${url}/web-extensions/hullwright/**`, async (route) => {
		const [, path = ""] = new URL(route.request().url()).pathname.split("/hullwright/");
		const body = await readFile(join(extensions, name, decodeURIComponent(path))).catch(() => undefined);
		await route.fulfill(body ? { body, contentType: contentTypes[extname(path)] ?? "text/plain" } : { status: 404 });
	});
	await page.route(`${url}/web-extensions/memory/**`, async (route) => {
		const { pathname } = new URL(route.request().url());
		if (pathname.endsWith("/package.json")) await route.fulfill({ json: memoryManifest });
		else if (pathname.endsWith("/main.js"))
			await route.fulfill({ body: `(${memory})(exports, require("vscode"), ${JSON.stringify(files)})`, contentType: "text/javascript" });
		else await route.fulfill({ status: 404 });
	});
	await page.route(`${url}/?*`, async (route) => {
		const response = await route.fetch();
		const body = changed(
			await response.text(),
			/(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/,
			(_, start: string, configuration: string) => {
				const all = JSON.parse(configuration.replaceAll("&quot;", '"').replaceAll("&amp;", "&")) as object;
				const ours = JSON.stringify({ ...all, remoteAuthority: undefined, additionalBuiltinExtensions: locations, configurationDefaults: settings });
				return start + ours.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
			},
		);
		await route.fulfill({ response, body });
	});
	await page.route(`${url}/**/browser/workbench/workbench.js`, async (route) => {
		const response = await route.fetch();
		// code-server's page is always that of a machine, and keeps there what VS Code keeps in the browser.
		const local = changed(await response.text(), /(?<=remoteAuthority:)location\.host/, () => "void 0");
		await route.fulfill({ response, body: changed(local, /(?<=\.file\(this\.userDataPath\)\.with\(\{scheme:\w+\.)vscodeRemote/, () => "vscodeUserData") });
	});
}

function changed(text: string, pattern: RegExp, replacement: (...groups: string[]) => string): string {
	if (!pattern.test(text)) throw new Error(`VS Code's page is another than it was: nothing in it matches ${pattern}`);
	return text.replace(pattern, replacement);
}

const contentTypes: Readonly<Record<string, string>> = { ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml" };

const memoryManifest = {
	name: "memory",
	publisher: "hullwright",
	version: "1.0.0",
	engines: { vscode: "^1.90.0" },
	browser: "main.js",
	activationEvents: ["onFileSystem:memory"],
};

/** An extension with files in memory, as text, for it runs in the window. */
const memory = String(function (exports: Record<string, unknown>, vscode: typeof import("vscode"), files: Record<string, string>) {
	const root = "/project/";
	const pathOf = (uri: { readonly path: string }): string => uri.path.slice(root.length);
	const textOf = (uri: import("vscode").Uri): Uint8Array => {
		const text = files[pathOf(uri)];
		if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
		return new TextEncoder().encode(text);
	};
	const isFolder = (uri: { readonly path: string }): boolean => Object.keys(files).some((path) => `${root}${path}`.startsWith(`${uri.path}/`));
	const namesIn = (uri: { readonly path: string }): string[] =>
		Object.keys(files).flatMap((path) =>
			`${root}${path}`.startsWith(`${uri.path}/`) ? [`${root}${path}`.slice(uri.path.length + 1).split("/")[0] ?? ""] : [],
		);
	const refuse = (): never => {
		throw vscode.FileSystemError.NoPermissions();
	};
	exports["activate"] = () =>
		vscode.workspace.registerFileSystemProvider("memory", {
			onDidChangeFile: new vscode.EventEmitter<import("vscode").FileChangeEvent[]>().event,
			watch: () => new vscode.Disposable(() => undefined),
			stat: (uri) => ({ type: isFolder(uri) ? 2 : 1, ctime: 0, mtime: 0, size: isFolder(uri) ? 0 : textOf(uri).length }),
			readDirectory: (uri) => [...new Set(namesIn(uri))].map((name) => [name, isFolder(uri.with({ path: `${uri.path}/${name}` })) ? 2 : 1]),
			readFile: textOf,
			writeFile: (uri, bytes) => void (files[pathOf(uri)] = new TextDecoder().decode(bytes)),
			createDirectory: refuse,
			delete: refuse,
			rename: refuse,
		});
});
