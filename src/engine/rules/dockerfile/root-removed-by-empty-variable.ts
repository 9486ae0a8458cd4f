import { scopeBefore } from "../../dockerfile/variables.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamedWhere } from "../../shell/named-commands.ts";
import { plainness } from "../../shell/unquoted.ts";
import { settingBefore } from "../../shell/values.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "root-removed-by-empty-variable",
	peers: { shellcheck: [{ id: "SC2115", severity: "warning" }] },
	category: "correctness",
	severity: "warning",
	title: "An empty variable makes `rm` remove everything",
	why: ["When the variable is not set, `rm -rf $DIR/` is `rm -rf /`, and `rm -rf $DIR/*` is not much better.", "`${DIR:?}` stops with an error instead."],
	fixes: { onRequest: "Always." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN rm -rf "$DIR"/*
			`,
			good: dockerfile`
				FROM debian:12
				RUN rm -rf "\${DIR:?}"/*
			`,
		},
	],
	needs: ["rm"],

	check(file) {
		const problems: Problem[] = [];
		for (const { run, command } of commandsNamedWhere(file, /\$[^\s;&|]*\//, "rm")) {
			if (!command.args.some(({ text }) => /^-\w*[rR]|^--recursive$/.test(text))) continue;
			for (const word of command.args) {
				const [, variable, plain, braced] = bare.exec(word.text) ?? [];
				const name = plain ?? braced;
				if (!variable || name === undefined || plainness(file, run, command, name) === "known") continue;
				if (scopeBefore(file, run).get(name)?.value || settingBefore(file, run, command, name)?.value?.text.startsWith("/") || ofImages.test(name)) continue;
				const end = word.start + word.text.indexOf(variable) + variable.length;
				const at = { start: end - variable.length, end };
				if (file.text.slice(at.start, at.end) !== variable) continue;
				problems.push({
					at: word,
					message: say`without a value for \`$${name}\` this removes from \`/\``,
					fix: { title: say`Stop where it is empty`, edits: [replace(at, `\${${name}:?}`)], safe: false },
				});
			}
		}
		return problems;
	},
});

/** A variable at the beginning, and nothing but a slash and a pattern, or one of the system's folders, behind it. */
const bare = /^"?(\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\}))"?\/(?:\*|bin|boot|dev|etc|home|lib|opt|root|sbin|srv|usr|var)?"?$/;

/** Variables that images set which are made for them. */
const ofImages = /^(?:[A-Z]+_HOME|HOME|PHP_INI_DIR|CONDA_DIR|CATALINA_\w+|GOPATH|GOROOT|NVM_DIR|TMPDIR)$/;
