import { copiesOf } from "../../dockerfile/copies.ts";
import { ignoringPattern } from "../../dockerignore/ignored.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { type BuildContext, buildContextOf, contextPath } from "../build-context.ts";

export default dockerfileRule({
	id: "context-copied-without-dockerignore",
	category: "security",
	severity: "warning",
	title: "The whole folder is copied, with what does not belong in an image",
	why: [
		"`COPY .` takes all that lies in the folder: the repository's history in `.git`, secrets in `.env`, packages that were installed for another system.",
		"Whoever has the image can read it all, and each change of a file that the image does not need makes the steps that follow run anew.",
	],
	fixes: { never: "The lines belong in another file, `.dockerignore`." },
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				WORKDIR /app
				COPY . .
			`,
			good: dockerfile`
				FROM node:22
				WORKDIR /app
				COPY package.json index.js ./
			`,
			files: { "package.json": "{}\n", "index.js": "", ".env": "TOKEN=secret\n" },
		},
	],

	needs: ["COPY", "ADD"],
	check(file, { files }) {
		for (const { sources, isFromContext } of copiesOf(file)) {
			const source = isFromContext ? sources.find(({ kind, value }) => kind === "file" && value !== undefined && contextPath(value) === ".") : undefined;
			if (!source) continue;
			const context = buildContextOf(file, files);
			const message = context && messageOf(context);
			return message ? [{ at: source.word, message }] : none;
		}
		return none;
	},
});

const none: readonly Problem[] = [];

function messageOf({ names, ignoreFile }: BuildContext): Problem["message"] | undefined {
	if (ignoreFile?.dockerignore.refused) return undefined;
	const sent = names.filter((name) => isUnwanted(name) && !(ignoreFile && ignoringPattern(ignoreFile.dockerignore, name)));
	const shown = sent
		.slice(0, 3)
		.map((name) => `\`${name}\``)
		.join(", ");
	if (ignoreFile) return sent.length > 0 ? say`\`${ignoreFile.name}\` lets ${shown} into the image` : undefined;
	return sent.length > 0
		? say`without a \`.dockerignore\` all of the folder gets into the image, ${shown} too`
		: say`without a \`.dockerignore\` all of the folder gets into the image`;
}

/** Secrets, history, and what was installed for this machine. Samples of settings hold none. */
const isUnwanted = (name: string): boolean =>
	/^(?:\.git|\.svn|\.hg|node_modules|\.?venv|\.npmrc|\.netrc|\.pypirc|\.aws|\.ssh|id_(?:rsa|dsa|ecdsa|ed25519))$|\.(?:pem|p12|pfx|jks|kdbx)$|^\.env(?:\.|$)/.test(
		name,
	) && !/\.(?:example|sample|template|dist|defaults?)$/.test(name);
