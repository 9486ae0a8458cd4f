import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals, similarIn, wordInstead } from "../compose-refusals.ts";

export default composeRule({
	id: "invalid-additional-context",
	category: "correctness",
	severity: "error",
	title: "A build takes over a service that is not built",
	why: [
		"`service:` in `additional_contexts` means the image that Compose builds for another service of the project; Compose refuses a name that is none, or a service that has no `build`.",
	],
	fixes: { onRequest: "The name is written as it stands under `services`.", never: "No service has a name that is like it, or the service has only an image." },
	examples: [
		{
			bad: compose`
				services:
				  base:
				    build: ./base
				  web:
				    build:
				      context: .
				      additional_contexts:
				        base: service:bas
			`,
			good: compose`
				services:
				  base:
				    build: ./base
				  web:
				    build:
				      context: .
				      additional_contexts:
				        base: service:base
			`,
		},
	],

	check: (file) =>
		reportRefusals(file, "additionalContext", ({ at, written }) => {
			const similar = file.allServices.has(written) ? undefined : similarIn(file, "services", written);
			return similar === undefined ? undefined : wordInstead(file, at, similar);
		}),
});
