import { type Copy, copiesOf, placeOf } from "../../dockerfile/copies.ts";
import type { Source } from "../../dockerfile/sources.ts";
import { stagesOf } from "../../dockerfile/stages.ts";
import { startingInstructions } from "../../dockerfile/start.ts";
import { joinPaths, stateAtEnd } from "../../dockerfile/state.ts";
import type { Dockerfile, Word } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { runsWith } from "../../shell/named-commands.ts";
import { isShell } from "../../shell/wrappers.ts";
import { say } from "../../text/message.ts";
import { contextPath } from "../build-context.ts";

export default dockerfileRule({
	id: "copied-script-not-runnable",
	category: "correctness",
	severity: "error",
	title: "The script that starts the container cannot be run",
	why: [
		"With line ends of Windows the system looks for an interpreter whose name ends in a carriage return, and says *no such file or directory* of a script that is there.",
		"Without a `#!` line it does not know what should run the script: *exec format error*.",
	],
	fixes: { never: "The script itself has to be mended." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				COPY start.sh /start.sh
				ENTRYPOINT ["/start.sh"]
			`,
			good: dockerfile`
				FROM debian:12
				COPY start.sh /start.sh
				ENTRYPOINT ["/bin/sh", "/start.sh"]
			`,
			files: { "start.sh": "exec sleep infinity\n" },
		},
	],

	needs: ["ENTRYPOINT", "CMD"],
	check(file, { files }) {
		const stage = stagesOf(file).at(-1);
		if (!stage) return none;
		const problems: Problem[] = [];
		const { workdir } = stateAtEnd(file, stage);
		for (const { json, args } of startingInstructions(file, stage).slice(0, 1)) {
			const [program, script] = args;
			if (!json || !program) continue;
			const isGivenToShell = isShell(program.text.slice(program.text.lastIndexOf("/") + 1));
			const word = isGivenToShell ? script : program;
			const copied = word && /\//.test(word.text) ? findCopied(file, joinPaths(workdir, word.text)) : undefined;
			if (!word || !copied || isMended(file, word)) continue;
			const text = files.text(copied);
			const message = text === undefined ? undefined : messageOf(text, copied, isGivenToShell);
			if (message) problems.push({ at: word, message });
		}
		return problems;
	},
});

const none: readonly Problem[] = [];

/** The file of the context that comes to lie there last. */
function findCopied(file: Dockerfile, path: string | undefined): string | undefined {
	if (path === undefined) return undefined;
	const last = copiesOf(file).findLast((copy) => copy.sources.some((source) => isThere(copy, source, path)));
	if (!last?.isFromContext || last.stage !== stagesOf(file).at(-1)) return undefined;
	const source = last.sources.find((each) => isThere(last, each, path));
	return source?.kind === "file" && source.value !== undefined ? contextPath(source.value) : undefined;
}

const isThere = (copy: Copy, source: Source, path: string): boolean => placeOf(copy, source) === path;

/** Whether a RUN may have changed the line ends or the text. */
const isMended = (file: Dockerfile, { text }: Word): boolean =>
	runsWith(file, "dos2unix", "sed ", "tr -d", "fromdos").some(({ logical }) => /dos2unix|fromdos|\\r|\r|\^M/.test(logical.text) || logical.text.includes(text));

function messageOf(text: string, path: string, isGivenToShell: boolean): Problem["message"] | undefined {
	if (text.includes("\0")) return undefined;
	const first = text.slice(0, text.indexOf("\n") + 1);
	if (first.endsWith("\r\n") && (first.startsWith("#!") || isGivenToShell)) return say`\`${path}\` has line ends of Windows, with which it cannot be run`;
	// What has another extension may be a program of any kind.
	const hasMark = text.startsWith("#!");
	return !isGivenToShell && !hasMark && /\.(?:sh|bash)$/.test(path) && text.trim() !== ""
		? say`\`${path}\` has no \`#!\` line, so the system does not know what runs it`
		: undefined;
}
