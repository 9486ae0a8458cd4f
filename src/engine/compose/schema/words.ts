import { type Message, say } from "../../text/message.ts";
import { inQuotes } from "../in-quotes.ts";
import type { Remedy } from "../refusal.ts";
import { remedyFor } from "./remedy.ts";
import type { Mistake } from "./validate.ts";

/** A mistake in words for people. */
export function wordsFor(mistake: Mistake, remedy: Remedy | undefined): Message {
	switch (mistake.kind) {
		case "type":
			return mistake.found === "null"
				? say`\`${nameOf(mistake)}\` is empty, and has to be ${wantedOf(mistake.wanted)}`
				: say`\`${nameOf(mistake)}\` has to be ${wantedOf(mistake.wanted)}`;
		case "key": {
			// Where names are the user's own, there are none to choose from.
			if (mistake.known.length === 0) return say`\`${mistake.name}\` is no name here: those are made of letters, digits, \`.\`, \`_\` and \`-\``;
			return remedy?.kind === "word" ? say`there is no \`${mistake.name}\` here; did you mean \`${remedy.word}\`?` : say`there is no \`${mistake.name}\` here`;
		}
		case "required":
			return say`\`${mistake.name}\` is missing`;
		case "enum":
			return say`\`${mistake.found}\` is none of ${inQuotes(mistake.wanted)}`;
		case "pattern":
			return say`\`${mistake.found}\` is not written as this has to be`;
		case "range":
			return mistake.maximum === undefined
				? say`this has to be at least ${mistake.minimum ?? 0}`
				: say`this has to be between ${mistake.minimum ?? 0} and ${mistake.maximum}`;
		case "repeated":
			return say`this stands in the list already`;
		case "several":
			return say`this is not allowed here`;
	}
}

/** What is said of a key that is none of those that are known. */
export function unknownKey(name: string, known: readonly string[]): { readonly message: Message; readonly remedy?: Remedy } {
	const mistake: Mistake = { kind: "key", at: undefined, path: [name], depth: 1, name, known };
	const remedy = remedyFor(mistake);
	return { message: wordsFor(mistake, remedy), ...(remedy && { remedy }) };
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
