import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { configurationFileName } from "../engine/lint/configuration.ts";
import { rules } from "../engine/rules/index.ts";
import { type Message, say, textOf } from "../engine/text/message.ts";
import { reason } from "../files/reason.ts";
import { writeText } from "./files.ts";
import { exitCodes, UsageError, withoutControls, type Terminal } from "./terminal.ts";

export type MigrateOptions = {
	/** Empty: the one in the current folder. */
	readonly paths: readonly string[];
	readonly isDry: boolean;
	readonly overwrites: boolean;
};

/** `hullwright migrate [FILE]`: writes a `.hullwright.yaml` beside hadolint's or tally's configuration, and tells what is not carried over. */
export async function migrateCommand({ paths, isDry, overwrites }: MigrateOptions, terminal: Terminal): Promise<number> {
	// Only now, for it brings parsers.
	const { foreignNames, migrate } = await import("../engine/migrate/migrate.ts");
	if (paths.length > 1) throw new UsageError(say`migrate takes one file`);
	const complain = (message: Message): void => terminal.complain(withoutControls(textOf(message, terminal.catalogue)));
	const found = paths.length > 0 ? paths : foreignNames.filter((name) => existsSync(name));
	const [path] = found;
	if (path === undefined) throw new UsageError(say`there is none of ${foreignNames.join(", ")} here; name the file`);
	if (found.length > 1) throw new UsageError(say`there are ${found.join(", ")}; name one of them`);
	const text = textAt(path, complain);
	if (text === undefined) return exitCodes.trouble;
	const migration = migrate(basename(path), text, rules);
	if (!migration) throw new UsageError(say`${path} is neither hadolint's configuration nor tally's, by its name`);
	for (const { message, line, column } of migration.leftOut) {
		const place = line === undefined ? path : `${path}:${line}:${column ?? 1}`;
		complain(migration.text === undefined ? say`${place}: ${message}` : say`${place}: not carried over: ${message}`);
	}
	if (migration.text === undefined) return exitCodes.trouble;
	if (isDry) {
		terminal.write(migration.text);
		return exitCodes.clean;
	}
	const target = join(dirname(path), configurationFileName);
	if (existsSync(target) && !overwrites) {
		complain(say`${target} is there already; --force overwrites it, --dry-run prints what would be in it`);
		return exitCodes.trouble;
	}
	const problem = writeText(target, migration.text);
	if (problem !== undefined) {
		complain(problem);
		return exitCodes.trouble;
	}
	terminal.write(`${withoutControls(textOf(say`${target}: written from ${path}, which may go now`, terminal.catalogue))}\n`);
	return exitCodes.clean;
}

function textAt(path: string, complain: (message: Message) => void): string | undefined {
	try {
		return readFileSync(path, "utf8");
	} catch (error) {
		complain(say`${path}: ${reason(error)}`);
		return undefined;
	}
}
