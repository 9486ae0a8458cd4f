import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { type Call, callsByRun, hasOption, insertAfter } from "../../shell/calls.ts";
import { commandsOf } from "../../shell/commands.ts";
import { isMounted } from "../../dockerfile/mounts.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import { remove } from "../../text/text.ts";
import { isShipped } from "../../dockerfile/shipped-stages.ts";
import { everyStage } from "../every-stage.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "apk-leftover-cache",
	formerIds: ["apk-no-cache"],
	peers: {
		hadolint: ["DL3019"],
		trivy: ["DS-0025"],
		kics: ["ae9c56a6"],
		semgrep: ["missing-apk-no-cache"],
		dockle: ["DKL-DI-0004"],
		dockerfilelint: ["apkadd-missing_nocache_or_updaterm"],
	},
	category: "size",
	severity: "info",
	title: "apk's package index stays in the image",
	why: [
		"Without `--no-cache`, apk stores the index of all packages in `/var/cache/apk`, and it stays in the image for no use.",
		"With `--no-cache` it fetches a fresh index, so that no update is needed before, and keeps nothing.",
	],
	options: { everyStage },
	examples: [
		{
			bad: dockerfile`
				FROM alpine:3.20
				RUN apk add curl
			`,
			good: dockerfile`
				FROM alpine:3.20
				RUN apk add --no-cache curl
			`,
		},
		{
			bad: dockerfile`
				FROM alpine:3.20
				RUN apk update && apk add --no-cache curl
			`,
			good: dockerfile`
				FROM alpine:3.20
				RUN apk add --no-cache curl
			`,
		},
	],

	*check(file, { options: { everyStage } }) {
		for (const [instruction, calls] of callsByRun(file, "apk")) {
			const commands = commandsOf(file, instruction);
			const adds = calls.filter(({ subcommand }) => subcommand === "add");
			if (adds.length === 0 || (!everyStage && !isShipped(file, instruction)) || isCleaned(file, instruction, commands)) continue;
			const caching = adds.filter((call) => !call.isOpen && !hasOption(call, "--no-cache", "--no-network", "--root", "-p", "--cache-dir", "--simulate", "-s"));
			const update = calls.find((call) => call.subcommand === "update" && !hasOption(call, "--no-cache", "--root", "-p"));
			const redundant = update && redundantText(file, update, commands);
			for (const [index, { command, word, range }] of caching.entries()) {
				const edits = [insertAfter(command, word, "--no-cache")];
				if (index === 0 && redundant) edits.unshift(remove(redundant));
				yield {
					at: range,
					message: say`\`apk add\` without \`--no-cache\` leaves the package index in the image`,
					fix: { title: index === 0 && redundant ? say`Add \`--no-cache\` and remove \`apk update\`` : say`Add \`--no-cache\``, edits, safe: true },
				};
			}
			if (!update || caching.length > 0 || !adds.every((call) => hasOption(call, "--no-cache"))) continue;
			yield {
				at: update.range,
				message: say`\`apk update\` leaves the package index in the image, and \`apk add --no-cache\` does without it`,
				...(redundant && { fix: { title: say`Remove \`apk update\``, edits: [remove(redundant)], safe: true } }),
			};
		}
	},
});

function isCleaned(file: Dockerfile, instruction: Instruction, commands: readonly ShellCommand[]): boolean {
	if (isMounted(file, instruction, "/var/cache/apk") || isMounted(file, instruction, "/etc/apk/cache")) return true;
	return commands.some(
		({ name, args }) => (name === "rm" || name === "find") && args.some(({ text }) => /\/var\/(?:cache\/?(?:$|["'*{]|apk)|\*|\{[^}]*cache)/.test(text)),
	);
}

/** From the update to the call of apk that follows it, where nothing else stands between. */
function redundantText({ text }: Dockerfile, { command }: Call, commands: readonly ShellCommand[]) {
	const next = commands[commands.indexOf(command) + 1];
	if (next?.name !== "apk" || (next.joint !== "&&" && next.joint !== ";") || command.exec || command.wrappers.length + next.wrappers.length > 0)
		return undefined;
	if (next.conditional !== command.conditional || next.subshell !== command.subshell || next.assignments.length > 0 || command.assignments.length > 0)
		return undefined;
	const range = { start: command.range.start, end: next.range.start };
	return /^[\s\\&;]*$/.test(text.slice(command.range.end, range.end)) ? range : undefined;
}
