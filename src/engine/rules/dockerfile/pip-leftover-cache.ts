import { instructionsAndTriggersOf } from "../../dockerfile/instructions.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { scopeBefore } from "../../dockerfile/variables.ts";
import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { commandsMentioning, mentions } from "../../shell/commands.ts";
import { mountsOf } from "../../dockerfile/mounts.ts";
import type { ShellAssignment, ShellCommand } from "../../shell/shell-command.ts";
import type { ShellWord } from "../../shell/shell-word.ts";
import { hasOption, insertAfter, invocationOf, type OptionSyntax } from "../knowledge/invocation.ts";
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
		for (const instruction of instructionsAndTriggersOf(file, "RUN")) {
			if (!mentions(instruction, "install")) continue;
			const commands = commandsMentioning(file, instruction, "pip ", "pip3", "pip2", 'pip"');
			if (commands.length === 0 || (!everyStage && !isShipped(file, instruction))) continue;
			let isOff: boolean | undefined;
			let isOffFromHere = false;
			for (const command of commands) {
				isOffFromHere ||= switchesOff(command);
				const args = argumentsOfPip(command);
				const call = args && invocationOf(file, instruction, command, syntax, args);
				if (call?.subcommand.value !== "install" || call.isOpen || isOffFromHere || command.assignments.some(isSwitch)) continue;
				if (hasOption(call, "--cache-dir", "--no-index", "--dry-run", "-h", "--help")) continue;
				// pip takes the beginning of an option for the option.
				if (call.options.some(([name]) => name.startsWith("--no-ca"))) continue;
				if ((isOff ??= isSwitchedOff(file, instruction) || isElsewhere(file, instruction, commands))) break;
				if ((mayBeConfigured ??= hasConfiguration(file))) return;
				yield {
					at: call.range,
					message: say`\`pip install\` without \`--no-cache-dir\` leaves its downloads in the image`,
					fix: { title: say`Add \`--no-cache-dir\``, edits: [insertAfter(command, call.subcommand, "--no-cache-dir")], safe: true },
				};
			}
		}
	},
});

const syntax: OptionSyntax = {
	letters: "rcebit",
	long: (
		"--requirement --constraint --editable --index-url --extra-index-url --find-links --target --prefix --root --src --trusted-host --python " +
		"--platform --python-version --implementation --abi --upgrade-strategy --config-settings --global-option --no-binary --only-binary --progress-bar --report --proxy " +
		"--retries --timeout --exists-action --cert --client-cert --cache-dir --log --use-feature --use-deprecated --root-user-action"
	).split(" "),
};

/** What pip is given, also as `python -m pip`; undefined for all other programs, pipx, pipenv and uv among them. */
function argumentsOfPip({ name = "", args }: ShellCommand): readonly ShellWord[] | undefined {
	if (/^pip[\d.]*$/.test(name)) return args;
	if (!/^(?:python|pypy)[\d.]*$/.test(name)) return undefined;
	const at = args.findIndex(({ value }) => value === "-m");
	return at >= 0 && args[at + 1]?.value === "pip" ? args.slice(at + 2) : undefined;
}

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
