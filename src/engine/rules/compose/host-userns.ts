import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { reportHost } from "../compose-host-namespaces.ts";

export default composeRule({
	id: "host-userns",
	peers: { kics: ["8af7162d"], cis: ["CIS-5.16", "CIS-5.17", "CIS-5.21", "CIS-5.31"] },
	category: "security",
	severity: "warning",
	title: "A service's users are those of the host",
	why: [
		"Where the engine maps users (`userns-remap`), root in a container is nobody on the host: `userns_mode: host` takes this service out of that.",
		"Where the engine maps none, it changes nothing.",
	],
	fixes: { onRequest: "`userns_mode` is removed.", never: "It has an anchor that something else takes it from." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    userns_mode: host
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],
	needs: ["userns_mode"],

	check: (file) => reportHost(file, "userns_mode", say`root in the container is root on the host, also where the engine maps users`, "host tools"),
});
