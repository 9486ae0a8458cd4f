import { instructionsOf } from "../../dockerfile/instructions.ts";
import { baseReferenceOf, rootOf, type Stage, stagesOf } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { runsWith } from "../../shell/named-commands.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";

export default dockerfileRule({
	id: "opcache-missing",
	peers: { tally: ["tally/php/enable-opcache-in-production"] },
	category: "practice",
	severity: "off",
	title: "PHP compiles every script again with each request",
	why: [
		"OPcache keeps compiled scripts in memory, and makes most applications two or three times as fast.",
		"The official images of PHP before 8.5 have it and do not load it: `docker-php-ext-install opcache` does.",
	],
	fixes: { onRequest: "What OPcache has kept is not looked at again for two seconds, unless its settings say otherwise." },
	examples: [
		{
			bad: dockerfile`
				FROM php:8.3-fpm
				COPY . /var/www/html
			`,
			good: dockerfile`
				FROM php:8.3-fpm
				RUN docker-php-ext-install opcache
				COPY . /var/www/html
			`,
		},
	],

	check(file) {
		const problems: Problem[] = [];
		const stage = stagesOf(file).at(-1);
		if (!stage?.image || !servesPhp(file, stage) || isMentioned(file)) return problems;
		problems.push({ at: stage.image, message: say`nothing loads OPcache`, fix: withOpcache(file, stage) });
		return problems;
	},
});

function servesPhp(file: Dockerfile, stage: Stage): boolean {
	const { registry, repository, tag = "" } = baseReferenceOf(file, rootOf(file, stage)) ?? {};
	if (registry !== undefined || repository !== "php" || !/fpm|apache/.test(tag)) return false;
	const [major = 0, minor = 0] = (/^(\d+)\.(\d+)/.exec(tag) ?? []).slice(1).map(Number);
	// Since 8.5 it is part of PHP: https://wiki.php.net/rfc/make_opcache_required
	return major > 0 && (major < 8 || (major === 8 && minor < 5));
}

/** In whatever way; what an installer or a file that is copied is called tells enough. */
const isMentioned = (file: Dockerfile): boolean =>
	runsWith(file, "opcache").length > 0 ||
	["COPY", "ADD", "ENV"].some((keyword) => instructionsOf(file, keyword).some(({ logical }) => logical.text.includes("opcache")));

function withOpcache({ text }: Dockerfile, { from }: Stage): Fix {
	const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
	return { title: say`Install OPcache`, edits: [insert(from.fullRange.end, `${lineEnd}RUN docker-php-ext-install opcache`)], safe: false };
}
