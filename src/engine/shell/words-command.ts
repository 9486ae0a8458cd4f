import type { Range } from "../text/text.ts";
import type { PlainCommand } from "./plain-script.ts";
import type { CommandPlace, ShellAssignment, ShellCommand, ShellRedirect } from "./shell-command.ts";
import { ShellWord } from "./shell-word.ts";
import { nameOf } from "./tree-command.ts";

const none: readonly never[] = [];

/** A command of a script that was read without a tree; its words are made as those of `TreeCommand`. */
export class WordsCommand implements ShellCommand {
	readonly name: string | undefined;
	readonly program: ShellWord | undefined;
	readonly joint: ShellCommand["joint"];
	readonly isFatal: boolean;
	readonly exec = false;
	readonly inputs: readonly string[] = none;
	readonly place: CommandPlace;
	readonly #command: PlainCommand;
	#args: readonly ShellWord[] | undefined;

	constructor(command: PlainCommand, place: CommandPlace, joint: ShellCommand["joint"], isFatal: boolean) {
		this.#command = command;
		this.place = place;
		this.joint = joint;
		this.isFatal = isFatal;
		this.program = command.words.length > command.assignments * 2 ? this.#word(command.assignments) : undefined;
		this.name = nameOf(this.program);
	}

	#word(index: number): ShellWord {
		const { source } = this.place;
		const { words } = this.#command;
		const start = words[index * 2] ?? 0;
		return new ShellWord(source, source.text.slice(start, words[index * 2 + 1]), start);
	}

	get args(): readonly ShellWord[] {
		if (!this.#args) {
			const args: ShellWord[] = [];
			const { words, assignments } = this.#command;
			for (let index = assignments + 1; index * 2 < words.length; index++) args.push(this.#word(index));
			this.#args = args;
		}
		return this.#args;
	}

	get redirects(): readonly ShellRedirect[] {
		const { redirects } = this.#command;
		if (redirects.length === 0) return none;
		const { source } = this.place;
		return redirects.map(({ operator, start, end }) => ({ operator, target: new ShellWord(source, source.text.slice(start, end), start) }));
	}

	get assignments(): readonly ShellAssignment[] {
		const found: ShellAssignment[] = [];
		for (let index = 0; index < this.#command.assignments; index++) {
			const whole = this.#word(index);
			const equals = whole.text.indexOf("=");
			const word = whole.after(equals + 1);
			found.push({ name: whole.text.slice(0, equals), value: word.value, word });
		}
		return found.length > 0 ? found : none;
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
		const { words } = this.#command;
		const { program } = this;
		const start = program ? program.start : this.#word(0).start;
		return { start, end: this.#word(words.length / 2 - 1).end };
	}
}
