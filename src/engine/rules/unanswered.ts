import type { Dockerfile } from "../dockerfile/syntax.ts";
import type { Problem } from "../lint/rule.ts";
import { asksLikeDnf } from "../shell/answers.ts";
import { type Call, insertAfter } from "../shell/calls.ts";
import { asHadolint, isPlain, notHadolints } from "./as-hadolint.ts";
import { say } from "../text/message.ts";
import type { Range } from "../text/text.ts";

/** A call that asks whether to go on. Where its failure is the build's, there is no image without the answer that could be another with it. */
export function unanswered(call: Call, answer: string, after: Range): Problem {
	const { command, program, subcommand, range } = call;
	return {
		at: range,
		message: say`\`${subcommand ? `${program} ${subcommand}` : program}\` asks whether to go on, and a build cannot answer`,
		fix: { title: say`Answer yes with \`${answer}\``, edits: [insertAfter(command, after, answer)], safe: command.isFatal },
		...(program === "zypper" && asHadolint(call, hadolints.has(subcommand))),
	};
}

/** For which hadolint wants an answer of zypper. */
const hadolints = new Set(["install", "in", "rm", "remove", "si", "source-install", "patch"]);

/** The option by which a rule about yum or dnf judges as hadolint does. */
export const everyInstall = {
	default: false,
	hadolint: true,
	description: "Report every installation that does not say yes itself, whatever a configuration, a pipe or a variable says.",
} as const;

/** The calls of yum and its kind that ask; with `everyInstall` those that hadolint takes for such. */
export const unansweredOfDnf = (file: Dockerfile, calls: readonly Call[], everyInstall: boolean): readonly Problem[] =>
	calls.flatMap((call) => {
		const isHadolints = installsForHadolint(call);
		return (everyInstall ? isHadolints : asksLikeDnf(file, call)) ? [{ ...unanswered(call, "-y", call.word), ...(!isHadolints && notHadolints) }] : [];
	});

const installsForHadolint = ({ command, options }: Call): boolean =>
	/^(?:yum|dnf|microdnf)$/.test(command.name ?? "") &&
	isPlain(command) &&
	command.args.some(({ value = "" }) => /^(?:install|groupinstall|localinstall)$/.test(value)) &&
	!options.some(([name]) => name === "-y" || name === "--assumeyes");

/** What the rules say of their fixes. */
export const fixesOfUnanswered = {
	safely: "The build fails without the answer, so that no image can change.",
	onRequest: "The build goes on where the command fails, and the image is another with the answer.",
} as const;
