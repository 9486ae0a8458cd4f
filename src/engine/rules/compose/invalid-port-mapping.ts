import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals } from "../compose-refusals.ts";

export default composeRule({
	id: "invalid-port-mapping",
	category: "correctness",
	severity: "error",
	title: "A port is not written as ports are",
	why: [
		"The short form of a port is `IP:HOST:CONTAINER/PROTOCOL`, of which only the container's port has to be there; ports are numbers up to 65535 or ranges of them, and both ranges are equally long.",
	],
	fixes: { never: "Which port is meant, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "80800:80"
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "8080:80"
			`,
		},
	],

	check: (file) => reportRefusals(file, "port"),
});
