import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "depends-on-disabled-service",
	category: "correctness",
	severity: "error",
	title: "A service waits for one that no active profile enables",
	why: [
		"A service that runs without a profile cannot need one that runs only with a profile: Compose refuses the file unless that profile is active.",
		"Give both the same profiles, or say `required: false` where the other may be missing.",
	],
	fixes: { never: "Whether the one needs a profile, too, or can do without the other, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    depends_on:
				      - debugger
				  debugger:
				    image: busybox:1.37
				    profiles: [debug]
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    depends_on:
				      debugger:
				        condition: service_started
				        required: false
				  debugger:
				    image: busybox:1.37
				    profiles: [debug]
			`,
		},
	],

	check: (file) => reportRefusals(file, "disabledService"),
});
