import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { reportHost } from "../compose-host-namespaces.ts";

export default composeRule({
	id: "host-ipc",
	peers: { kics: ["baa3890f"], cis: ["CIS-5.16", "CIS-5.17", "CIS-5.21", "CIS-5.31"] },
	category: "security",
	severity: "warning",
	title: "A service shares the host's memory segments",
	why: [
		"With the host's namespace for interprocess communication a container can read and write the shared memory of every program on the machine.",
		"Where it is for more shared memory, `shm_size` gives that to this container alone.",
	],
	fixes: { onRequest: "`ipc` is removed.", never: "It has an anchor that something else takes it from." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    ipc: host
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],
	needs: ["ipc"],

	check: (file) => reportHost(file, "ipc", say`the container shares memory with all programs of the host; for more of it, \`shm_size\` is enough`),
});
