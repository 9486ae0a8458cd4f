import type { Problem } from "../lint/rule.ts";
import { type Call, insertAfter } from "../shell/calls.ts";
import { asHadolint } from "./as-hadolint.ts";
import { say } from "../text/message.ts";
import type { Range } from "../text/text.ts";

/** A call that asks whether to go on. Where its failure is the build's, there is no image without the answer that could be another with it. */
export function unanswered(call: Call, answer: string, after: Range): Problem {
	const { command, program, subcommand, range } = call;
	return {
		at: range,
		message: say`\`${subcommand ? `${program} ${subcommand}` : program}\` asks whether to go on, and a build cannot answer`,
		fix: { title: say`Answer yes with \`${answer}\``, edits: [insertAfter(command, after, answer)], safe: command.isFatal },
		...asHadolint(call, hadolints.has(subcommand)),
	};
}

/** For which hadolint wants an answer. */
const hadolints = new Set(["install", "groupinstall", "localinstall", "in", "rm", "remove", "si", "source-install", "patch"]);

/** What the rules say of their fixes. */
export const fixesOfUnanswered = {
	safely: "The build fails without the answer, so that no image can change.",
	onRequest: "The build goes on where the command fails, and the image is another with the answer.",
} as const;
