import type { LintedCompose } from "../../compose/linted.ts";
import { serviceInsertion } from "../../compose/rewrite/insert.ts";
import { entryOf, type Mapping } from "../../compose/value.ts";
import { checkLines, probeOf } from "../../image/probes.ts";
import { compose, composeRule, type Fix, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { dependenciesOn } from "../compose-dependencies.ts";
import { hasHealthcheck } from "../compose-health.ts";
import { pulledImage } from "../compose-images.ts";

export default composeRule({
	id: "healthy-without-healthcheck",
	category: "correctness",
	severity: "error",
	title: "A service waits until another is healthy, which nothing ever asks",
	why: [
		"`docker compose config` takes such a file, and `up` fails: `container … has no healthcheck configured`.",
		"Images of which it is not known whether they have a check of their own are left alone.",
	],
	fixes: {
		onRequest: "A check is added that the image is known to have the program for.",
		never: "How the service tells that it is well, only who made its image knows, or its check is switched off.",
	},
	examples: [
		{
			bad: compose`
				services:
				  app:
				    image: example/app:1
				    depends_on:
				      db:
				        condition: service_healthy
				  db:
				    image: postgres:17
			`,
			good: compose`
				services:
				  app:
				    image: example/app:1
				    depends_on:
				      db:
				        condition: service_healthy
				  db:
				    image: postgres:17
				    healthcheck:
				      test: ["CMD-SHELL", "pg_isready -h 127.0.0.1 -U $\${POSTGRES_USER:-postgres}"]
				      interval: 10s
				      timeout: 5s
				      retries: 5
				      start_period: 30s
			`,
		},
	],
	needs: ["condition"],

	check(file) {
		const problems: Problem[] = [];
		for (const [name, dependencies] of dependenciesOn(file)) {
			const service = file.allServices.get(name);
			if (!service || !dependencies.some(({ condition, isRequired }) => condition === "service_healthy" && isRequired)) continue;
			if (hasHealthcheck(service, file) !== false) continue;
			const fix = addition(file, name, service);
			for (const { at, condition, isRequired } of dependencies)
				if (at && condition === "service_healthy" && isRequired)
					problems.push({ at, message: say`\`${name}\` has no health check, so that it is never healthy`, ...(fix && { fix }) });
		}
		return problems;
	},
});

function addition(file: LintedCompose, name: string, service: Mapping): Fix | undefined {
	const image = pulledImage(service);
	const probe = image && !entryOf(service, "healthcheck") ? probeOf(image.reference) : undefined;
	const edit = probe && serviceInsertion(file, name, "healthcheck", checkLines(probe));
	return edit && { title: say`Add a health check to \`${name}\``, edits: [edit], safe: false };
}
