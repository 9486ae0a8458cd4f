import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { reportRefusals } from "../refusals.ts";

export default dockerfileRule({
	id: "invalid-port",
	peers: {
		hadolint: ["DL3011"],
		tally: ["hadolint/DL3011"],
		trivy: ["DS-0008"],
		kics: ["71bf8cf8"],
		semgrep: ["invalid-port"],
		dockerfilelint: ["invalid_port"],
		"dockerfile-utils": ["INVALID_PORT"],
	},
	category: "correctness",
	severity: "error",
	title: "EXPOSE names no port",
	why: ["Docker takes numbers up to 65535 and ranges of them, with `/tcp`, `/udp` or `/sctp` behind, and refuses the file for anything else."],
	fixes: {
		onRequest: "Ports are separated by commas.",
		never: "Any other value.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				EXPOSE 80,443
			`,
			good: dockerfile`
				FROM debian:12
				EXPOSE 80 443
			`,
		},
	],

	needs: ["refused"],
	check: (file) => reportRefusals(file, "port"),
});
