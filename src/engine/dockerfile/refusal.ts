import { type Message, say } from "../text/message.ts";

/** BuildKit's words for why it refuses a file, as a message: the same in English, and so found by who searches for them. What is not known is quoted. */
export function refusalOf(words: string): Message {
	for (const [pattern, message] of known) {
		const match = pattern.exec(words);
		if (match) return message(match[1] ?? "", match[2] ?? "");
	}
	return say`${words}`;
}

const known: readonly (readonly [RegExp, (first: string, second: string) => Message])[] = [
	[/^file with no instructions$/, () => say`file with no instructions`],
	[/^(\w+) must have two arguments$/, (keyword) => say`${keyword} must have two arguments`],
	[
		/^Syntax error - can't find = in (".*")\. Must be of the form: name=value$/s,
		(word) => say`Syntax error - can't find = in ${word}. Must be of the form: name=value`,
	],
	[
		/^when using JSON array syntax, arrays must be comprised of strings only$/,
		() => say`when using JSON array syntax, arrays must be comprised of strings only`,
	],
	[/^unterminated heredoc$/, () => say`unterminated heredoc`],
	[/^only one (.*) parser directive can be used$/, (name) => say`only one ${name} parser directive can be used`],
	[/^invalid escape token '(.*)' does not match ` or \\$/s, (token) => say`invalid escape token '${token}' does not match ${"`"} or ${"\\"}`],
	[/^dockerfile line greater than max allowed size of (\d+)$/, (size) => say`dockerfile line greater than max allowed size of ${size}`],
	[/^failed to process ("(?:[^"\\]|\\.)*"): (.*)$/s, (word, why) => say`failed to process ${word}: ${refusalOf(why)}`],
	[/^unexpected end of statement while looking for matching (.+)$/, (mark) => say`unexpected end of statement while looking for matching ${mark}`],
	[/^syntax error: missing '\}'$/, () => say`syntax error: missing '}'`],
	[/^syntax error: bad substitution$/, () => say`syntax error: bad substitution`],
	[/^unsupported modifier \((.*)\) in substitution$/s, (modifier) => say`unsupported modifier (${modifier}) in substitution`],
];
