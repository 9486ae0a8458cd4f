import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
	excludedCodes,
	parseShellcheck,
	type ShellcheckComment,
	type ShellcheckProblem,
	shellcheckProblems,
	type ShellScript,
} from "../engine/lint/shellcheck.ts";
import { type Message, say } from "../engine/text/message.ts";
import { reason } from "./reason.ts";

/** The user's own ShellCheck. What it says of a script is kept by the script's text. Nothing here throws. */
export type Shellcheck = {
	/** What is known of the scripts without asking. */
	known(scripts: readonly ShellScript[]): readonly ShellcheckProblem[];
	/** Those about which it has yet to be asked. Where that was in vain it is not tried again. */
	unasked(scripts: readonly ShellScript[]): readonly ShellScript[];
	/** Runs the program over those: all that one shell is for in one process. Gives what was in the way. */
	ask(scripts: readonly ShellScript[]): Promise<Message | undefined>;
};

/** Searched for on the PATH. */
export const usualProgram = "shellcheck";

/** So many scripts are remembered. */
const mostScripts = 5000;

/** `program` is a path, or a name on the PATH. Who runs longer than `mostSeconds` is ended. */
export function createShellcheck(program: string, mostSeconds = 10): Shellcheck {
	const known = new Map<string, readonly ShellcheckComment[]>();
	/** Those that came to grief. */
	const failed = new Set<string>();

	function remember(key: string, comments: readonly ShellcheckComment[]): void {
		const [oldest] = known.keys();
		if (known.size >= mostScripts && oldest !== undefined) known.delete(oldest);
		known.set(key, comments);
	}

	async function askIn(shell: ShellScript["shell"], texts: readonly string[]): Promise<Message | undefined> {
		const said = await run({ program, mostSeconds }, shell, texts);
		for (const [index, text] of texts.entries()) {
			if ("problem" in said) failed.add(keyOf({ shell, text }));
			else remember(keyOf({ shell, text }), said.comments.get(String(index)) ?? []);
		}
		return "problem" in said ? said.problem : undefined;
	}

	const unasked = (scripts: readonly ShellScript[]): readonly ShellScript[] =>
		scripts.filter((script) => !known.has(keyOf(script)) && !failed.has(keyOf(script)));

	return {
		unasked,
		known: (scripts) => scripts.flatMap((script) => shellcheckProblems(script, known.get(keyOf(script)) ?? [])),
		async ask(scripts) {
			const texts = new Map<ShellScript["shell"], Set<string>>();
			for (const { shell, text } of unasked(scripts)) texts.set(shell, (texts.get(shell) ?? new Set()).add(text));
			let problem: Message | undefined;
			for (const [shell, each] of texts) problem = (await askIn(shell, [...each])) ?? problem;
			return problem;
		},
	};
}

const keyOf = ({ shell, text }: Pick<ShellScript, "shell" | "text">): string => `${shell} ${text}`;

type Program = { readonly program: string; readonly mostSeconds: number };

/** Comments by the number of the script. */
type Outcome = { readonly comments: ReadonlyMap<string, readonly ShellcheckComment[]> } | { readonly problem: Message };

/** In a folder of its own: there is nothing but the scripts, so that no program and no settings of a project are taken for the user's. */
async function run(how: Program, shell: ShellScript["shell"], texts: readonly string[]): Promise<Outcome> {
	let folder: string | undefined;
	try {
		folder = await mkdtemp(join(tmpdir(), "hullwright-shellcheck-"));
		for (const [index, text] of texts.entries()) await writeFile(join(folder, String(index)), text);
		const said = await start(how, shell, texts.length, folder);
		// Versions before 0.10 do not know this shell, and dash is what they take for it.
		return "problem" in said && said.isMisunderstood && shell === "busybox" ? await start(how, "dash", texts.length, folder) : said;
	} catch (error) {
		return { problem: say`ShellCheck is switched on, and its scripts cannot be written to a temporary folder: ${reason(error)}` };
	} finally {
		if (folder !== undefined) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
	}
}

/** Exit codes with which ShellCheck has understood what it was to do: nothing found, something found. */
const understood = new Set<unknown>([undefined, 1]);
/** An option or its value is unknown to it. */
const misunderstood = new Set<unknown>([3, 4]);

function start({ program, mostSeconds }: Program, shell: string, count: number, folder: string): Promise<Outcome & { readonly isMisunderstood?: boolean }> {
	const options = ["--format=json1", "--norc", `--exclude=${excludedCodes.join(",")}`, `--shell=${shell}`];
	const names = Array.from({ length: count }, (_, index) => String(index));
	const limits = { timeout: mostSeconds * 1000, killSignal: "SIGKILL", maxBuffer: 64 * 2 ** 20, windowsHide: true } as const;
	return new Promise((done) => {
		execFile(program, [...options, ...names], { cwd: folder, ...limits }, (error, output, complaints) => {
			const comments = understood.has(error?.code ?? undefined) && !error?.killed ? parseShellcheck(output) : undefined;
			if (comments) done({ comments });
			else done({ problem: problemOf({ program, mostSeconds }, error, complaints), isMisunderstood: misunderstood.has(error?.code) });
		});
	});
}

function problemOf(
	{ program, mostSeconds }: Program,
	error: (Error & { readonly code?: unknown; readonly killed?: boolean }) | null,
	complaints: string,
): Message {
	if (error?.code === "ENOENT")
		return say`ShellCheck is switched on, and there is no program \`${program}\`; install it (https://www.shellcheck.net), or take \`shellcheck\` out of the configuration`;
	if (error?.killed) return say`ShellCheck is switched on, and it was ended, for it took more than ${mostSeconds} seconds`;
	if (typeof error?.code === "string") return say`ShellCheck is switched on, and \`${program}\` cannot be started: ${reason(error)}`;
	const [said = ""] = complaints.trim().split("\n");
	return said === ""
		? say`ShellCheck is switched on, and \`${program}\` did not answer in its format json1, which it has from version 0.7 on`
		: say`ShellCheck is switched on, and \`${program}\` failed: ${said}`;
}
