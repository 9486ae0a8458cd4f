import { expand } from "../../../dockerfile/expand.ts";
import { pairsOf } from "../../../dockerfile/instructions.ts";
import { stageOf } from "../../../dockerfile/stages.ts";
import type { Dockerfile, Instruction, Word } from "../../../dockerfile/syntax.ts";
import { globalScope, type Variable } from "../../../dockerfile/global-scope.ts";
import { defaultPath, scopeBefore, type Scope, valueOf } from "../../../dockerfile/variables.ts";
import { platformVariables, predefinedArguments } from "./documentation/variables.ts";
import { type Message, say } from "../../../text/message.ts";
import { code, lineList, sentences } from "../../markdown.ts";
import { lineOf, named } from "./place.ts";
import { variableReferences, type VariableReference } from "../../../dockerfile/references.ts";

const modifiers: readonly (readonly [RegExp, Message])[] = [
	[/^:-/, say`What follows \`:-\` takes its place where it is unset or empty.`],
	[/^-/, say`What follows \`-\` takes its place where it is unset.`],
	[/^:\+/, say`What follows \`:+\` takes its place where it is set and not empty; otherwise nothing stands here.`],
	[/^\+/, say`What follows \`+\` takes its place where it is set; otherwise nothing stands here.`],
	[/^:\?/, say`The build fails where it is unset or empty.`],
	[/^\?/, say`The build fails where it is unset.`],
	[/^##/, say`The longest match of the pattern is taken off its beginning.`],
	[/^#/, say`The shortest match of the pattern is taken off its beginning.`],
	[/^%%/, say`The longest match of the pattern is taken off its end.`],
	[/^%/, say`The shortest match of the pattern is taken off its end.`],
	[/^\/\//, say`Every match of the pattern is replaced.`],
	[/^\//, say`The first match of the pattern is replaced.`],
];

/** What a `$NAME` stands for where it is. Undefined for what only the command's own shell can know. */
export function describeReference(file: Dockerfile, reference: VariableReference): readonly Message[] | undefined {
	const { name, expandedBy, instruction, outer } = reference;
	const scope = scopeBefore(file, outer);
	const variable = scope.get(name);
	if (outer !== instruction && variable?.kind !== "env") return inTrigger(file, reference, variable);
	const global = globalScope(file).get(name);
	if (isRunTime(instruction) && variable?.kind !== "env" && (variable ?? global)) return argumentAtRunTime(file, name, variable ?? global);
	const modifier = expandedBy === "docker" ? describeModifier(file, reference, scope) : undefined;
	if (variable) return present(heading(name, variable.value), origin(file, name, variable), modifier);
	if (name === "PATH" && stageOf(file, instruction) && instruction.keyword !== "FROM")
		return present(say`${code(name)} is that of the base image`, pathOfStage, modifier);
	const outside = unset(file, reference);
	return outside ? present(say`${code(name)} is not set here`, outside, modifier) : undefined;
}

/** Of this build's variables the one that runs the trigger has what ENV sets, and no other. */
function inTrigger(file: Dockerfile, { name, expandedBy, outer }: VariableReference, variable: Variable | undefined): readonly Message[] | undefined {
	const stage = stageOf(file, outer);
	const declared = stage?.instructions.findLast(
		({ trigger, range }) =>
			(trigger?.keyword === "ARG" || trigger?.keyword === "ENV") && range.start < outer.range.start && pairsOf(trigger).some((pair) => pair.name.text === name),
	);
	const whose = say`A trigger runs in builds whose \`FROM\` names this image.`;
	if (declared) return [say`${code(name)} is what ${named(file, declared)} sets there`, whose];
	if (name === "PATH") return [say`${code(name)} is that of the base image`, pathOfStage];
	if (predefinedArguments[name] && expandedBy === "shell") return [say`${code(name)}: no value known before the build`, predefinedArguments[name]];
	if (!variable && expandedBy === "shell") return undefined;
	return [
		say`${code(name)} is not set there`,
		sentences(whose, say`Of this build's variables they have those of \`ENV\`; ${code(`ONBUILD ARG ${name}`)} would declare one of their own.`),
	];
}

const present = (...parts: readonly (Message | undefined)[]): readonly Message[] => parts.filter((part) => part !== undefined);

/** https://docs.docker.com/reference/dockerfile/#env */
const pathOfStage = say`Every stage has one: where the base image sets none, BuildKit does, to ${code(defaultPath)}.`;

/** A name that an ARG or ENV sets. */
export function describeDefinition(file: Dockerfile, instruction: Instruction, name: Word, value: string | undefined): readonly Message[] {
	const known = platformVariables[name.text] ?? predefinedArguments[name.text];
	return [
		heading(name.text, value),
		instruction.keyword === "ARG" && known ? known : origin(file, name.text, { value, kind: instruction.keyword === "ARG" ? "arg" : "env", instruction }),
		uses(file, instruction, name.text),
	];
}

/** "Used in lines 4 and 7.", by Docker and by the shells of commands. */
function uses(file: Dockerfile, definition: Instruction, name: string): Message {
	const lines = variableReferences(file)
		.filter((reference) => reference.name === name && resolvesTo(file, reference, definition))
		.map(({ start }) => lineOf(file, start));
	if (lines.length > 0) return say`Used in ${lineList(lines)}.`;
	return definition.keyword === "ENV"
		? say`No other instruction of this file refers to it; programs in the container may.`
		: say`No instruction of this file refers to it by \`$\`; programs that \`RUN\` starts may.`;
}

function resolvesTo(file: Dockerfile, reference: VariableReference, definition: Instruction): boolean {
	const seen = new Set<Instruction>();
	let variable = scopeBefore(file, reference.outer).get(reference.name);
	for (; variable?.instruction && !seen.has(variable.instruction);) {
		if (variable.instruction === definition) return true;
		seen.add(variable.instruction);
		// `ARG NAME` in a stage takes the value of the ARG before the first FROM, so that one is used too.
		if (variable.instruction.keyword !== "ARG") return false;
		variable = globalScope(file).get(reference.name);
	}
	return false;
}

const isRunTime = ({ keyword }: Instruction): boolean => keyword === "CMD" || keyword === "ENTRYPOINT" || keyword === "HEALTHCHECK";

const heading = (name: string, value: string | undefined): Message =>
	value === undefined ? say`${code(name)}: no value known before the build` : say`${code(name)} = ${code(value)}`;

function origin(file: Dockerfile, name: string, { kind, instruction, value }: Omit<Variable, "isUnset">): Message {
	const origin = originOf(file, name, { kind, instruction, value });
	return instruction ? sentences(say`Set by ${named(file, instruction)}.`, ...origin) : sentences(...origin);
}

function originOf(file: Dockerfile, name: string, { kind, instruction, value }: Omit<Variable, "isUnset">): readonly [Message, ...Message[]] {
	if (kind === "env") return [say`An environment variable of the build and of the container.`];
	if (kind === "predefined") return [platformVariables[name] ?? predefinedArguments[name] ?? say`Set by BuildKit.`];
	const platform = platformVariables[name];
	if (platform) return [platform];
	const flag = code(`docker build --build-arg ${name}=…`);
	const argument = value === undefined ? say`Empty unless ${flag} sets it.` : say`A default: ${flag} sets another.`;
	const isGlobal = instruction !== undefined && !stageOf(file, instruction);
	if (!isGlobal) return [argument, say`It is gone when the container runs.`];
	return [argument, say`It stands before the first \`FROM\`, so only \`FROM\` lines see it, and stages that repeat ${code(`ARG ${name}`)}.`];
}

function argumentAtRunTime(file: Dockerfile, name: string, argument: Variable | undefined): readonly Message[] {
	const keep = say`${code(`ENV ${name}=$${name}`)} would keep its value for the container.`;
	const what = argument?.instruction
		? say`It is a build argument (${named(file, argument.instruction)}), which only the build has.`
		: say`It is a build argument, which only the build has.`;
	return [say`${code(name)} is not set when the container runs`, sentences(what, keep)];
}

function unset(file: Dockerfile, { name, expandedBy, instruction, outer }: VariableReference): Message | undefined {
	if (instruction.keyword === "FROM") return say`\`FROM\` sees only what an \`ARG\` before the first \`FROM\` declares, and BuildKit's platform variables.`;
	if (outer !== instruction) return undefined;
	const platform = platformVariables[name];
	if (platform) return sentences(platform, say`A stage sees it only after ${code(`ARG ${name}`)}.`);
	const global = globalScope(file).get(name);
	if (predefinedArguments[name] && instruction.keyword === "RUN") return predefinedArguments[name];
	if (global?.instruction && stageOf(file, instruction))
		return say`${named(file, global.instruction)} stands before the first \`FROM\`: this stage sees it only after its own ${code(`ARG ${name}`)}.`;
	if (expandedBy === "shell" || !stageOf(file, instruction))
		return expandedBy === "shell" ? undefined : say`No \`ARG\` before this line declares it, so it is empty.`;
	return say`Nothing in this stage sets it before this line. Unless the base image does, it is empty.`;
}

function describeModifier(file: Dockerfile, { name, start, end }: VariableReference, scope: Scope): Message | undefined {
	const source = file.text.slice(start, end);
	const rest = source.startsWith("${") ? source.slice(2 + name.length) : "";
	const text = modifiers.find(([sign]) => sign.test(rest))?.[1];
	if (!text || source.includes("\n")) return text;
	const result = expand(source, scope.lookup, file.escape).text;
	return result === undefined ? text : sentences(text, say`Here: ${code(result)}`);
}

/** The pairs of an ARG or ENV as a hover shows them, each with its value expanded where that is known. */
export function describePairs(file: Dockerfile, instruction: Instruction): readonly Message[] {
	return pairsOf(instruction).map(({ name, value }) => sentences(describePair(file, instruction, name.text, value), uses(file, instruction, name.text)));
}

function describePair(file: Dockerfile, instruction: Instruction, name: string, value: Word | undefined): Message {
	if (value) return say`${code(name)} = ${code(valueOf(file, instruction, value) ?? value.text)}.`;
	return platformVariables[name] ? say`${code(name)}, which BuildKit sets.` : say`${code(name)}, without a default.`;
}
