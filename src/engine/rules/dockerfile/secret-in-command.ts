import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { givenSecrets } from "../../shell/given-secrets.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "secret-in-command",
	peers: { trivy: ["DS-0031"] },
	category: "security",
	severity: "warning",
	title: "A command is given a secret in plain words",
	why: [
		"The words of a `RUN` stand in the image's history: everyone who has the image can read the secret there.",
		"A secret mount (`RUN --mount=type=secret,id=token …`) shows a secret to one command and keeps nothing of it.",
	],
	fixes: { never: "Where the secret is to come from is for you to decide." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN curl -fsSLO -u web:hunter2 https://example.com/app.tar.gz
			`,
			good: dockerfile`
				FROM debian:12
				RUN --mount=type=secret,id=netrc,target=/root/.netrc curl -fsSLO --netrc https://example.com/app.tar.gz
			`,
		},
	],

	needs: [
		"login",
		"password",
		"sshpass",
		"token",
		"authorization",
		"-api",
		"secret_access_key",
		"_auth",
		"http-basic",
		"-oauth",
		"--user",
		"curl",
		["://", "@"],
	],
	check(file) {
		const problems: Problem[] = [];
		for (const { at, program } of givenSecrets(file))
			problems.push({ at, message: say`what \`${program}\` is given here stays in the image's history, where everyone who has it can read it` });
		return problems;
	},
});
