import { instructionsAndTriggersOf, pairsOf } from "../../dockerfile/instructions.ts";
import { stageOf } from "../../dockerfile/stages.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import type { Dockerfile, Word } from "../../dockerfile/syntax.ts";
import { say } from "../../text/message.ts";
import { fact } from "../../text/fact.ts";
import { holdsPassword, isHarmlessValue, isSecretName, mayHoldSecret } from "../../text/secrets.ts";

export default dockerfileRule({
	id: "secret-in-variable",
	peers: {
		hadolint: ["DL3064"],
		buildkit: ["SecretsUsedInArgOrEnv"],
		tally: ["buildkit/SecretsUsedInArgOrEnv", "tally/ruby/secrets-in-arg-or-env", "tally/ruby/prefer-secret-mounts-for-build-credentials"],
		trivy: ["DS-0031"],
		kics: ["c3e1b6ae"],
		semgrep: ["secret-in-build-arg"],
		dockle: ["CIS-DI-0010"],
	},
	category: "security",
	severity: "warning",
	title: "A secret is kept in the image or its history",
	why: [
		"What `ENV` sets is stored in the image, and what `ARG` holds in its history and in the build's provenance: everyone who has the image can read it there.",
		"A secret mount (`RUN --mount=type=secret,id=token …`) shows a secret to one command and keeps nothing of it; at run time the environment or a file can bring it.",
	],
	fixes: {
		never: "Where the secret is to come from is for you to decide.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				ARG NPM_TOKEN
				RUN npm ci
			`,
			good: dockerfile`
				FROM node:22
				RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci
			`,
		},
	],

	needs: ["ENV", "ARG"],
	check(file) {
		const problems: Problem[] = [];
		for (const { name, text, held } of heldIn(file, "ENV")) {
			if (held === "secret") problems.push({ at: name, message: say`\`${text}\` is stored in the image, where everyone who has it can read it` });
			else if (held === "password")
				problems.push({ at: name, message: say`\`${text}\` holds a password, which is stored in the image, where everyone who has it can read it` });
		}
		for (const { name, text, held } of heldIn(file, "ARG")) {
			if (held === "secret")
				problems.push({ at: name, message: say`the value of \`${text}\` stays in the image's history, where everyone who has it can read it` });
			else if (held === "password")
				problems.push({ at: name, message: say`\`${text}\` holds a password, which stays in the image's history, where everyone who has it can read it` });
			else if (isSecretName(text)) problems.push({ at: name, message: say`what a build gives to \`${text}\` stays in the image's history and provenance` });
		}
		return problems;
	},
});

type Held = { readonly name: Word; readonly text: string; readonly held: "secret" | "password" | "nothing" };

/** The variables to which the ENVs or ARGs of the file give a secret or no value. */
const heldIn = (file: Dockerfile, keyword: "ENV" | "ARG"): readonly Held[] => heldByKeyword(file)[keyword];

const heldByKeyword = fact((file: Dockerfile) => ({ ENV: readHeld(file, "ENV"), ARG: readHeld(file, "ARG") }));

function readHeld(file: Dockerfile, keyword: "ENV" | "ARG"): readonly Held[] {
	const all: Held[] = [];
	for (const instruction of instructionsAndTriggersOf(file, keyword)) {
		// An ARG before the first FROM serves the FROMs alone.
		if (!mayHoldSecret(instruction.logical.text) || (keyword === "ARG" && !stageOf(file, instruction))) continue;
		for (const { name, value } of pairsOf(instruction)) {
			const text = unquoted(name.text);
			const held = heldBy(text, value);
			if (held !== "harmless") all.push({ name, text, held });
		}
	}
	return all;
}

/** `secret` by the variable's name, `password` by its value. */
function heldBy(name: string, value: Word | undefined): "secret" | "password" | "harmless" | "nothing" {
	const text = unquoted(value?.text ?? "");
	if (text === "") return "nothing";
	if (isSecretName(name)) return isHarmlessValue(name, text) ? "harmless" : "secret";
	return holdsPassword(text) ? "password" : "harmless";
}

function unquoted(text: string): string {
	const [quote] = text;
	const isQuoted = text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote);
	return (isQuoted ? text.slice(1, -1) : text).trim();
}
