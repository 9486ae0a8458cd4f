import { absolute, folderOf } from "../../compose/file-paths.ts";
import { baseNames } from "../../compose/usual-names.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "multiple-compose-files",
	category: "practice",
	severity: "warning",
	title: "A folder has several files that Compose looks for",
	why: ["Of the names that Compose looks for it takes one, and warns at each start; what stands in the others counts only with `-f`, or where it is included."],
	fixes: { never: "Which of the files is to stay, only who wrote them knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
			good: compose`
				include:
				  - docker-compose.yml
				services:
				  web:
				    image: nginx:1.27
			`,
			files: { "docker-compose.yml": "services:\n  db:\n    image: postgres:17\n" },
		},
	],

	*check({ path, roots, files, project, environment }) {
		const [first] = roots[0]?.kind === "mapping" ? roots[0].entries : [];
		if (!first || environment("COMPOSE_FILE") !== undefined) return;
		const folder = folderOf(path);
		const names = new Set(files.list(folder));
		const [taken, ...others] = baseNames.filter((name) => names.has(name)).map((name) => absolute(folder, name));
		if (path === taken) {
			const left = others.find((other) => !project.documents.has(other));
			if (left !== undefined) yield { at: first.key, message: say`Compose takes this file, and not \`${nameOf(left)}\` beside it` };
		} else if (taken !== undefined && others.includes(path))
			yield { at: first.key, message: say`Compose takes \`${nameOf(taken)}\` in this folder, and not this file` };
	},
});

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
