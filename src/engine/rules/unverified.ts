import type { Dockerfile } from "../dockerfile/syntax.ts";
import type { Problem } from "../lint/rule.ts";
import type { Unverified } from "../shell/programs/unverified.ts";
import { unverifiedIn, type UnverifiedPlace } from "../shell/unverified.ts";
import { type Message, say } from "../text/message.ts";

const none: readonly Problem[] = [];

/** What a rule says of the places of one kind, with the fix that takes each out. */
export function reportUnverified(file: Dockerfile, of: Unverified, message: (place: UnverifiedPlace) => Message): readonly Problem[] {
	const places = unverifiedIn(file, of);
	if (places.length === 0) return none;
	return places.map((place) => {
		const { at, removal, text, instead } = place;
		const problem = { at: { start: at.start, end: at.end }, message: message(place) };
		const title = instead === undefined ? say`Leave out \`${text}\`` : say`Answer yes with \`${instead}\``;
		return removal ? { ...problem, fix: { title, edits: [removal], safe: false } } : problem;
	});
}

/** What the rules say of their fixes. */
export const fixesOfUnverified = {
	onRequest: "It is taken out; where the server's certificate or the package's signature is not in order, the build fails then, and says why.",
	never: "A configuration file says it, or what is left cannot stand without it.",
} as const;
