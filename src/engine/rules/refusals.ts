import { mayBeAnotherLanguage } from "../dockerfile/another-language.ts";
import { type Kind, type Refusal, refusalsOf } from "../dockerfile/refusals/refusals.ts";
import type { Dockerfile } from "../dockerfile/syntax.ts";
import { unopenedHeredocs } from "../dockerfile/unopened-heredocs.ts";
import type { Problem } from "../lint/rule.ts";
import { fact } from "../text/fact.ts";
import { type Message, say } from "../text/message.ts";

/** What Docker refuses the file for, as far as it is of that kind and does not depend on the arguments of the build. */
export function reportRefusals(file: Dockerfile, kind: Kind): readonly Problem[] {
	const refusals = reported(file);
	if (refusals.length === 0) return none;
	return refusals.flatMap((refusal) => {
		if (refusal.kind !== kind || refusal.unlessGiven !== undefined) return none;
		// What is put off is refused in other builds only.
		return [{ ...toProblem(refusal, refusal.isPutOff ? putOff(refusal) : refused(refusal)), ...(!refusal.isPutOff && { refused: true as const }) }];
	});
}

/** What Docker refuses the file for unless the build is given an argument. */
export const reportUngiven = (file: Dockerfile): readonly Problem[] =>
	reported(file).flatMap((refusal) => {
		const { unlessGiven, said } = refusal;
		return unlessGiven === undefined ? none : [toProblem(refusal, say`without \`--build-arg ${unlessGiven}=…\` Docker refuses the file: ${shortened(said)}`)];
	});

const none: readonly Problem[] = [];

const reported = fact((file: Dockerfile): readonly Refusal[] => {
	const refusals = refusalsOf(file);
	if (refusals.length === 0 || mayBeAnotherLanguage(file)) return [];
	// Lines that are meant as a here document's are reported as such.
	const unopened = unopenedHeredocs(file);
	return unopened.length === 0 ? refusals : refusals.filter(({ at }) => !unopened.some(({ lines }) => lines.start <= at.start && at.start <= lines.end));
});

const refused = ({ what, said }: Refusal): Message => say`${what}, so Docker refuses the file: ${shortened(said)}`;

const putOff = ({ what, said }: Refusal): Message => say`${what}, so Docker takes this file, but refuses those that build on the image: ${shortened(said)}`;

/** BuildKit repeats the whole word, which may be long and have backticks in it, and may end in a full stop. */
const shortened = (said: string): string => (said.length > 200 ? `${said.slice(0, 200)}…` : said).replace(/[.\s]+$/, "").replaceAll("`", "'");

const toProblem = ({ at, meant }: Refusal, message: Message): Problem => ({
	at,
	message,
	...(meant && { fix: { title: meant.title, edits: meant.edits, safe: false } }),
});
