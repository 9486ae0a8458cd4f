import { rangeIn, relativeTo, valueAt } from "../../compose/linted.ts";
import { textOf } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { isSureToBuild } from "../compose-builds.ts";

export default composeRule({
	id: "build-context-missing",
	category: "correctness",
	severity: "error",
	title: "The folder that an image is built from does not exist",
	why: ["`docker compose config` takes such a file, and `up` fails as soon as it builds the image."],
	fixes: { never: "Which folder is meant, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    build: ./web
			`,
			good: compose`
				services:
				  web:
				    build: ./site
			`,
			files: { "site/Dockerfile": "FROM nginx:1.27\n" },
		},
	],
	needs: ["build"],

	*check(file) {
		for (const service of file.services) {
			const context = valueAt(service.value, "build", "context");
			const at = rangeIn(file, context);
			const path = textOf(context);
			// What is not below the file's folder cannot be looked at, and an address is no folder.
			if (!at || path === undefined || !path.startsWith("/") || !file.files.isAbsent(path)) continue;
			if (isInstalled.test(path) || !isSureToBuild(service, file, [context])) continue;
			yield { at, message: say`there is no folder \`${relativeTo(file, path) ?? path}\` to build from` };
		}
	},
});

/** What a package manager brings is not there before it has run. */
const isInstalled = /\/(?:vendor|node_modules)\//;
