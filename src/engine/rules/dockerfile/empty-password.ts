import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { passwordPrograms, passwordsIn } from "../../shell/passwords.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "empty-password",
	peers: { dockle: ["DKL-LI-0001"] },
	category: "security",
	severity: "warning",
	title: "An account needs no password",
	why: [
		"Who gets to a login of the container, by SSH or `su`, is let in as that user without being asked for anything.",
		"An account that nobody logs in to is locked (`passwd -l`), as `useradd` leaves it.",
	],
	fixes: { never: "Who is to log in, and how, is for you to decide." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN useradd app && passwd -d app
			`,
			good: dockerfile`
				FROM debian:12
				RUN useradd app
			`,
		},
	],

	needs: passwordPrograms,
	check(file) {
		const problems: Problem[] = [];
		for (const { kind, at } of passwordsIn(file))
			if (kind === "empty") problems.push({ at, message: say`with this the account is open to anybody, without a password` });
		return problems;
	},
});
