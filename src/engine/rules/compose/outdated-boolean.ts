import { type LintedCompose, rangeIn, valueAt } from "../../compose/linted.ts";
import { entryOf, type Value } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";
import { unquoted } from "../compose-refusals.ts";

export default composeRule({
	id: "outdated-boolean",
	category: "practice",
	severity: "warning",
	title: "A truth value is written as in YAML 1.1",
	why: ["Compose takes `yes`, `no`, `on` and `off` where it wants a truth value, warns of them at each start, and asks for `true` and `false`."],
	fixes: { safely: "`true` or `false` is written, which means the same." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    privileged: no
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    privileged: false
			`,
		},
	],
	needs: [
		"init",
		"oom_kill_disable",
		"privileged",
		"read_only",
		"stdin_open",
		"tty",
		"attachable",
		"enable_ipv4",
		"enable_ipv6",
		"external",
		"internal",
		"disable",
		"required",
	],

	*check(file) {
		for (const held of booleans(file)) {
			const at = rangeIn(file, held);
			if (!at || held.kind !== "boolean") continue;
			const written = file.text.slice(at.start, at.end);
			if (!/^["']?(?:y|yes|n|no|on|off)["']?$/i.test(written)) continue;
			const word = String(held.value);
			yield {
				at,
				message: say`Compose wants \`${word}\` here, and warns of \`${unquoted(written)}\``,
				fix: { title: say`Write \`${word}\``, edits: [replace(at, word)], safe: true },
			};
		}
	},
});

const ofServices = ["init", "oom_kill_disable", "privileged", "read_only", "stdin_open", "tty"];
const ofOthers = ["attachable", "enable_ipv4", "enable_ipv6", "external", "internal"];

function* booleans({ services, project }: LintedCompose): Generator<Value> {
	for (const { value } of services) {
		for (const name of ofServices) yield* found(entryOf(value, name));
		yield* found(valueAt(value, "healthcheck", "disable"));
		const waits = entryOf(value, "depends_on");
		if (waits?.kind === "mapping") for (const { value: held } of waits.entries.values()) yield* found(entryOf(held, "required"));
	}
	for (const section of ["networks", "volumes", "secrets", "configs"]) {
		const held = entryOf(project.model, section);
		if (held?.kind === "mapping") for (const { value } of held.entries.values()) for (const name of ofOthers) yield* found(entryOf(value, name));
	}
}

const found = (value: Value | undefined): readonly Value[] => (value ? [value] : []);
