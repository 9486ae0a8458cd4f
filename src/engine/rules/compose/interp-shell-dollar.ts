import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";
import { strayDollars } from "../stray-dollars.ts";

export default composeRule({
	id: "interp-shell-dollar",
	category: "correctness",
	severity: "warning",
	title: "Compose takes a variable for its own that is the container's",
	why: [
		"Compose replaces `$NAME` before the container starts, by what the host has: nothing, in most cases. The shell in the container never sees the variable.",
		"`$$NAME` leaves a `$NAME` for the shell.",
	],
	fixes: { onRequest: "The `$` is doubled." },
	examples: [
		{
			bad: compose`
				services:
				  db:
				    image: postgres:18
				    environment:
				      POSTGRES_USER: shop
				    healthcheck:
				      test: pg_isready -U $POSTGRES_USER
			`,
			good: compose`
				services:
				  db:
				    image: postgres:18
				    environment:
				      POSTGRES_USER: shop
				    healthcheck:
				      test: pg_isready -U $$POSTGRES_USER
			`,
		},
	],
	needs: ["command", "entrypoint", "healthcheck"],

	*check(file) {
		for (const { meantFor, name, start, end } of strayDollars(file)) {
			if (meantFor !== "program") continue;
			yield {
				at: { start, end },
				message: say`Compose replaces \`${name}\` by what the host has, before the container's shell sees it`,
				fix: { title: say`Leave \`${name}\` to the container`, edits: [insert(start, "$")], safe: false },
			};
		}
	},
});
