import { stageOf } from "../../dockerfile/stages.ts";
import { scopeBefore } from "../../dockerfile/variables.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { telemetry } from "../../shell/telemetry.ts";
import { settingBefore } from "../../shell/values.ts";
import { say } from "../../text/message.ts";
import { insert } from "../../text/text.ts";

export default dockerfileRule({
	id: "telemetry-left-on",
	peers: { tally: ["tally/prefer-telemetry-opt-out"] },
	category: "practice",
	severity: "off",
	strictSeverity: "info",
	title: "A tool reports every build to its maker",
	why: [
		"The tool sends data about how it is used, and a build server cannot be asked whether it agrees.",
		"It costs time and needs a network, and what is sent may say more of a project than it should.",
	],
	fixes: { onRequest: "Always: the variable is set at the beginning of the stage." },
	examples: [
		{
			bad: dockerfile`
				FROM mcr.microsoft.com/dotnet/sdk:9.0
				RUN dotnet restore
			`,
			good: dockerfile`
				FROM mcr.microsoft.com/dotnet/sdk:9.0
				ENV DOTNET_CLI_TELEMETRY_OPTOUT=1
				RUN dotnet restore
			`,
		},
	],
	needs: [...telemetry.keys()],

	check(file) {
		const problems: Problem[] = [];
		const seen = new Set<string>();
		for (const { run, command } of commandsNamed(file, ...telemetry.keys())) {
			const stage = stageOf(file, run);
			const { name = "", program } = command;
			const [variable, value] = telemetry.get(name) ?? [];
			const key = `${stage?.index ?? -1} ${variable ?? ""}`;
			if (!program || !stage || !variable || seen.has(key)) continue;
			const scope = scopeBefore(file, run);
			const isSet = (each: string): boolean =>
				scope.get(each) !== undefined || command.assignments.some((own) => own.name === each) || settingBefore(file, run, command, each) !== undefined;
			if (isSet(variable) || isSet("DO_NOT_TRACK")) continue;
			seen.add(key);
			const lineEnd = file.text.includes("\r\n") ? "\r\n" : "\n";
			problems.push({
				at: program,
				message: say`\`${name}\` reports to its maker unless \`${variable}\` is set`,
				fix: { title: say`Set \`${variable}\``, edits: [insert(stage.from.range.end, `${lineEnd}ENV ${variable}=${value ?? "1"}`)], safe: false },
			});
		}
		return problems;
	},
});
