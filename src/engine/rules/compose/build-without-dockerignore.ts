import { rangeIn } from "../../compose/linted.ts";
import { entryOf } from "../../compose/value.ts";
import { copiesOf } from "../../dockerfile/copies.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { contextPath } from "../build-context.ts";
import { buildOf } from "../compose-builds.ts";

export default composeRule({
	id: "build-without-dockerignore",
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "A folder is copied into an image as it is",
	why: [
		"Without a `.dockerignore` all that lies in the folder gets into the image where its Dockerfile copies `.`: the history in `.git`, secrets in `.env`, packages for another system.",
		"In the Dockerfile another rule tells the same.",
	],
	fixes: { never: "The lines belong in another file, `.dockerignore`." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    build: web
			`,
			good: compose`
				services:
				  web:
				    build: site
			`,
			files: {
				"web/Dockerfile": "FROM node:24\nWORKDIR /app\nCOPY . .\n",
				"site/Dockerfile": "FROM node:24\nWORKDIR /app\nCOPY . .\n",
				"site/.dockerignore": ".git\n.env\n",
			},
		},
	],
	needs: ["build"],

	check(file) {
		const problems: Problem[] = [];
		for (const { value: service } of file.services) {
			const found = buildOf(service, file);
			const at = found && rangeIn(file, entryOf(found.build, "context"));
			if (!found?.dockerfile || found.context === undefined || !at) continue;
			const names = file.files.list(found.context);
			const own = `${found.path?.slice(found.path.lastIndexOf("/") + 1) ?? ""}.dockerignore`;
			if (!names || names.includes(".dockerignore") || names.includes(own)) continue;
			const isCopied = copiesOf(found.dockerfile).some(
				({ sources, isFromContext }) =>
					isFromContext && sources.some(({ kind, value }) => kind === "file" && value !== undefined && contextPath(value) === "."),
			);
			if (isCopied) problems.push({ at, message: say`all of this folder gets into the image, for it has no \`.dockerignore\`` });
		}
		return problems;
	},
});
