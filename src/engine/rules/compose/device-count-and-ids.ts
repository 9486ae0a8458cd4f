import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { removed, reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "device-count-and-ids",
	category: "correctness",
	severity: "error",
	title: "A device is asked for by number and by name",
	why: ["`count` takes any devices, and `device_ids` takes certain ones; Compose refuses a file that says both."],
	fixes: { onRequest: "`count` is taken out." },
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
				              device_ids: ["0"]
				              capabilities: [gpu]
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
				              device_ids: ["0"]
				              capabilities: [gpu]
			`,
		},
	],

	check: (file) => reportRefusals(file, "deviceCount", ({ at }) => removed(file, at, say`Remove \`count\``)),
});
