import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { type Account, accountsIn, accountsOf } from "../../shell/accounts.ts";
import { hasOption } from "../../shell/calls.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "duplicate-uid",
	peers: { dockle: ["DKL-LI-0002"] },
	category: "security",
	severity: "warning",
	title: "Two accounts have the same number",
	why: [
		"The kernel knows numbers alone: two accounts with one number are the same user with two names, and each may do what the other may.",
		"A second account with the number 0 is a second root, by a name that nobody looks for.",
	],
	fixes: { never: "Which number is free is for you to decide." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN useradd -o -u 0 admin
			`,
			good: dockerfile`
				FROM debian:12
				RUN useradd -u 10001 admin
			`,
		},
	],

	needs: ["useradd", "adduser"],
	check(file) {
		const problems: Problem[] = [];
		for (const account of accountsIn(file)) {
			const { name, number, word, call } = account;
			// A condition may be about the number.
			if (number === undefined || (call.command.conditional && Number(number) === 0)) continue;
			const other = Number(number) === 0 ? (name === "root" ? undefined : "root") : earlierWith(file, account)?.name;
			if (other !== undefined)
				problems.push({ at: { start: word.start, end: word.end }, message: say`\`${name}\` has the number ${number}, which is that of \`${other}\`` });
		}
		return problems;
	},
});

/** Of two of which only one is made, neither is the other's. */
function earlierWith(file: Dockerfile, { name, number, call, stage }: Account): Account | undefined {
	if (!stage || call.command.conditional) return undefined;
	return accountsOf(file, stage).find(
		(each) =>
			each.call.command.range.start < call.command.range.start &&
			each.number === number &&
			each.name !== name &&
			!each.call.command.conditional &&
			(hasOption(call, "-o", "--non-unique") || each.call.program === call.program),
	);
}
