import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { passwordPrograms, passwordsIn } from "../../shell/passwords.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "password-in-image",
	peers: { checkov: ["CKV2_DOCKER_17"] },
	category: "security",
	severity: "warning",
	title: "The password of an account is known to everyone who has the image",
	why: [
		"A password that a `RUN` sets stands in the image's history, and is the same in every container that is started from it.",
		"Mostly no password is needed: `docker exec` asks for none, and for SSH there are keys.",
	],
	fixes: { never: "Where the password is to come from is for you to decide." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN useradd app && echo "app:hunter2" | chpasswd
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
			if (kind === "known") problems.push({ at, message: say`everyone who has the image knows this password, and every container has it` });
		return problems;
	},
});
