import { isShipped } from "../../dockerfile/shipped-stages.ts";
import { stageOf } from "../../dockerfile/stages.ts";
import { scopeBefore } from "../../dockerfile/variables.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { type Call, callsOf, hasOption, insertAfter } from "../../shell/calls.ts";
import { settingBefore } from "../../shell/values.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "composer-dev-packages",
	peers: { tally: ["tally/php/composer-no-dev-in-production"] },
	category: "security",
	severity: "off",
	title: "Composer installs what only development needs",
	why: [
		"Without `--no-dev` Composer installs test frameworks, debuggers and generators too: the image grows, and tools such as PHPUnit have been doors into applications.",
		"`--no-dev`, or `COMPOSER_NO_DEV=1` in the environment, leaves them out.",
	],
	fixes: { onRequest: "A script of the project may need a package of `require-dev`." },
	examples: [
		{
			bad: dockerfile`
				FROM php:8.3-fpm
				COPY . .
				RUN composer install --optimize-autoloader
			`,
			good: dockerfile`
				FROM php:8.3-fpm
				COPY . .
				RUN composer install --no-dev --optimize-autoloader
			`,
		},
	],

	needs: ["composer"],
	check(file) {
		const problems: Problem[] = [];
		const calls = callsOf(file, "composer");
		for (const [index, call] of calls.entries()) {
			if (!/^i(?:nstall)?$/.test(call.subcommand) || call.isOpen || call.command.conditional || !isShipped(file, call.instruction)) continue;
			// Those that tests needed are taken out again.
			if (
				isWithoutDev(file, call) ||
				calls.slice(index + 1).some((later) => isWithoutDev(file, later) && stageOf(file, later.instruction) === stageOf(file, call.instruction))
			)
				continue;
			const fix = { title: say`Add \`--no-dev\``, edits: [insertAfter(call.command, call.word, "--no-dev")], safe: false };
			problems.push({ at: call.range, message: say`\`composer install\` installs packages that only development needs`, fix });
		}
		return problems;
	},
});

const isWithoutDev = (file: Dockerfile, call: Call): boolean =>
	hasOption(call, "--no-dev", "--dry-run", "--help") ||
	call.command.assignments.some(({ name }) => name === "COMPOSER_NO_DEV") ||
	settingBefore(file, call.instruction, call.command, "COMPOSER_NO_DEV") !== undefined ||
	scopeBefore(file, call.instruction).get("COMPOSER_NO_DEV") !== undefined;
