import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { removed, reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "conflicting-memory-reservations",
	category: "correctness",
	severity: "error",
	title: "A service has two different reservations of memory",
	why: [
		"`mem_reservation` and `deploy.resources.reservations.memory` mean the same, and Compose refuses a file in which they differ or in which the second is missing beside others of its kind.",
	],
	fixes: { onRequest: "`mem_reservation` is taken out." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    mem_reservation: 512m
				    deploy:
				      resources:
				        reservations:
				          memory: 1g
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    deploy:
				      resources:
				        reservations:
				          memory: 1g
			`,
		},
	],

	check: (file) => reportRefusals(file, "memReservation", ({ at }) => removed(file, at, say`Remove \`mem_reservation\``)),
});
