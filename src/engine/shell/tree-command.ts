import type { Command as CommandNode } from "unbash";
import type { Range } from "../text/text.ts";
import type { CommandPlace, ShellAssignment, ShellCommand, ShellRedirect } from "./shell-command.ts";
import { ShellWord } from "./shell-word.ts";

/** What a command has from the text around it. */
export type Standing = Pick<ShellCommand, "joint" | "isFatal">;

/** A command of a script. Its words are made when somebody asks for them: rules look closely at few commands, and of most they read the name alone. */
export class TreeCommand implements ShellCommand {
	readonly name: string | undefined;
	readonly program: ShellWord | undefined;
	readonly joint: ShellCommand["joint"];
	readonly isFatal: boolean;
	readonly exec = false;
	readonly place: CommandPlace;
	readonly #node: CommandNode;
	#args: readonly ShellWord[] | undefined;
	#redirects: readonly ShellRedirect[] | undefined;
	#assignments: readonly ShellAssignment[] | undefined;

	constructor(node: CommandNode, place: CommandPlace, { joint, isFatal }: Standing) {
		this.#node = node;
		this.place = place;
		this.joint = joint;
		this.isFatal = isFatal;
		this.program = node.name && new ShellWord(place.source, node.name.text, node.name.pos, node.name);
		this.name = nameOf(this.program);
	}

	get args(): readonly ShellWord[] {
		if (!this.#args) {
			const { source } = this.place;
			const args: ShellWord[] = [];
			for (const part of this.#node.suffix) {
				if (part.type === "Word") args.push(new ShellWord(source, part.text, part.pos, part));
				else if (part.type === "Assignment") args.push(new ShellWord(source, part.text, part.pos));
			}
			this.#args = args;
		}
		return this.#args;
	}

	get redirects(): readonly ShellRedirect[] {
		if (!this.#redirects) {
			const { source } = this.place;
			const redirects: ShellRedirect[] = [];
			for (const part of [...this.#node.prefix, ...this.#node.suffix]) {
				if ((part.type !== "Redirect" && part.type !== "HereString") || !part.target) continue;
				redirects.push({ operator: part.operator, target: new ShellWord(source, part.target.text, part.target.pos, part.target) });
			}
			this.#redirects = redirects;
		}
		return this.#redirects;
	}

	get inputs(): readonly string[] {
		return [...this.#node.prefix, ...this.#node.suffix].flatMap((part) => (part.type === "HereDoc" ? [part.body.text] : []));
	}

	get assignments(): readonly ShellAssignment[] {
		if (!this.#assignments) {
			const { source } = this.place;
			const assignments: ShellAssignment[] = [];
			for (const part of this.#node.prefix) {
				if (part.type !== "Assignment") continue;
				const { name, value, append } = part;
				const word = value.type === "Word" && !append ? new ShellWord(source, value.text, value.pos, value) : undefined;
				assignments.push({ name, value: word?.value, ...(word && { word }) });
			}
			this.#assignments = assignments;
		}
		return this.#assignments;
	}

	get wrappers(): readonly string[] {
		return this.place.wrappers;
	}

	get conditional(): boolean {
		return this.place.branch !== undefined;
	}

	get subshell(): boolean {
		return this.place.process.parent !== undefined;
	}

	get range(): Range {
		const { program, args } = this;
		if (program) return { start: program.start, end: (args.at(-1) ?? program).end };
		const { source } = this.place;
		return { start: source.toDocument(this.#node.pos), end: source.toDocument(this.#node.end - 1) + 1 };
	}
}

type Parts = Pick<ShellCommand, "args" | "assignments" | "redirects" | "inputs" | "exec"> & Standing & { readonly program: ShellWord };

/** The command that these words are; what else it has comes from the command that starts it. */
export const fromWords = ({ program, args, assignments, redirects, inputs, exec, joint, isFatal }: Parts, place: CommandPlace): ShellCommand => ({
	name: nameOf(program),
	program,
	args,
	assignments,
	redirects,
	inputs,
	exec,
	joint,
	isFatal,
	place,
	wrappers: place.wrappers,
	conditional: place.branch !== undefined,
	subshell: place.process.parent !== undefined,
	range: { start: program.start, end: (args.at(-1) ?? program).end },
});

/** A variable may name the folder, as in `$VENV/bin/pip`, but not the program. */
export function nameOf(program: ShellWord | undefined): string | undefined {
	const value = program?.value;
	if (value !== undefined) return lastPart(value);
	return /\/"?([\w.+-]+)"?$/.exec(program?.text ?? "")?.[1];
}

/** A path's, which is all of what is no path. */
export const lastPart = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
