// Makes a rule with a failing example, an empty fixture and all that is derived from them: npm run new-rule <id>
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const id = process.argv[2] ?? "";
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id)) stop("Name the rule after the problem, in two or more words: npm run new-rule latest-tag");

const rule = `src/engine/rules/dockerfile/${id}.ts`;
const fixture = `test/rules/${id}.dockerfile`;
if (existsSync(join(root, rule))) stop(`${rule} exists already`);

writeFileSync(
	join(root, rule),
	`import { instructionsOf } from "../../dockerfile/instructions.ts";
import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "${id}",
	severity: "warning",
	title: "What is wrong, in one line",
	why: ["What it costs the reader's image."],
	examples: [
		{
			bad: dockerfile\`
				FROM alpine:3.20
				RUN bad
			\`,
			good: dockerfile\`
				FROM alpine:3.20
				RUN good
			\`,
		},
	],

	*check(file) {
		for (const { argsRange } of instructionsOf(file, "RUN")) {
			yield { at: argsRange, message: say\`what is wrong here, in one clause\` };
		}
	},
});
`,
);
writeFileSync(join(root, fixture), "");
console.log(`wrote ${rule}\nwrote ${fixture}`);
await import("./generate.mjs");
console.log(`\nNow make its example pass: npx vitest run test/rules.test.ts -t ${id}`);

function stop(message) {
	console.error(message);
	process.exit(1);
}
