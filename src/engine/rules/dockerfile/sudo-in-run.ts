import { rootImageOf, stageOf } from "../../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { isRunByRoot } from "../../dockerfile/users.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { commandsOf, sourceOf } from "../../shell/commands.ts";
import { runsWith } from "../../shell/named-commands.ts";
import { nodesOf, toRange } from "../../shell/nodes.ts";
import { notHadolints } from "../as-hadolint.ts";
import { say } from "../../text/message.ts";
import { type Range, remove } from "../../text/text.ts";

export default dockerfileRule({
	id: "sudo-in-run",
	peers: {
		hadolint: [{ id: "DL3004", severity: "error" }],
		tally: ["hadolint/DL3004"],
		trivy: ["DS-0010"],
		checkov: ["CKV2_DOCKER_1"],
		kics: ["8ada6e80"],
		semgrep: ["no-sudo-in-dockerfile"],
		dockerfilelint: ["sudo_usage"],
		dockle: ["DKL-DI-0001"],
	},
	category: "security",
	severity: "warning",
	title: "`sudo` in a build",
	why: [
		"A build runs as root unless `USER` says otherwise, and then `sudo` does nothing but change the environment of what it starts.",
		"Where `USER` is another, `sudo` works because the image lets that user become root, and so does whoever takes over the container.",
		"`USER root` before the commands that need it, and the other user after them, says the same without leaving a door open.",
	],
	fixes: {
		safely: "Root runs the command, and the image is known to have no `sudo`, so that the build fails with it.",
		onRequest: "Root runs the command, or may run it.",
		never: "`sudo` has options, or `USER` is another.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN sudo apt-get update
			`,
			good: dockerfile`
				FROM debian:12
				RUN apt-get update
			`,
		},
	],
	needs: ["sudo"],

	check(file) {
		const problems: Problem[] = [];
		for (const run of runsWith(file, "sudo")) {
			const isRoot = isRunByRoot(file, run);
			for (const { sudo, rest, isHadolints } of sudosIn(file, run)) {
				const fix = rest && mayDrop(file, run) ? dropSudo(file, run, { start: sudo.start, end: rest.start }) : undefined;
				problems.push({
					at: sudo,
					message:
						!rest && isRoot
							? say`\`USER\` can change who runs this, without \`sudo\` in the image`
							: isRoot
								? say`root runs this anyway, so \`sudo\` has nothing to give`
								: say`\`sudo\` lets the image's user become root, in the container too`,
					...(fix && { fix }),
					...(!isHadolints && notHadolints),
				});
			}
		}
		return problems;
	},
});

type Sudo = { readonly sudo: Range; readonly rest: Range | undefined; readonly isHadolints: boolean };

function* sudosIn(file: Dockerfile, run: Instruction): Generator<Sudo> {
	if (run.json) {
		const [sudo] = run.args;
		if (sudo && /(?:^|\/)sudo$/.test(sudo.text)) yield { sudo, rest: undefined, isHadolints: true };
		return;
	}
	for (const { node, source } of nodesOf(file, run, "Command")) {
		if (!node.name || !/^(?:\/usr\/bin\/)?sudo$/.test(node.name.value)) continue;
		const [next] = node.suffix;
		const rest = next?.type === "Word" && !next.text.startsWith("-") ? toRange(source, next) : undefined;
		// Scripts in words, as of `sh -c`, it does not read.
		const isHadolints = node.name.value === "sudo" && source === sourceOf(file, run);
		yield { sudo: toRange(source, node.name), rest, isHadolints };
	}
}

/** Whether root runs the instruction as far as the file tells: nobody else is named. */
const mayDrop = (file: Dockerfile, run: Instruction): boolean => isRunByRoot(file, run) || !file.instructions.some(({ keyword }) => keyword === "USER");

function dropSudo(file: Dockerfile, run: Instruction, range: Range): Fix {
	const stage = stageOf(file, run);
	const isMissing = isRunByRoot(file, run) && withoutSudo.test((stage && rootImageOf(file, stage)) ?? "") && !installsSudo(file);
	const command = commandsOf(file, run).find(({ range: { start } }) => start === range.end);
	return { title: say`Remove \`sudo\``, edits: [remove(range)], safe: isMissing && (command?.isFatal ?? false) };
}

const withoutSudo = /^(?:docker\.io\/)?(?:library\/)?(?:alpine|debian|python|node|ruby|golang|rust|php|nginx|httpd|busybox|buildpack-deps)(?:[:@]|$)/;

const installsSudo = (file: Dockerfile): boolean =>
	runsWith(file, "sudo").some((run) => commandsOf(file, run).some(({ args }) => args.some(({ text }) => /^["']?sudo\b/.test(text))));
