import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { reportHost } from "../compose-host-namespaces.ts";

export default composeRule({
	id: "host-uts",
	peers: { cis: ["CIS-5.16", "CIS-5.17", "CIS-5.21", "CIS-5.31"] },
	category: "security",
	severity: "warning",
	title: "A service shares the host's name",
	why: ["In the host's UTS namespace a container with the right to it can rename the machine, and nothing is gained: `hostname` gives it a name of its own."],
	fixes: { onRequest: "`uts` is removed.", never: "It has an anchor that something else takes it from." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    uts: host
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],
	needs: ["uts"],

	check: (file) => reportHost(file, "uts", say`the container shares the host's name, and may change it`),
});
