import type { Dockerfile } from "../dockerfile/syntax.ts";
import type { Problem } from "../lint/rule.ts";
import { callsOf } from "../shell/calls.ts";
import type { ProgramName } from "../shell/programs/programs.ts";
import { removeCommand } from "../shell/remove-command.ts";
import { asHadolint } from "./as-hadolint.ts";
import { say } from "../text/message.ts";

/** The calls that bring every package of the image to its newest version, and name none. */
export function reportUpgrades(file: Dockerfile, programs: readonly ProgramName[], subcommands: RegExp): readonly Problem[] {
	const problems: Problem[] = [];
	for (const call of callsOf(file, ...programs)) {
		const { program, subcommand, operands, instruction, command, range } = call;
		if (operands.length > 0 || !subcommands.test(subcommand)) continue;
		const edit = removeCommand(file, instruction, command);
		problems.push({
			at: range,
			message: say`\`${program} ${subcommand}\` changes packages of the base image, and to other versions with each build`,
			...(edit && { fix: { title: say`Remove \`${program} ${subcommand}\``, edits: [edit], safe: false } }),
			...asHadolint(call),
		});
	}
	return problems;
}

/** What the rules say of it. */
export const whyNoUpgrade = [
	"What it installs depends on the day of the build, so that the same file makes different images, and the changed packages are in the image twice.",
	"A newer base image has the same updates, tested together, and `docker build --pull` fetches it.",
] as const;

export const fixesOfUpgrades = {
	onRequest: "The image loses the updates until its base image is renewed.",
	never: "The command cannot be taken out from among the others.",
} as const;
