import { pathOf } from "./path-of.ts";
import { type Configuration, overlayConfiguration, readConfiguration } from "../engine/lint/configuration.ts";
import { type HintKind, hintKinds } from "../engine/language/inlay-hint.ts";
import { rules } from "../engine/rules/index.ts";
import type { Known } from "../engine/lint/baseline.ts";
import { type BaselineFile, type Baselines, knownIn } from "../files/baselines.ts";
import { type ConfigurationFile, type Configurations, leavesOut } from "../files/configurations.ts";
import { textOf } from "../engine/text/message.ts";
import { reasonOf, type Log } from "./guard.ts";
import type { Settings } from "./protocol.ts";

/** How one document is to be linted. The configuration is the same object until something changes. */
export type DocumentConfiguration = {
	readonly configuration: Configuration;
	/** Whether to lint it at all: switched off in the settings, or left out by the configuration file. */
	readonly isLinted: boolean;
	/** Whether the settings have linting on. */
	readonly isEnabled: boolean;
	readonly isLintedOnSave: boolean;
	/** The program that ShellCheck is, by the settings; undefined where they do not say. */
	readonly shellcheckPath: string | undefined;
	/** The Compose files that are merged, in their order, from the folder of each; none where the settings do not say. */
	readonly composeFiles: readonly string[];
	/** The inlay hints that are to be shown. */
	readonly hints: ReadonlySet<HintKind>;
	readonly file: ConfigurationFile | undefined;
	/** What its baseline has of the document; undefined where there is no baseline. */
	readonly known: Known | undefined;
	/** Path of the baseline. */
	readonly baseline: string | undefined;
};

export type DocumentConfigurations = {
	/** The editor's settings, and over them the nearest configuration file. Never rejects. */
	of(uri: string): Promise<DocumentConfiguration>;
	/** The editor is asked anew for its settings; who is waiting gets the new. */
	forgetSettings(): void;
	/** What is kept for a document that is closed. */
	close(uri: string): void;
};

type Lower = {
	readonly configuration: Configuration;
	readonly isEnabled: boolean;
	readonly isLintedOnSave: boolean;
	readonly shellcheckPath: string | undefined;
	readonly composeFiles: readonly string[];
	readonly hints: ReadonlySet<HintKind>;
};

/** `loadSettings` gives the editor's settings for a document; they are asked for once, until they are forgotten. */
export function createDocumentConfigurations(
	loadSettings: (uri: string) => Promise<Settings>,
	{ nearest }: Configurations,
	baselines: Baselines,
	log: Log,
): DocumentConfigurations {
	const settings = new Map<string, Promise<Lower>>();
	const known = new Map<string, DocumentConfiguration & { readonly lower: Lower }>();
	const told = new Set<BaselineFile>();

	/** What is wrong with it is told once. */
	function baselineOf(path: string, file: ConfigurationFile | undefined): BaselineFile | undefined {
		const found = baselines.of(path, file);
		const baseline = found === undefined ? undefined : baselines.read(found);
		if (baseline?.problem && !told.has(baseline)) log.error(`${baseline.path}: ${textOf(baseline.problem)}`);
		if (baseline?.problem) told.add(baseline);
		return baseline?.isThere ? baseline : undefined;
	}

	async function load(uri: string): Promise<Lower> {
		const loaded = await loadSettings(uri).catch((error: unknown): Settings => {
			log.error(`The settings could not be read: ${reasonOf(error)}`);
			return {};
		});
		const { enable, run, shellcheckPath } = loaded.lint ?? {};
		const composeFiles: unknown = loaded.compose?.files;
		return {
			configuration: fromSettings(loaded, log),
			isEnabled: enable !== false,
			isLintedOnSave: run === "onSave",
			shellcheckPath: typeof shellcheckPath === "string" && shellcheckPath !== "" ? shellcheckPath : undefined,
			composeFiles: Array.isArray(composeFiles) ? composeFiles.filter((each) => typeof each === "string" && each !== "") : [],
			hints: new Set(hintKinds.filter((kind) => loaded.inlayHints?.[kind] !== false)),
		};
	}

	return {
		async of(uri) {
			const path = pathOf(uri);
			for (;;) {
				const loading = settings.get(uri) ?? load(uri);
				settings.set(uri, loading);
				const lower = await loading;
				const file = path === undefined ? undefined : await nearest(path);
				if (settings.get(uri) !== loading) continue;
				const baseline = path === undefined ? undefined : baselineOf(path, file);
				const ofDocument = path === undefined || !baseline ? undefined : knownIn(baseline, path);
				const last = known.get(uri);
				if (last?.lower === lower && last.file === file && last.known === ofDocument) return last;
				const configuration = file ? overlayConfiguration(file.configuration, lower.configuration) : lower.configuration;
				const isLinted = lower.isEnabled && !(path !== undefined && file && leavesOut(file, path));
				const current = {
					configuration,
					isLinted,
					isEnabled: lower.isEnabled,
					isLintedOnSave: lower.isLintedOnSave,
					shellcheckPath: lower.shellcheckPath,
					composeFiles: lower.composeFiles,
					hints: lower.hints,
					file,
					lower,
					known: ofDocument,
					baseline: baseline?.path,
				};
				known.set(uri, current);
				return current;
			}
		},
		forgetSettings: () => settings.clear(),
		close(uri) {
			settings.delete(uri);
			known.delete(uri);
		},
	};
}

function fromSettings({ lint, format, rules: settings }: Settings, log: Log): Configuration {
	const given = {
		preset: lint?.preset,
		shellcheck: lint?.shellcheck,
		formatOperators: format?.operators,
		formatArguments: format?.arguments,
	};
	const { configuration, problems } = readConfiguration(
		{ ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)), rules: settings },
		rules,
	);
	for (const { message, path } of problems) log.error(`The setting hullwright.${settingNameOf(path)} is not used: ${textOf(message)}`);
	return configuration;
}

/** What the settings call a key of configurations. */
function settingNameOf([key = "", ...rest]: readonly (string | number)[]): string {
	const name = String(key)
		.replace(/^format(?=[A-Z])/, "format.")
		.replace(/\.[A-Z]/, (letter) => letter.toLowerCase());
	return [name === "rules" || name.startsWith("format.") ? name : `lint.${name}`, ...rest].join(".");
}
