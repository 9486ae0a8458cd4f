import { portsIn } from "../../compose/facts/published-ports.ts";
import type { LintedCompose } from "../../compose/linted.ts";
import { partsAround } from "../../compose/rewrite/parts.ts";
import { writtenAt } from "../../compose/rewrite/written.ts";
import { nameOf } from "../../compose/syntax.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { type Range, replace } from "../../text/text.ts";

export default composeRule({
	id: "port-unquoted",
	peers: { dclint: ["require-quotes-in-ports"] },
	category: "practice",
	severity: "info",
	title: "A port without quotes is a number to other tools",
	why: [
		"In YAML 1.1 two numbers with a colon between them are one number with base 60, where the last is below 60: `22:22` is 1342.",
		"Docker Compose reads the ports that are meant, but Ansible, podman-compose and scripts with PyYAML read the number.",
	],
	fixes: { safely: "The port gets quotes, for Compose reads the same ports.", never: "Compose would read another port in quotes." },
	examples: [
		{
			bad: compose`
				services:
				  git:
				    image: gitea/gitea:1.24
				    ports:
				      - 2222:22
			`,
			good: compose`
				services:
				  git:
				    image: gitea/gitea:1.24
				    ports:
				      - "2222:22"
			`,
		},
	],
	options: { everyPort: { default: false, strict: true, description: "Whether ports are reported, too, that every tool reads as they are meant." } },
	needs: ["ports"],

	*check(file, { options: { everyPort } }) {
		for (const { port, at } of portsIn(file)) {
			const written = port.isShort ? writtenAt(file, at) : undefined;
			if (!written?.isPlain) continue;
			const { text } = written;
			const isRetyped = base60.test(text);
			if (!isRetyped && !everyPort) continue;
			const message = isRetyped
				? say`tools that read YAML 1.1 take \`${text}\` for the number ${String(numberOf(text))}`
				: say`the port \`${text}\` is written without quotes`;
			// A number with leading zeros or underlines is another than its text.
			const fix = !isPrintedNumber(file, at, text) &&
				/^(?:[1-9]\d*|[\d$[].*[:$/-].*)$/.test(text) && { title: say`Put the port in quotes`, edits: [replace(at, `"${text}"`)], safe: true };
			yield { at, message, ...(fix && { fix }) };
		}
	},
});

/** https://yaml.org/type/int.html */
const base60 = /^[1-9]\d*(?::[0-5]?\d)+$/;

const numberOf = (text: string): number => text.split(":").reduce((number, digits) => number * 60 + Number(digits), 0);

/** Compose prints extensions as they are, and there a number is another value than its text. */
const isPrintedNumber = (file: LintedCompose, at: Range, text: string): boolean =>
	/^\d+$/.test(text) && partsAround(file, at).some((part) => part.kind === "entry" && nameOf(part.entry)?.startsWith("x-"));
