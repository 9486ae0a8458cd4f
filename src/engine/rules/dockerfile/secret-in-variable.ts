import { instructionsAndTriggersOf, pairsOf } from "../../dockerfile/instructions.ts";
import { stageOf } from "../../dockerfile/stages.ts";
import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import type { Instruction, Word } from "../../dockerfile/syntax.ts";
import { say } from "../../text/message.ts";
import { fact } from "../../text/fact.ts";
import { holdsPassword, isHarmlessValue, isSecretName } from "../../text/secrets.ts";

export default dockerfileRule({
	id: "secret-in-variable",
	peers: {
		hadolint: ["DL3064"],
		buildkit: ["SecretsUsedInArgOrEnv"],
		tally: ["buildkit/SecretsUsedInArgOrEnv", "tally/ruby/secrets-in-arg-or-env"],
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

	*check(file) {
		for (const instruction of instructionsAndTriggersOf(file, "ENV")) {
			for (const { name, text, held } of heldIn(instruction)) {
				if (held === "secret") yield { at: name, message: say`\`${text}\` is stored in the image, where everyone who has it can read it` };
				else if (held === "password")
					yield { at: name, message: say`\`${text}\` holds a password, which is stored in the image, where everyone who has it can read it` };
			}
		}
		for (const instruction of instructionsAndTriggersOf(file, "ARG")) {
			// An ARG before the first FROM serves the FROMs alone.
			if (!stageOf(file, instruction)) continue;
			for (const { name, text, held } of heldIn(instruction)) {
				if (held === "secret") yield { at: name, message: say`the value of \`${text}\` stays in the image's history, where everyone who has it can read it` };
				else if (held === "password")
					yield { at: name, message: say`\`${text}\` holds a password, which stays in the image's history, where everyone who has it can read it` };
				else if (held === "nothing" && isSecretName(text))
					yield { at: name, message: say`what a build gives to \`${text}\` stays in the image's history and provenance` };
			}
		}
	},
});

type Held = { readonly name: Word; readonly text: string; readonly held: "secret" | "password" | "nothing" };

/** The variables that an ENV or ARG gives a secret or no value. */
const heldIn = fact((instruction: Instruction): readonly Held[] =>
	pairsOf(instruction).flatMap(({ name, value }) => {
		const text = unquoted(name.text);
		const held = heldBy(text, value);
		return held === "harmless" ? [] : [{ name, text, held }];
	}),
);

/** `secret` by the variable's name, `password` by its value. */
function heldBy(name: string, value: Word | undefined): "secret" | "password" | "harmless" | "nothing" {
	const text = unquoted(value?.text ?? "");
	if (text === "") return "nothing";
	if (isSecretName(name)) return isHarmlessValue(name, text) ? "harmless" : "secret";
	return holdsPassword(text) ? "password" : "harmless";
}

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/s, "$2").trim();
