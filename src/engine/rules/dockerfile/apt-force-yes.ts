import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { fixesOfUnverified, reportUnverified } from "../unverified.ts";

export default dockerfileRule({
	id: "apt-force-yes",
	peers: { checkov: ["CKV2_DOCKER_11"] },
	category: "security",
	severity: "warning",
	title: "apt does whatever may break the system",
	why: [
		"`--force-yes` also installs packages that nobody has signed, downgrades, and removes what is essential, without a question.",
		"`-y` answers the usual questions; where a downgrade is meant, `--allow-downgrades` says so.",
	],
	fixes: fixesOfUnverified,
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN apt-get update && apt-get install -y --force-yes nginx
			`,
			good: dockerfile`
				FROM debian:12
				RUN apt-get update && apt-get install -y nginx
			`,
		},
	],

	needs: ["force-yes"],
	check: (file) => reportUnverified(file, "apt-force", ({ text }) => say`\`${text}\` goes on where a package is not signed, or the system breaks`),
});
