import { type Stage, stageOf } from "../dockerfile/stages.ts";
import type { Dockerfile } from "../dockerfile/syntax.ts";
import { commandsNamed, runsWith } from "./named-commands.ts";
import type { ShellWord } from "./shell-word.ts";

/** The first call of a program in each stage that is not told to try again, by an option or by a configuration that the file writes. */
export function* callsWithoutRetries(
	file: Dockerfile,
	program: "curl" | "wget",
): Generator<{ readonly word: ShellWord; readonly command: ReturnType<typeof commandsNamed>[number]["command"] }> {
	const { option, configuration } = retries[program];
	const seen = new Set<Stage | undefined>();
	for (const { run, command } of commandsNamed(file, program)) {
		const stage = stageOf(file, run);
		const { program: word, args } = command;
		if (!word || seen.has(stage) || !args.some(({ text }) => !text.startsWith("-"))) continue;
		seen.add(stage);
		if (args.some(({ text }) => option.test(text))) continue;
		if (isConfigured(file, configuration)) return;
		yield { word, command };
	}
}

const retries = {
	curl: { option: /^--retry\b|^-K|^--config\b/, configuration: "curlrc" },
	wget: { option: /^--(?:tries|retry-\S+|config)\b|^-[a-zA-Z]*t/, configuration: "wgetrc" },
};

/** Whether a configuration of that name is written or copied anywhere. */
const isConfigured = (file: Dockerfile, name: string): boolean =>
	runsWith(file, name).length > 0 ||
	file.instructions.some(({ keyword, logical }) => (keyword === "COPY" || keyword === "ADD" || keyword === "ENV") && logical.text.toLowerCase().includes(name));
