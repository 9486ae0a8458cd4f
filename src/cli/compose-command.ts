import { relative, resolve } from "node:path";
import { type Graph, graphOf } from "../engine/compose/graph/graph.ts";
import { toDot } from "../engine/compose/graph/to-dot.ts";
import { toMermaid } from "../engine/compose/graph/to-mermaid.ts";
import type { Plain } from "../engine/compose/print/shapes.ts";
import { projectYaml } from "../engine/compose/print/project-yaml.ts";
import type { Refusal } from "../engine/compose/refusal.ts";
import { lineText, runLineOf } from "../engine/language/compose/containers/to-run.ts";
import { type Message, say, textOf } from "../engine/text/message.ts";
import { findSimilar } from "../engine/text/similar.ts";
import { Lines } from "../engine/text/text.ts";
import { findProject } from "../files/compose-project.ts";
import { createDisk } from "../files/disk.ts";
import { exitCodes, noChoice, UsageError, withoutControls, type Terminal } from "./terminal.ts";

export type ComposeOptions = {
	/** What is done with the project: `config`, `graph`, or `run-line` and a service. */
	readonly words: readonly string[];
	/** Empty: as `docker compose` finds them. */
	readonly files: readonly string[];
	readonly environmentFiles: readonly string[];
	readonly profiles: readonly string[];
	/** Undefined: the first of the action's formats. */
	readonly format: string | undefined;
};

const formats = { config: ["yaml", "json"], graph: ["mermaid", "dot", "svg"], "run-line": [] } as const;

/**
 * `hullwright compose config`: the project as `docker compose config` resolves it, without Docker; `hullwright compose graph`: how its services hang together.
 * `hullwright compose run-line SERVICE`: a service as `docker run` makes it. Or why it is refused, with the places that are to blame.
 */
export async function composeCommand({ words, files, environmentFiles, profiles, format }: ComposeOptions, terminal: Terminal): Promise<number> {
	const [action, service, foreign = action === "run-line" ? undefined : service] = words;
	if (action === undefined) throw new UsageError(say`compose needs to be told what to do: compose config, compose graph or compose run-line SERVICE`);
	if (action !== "config" && action !== "graph" && action !== "run-line")
		throw new UsageError(say`compose has no "${action}"; did you mean ${findSimilar(action, Object.keys(formats)) ?? "config"}?`);
	if (foreign !== undefined) throw new UsageError(say`compose ${action} takes no arguments; a file is named by -f ${foreign}`);
	if (action === "run-line" && service === undefined) throw new UsageError(say`compose run-line needs the name of a service`);
	if (action === "run-line" && format !== undefined) throw new UsageError(say`compose run-line has one format, that of a shell`);
	if (format !== undefined && !(formats[action] as readonly string[]).includes(format)) throw new UsageError(noChoice("format", format, formats[action]));
	// What comes in stands for a file of the current folder.
	const input = files.includes("-") ? (await terminal.readInput()).toString("utf8") : undefined;
	const disk = createDisk((path) => (path === resolve("-") ? input : undefined));
	const found = findProject({ paths: files, environmentFiles, profiles, folder: process.cwd(), variables: process.env }, disk);
	const complain = (message: Message): void => terminal.complain(withoutControls(textOf(message, terminal.catalogue)));
	if ("problem" in found) {
		complain(found.problem);
		return exitCodes.findings;
	}
	const { refusals, unset, plain, name, model } = found.project;
	for (const { name } of unset) complain(say`the variable ${name} is not set, and so it is empty`);
	for (const refusal of refusals) complain(placed(refusal, disk));
	if (plain === undefined) return exitCodes.findings;
	if (action === "graph") {
		terminal.write(
			await toPicture(
				graphOf(name, model, (origin) => origin),
				format,
			),
		);
		return exitCodes.clean;
	}
	if (action === "run-line") return printRunLine(plain, service, terminal, complain);
	// A `$` would be a variable where the output is read again.
	terminal.write(format === "json" ? `${JSON.stringify(plain, undefined, 2).replaceAll("$", "$$$$")}\n` : projectYaml(plain).replaceAll("$", "$$$$"));
	return exitCodes.clean;
}

async function toPicture(graph: Graph, format: string | undefined): Promise<string> {
	if (format === "dot") return toDot(graph);
	if (format !== "svg") return toMermaid(graph);
	const { toSvg } = await import("../engine/compose/graph/to-svg.ts");
	return toSvg(graph);
}

/** A service as the `docker run` that makes such a container; what it cannot say is told beside. */
function printRunLine(project: Plain, service: string | undefined, terminal: Terminal, complain: (message: Message) => void): number {
	const line = runLineOf(project, service ?? "");
	if (!line) {
		complain(say`the project has no service ${service ?? ""}`);
		return exitCodes.findings;
	}
	for (const note of line.notes) complain(note);
	terminal.write(`${lineText(line)}\n`);
	return exitCodes.clean;
}

function placed({ at: { file, at }, message }: Refusal, disk: ReturnType<typeof createDisk>): Message {
	const reading = disk.read(file, { mostMebibytes: 10 });
	const shown = relative(process.cwd(), file) || file;
	if (!reading || "problem" in reading) return say`${shown}: ${message}`;
	const lines = new Lines(reading.text);
	const line = lines.lineAt(at.start);
	return say`${shown}:${line + 1}:${at.start - (lines.starts[line] ?? 0) + 1}: ${message}`;
}
