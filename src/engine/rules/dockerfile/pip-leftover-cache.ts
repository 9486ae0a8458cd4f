import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { scopeBefore } from "../../dockerfile/variables.ts";
import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { callsByRun, hasOption, insertAfter } from "../../shell/calls.ts";
import { commandsOf } from "../../shell/commands.ts";
import { mountsOf } from "../../dockerfile/mounts.ts";
import type { ShellAssignment, ShellCommand } from "../../shell/shell-command.ts";
import { isShipped } from "../../dockerfile/shipped-stages.ts";
import { everyStage } from "../every-stage.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "pip-leftover-cache",
	formerIds: ["pip-no-cache-dir"],
	peers: {
		hadolint: ["DL3042"],
		kics: ["f2f903fb"],
		semgrep: ["missing-pip-no-cache-dir"],
	},
	category: "size",
	severity: "warning",
	title: "pip's download cache stays in the image",
	why: [
		"pip keeps what it has downloaded and built for the next time, but an image that is finished has no next time.",
		"The cache is often as large as the installed packages, and it stays in the layer that wrote it.",
	],
	options: { everyStage },
	examples: [
		{
			bad: dockerfile`
				FROM python:3.13
				RUN pip install -r requirements.txt
			`,
			good: dockerfile`
				FROM python:3.13
				RUN pip install --no-cache-dir -r requirements.txt
			`,
		},
	],

	*check(file, { options: { everyStage } }) {
		let mayBeConfigured: boolean | undefined;
		for (const [instruction, calls] of callsByRun(file, "pip")) {
			if (!everyStage && !isShipped(file, instruction)) continue;
			const commands = commandsOf(file, instruction);
			let isOff: boolean | undefined;
			for (const call of calls) {
				const { command, word, index } = call;
				if (call.subcommand !== "install" || call.isOpen || command.assignments.some(isSwitch)) continue;
				if (commands.slice(0, index).some(switchesOff)) continue;
				if (hasOption(call, "--cache-dir", "--no-index", "--dry-run", "-h", "--help")) continue;
				// pip takes the beginning of an option for the option.
				if (call.options.some(([name]) => name.startsWith("--no-ca"))) continue;
				if ((isOff ??= isSwitchedOff(file, instruction) || isElsewhere(file, instruction, commands))) break;
				if ((mayBeConfigured ??= hasConfiguration(file))) return;
				yield {
					at: call.range,
					message: say`\`pip install\` without \`--no-cache-dir\` leaves its downloads in the image`,
					fix: { title: say`Add \`--no-cache-dir\``, edits: [insertAfter(command, word, "--no-cache-dir")], safe: true },
				};
			}
		}
	},
});

/** Any value switches the cache off, even "false": https://github.com/pypa/pip/blob/main/src/pip/_internal/cli/cmdoptions.py says why. */
function isSwitchedOff(file: Dockerfile, instruction: Instruction): boolean {
	const scope = scopeBefore(file, instruction);
	return ["PIP_NO_CACHE_DIR", "PIP_CACHE_DIR"].some((name) => {
		const variable = scope.get(name);
		return variable !== undefined && variable.value !== "";
	});
}

const isSwitch = ({ name, value }: ShellAssignment): boolean => (name === "PIP_NO_CACHE_DIR" || name === "PIP_CACHE_DIR") && value !== "";

/** Whether the command does it for all that come after it in the script. */
const switchesOff = ({ name, assignments, args }: ShellCommand): boolean =>
	name === "export" ? args.some(({ text }) => /^PIP_(?:NO_)?CACHE_DIR=./.test(text)) : name === undefined && assignments.some(isSwitch);

/** Whether a configuration of pip may do it: the file writes one that speaks of the cache, or brings along one of its own. */
const hasConfiguration = ({ text, instructions }: Dockerfile): boolean =>
	/(?<!--)\bno-cache-dir/.test(text) ||
	(text.includes("pip.conf") && instructions.some(({ keyword, logical }) => (keyword === "COPY" || keyword === "ADD") && logical.text.includes("pip.conf")));

/** Whether the cache lies in a mount, or is removed by the same RUN. */
function isElsewhere(file: Dockerfile, instruction: Instruction, commands: readonly ShellCommand[]): boolean {
	if (
		mountsOf(file, instruction).some(
			({ type, target = "" }) => (type === "cache" || type === "tmpfs") && /(?:^|\/)(?:\.cache(?:\/|$)|\.?pip\b)|^\/root\/?$/.test(target),
		)
	)
		return true;
	return commands.some(({ name = "", args }) => {
		if (/^pip[\d.]*$/.test(name)) return args[0]?.value === "cache" && args[1]?.value === "purge";
		return (name === "rm" || name === "find") && args.some(({ text }) => /\.cache(?:$|["'/*])|\/\.\*|\.\[/.test(text));
	});
}
