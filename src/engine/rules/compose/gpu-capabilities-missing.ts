import { type LintedCompose } from "../../compose/linted.ts";
import { partsAround } from "../../compose/rewrite/parts.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { type Range } from "../../text/text.ts";
import { entryAdded, reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "gpu-capabilities-missing",
	category: "correctness",
	severity: "error",
	title: "A device is reserved without saying what it has to do",
	why: ["Compose refuses a device under `deploy.resources.reservations` that names no `capabilities`.", "For a graphics card that is `[gpu]`."],
	fixes: { safely: "A device of which a number or certain ones are reserved is a graphics card, and says so.", never: "Which device it is cannot be told." },
	examples: [
		{
			bad: compose`
				services:
				  llm:
				    image: ollama/ollama:0.6
				    deploy:
				      resources:
				        reservations:
				          devices:
				            - driver: nvidia
				              count: 1
			`,
			good: compose`
				services:
				  llm:
				    image: ollama/ollama:0.6
				    deploy:
				      resources:
				        reservations:
				          devices:
				            - driver: nvidia
				              count: 1
				              capabilities: [gpu]
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "gpuCapabilities", ({ at }) => {
			const isNvidia = /\bnvidia\b|\bcount\b|\bdevice_ids\b/.test(itemText(file, at));
			return isNvidia ? entryAdded(file, at, "capabilities", "[gpu]", say`Ask for a graphics card`, { safe: true }) : undefined;
		}),
});

/** The item of a list that the range stands in. */
function itemText(file: LintedCompose, at: Range): string {
	const part = partsAround(file, at).findLast(({ kind }) => kind === "item");
	return part?.kind === "item" ? file.text.slice(part.item.start, part.item.end) : "";
}
