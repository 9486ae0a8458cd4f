import { rangeIn, type LintedCompose } from "../../compose/linted.ts";
import { entryOf, type Value } from "../../compose/value.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { isSecretName } from "../../text/secrets.ts";
import type { Range } from "../../text/text.ts";
import { secretKind } from "../compose-secrets.ts";

export default composeRule({
	id: "secret-in-service-command",
	peers: { kics: ["a88baa34"] },
	category: "security",
	severity: "warning",
	title: "A service's command is given a secret in plain words",
	why: [
		"Who can read the file can use the secret, and so can everyone who sees the processes of the machine or asks Docker for the container.",
		"Most programs take it from a variable or a file as well, and Compose has `${NAME:?}` for what must not stand in the file.",
	],
	fixes: { never: "By which way the program takes it otherwise, its documentation says." },
	examples: [
		{
			bad: compose`
				services:
				  cache:
				    image: redis:8
				    command: redis-server --requirepass hunter2
			`,
			good: compose`
				services:
				  cache:
				    image: redis:8
				    command: redis-server --requirepass \${REDIS_PASSWORD:?}
			`,
		},
	],
	needs: ["command", "entrypoint"],

	check(file) {
		const problems: Problem[] = [];
		for (const { value: service } of file.services)
			for (const key of ["command", "entrypoint"]) {
				const words = wordsOf(file, entryOf(service, key));
				for (const [index, word] of words.entries()) {
					const problem = problemOf(word, words[index + 1]);
					if (problem) problems.push(problem);
				}
			}
		return problems;
	},
});

type Word = { readonly text: string; readonly at: Range };

function problemOf(word: Word, next: Word | undefined): Problem | undefined {
	const [, option, value] = /^-{1,2}([A-Za-z][\w.-]*)(?:=(.*))?$/s.exec(word.text) ?? [];
	if (option === undefined) {
		if (secretKind("", word.text) === undefined) return undefined;
		return { at: word.at, message: say`a secret stands in this word, for everyone who has the file or sees the processes` };
	}
	const given = value === undefined ? next : { text: value, at: word.at };
	if (!given || given.text === "" || given.text.startsWith("-") || given.text.includes("$")) return undefined;
	// The name of a cluster of etcd is called so.
	const isSecret = /^(?:requirepass|masterauth)$/.test(option) || (option !== "initial-cluster-token" && isSecretName(option.replaceAll(/[.-]/g, "_")));
	if (!isSecret || secretKind("password", given.text.replace(/^(["'])(.*)\1$/s, "$2")) === undefined) return undefined;
	return { at: given.at, message: say`\`${word.text.replace(/=.*/s, "")}\` is given a secret, for everyone who has the file or sees the processes` };
}

/** The items of a list, or the words of a text as far as blanks tell. */
function wordsOf(file: LintedCompose, command: Value | undefined): readonly Word[] {
	if (command?.kind === "sequence")
		return command.items.flatMap((item) => {
			const at = rangeIn(file, item);
			return at && item.kind === "string" ? [{ text: item.template ?? item.value, at }] : [];
		});
	const at = rangeIn(file, command);
	if (!at || command?.kind !== "string") return [];
	const { textAt } = command;
	return [...(command.template ?? command.value).matchAll(/[^\s"']+|"[^"]*"|'[^']*'/g)].map(({ 0: text, index }) => ({
		text,
		at: placed(at, textAt, index, text),
	}));
}

const placed = (at: Range, textAt: number | undefined, index: number, text: string): Range =>
	textAt === undefined ? at : { start: textAt + index, end: textAt + index + text.length };
