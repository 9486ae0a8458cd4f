import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { DiagnosticSeverity } from "vscode-languageserver-types";
import { onTestFinished } from "vitest";
import { hullwright } from "../cli/command-line.ts";
import { startClient } from "../server/language-client.ts";

/** Files by their paths: texts, folders, and links to other paths. */
export type Files = Readonly<Record<string, string | { readonly linkTo: string } | { readonly isFolder: true }>>;

/** What a host tells: the rules that found something, with their severities, and what is wrong in configurations, by their places. */
export type Told = { readonly found: Readonly<Record<string, string>>; readonly problems: readonly string[] };

/** Lints one file of a folder. */
export type Host = (folder: string, file: string) => Promise<Told>;

export const hosts: readonly (readonly [string, Host])[] = [
	["the command line", commandLine],
	["the language server", languageServer],
];

/** A folder with the files, until the test is over. */
export function folderWith(files: Files): string {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), "hullwright-files-")));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	for (const [name, content] of Object.entries(files)) {
		const path = join(folder, name);
		mkdirSync(dirname(path), { recursive: true });
		if (typeof content === "string") writeFileSync(path, content);
		else if ("linkTo" in content) symlinkSync(content.linkTo, path);
		else mkdirSync(path);
	}
	return folder;
}

async function commandLine(folder: string, file: string): Promise<Told> {
	const { output, errors } = await hullwright(["lint", "--format", "json", join(folder, file)]);
	const items = JSON.parse(output) as { readonly rule: string; readonly severity: string }[];
	const problems = [...errors.matchAll(/^(.+?):(\d+:\d+: .+)$/gm)].map(([, path = "", problem]) => `${inFolder(folder, path)}:${problem}`);
	return { found: Object.fromEntries(items.map(({ rule, severity }) => [rule, severity])), problems };
}

async function languageServer(folder: string, file: string): Promise<Told> {
	const client = await startClient();
	try {
		const path = join(folder, file);
		const uri = await client.open(pathToFileURL(path).href, readFileSync(path, "utf8"));
		const diagnostics = await client.diagnostics(uri);
		const problems = [...client.published].flatMap(([published, of]) =>
			of.map(
				({ range: { start }, message }) =>
					`${inFolder(folder, fileURLToPath(published))}:${start.line + 1}:${start.character + 1}: ${withBackticks(typeof message === "string" ? message : message.value)}`,
			),
		);
		// A hint is what the command line leaves out.
		const reported = diagnostics.filter(({ severity }) => severity !== DiagnosticSeverity.Hint);
		return { found: Object.fromEntries(reported.map(({ code, severity }) => [String(code), severities[severity ?? 0] ?? ""])), problems };
	} finally {
		await client.stop();
	}
}

const severities = ["", "error", "warning", "info"];

const inFolder = (folder: string, path: string): string => relative(folder, path).replaceAll("\\", "/");

/** An editor shows code in quotation marks. */
const withBackticks = (text: string): string => text.replace(/“([^”]*)”/g, "`$1`");
