import { compose, composeRule } from "../../lint/rule.ts";
import { reportRefusals, unquoted, wordInstead } from "../compose-refusals.ts";

export default composeRule({
	id: "port-host-ip-invalid",
	category: "correctness",
	severity: "error",
	title: "A port is published at an address that is none",
	why: ["`host_ip` is an IPv4 or IPv6 address of the machine, and Compose refuses anything else, names such as `localhost` too."],
	fixes: { onRequest: "`localhost` becomes `127.0.0.1`.", never: "Which address is meant, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - target: 80
				        published: "8080"
				        host_ip: localhost
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - target: 80
				        published: "8080"
				        host_ip: 127.0.0.1
			`,
		},
	],

	check: (file) => reportRefusals(file, "hostIp", ({ at, written }) => (unquoted(written) === "localhost" ? wordInstead(file, at, "127.0.0.1") : undefined)),
});
