import { type Message, say } from "../../text/message.ts";
import { findSimilar } from "../../text/similar.ts";
import type { Mistake } from "./validate.ts";

/** A mistake in words for people. */
export function wordsFor(mistake: Mistake): Message | undefined {
	switch (mistake.kind) {
		case "type":
			return mistake.found === "null"
				? say`\`${nameOf(mistake)}\` is empty, and has to be ${wantedOf(mistake.wanted)}`
				: say`\`${nameOf(mistake)}\` has to be ${wantedOf(mistake.wanted)}`;
		case "key": {
			// Where names are the user's own, there are none to choose from.
			if (mistake.known.length === 0) return say`\`${mistake.name}\` is no name here: those are made of letters, digits, \`.\`, \`_\` and \`-\``;
			const similar = findSimilar(mistake.name, mistake.known);
			return similar === undefined ? say`there is no \`${mistake.name}\` here` : say`there is no \`${mistake.name}\` here; did you mean \`${similar}\`?`;
		}
		case "required":
			return say`\`${mistake.name}\` is missing`;
		case "enum":
			return say`\`${mistake.found}\` is none of \`${mistake.wanted.join("`, `")}\``;
		case "pattern":
			return say`\`${mistake.found}\` is not written as this has to be`;
		case "range":
			return mistake.maximum === undefined
				? say`this has to be at least ${mistake.minimum ?? 0}`
				: say`this has to be between ${mistake.minimum ?? 0} and ${mistake.maximum}`;
		case "repeated":
			return say`this stands in the list already`;
		case "several":
			return undefined;
	}
}

const nameOf = ({ path }: Mistake): string => String(path.findLast((part) => typeof part === "string") ?? "");

const nouns: Readonly<Record<string, Message>> = {
	object: say`a mapping`,
	array: say`a list`,
	string: say`text`,
	number: say`a number`,
	integer: say`a whole number`,
	boolean: say`true or false`,
	null: say`nothing`,
};

function wantedOf(types: readonly string[]): Message {
	const [first, ...rest] = types.map((type) => nouns[type] ?? say`${type}`);
	return rest.reduce((before, each) => say`${before} or ${each}`, first ?? say`nothing`);
}
