import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { configurationFileName, defaultConfiguration, overlayConfiguration, type Configuration } from "../engine/lint/configuration.ts";
import { isLeftOut } from "../engine/lint/path-patterns.ts";
import type { Preset } from "../engine/lint/presets.ts";
import { rules } from "../engine/rules/index.ts";
import { Lines } from "../engine/text/text.ts";
import { reason } from "./files.ts";

/** The configuration for a file; "left out" where it says to skip the file, "broken" where it cannot be used, which has been told. */
export type Found = Configuration | "left out" | "broken";

type ConfigurationFile = { readonly folder: string; readonly configuration: Configuration } | "none" | "broken";

/** Finds and reads configurations, each once. `path` is the one file to use for all, where given; the preset counts over what they say. */
export class Configurations {
	readonly #folders = new Map<string, ConfigurationFile>();
	readonly #path: string | undefined;
	readonly #upper: Configuration;
	readonly #complain: (message: string) => void;

	constructor(path: string | undefined, preset: Preset | undefined, complain: (message: string) => void) {
		this.#path = path;
		this.#upper = preset ? { ...defaultConfiguration, preset } : defaultConfiguration;
		this.#complain = complain;
	}

	async of(file: string): Promise<Found> {
		const path = resolve(file);
		const found = this.#path === undefined ? await this.#nearest(dirname(path)) : await this.#given(this.#path);
		if (found === "broken") return found;
		if (found === "none") return this.#upper;
		return isLeftOut(relative(found.folder, path).split(sep).join("/"), found.configuration) ? "left out" : found.configuration;
	}

	async #given(path: string): Promise<ConfigurationFile> {
		const known = this.#folders.get("");
		if (known) return known;
		let found = await this.#read(path);
		if (found === "none") {
			this.#complain(`${path}: no such file or directory`);
			found = "broken";
		}
		this.#folders.set("", found);
		return found;
	}

	async #nearest(folder: string): Promise<ConfigurationFile> {
		const known = this.#folders.get(folder);
		if (known) return known;
		const parent = dirname(folder);
		let found = await this.#read(join(folder, configurationFileName));
		if (found === "none" && parent !== folder) found = await this.#nearest(parent);
		this.#folders.set(folder, found);
		return found;
	}

	async #read(path: string): Promise<ConfigurationFile> {
		// Asked for in every folder, where a failing read costs more than linting a file.
		if (!existsSync(path)) return "none";
		let text: string;
		try {
			text = readFileSync(path, "utf8");
		} catch (error) {
			this.#complain(`${path}: ${reason(error)}`);
			return "broken";
		}
		// Only now, for it brings a YAML parser.
		const { parseConfiguration } = await import("../engine/lint/configuration-file.ts");
		const { configuration, problems } = parseConfiguration(text, rules);
		if (problems.length === 0) return { folder: dirname(resolve(path)), configuration: overlayConfiguration(this.#upper, configuration) };
		const lines = new Lines(text);
		for (const { message, at } of problems) {
			const { line, column } = lines.positionAt(at.start);
			this.#complain(`${relative(".", path) || path}:${line + 1}:${column + 1}: ${message}`);
		}
		return "broken";
	}
}
