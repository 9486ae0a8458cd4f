import { type LintedCompose, literalOf, rangeIn, valueAt } from "../../compose/linted.ts";
import { itemInsertion } from "../../compose/rewrite/insert.ts";
import { partsAround, valueOfPart } from "../../compose/rewrite/parts.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { type Range } from "../../text/text.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "platforms-exclude-platform",
	category: "correctness",
	severity: "error",
	title: "An image is not built for the platform on which its service runs",
	why: ["Compose refuses a build whose `platforms` lack the `platform` of the service, for there would be nothing to run."],
	fixes: { onRequest: "The platform is added to the list.", never: "The platform comes from a variable." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    platform: linux/amd64
				    build:
				      context: .
				      platforms:
				        - linux/arm64
			`,
			good: compose`
				services:
				  web:
				    platform: linux/amd64
				    build:
				      context: .
				      platforms:
				        - linux/arm64
				        - linux/amd64
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "platforms", ({ at }) => {
			const part = partsAround(file, at).at(-1);
			const list = part && valueOfPart(part);
			const platform = list?.kind === "sequence" ? platformAround(file, at) : undefined;
			const edit = list?.kind === "sequence" && platform !== undefined ? itemInsertion(file, list, platform) : undefined;
			return edit && { title: say`Build for the service's platform, too`, edits: [edit], safe: false };
		}),
});

/** The platform of the service that the range stands in. */
function platformAround(file: LintedCompose, at: Range): string | undefined {
	const service = file.services.find(({ value }) => rangeIn(file, valueAt(value, "build", "platforms"))?.start === at.start);
	return literalOf(valueAt(service?.value, "platform"));
}
