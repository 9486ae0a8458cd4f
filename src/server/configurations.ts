import { readFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Configuration, configurationFileName, defaultConfiguration, overlayConfiguration, readConfiguration } from "../engine/lint/configuration.ts";
import { isLeftOut } from "../engine/lint/path-patterns.ts";
import { rules } from "../engine/rules/index.ts";
import { Lines, type Range } from "../engine/text/text.ts";
import { DiagnosticSeverity, type Diagnostic } from "vscode-languageserver-types";
import { reasonOf, type Log } from "./guard.ts";
import type { Settings } from "./protocol.ts";

/** How one document is to be linted. The configuration is the same object until something changes. */
export type DocumentConfiguration = {
	readonly configuration: Configuration;
	/** Whether to lint it at all: switched off in the settings, or left out by the configuration file. */
	readonly isLinted: boolean;
	readonly isLintedOnSave: boolean;
	readonly file: ConfigurationFile | undefined;
};

/** A `.hullwright.yaml` with what is wrong in it. */
export type ConfigurationFile = {
	readonly uri: string;
	readonly folder: string;
	readonly configuration: Configuration;
	readonly problems: readonly Diagnostic[];
};

export type Configurations = {
	/** The editor's settings, and over them the nearest configuration file. Never rejects. */
	of(uri: string): Promise<DocumentConfiguration>;
	/** Everything is read anew when it is next asked for; who is waiting gets the new. */
	forget(): void;
};

/** `loadSettings` gives the editor's settings for a document; they are asked for once, until `forget`. */
export function createConfigurations(loadSettings: (uri: string) => Promise<Settings>, log: Log): Configurations {
	const documents = new Map<string, Promise<DocumentConfiguration>>();
	const folders = new Map<string, Promise<ConfigurationFile | undefined>>();

	async function load(uri: string): Promise<DocumentConfiguration> {
		const settings = await loadSettings(uri).catch((error: unknown): Settings => {
			log.error(`The settings could not be read: ${reasonOf(error)}`);
			return {};
		});
		const path = pathOf(uri);
		const file = path === undefined ? undefined : await nearest(dirname(path));
		const lower = fromSettings(settings, log);
		const isIgnored = path !== undefined && file !== undefined && isLeftOut(relative(file.folder, path).split(sep).join("/"), file.configuration);
		return {
			configuration: file ? overlayConfiguration(file.configuration, lower) : lower,
			isLinted: settings.lint?.enable !== false && !isIgnored,
			isLintedOnSave: settings.lint?.run === "onSave",
			file,
		};
	}

	function nearest(folder: string): Promise<ConfigurationFile | undefined> {
		let found = folders.get(folder);
		if (!found) {
			const parent = dirname(folder);
			found = readFolder(folder).then((file) => file ?? (parent === folder ? undefined : nearest(parent)));
			folders.set(folder, found);
		}
		return found;
	}

	return {
		async of(uri) {
			for (;;) {
				const loading = documents.get(uri) ?? load(uri);
				documents.set(uri, loading);
				const configuration = await loading;
				if (documents.get(uri) === loading) return configuration;
			}
		},
		forget() {
			documents.clear();
			folders.clear();
		},
	};
}

/** A document that is no file on disk has no path, and no configuration file. */
function pathOf(uri: string): string | undefined {
	try {
		return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
	} catch {
		return undefined;
	}
}

function fromSettings({ lint, rules: settings }: Settings, log: Log): Configuration {
	const { configuration, problems } = readConfiguration({ ...(lint?.preset !== undefined && { preset: lint.preset }), rules: settings }, rules);
	for (const { message, path } of problems)
		log.error(`The setting hullwright.${path[0] === "preset" ? "lint.preset" : path.join(".")} is not used: ${message}`);
	return configuration;
}

async function readFolder(folder: string): Promise<ConfigurationFile | undefined> {
	const path = join(folder, configurationFileName);
	const uri = pathToFileURL(path).href;
	try {
		const text = await readFile(path, "utf8");
		// Only now, for it brings a YAML parser.
		const { parseConfiguration } = await import("../engine/lint/configuration-file.ts");
		const { configuration, problems } = parseConfiguration(text, rules);
		const lines = new Lines(text);
		return { uri, folder, configuration, problems: problems.map(({ message, at }) => problemAt(lines, at, message)) };
	} catch (error) {
		if (isAbsent(error)) return undefined;
		const message = `This file cannot be read, so nothing in it applies: ${error instanceof Error ? error.message : String(error)}`;
		return { uri, folder, configuration: defaultConfiguration, problems: [problemAt(new Lines(""), { start: 0, end: 0 }, message)] };
	}
}

const isAbsent = (error: unknown): boolean => error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");

function problemAt(lines: Lines, { start, end }: Range, message: string): Diagnostic {
	const [from, to] = [lines.positionAt(start), lines.positionAt(end)];
	return {
		range: { start: { line: from.line, character: from.column }, end: { line: to.line, character: to.column } },
		message,
		severity: DiagnosticSeverity.Error,
		source: "hullwright",
	};
}
