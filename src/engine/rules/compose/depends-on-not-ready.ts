import { probeOf } from "../../image/probes.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { dependenciesOn } from "../compose-dependencies.ts";
import { pulledImage } from "../compose-images.ts";
import { waitUntilHealthy } from "../compose-waiting.ts";

export default composeRule({
	id: "depends-on-not-ready",
	category: "correctness",
	severity: "off",
	title: "A service starts before the database is ready that it depends on",
	why: [
		"`depends_on` with a name alone waits until the container is started, not until what is in it answers: a database takes seconds for that.",
		"With `condition: service_healthy` Compose waits until the health check says so.",
	],
	fixes: {
		onRequest: "The dependency waits until the database is healthy, which gets a health check where it has none.",
		never: "The list is written in a way in which one of its items cannot become a mapping.",
	},
	examples: [
		{
			bad: compose`
				services:
				  app:
				    image: example/app:1
				    depends_on:
				      - cache
				  cache:
				    image: redis:8
			`,
			good: compose`
				services:
				  app:
				    image: example/app:1
				    depends_on:
				      cache:
				        condition: service_healthy
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
	needs: ["depends_on"],

	check(file) {
		const problems: Problem[] = [];
		for (const [name, dependencies] of dependenciesOn(file)) {
			const service = file.allServices.get(name);
			const image = service && pulledImage(service);
			if (!image || !probeOf(image.reference)) continue;
			for (const { at, by, isLong } of dependencies) {
				if (!at || isLong) continue;
				problems.push({ at, message: say`\`${by}\` starts before \`${name}\` is ready`, fix: () => waitUntilHealthy(file, by, name) });
			}
		}
		return problems;
	},
});
