import { findEntry, lineEndOf } from "../../compose/rewrite/parts.ts";
import { type ComposeEntry, type ComposeFile, nameOf } from "../../compose/syntax.ts";
import { compose, composeRule, type Fix, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default composeRule({
	id: "external-name-deprecated",
	category: "practice",
	severity: "warning",
	title: "The name of something external stands under `external`",
	why: ["Compose warns of `external.name` at each start, for it is deprecated: `external` is `true`, and the `name` stands beside it."],
	fixes: {
		safely: "`external` becomes `true`, and the `name` moves beside it.",
		never: "A comment or an anchor stands in between, or there is another `name`.",
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    networks: [proxy]
				networks:
				  proxy:
				    external:
				      name: traefik
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    networks: [proxy]
				networks:
				  proxy:
				    external: true
				    name: traefik
			`,
		},
	],
	needs: [["external", "name"]],

	check(file) {
		const problems: Problem[] = [];
		for (const section of ["networks", "volumes", "secrets", "configs"]) {
			const defined = findEntry(file, section)?.value;
			if (defined?.kind !== "mapping") continue;
			for (const { value: resource } of defined.entries) {
				if (resource?.kind !== "mapping") continue;
				const external = resource.entries.find((entry) => nameOf(entry) === "external");
				const name = external?.value?.kind === "mapping" ? external.value.entries.find((entry) => nameOf(entry) === "name") : undefined;
				if (!external || !name) continue;
				const hasName = resource.entries.some((entry) => nameOf(entry) === "name");
				const fix = hasName ? undefined : besideExternal(file, external, name, resource.isFlow);
				problems.push({ at: name, message: say`\`external.name\` is deprecated; \`name\` stands beside \`external\``, tag: "deprecated", ...(fix && { fix }) });
			}
		}
		return problems;
	},
});

function besideExternal(file: ComposeFile, external: ComposeEntry, name: ComposeEntry, isFlow: boolean): Fix | undefined {
	const { text } = file;
	const { key, value } = external;
	if (value?.kind !== "mapping" || value.entries.length !== 1 || value.anchor !== undefined) return undefined;
	const written = text.slice(name.start, name.end);
	// Blanks, the colon and braces are all that may stand around it.
	const around = text.slice(key.end, name.start) + text.slice(name.end, external.end);
	if (!/^\s*:[\s{},]*$/.test(around) || written.includes("\n") || name.value?.kind !== "scalar") return undefined;
	const lineStart = text.lastIndexOf("\n", key.start - 1) + 1;
	const lead = text.slice(lineStart, key.start);
	if (!isFlow && lead.trim() !== "") return undefined;
	const between = isFlow ? ", " : `${lineEndOf(text)}${lead}`;
	const edits = [replace({ start: key.end, end: external.end }, `: true${between}${written}`)];
	return { title: say`Write \`name\` beside \`external\``, edits, safe: true };
}
