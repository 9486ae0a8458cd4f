import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { reportHost } from "../compose-host-namespaces.ts";

export default composeRule({
	id: "cgroup-host",
	peers: { cis: ["CIS-5.16", "CIS-5.17", "CIS-5.21", "CIS-5.31"] },
	category: "security",
	severity: "warning",
	title: "A service sees the control groups of the host",
	why: ["In the host's cgroup namespace a container sees the limits of all others, and with the right to write there it can change them."],
	fixes: { onRequest: "`cgroup` is removed.", never: "It has an anchor that something else takes it from." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    cgroup: host
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],
	needs: ["cgroup"],

	check: (file) => reportHost(file, "cgroup", say`the container sees the control groups of the host`, "host tools"),
});
