import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { reportHost } from "../compose-host-namespaces.ts";

export default composeRule({
	id: "host-pid",
	peers: { kics: ["4f31dd9f"], cis: ["CIS-5.16", "CIS-5.17", "CIS-5.21", "CIS-5.31"] },
	category: "security",
	severity: "warning",
	title: "A service sees the processes of the host",
	why: [
		"With the host's process namespace a container sees every process of the machine with its arguments, and as root it may read their environment and end them.",
		"Images that are made to watch their host are left alone.",
	],
	fixes: { onRequest: "`pid` is removed.", never: "It has an anchor that something else takes it from." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    pid: host
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],
	needs: ["pid"],

	check: (file) => reportHost(file, "pid", say`the container sees all processes of the host`, "host tools"),
});
