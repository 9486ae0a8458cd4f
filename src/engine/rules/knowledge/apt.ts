import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { commandsMentioning } from "../../shell/commands.ts";
import { fact } from "../../text/fact.ts";
import { type Invocation, invocationOf, type OptionSyntax } from "./invocation.ts";

const syntax: OptionSyntax = {
	letters: "otcaP",
	long: ["--option", "--target-release", "--default-release", "--config-file", "--host-architecture", "--build-profiles"],
};

/** The calls of apt-get, apt and aptitude in an instruction. */
export const aptCallsIn = (file: Dockerfile, instruction: Instruction): readonly Invocation[] => callsIn(instruction, file);

const callsIn = fact((instruction: Instruction, file: Dockerfile): readonly Invocation[] => {
	const calls: Invocation[] = [];
	for (const command of commandsMentioning(file, instruction, "apt-get", "apt ", "aptitude", 'apt"')) {
		if (command.name !== "apt-get" && command.name !== "apt" && command.name !== "aptitude") continue;
		const call = invocationOf(file, instruction, command, syntax);
		if (call) calls.push(call);
	}
	return calls;
});

/** Whether an option of apt's configuration may be set for all calls: the file speaks of it, or brings a configuration of its own along. */
export function mayBeConfigured(file: Dockerfile, option: RegExp): boolean {
	const { text } = file;
	return (
		option.test(text) ||
		(text.includes("apt.conf") &&
			file.instructions.some(({ keyword, logical }) => (keyword === "COPY" || keyword === "ADD") && logical.text.includes("apt.conf")))
	);
}
