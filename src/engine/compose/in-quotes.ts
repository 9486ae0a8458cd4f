import { type Message, say } from "../text/message.ts";

/** Words as code, one after the other. */
export function inQuotes([first = "", ...rest]: readonly string[]): Message {
	return rest.reduce((before, word) => say`${before}, \`${word}\``, say`\`${first}\``);
}
