import { expand } from "../../../dockerfile/expand.ts";
import { pairsOf } from "../../../dockerfile/instructions.ts";
import { stageOf } from "../../../dockerfile/stages.ts";
import type { Dockerfile, Instruction, Word } from "../../../dockerfile/syntax.ts";
import { globalScope, type Variable } from "../../../dockerfile/global-scope.ts";
import { defaultPath, scopeBefore, type Scope, valueOf } from "../../../dockerfile/variables.ts";
import { platformVariables, predefinedArguments } from "./documentation/variables.ts";
import { code, lineList, paragraphs } from "../../markdown.ts";
import { lineOf, named } from "./place.ts";
import { variableReferences, type VariableReference } from "../../../dockerfile/references.ts";

const modifiers: readonly (readonly [RegExp, string])[] = [
	[/^:-/, "What follows `:-` takes its place where it is unset or empty."],
	[/^-/, "What follows `-` takes its place where it is unset."],
	[/^:\+/, "What follows `:+` takes its place where it is set and not empty; otherwise nothing stands here."],
	[/^\+/, "What follows `+` takes its place where it is set; otherwise nothing stands here."],
	[/^:\?/, "The build fails where it is unset or empty."],
	[/^\?/, "The build fails where it is unset."],
	[/^##/, "The longest match of the pattern is taken off its beginning."],
	[/^#/, "The shortest match of the pattern is taken off its beginning."],
	[/^%%/, "The longest match of the pattern is taken off its end."],
	[/^%/, "The shortest match of the pattern is taken off its end."],
	[/^\/\//, "Every match of the pattern is replaced."],
	[/^\//, "The first match of the pattern is replaced."],
];

/** What a `$NAME` stands for where it is. Undefined for what only the command's own shell can know. */
export function describeReference(file: Dockerfile, reference: VariableReference): string | undefined {
	const { name, expandedBy, instruction, outer } = reference;
	const scope = scopeBefore(file, outer);
	const variable = scope.get(name);
	const global = globalScope(file).get(name);
	if (isRunTime(instruction) && variable?.kind !== "env" && (variable ?? global)) return argumentAtRunTime(file, name, variable ?? global);
	const modifier = expandedBy === "docker" ? describeModifier(file, reference, scope) : undefined;
	if (variable) return paragraphs(heading(name, variable.value), origin(file, name, variable), modifier);
	if (name === "PATH" && stageOf(file, instruction) && instruction.keyword !== "FROM")
		return paragraphs(`${code(name)} is that of the base image`, pathOfStage, modifier);
	const outside = unset(file, reference);
	return outside ? paragraphs(`${code(name)} is not set here`, outside, modifier) : undefined;
}

/** https://docs.docker.com/reference/dockerfile/#env */
const pathOfStage = `Every stage has one: where the base image sets none, BuildKit does, to ${code(defaultPath)}.`;

/** A name that an ARG or ENV sets. */
export function describeDefinition(file: Dockerfile, instruction: Instruction, name: Word, value: string | undefined): string {
	const known = platformVariables[name.text] ?? predefinedArguments[name.text];
	return paragraphs(
		heading(name.text, value),
		instruction.keyword === "ARG" && known ? known : origin(file, name.text, { value, kind: instruction.keyword === "ARG" ? "arg" : "env", instruction }),
		uses(file, instruction, name.text),
	);
}

/** "Used in lines 4 and 7.", by Docker and by the shells of commands. */
function uses(file: Dockerfile, definition: Instruction, name: string): string {
	const lines = variableReferences(file)
		.filter((reference) => reference.name === name && resolvesTo(file, reference, definition))
		.map(({ start }) => lineOf(file, start));
	if (lines.length > 0) return `Used in ${lineList(lines)}.`;
	return definition.keyword === "ENV"
		? "No other instruction of this file refers to it; programs in the container may."
		: "No instruction of this file refers to it by `$`; programs that `RUN` starts may.";
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

const heading = (name: string, value: string | undefined): string =>
	value === undefined ? `${code(name)}: no value known before the build` : `${code(name)} = ${code(value)}`;

function origin(file: Dockerfile, name: string, { kind, instruction, value }: Omit<Variable, "isUnset">): string {
	const where = instruction ? `Set by ${named(file, instruction)}. ` : "";
	const isGlobal = instruction !== undefined && !stageOf(file, instruction);
	if (kind === "env") return `${where}An environment variable of the build and of the container.`;
	if (kind === "predefined") return platformVariables[name] ?? predefinedArguments[name] ?? "Set by BuildKit.";
	const argument =
		value === undefined
			? `Empty unless ${code(`docker build --build-arg ${name}=…`)} sets it.`
			: `A default: ${code(`docker build --build-arg ${name}=…`)} sets another.`;
	const platform = platformVariables[name];
	if (platform) return where + platform;
	if (isGlobal) return `${where}${argument} It stands before the first \`FROM\`, so only \`FROM\` lines see it, and stages that repeat ${code(`ARG ${name}`)}.`;
	return `${where}${argument} It is gone when the container runs.`;
}

function argumentAtRunTime(file: Dockerfile, name: string, argument: Variable | undefined): string {
	const where = argument?.instruction ? ` (${named(file, argument.instruction)})` : "";
	return paragraphs(
		`${code(name)} is not set when the container runs`,
		`It is a build argument${where}, which only the build has. ${code(`ENV ${name}=$${name}`)} would keep its value for the container.`,
	);
}

function unset(file: Dockerfile, { name, expandedBy, instruction, outer }: VariableReference): string | undefined {
	if (instruction.keyword === "FROM") return "`FROM` sees only what an `ARG` before the first `FROM` declares, and BuildKit's platform variables.";
	if (outer !== instruction) return undefined;
	const platform = platformVariables[name];
	if (platform) return `${platform} A stage sees it only after ${code(`ARG ${name}`)}.`;
	const global = globalScope(file).get(name);
	if (predefinedArguments[name] && instruction.keyword === "RUN") return predefinedArguments[name];
	if (global?.instruction && stageOf(file, instruction))
		return `${named(file, global.instruction)} stands before the first \`FROM\`: this stage sees it only after its own ${code(`ARG ${name}`)}.`;
	if (expandedBy === "shell" || !stageOf(file, instruction))
		return expandedBy === "shell" ? undefined : "No `ARG` before this line declares it, so it is empty.";
	return "Nothing in this stage sets it before this line. Unless the base image does, it is empty.";
}

function describeModifier(file: Dockerfile, { name, start, end }: VariableReference, scope: Scope): string | undefined {
	const source = file.text.slice(start, end);
	const rest = source.startsWith("${") ? source.slice(2 + name.length) : "";
	const text = modifiers.find(([sign]) => sign.test(rest))?.[1];
	if (!text || source.includes("\n")) return text;
	const result = expand(source, scope.lookup, file.escape).text;
	return result === undefined ? text : `${text} Here: ${code(result)}`;
}

/** The pairs of an ARG or ENV as a hover shows them, each with its value expanded where that is known. */
export function describePairs(file: Dockerfile, instruction: Instruction): string[] {
	return pairsOf(instruction).map(({ name, value }) => {
		const expanded = value && valueOf(file, instruction, value);
		const without = platformVariables[name.text] ? ", which BuildKit sets" : ", without a default";
		const what = value === undefined ? `${code(name.text)}${without}` : `${code(name.text)} = ${code(expanded ?? value.text)}`;
		return `${what}. ${uses(file, instruction, name.text)}`;
	});
}
