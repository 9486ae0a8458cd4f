import type { Connection } from "vscode-languageserver";
import type { ShellScript } from "../engine/lint/shellcheck.ts";
import { type Catalogue, type Message, plainTextOf, textOf } from "../engine/text/message.ts";
import { createShellcheck, type Shellcheck, usualProgram } from "../files/shellcheck.ts";
import type { Linted } from "./analysis.ts";
import type { DocumentConfiguration } from "./configurations.ts";

export type Shellchecks = {
	/** The program that is to look at a document; undefined where that is not wanted, or the workspace is not trusted. */
	of(configuration: DocumentConfiguration): Shellcheck | undefined;
	/** Has it look at what it does not know yet, one document after the other; of a document that changes meanwhile the newest scripts count. */
	ask(uri: string, analysis: Linted): void;
};

/** Runs the user's own ShellCheck beside the answers to the client, which do not wait for it. `onAnswer` is told whose scripts it knows now. */
export function createShellchecks(
	{ console: log, window }: Connection,
	{ isTrusted, catalogue }: { isTrusted(): boolean; catalogue(): Catalogue | undefined },
	onAnswer: (uri: string) => void,
): Shellchecks {
	const programs = new Map<string, Shellcheck>();
	const waiting = new Map<string, { readonly shellcheck: Shellcheck; readonly scripts: readonly ShellScript[] }>();
	const told = new Set<string>();
	let isBusy = false;

	function programFor({ configuration, shellcheckPath = usualProgram }: DocumentConfiguration): Shellcheck | undefined {
		if (!configuration.shellcheck || !isTrusted()) return undefined;
		const program = programs.get(shellcheckPath) ?? createShellcheck(shellcheckPath);
		programs.set(shellcheckPath, program);
		return program;
	}

	function tell(problem: Message): void {
		const text = textOf(problem);
		if (told.has(text)) return;
		told.add(text);
		log.error(text);
		window.showWarningMessage(plainTextOf(problem, catalogue()));
	}

	async function work(): Promise<void> {
		if (isBusy) return;
		isBusy = true;
		for (;;) {
			const [next] = waiting;
			if (!next) break;
			const [uri, { shellcheck, scripts }] = next;
			waiting.delete(uri);
			const problem = await shellcheck.ask(scripts);
			if (problem) tell(problem);
			onAnswer(uri);
		}
		isBusy = false;
	}

	return {
		of: programFor,
		ask(uri, { unasked, configuration }) {
			const shellcheck = unasked.length > 0 ? programFor(configuration) : undefined;
			if (!shellcheck) return;
			waiting.set(uri, { shellcheck, scripts: unasked });
			// Nothing in it rejects.
			void work();
		},
	};
}
