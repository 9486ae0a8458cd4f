import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { missingExternals } from "../compose-externals.ts";

export default composeRule({
	id: "external-network-missing",
	category: "correctness",
	severity: "info",
	title: "A network that is made elsewhere is not on the engine",
	why: [
		"Compose does not make what is `external`: `up` fails with `network … declared as external, but could not be found` until somebody does.",
		"This is told only while an engine is connected.",
	],
	fixes: { never: "It is made on the engine, by `docker network create` or by the project that it belongs to." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    networks: [proxy]
				networks:
				  proxy:
				    external: true
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    networks: [proxy]
				networks:
				  proxy:
			`,
			daemon: { version: "29.0.0", apiVersion: "1.52", ports: [], networks: ["bridge", "host", "none"] },
		},
	],
	needs: ["external"],

	check: (file) => missingExternals(file, "networks").map(({ at, name }) => ({ at, message: say`the engine has no network \`${name}\`` })),
});
