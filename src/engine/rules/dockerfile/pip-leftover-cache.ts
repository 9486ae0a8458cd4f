import { instructionsAndTriggersOf } from "../../dockerfile/instructions.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { scopeBefore } from "../../dockerfile/variables.ts";
import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { commandsMentioning, mentions } from "../../shell/commands.ts";
import { mountsOf } from "../../shell/mounts.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import type { ShellWord } from "../../shell/shell-word.ts";
import { hasOption, insertAfter, invocationOf, type OptionSyntax } from "../knowledge/invocation.ts";
import { everyStage, isShipped } from "../knowledge/shipped-stages.ts";

export default dockerfileRule({
	id: "pip-leftover-cache",
	aliases: ["DL3042", "pip-no-cache-dir"],
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

	*check(file, { everyStage }) {
		for (const instruction of instructionsAndTriggersOf(file, "RUN")) {
			if (!mentions(instruction, "install")) continue;
			const commands = commandsMentioning(file, instruction, "pip ", "pip3", "pip2", 'pip"');
			for (const command of commands) {
				const args = argumentsOfPip(command);
				const call = args && invocationOf(file, instruction, command, syntax, args);
				if (call?.subcommand.value !== "install" || call.isOpen) continue;
				if (hasOption(call, "--cache-dir", "--no-index", "--dry-run", "-h", "--help")) continue;
				// pip takes the beginning of an option for the option.
				if (call.options.some(([name]) => name.startsWith("--no-ca"))) continue;
				if (!everyStage && !isShipped(file, instruction)) continue;
				if (isSwitchedOff(file, instruction, commands, command) || isElsewhere(instruction, commands)) continue;
				yield {
					at: call.range,
					message: "`pip install` without `--no-cache-dir` leaves its downloads in the image",
					fix: { title: "Add `--no-cache-dir`", edits: [insertAfter(command, call.subcommand, "--no-cache-dir")], safe: true },
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
function isSwitchedOff(file: Dockerfile, instruction: Instruction, commands: readonly ShellCommand[], command: ShellCommand): boolean {
	const scope = scopeBefore(file, instruction);
	if (["PIP_NO_CACHE_DIR", "PIP_CACHE_DIR"].some((name) => isSet(scope.get(name)))) return true;
	for (const { name, assignments, args } of commands.slice(0, commands.indexOf(command) + 1)) {
		if (assignments.some(({ name: variable, value }) => variable.startsWith("PIP_") && variable.endsWith("CACHE_DIR") && value !== "")) return true;
		if (name === "export" && args.some(({ text }) => /^PIP_(?:NO_)?CACHE_DIR=./.test(text))) return true;
	}
	if (/(?<!--)\bno-cache-dir/.test(file.text)) return true;
	return (
		file.text.includes("pip.conf") &&
		file.instructions.some(({ keyword, logical }) => (keyword === "COPY" || keyword === "ADD") && logical.text.includes("pip.conf"))
	);
}

const isSet = (variable: { readonly value: string | undefined } | undefined): boolean => variable !== undefined && variable.value !== "";

/** Whether the cache lies in a mount, or is removed by the same RUN. */
function isElsewhere(instruction: Instruction, commands: readonly ShellCommand[]): boolean {
	if (
		mountsOf(instruction).some(
			({ type, target = "" }) => (type === "cache" || type === "tmpfs") && /(?:^|\/)(?:\.cache(?:\/|$)|\.?pip\b)|^\/root\/?$/.test(target),
		)
	)
		return true;
	return commands.some(({ name = "", args }) => {
		if (/^pip[\d.]*$/.test(name)) return args[0]?.value === "cache" && args[1]?.value === "purge";
		return (name === "rm" || name === "find") && args.some(({ text }) => /\.cache(?:$|["'/*])|\/\.\*|\.\[/.test(text));
	});
}
