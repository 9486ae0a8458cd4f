import { stageOf } from "../../dockerfile/stages.ts";
import { stateBefore } from "../../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { commandsOf } from "../../shell/commands.ts";
import { dialectOf } from "../../shell/dialect.ts";
import { knowsPipefail, pipesWithoutPipefail } from "../../shell/pipefail.ts";
import { unlessTrigger } from "../as-hadolint.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";
import { lineBreakIn } from "../../text/line-break.ts";

export default dockerfileRule({
	id: "pipe-without-pipefail",
	peers: {
		hadolint: ["DL4006"],
		tally: ["hadolint/DL4006"],
		kics: ["efbf148a"],
		semgrep: ["set-pipefail"],
	},
	category: "correctness",
	severity: "warning",
	title: "What fails before a pipe goes unnoticed",
	why: [
		"A pipe succeeds when its last command does: `curl … | sh` is content when the download has failed and there is nothing to run.",
		"The build goes on and makes an image in which something is missing.",
		"With the shell's option `pipefail` the failure of any of the commands is the pipe's.",
	],
	options: {
		inScript: { default: true, hadolint: false, description: "Heed also `pipefail` that a script sets, or the `SHELL` of the stage that a stage begins with." },
		everyPipe: {
			default: false,
			strict: true,
			hadolint: true,
			description: "Report also pipes from commands that hardly ever fail, and those whose failure is handled.",
		},
	},
	fixes: {
		onRequest: "The shell is known to have the option, or Bash is there and becomes the shell of the stage.",
		never: "The shell is not known, or an earlier pipe of the stage has the fix for both.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM alpine:3.22
				RUN wget -qO- https://example.com/install.sh | sh
			`,
			good: dockerfile`
				FROM alpine:3.22
				RUN set -o pipefail && wget -qO- https://example.com/install.sh | sh
			`,
		},
	],
	needs: ["|"],

	check(file, { options: { everyPipe, inScript } }) {
		const problems: Problem[] = [];
		let last: Instruction | undefined;
		let mended: object | undefined;
		for (const { run, from, to } of pipesWithoutPipefail(file, inScript)) {
			if (run === last) continue;
			const at = from.program ?? from.range;
			if (!everyPipe && (!mayFail.test(from.name ?? "") || !to.isFatal || (run.startLine === 0 && !to.program))) continue;
			last = run;
			const stage = stageOf(file, run);
			const fix = setPipefail(file, run) ?? (stage && stage !== mended ? useBash(file, run) : undefined);
			if (fix && !knowsPipefail(file, run)) mended = stage;
			problems.push({
				at,
				message: say`when \`${from.name ?? from.program?.text ?? "…"}\` fails, the pipe to \`${to.name ?? to.program?.text ?? "…"}\` hides it`,
				...(fix && { fix }),
				...unlessTrigger(run),
			});
		}
		return problems;
	},
});

/** Programs that fetch, unpack or build, and that others wait for. */
const mayFail =
	/^(?:curl|wget|aria2c|git|svn|hg|gpg2?|gpgv|openssl|tar|unzip|gunzip|zcat|xzcat|bzcat|base64|mysqldump|pg_dump|make|cmake|mvn|gradle|go|cargo|pip[\d.]*|npm|npx|yarn|pnpm|composer|php|node|ruby|python[\d.]*|aws|gsutil|kubectl|helm|docker)$/;

function setPipefail(file: Dockerfile, run: Instruction): Fix | undefined {
	if (!knowsPipefail(file, run) || run.heredocs.length > 0) return undefined;
	if (commandsOf(file, run).some(({ name, place, args }) => place.isBackground || (name === "set" && args.some(({ value }) => value === "pipefail"))))
		return undefined;
	return { title: say`Begin with \`set -o pipefail\``, edits: [insert(run.argsRange.start, "set -o pipefail && ")], safe: false };
}

/** Debian's own \`sh\` does not know the option, but there is Bash. */
function useBash(file: Dockerfile, run: Instruction): Fix | undefined {
	const { shellInstruction } = stateBefore(file, run);
	if (run.startLine === 0 || shellInstruction || dialectOf(file, run, { parent: undefined, shell: undefined }) !== "dash") return undefined;
	const lineEnd = lineBreakIn(file.text);
	const edit = insert(run.range.start, `SHELL ["/bin/bash", "-o", "pipefail", "-c"]${lineEnd}`);
	return { title: say`Use Bash with \`pipefail\` from here on`, edits: [edit], safe: false };
}
