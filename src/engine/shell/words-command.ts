import type { Range } from "../text/text.ts";
import type { PlainCommand } from "./plain-script.ts";
import type { CommandPlace, ShellAssignment, ShellCommand, ShellRedirect } from "./shell-command.ts";
import { ShellWord } from "./shell-word.ts";
import { lastPart, nameOf } from "./tree-command.ts";

const none: readonly never[] = [];

/** A command of a script that was read without a tree; its words are made as those of `TreeCommand`. */
export class WordsCommand implements ShellCommand {
	readonly name: string | undefined;
	readonly joint: ShellCommand["joint"];
	readonly isFatal: boolean;
	readonly place: CommandPlace;
	readonly #command: PlainCommand;
	#program: ShellWord | undefined;
	#args: readonly ShellWord[] | undefined;

	constructor(command: PlainCommand, place: CommandPlace, joint: ShellCommand["joint"], isFatal: boolean) {
		this.#command = command;
		this.place = place;
		this.joint = joint;
		this.isFatal = isFatal;
		const { words, assignments } = command;
		const end = words[assignments * 2 + 1] ?? 0;
		// A word that is its own value gives the name away without being made.
		this.name = end > 0 ? lastPart(place.source.text.slice(words[assignments * 2], end)) : nameOf(this.program);
	}

	get program(): ShellWord | undefined {
		const { words, assignments } = this.#command;
		if (words.length <= assignments * 2) return undefined;
		return (this.#program ??= this.#word(assignments));
	}

	#word(index: number): ShellWord {
		const { source } = this.place;
		const { words } = this.#command;
		const start = words[index * 2] ?? 0;
		const end = words[index * 2 + 1] ?? 0;
		return end > 0 ? ShellWord.plain(source, source.text.slice(start, end), start) : new ShellWord(source, source.text.slice(start, -end), start);
	}

	get args(): readonly ShellWord[] {
		if (!this.#args) {
			const { words, assignments } = this.#command;
			const count = words.length / 2 - assignments - 1;
			if (count <= 0) return (this.#args = none);
			// Of its length from the start: a list that grows takes up several times as much.
			const args = new Array<ShellWord>(count);
			for (let index = 0; index < count; index++) args[index] = this.#word(assignments + 1 + index);
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

	get exec(): false {
		return false;
	}

	get inputs(): readonly string[] {
		return none;
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
