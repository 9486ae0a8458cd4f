import { serviceInsertion } from "../../compose/rewrite/insert.ts";
import { entryOf } from "../../compose/value.ts";
import { checkLines, probeOf } from "../../image/probes.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { isWaitedToEnd } from "../compose-dependencies.ts";
import { hasHealthcheck } from "../compose-health.ts";
import { pulledImage } from "../compose-images.ts";

export default composeRule({
	id: "healthcheck-missing",
	peers: { kics: ["698ed579"], cis: ["CIS-5.27"] },
	category: "practice",
	severity: "off",
	title: "Nobody asks a service whether it is well",
	why: [
		"Docker takes a container for running as long as its first process does, also where that does not answer any more.",
		"Other services can wait for a service with a health check until it is ready.",
	],
	fixes: {
		onRequest: "A check is added that the image is known to have the program for.",
		never: "How the service tells that it is well, only who made its image knows.",
	},
	examples: [
		{
			bad: compose`
				services:
				  cache:
				    image: redis:8
			`,
			good: compose`
				services:
				  cache:
				    image: redis:8
				    healthcheck:
				      test: ["CMD", "redis-cli", "ping"]
				      interval: 10s
				      timeout: 5s
				      retries: 5
				      start_period: 10s
			`,
		},
	],

	*check(file) {
		for (const { name, at, value: service } of file.services) {
			// One that is switched off is another matter.
			if (entryOf(service, "healthcheck") || isWaitedToEnd(file, name) || hasHealthcheck(service, file) !== false) continue;
			const image = pulledImage(service);
			const probe = image && probeOf(image.reference);
			// What serves nobody need not be asked.
			if (!probe && !entryOf(service, "ports") && !entryOf(service, "expose")) continue;
			const edit = probe && serviceInsertion(file, name, "healthcheck", checkLines(probe));
			yield {
				at,
				message: say`nobody asks \`${name}\` whether it is well`,
				...(edit && { fix: { title: say`Add a health check`, edits: [edit], safe: false } }),
			};
		}
	},
});
