import { relativeTo } from "../../compose/linted.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { variablesOf } from "../interpolated-variables.ts";
import { environmentExampleOf } from "../environment-examples.ts";
import { strayOffsets } from "../stray-dollars.ts";

export default composeRule({
	id: "env-example-drift",
	category: "practice",
	severity: "info",
	title: "The example of `.env` lacks a variable that is used",
	why: ["Who copies the example gets a project in which the variable is not set. A variable with a default may be left out."],
	fixes: { never: "The line belongs into the example, with a value that its author knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:\${TAG}
				    ports: ["\${PORT}:80"]
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports: ["\${PORT}:80"]
			`,
			files: { ".env.example": "PORT=8080\n" },
		},
	],

	check(file) {
		const problems: Problem[] = [];
		const uses = variablesOf(file);
		const example = uses.length > 0 ? environmentExampleOf(file) : undefined;
		if (!example) return problems;
		const told = new Set<string>();
		for (const { name, operator, start, end } of uses) {
			if ((operator !== "" && !operator.endsWith("?")) || told.has(name) || example.names.has(name) || isOfHost.test(name) || strayOffsets(file).has(start))
				continue;
			told.add(name);
			problems.push({ at: { start, end }, message: say`\`${name}\` is not in \`${relativeTo(file, example.path) ?? example.path}\`` });
		}
		return problems;
	},
});

/** What a shell, Docker or a build server has by itself. */
const isOfHost =
	/^(?:COMPOSE_\w+|DOCKER_\w+|CI_?\w*|GITHUB_\w+|HOME|PWD|USER|USERNAME|LOGNAME|UID|GID|HOSTNAME|HOST|PATH|SHELL|LANG|TERM|DISPLAY|XDG_\w+|SSH_AUTH_SOCK|TMPDIR|TEMP|TMP|APPDATA|USERPROFILE|ProgramData|PROGRAMDATA|WAYLAND_DISPLAY)$/;
