import { durationOf } from "../../compose/print/duration.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals, textInstead, unquoted, wordInstead } from "../compose-refusals.ts";

export default composeRule({
	id: "invalid-duration",
	category: "correctness",
	severity: "error",
	title: "A time is not written as durations are",
	why: ["A duration is text that says its units, as in `1m30s`; Compose refuses numbers without one, and units that it does not know."],
	fixes: {
		safely: "A number is meant in seconds, and becomes text; blanks between a number and its unit go.",
		onRequest: "Units that are written out become those that Compose knows.",
		never: "What is meant, only who wrote the file knows.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    healthcheck:
				      test: curl -f http://localhost
				      interval: 10
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    healthcheck:
				      test: curl -f http://localhost
				      interval: "10s"
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "duration", ({ at, written, remedy }) => {
			const word = unquoted(written);
			if (remedy?.kind === "text") return /^\d+$/.test(word) ? textInstead(at, `"${word}s"`, { safe: true }) : undefined;
			const meant = withUnits(word);
			return durationOf(meant) === undefined ? undefined : wordInstead(file, at, meant, { safe: meant === word.replaceAll(" ", "") });
		}),
});

/** As Go writes units. */
function withUnits(text: string): string {
	const units = text
		.toLowerCase()
		.replace(/\s+/g, "")
		.replace(/(\d)sec(?:ond)?s?/g, "$1s")
		.replace(/(\d)min(?:ute)?s?/g, "$1m")
		.replace(/(\d)(?:hours?|hrs?)/g, "$1h")
		.replace(/(\d)days?/g, "$1d");
	return /\d$/.test(units) ? `${units}s` : units;
}
