import { flagOf } from "../../../dockerfile/instructions.ts";
import { hasArchiveName, sourcesOf } from "../../../dockerfile/sources.ts";
import { userOf } from "../../../dockerfile/users.ts";
import { findStage, stageOf, stagesOf } from "../../../dockerfile/stages.ts";
import { isAbsolute, stateBefore } from "../../../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import { canonicalSignal } from "../../../dockerfile/signals.ts";
import { valueOf } from "../../../dockerfile/variables.ts";
import { commandFacts } from "./command-facts.ts";
import { type Message, say } from "../../../text/message.ts";
import { code, lineList, listed } from "../../markdown.ts";
import { runOfBase, workdirOfBase } from "./base-facts.ts";
import { healthcheckFacts } from "./healthcheck-facts.ts";
import type { AskEngine } from "./image-hover.ts";
import { absolutePath } from "./paths.ts";
import { lineOfInstruction, named } from "./place.ts";
import { shellOf } from "./shell-form.ts";
import { nameOf, stageFacts } from "./stage-hover.ts";
import { describePairs } from "./variable-hover.ts";

/** What the instruction comes to in this file, a sentence each; nothing where the file does not tell. A trigger has none: another build runs it. */
export function instructionFacts(file: Dockerfile, instruction: Instruction, ask: AskEngine): readonly Message[] {
	return facts[instruction.keyword]?.(file, instruction, ask) ?? [];
}

const facts: Readonly<Record<string, (file: Dockerfile, instruction: Instruction, ask: AskEngine) => readonly Message[]>> = {
	FROM(file, instruction) {
		const stage = stageOf(file, instruction);
		if (!stage) return [];
		const begins = stage.name ? say`Begins the stage ${nameOf(stage)}, number ${stage.index}.` : say`Begins the stage ${nameOf(stage)}.`;
		return [begins, ...stageFacts(file, stage)];
	},
	RUN(file, instruction, ask) {
		const { user, workdir } = stateBefore(file, instruction);
		const where = workdir === undefined ? "" : say` in ${code(workdir)}`;
		const who = user ? say` as the user that ${named(file, user)} sets` : "";
		const how = instruction.json
			? say`Exec form: started without a shell, so there are no variables, pipes or \`&&\`.`
			: say`Run by ${code(shellOf(file, instruction).join(" "))}${where}${who}.`;
		const told = [how, ...runOfBase(file, instruction, ask)];
		return instruction.json && (where || who) ? [...told, say`Runs${where}${who}.`] : told;
	},
	CMD: commandFacts,
	ENTRYPOINT: commandFacts,
	ENV: describePairs,
	ARG(file, instruction) {
		const scope = stageOf(file, instruction)
			? []
			: [say`It stands before the first \`FROM\`: only \`FROM\` lines see it, and stages that repeat it without a value.`];
		return [...describePairs(file, instruction), ...scope];
	},
	EXPOSE(file, instruction) {
		const ports = instruction.args.map((word) => valueOf(file, instruction, word) ?? word.text);
		const publish = ports
			.map((port) => /^(\d+)(\/(?:tcp|udp))?$/i.exec(port))
			.map((match) => match && `-p ${match[1]}:${match[1]}${match[2]?.toLowerCase() === "/udp" ? "/udp" : ""}`);
		if (publish.length === 0 || !publish.every(Boolean)) return [];
		const command = code(`docker run ${publish.join(" ")} …`);
		return [publish.length === 1 ? say`To reach it at the same port of the host: ${command}` : say`To reach them at the same port of the host: ${command}`];
	},
	COPY: copyFacts,
	ADD: (file, instruction) => [...copyFacts(file, instruction), ...sourcesOfAdd(file, instruction)],
	WORKDIR(file, instruction, ask) {
		const { workdir, workdirInstruction } = stateBefore(file, instruction);
		const path = valueOf(file, instruction, instruction.args[0]);
		// What the file says comes first.
		const base = path === undefined || workdirInstruction || workdir !== undefined || isAbsolute(path) ? undefined : workdirOfBase(file, instruction, ask);
		const from = workdir ?? base?.path;
		const resolved = path === undefined ? undefined : absolutePath(from, path);
		if (path === undefined || resolved === undefined) return [];
		const name = code(resolved.replace(/(?<=.)\/$/, ""));
		const directory = path.startsWith("/") ? name : say`${name} (${code(path)} in ${code(from ?? "")})`;
		return [say`The working directory is ${directory} from here${until(file, instruction)}.`, ...(base ? [base.origin] : [])];
	},
	USER(file, instruction) {
		const user = userOf(file, instruction);
		if (!user) return [];
		const reach = until(file, instruction);
		return [user.isRoot ? say`Root from here${reach}.` : say`The user ${code(user.text)} from here${reach}.`];
	},
	HEALTHCHECK: healthcheckFacts,
	SHELL(file, instruction) {
		if (!instruction.json) return [];
		return [say`${code(instruction.args.map(({ text }) => text).join(" "))} runs shell forms from here${until(file, instruction)}.`];
	},
	STOPSIGNAL(file, instruction) {
		const signal = valueOf(file, instruction, instruction.args[0]);
		if (signal === undefined) return [];
		return canonicalSignal(signal) === "SIGKILL"
			? [say`This signal cannot be handled: the program ends at once, without finishing what it does.`]
			: [say`\`docker stop\` sends ${code(signal)}.`];
	},
	VOLUME(file, instruction) {
		const { workdir } = stateBefore(file, instruction);
		const paths = instruction.args
			.map((word) => valueOf(file, instruction, word))
			.flatMap((path) => (path === undefined ? [] : [absolutePath(path.startsWith("/") ? undefined : workdir, path) ?? path]));
		return paths.length > 0 ? [paths.length === 1 ? say`A volume for ${listed(paths.map(code))}.` : say`A volume each for ${listed(paths.map(code))}.`] : [];
	},
};

function copyFacts(file: Dockerfile, instruction: Instruction): readonly Message[] {
	const destination = instruction.args.at(-1);
	if (!destination || instruction.args.length < 2) return [];
	const { workdir, user } = stateBefore(file, instruction);
	const path = valueOf(file, instruction, destination);
	const target = (path === undefined ? undefined : absolutePath(workdir, path)) ?? destination.text;
	const sources = sourcesOf(file, instruction);
	const isLocal = flagOf(instruction, "from") !== undefined || sources.some(({ kind }) => kind === "file" || kind === "unknown");
	const copied = [isLocal ? say`From ${originOf(file, instruction)} to ${code(target)}.` : say`To ${code(target)}.`];
	if (!user || flagOf(instruction, "chown") || sources.some(({ value = "" }) => hasArchiveName(value))) return copied;
	return userOf(file, user)?.isRoot ? copied : [...copied, say`The files belong to root: ${named(file, user)} does not change that, \`--chown\` would.`];
}

function originOf(file: Dockerfile, instruction: Instruction): Message {
	const from = flagOf(instruction, "from")?.value;
	if (!from) return say`the build context`;
	const stage = findStage(file, from.text);
	return stage ? say`the stage ${nameOf(stage)} (${lineList([lineOfInstruction(file, stage.from)])})` : say`the image or named context ${code(from.text)}`;
}

function sourcesOfAdd(file: Dockerfile, instruction: Instruction): readonly Message[] {
	const unpack = flagOf(instruction, "unpack");
	const isUnpacked = unpack && unpack.value?.text.toLowerCase() !== "false";
	return sourcesOf(file, instruction).flatMap(({ value, kind }) => {
		if (value === undefined) return [];
		if (kind === "repository") return [say`${code(value)} is a Git repository: it is cloned.`];
		if (kind === "link")
			return [isUnpacked ? say`${code(value)} is downloaded and, if it is a tar archive, unpacked.` : say`${code(value)} is downloaded, not unpacked.`];
		if (!hasArchiveName(value)) return [];
		return [unpack && !isUnpacked ? say`${code(value)} is copied as it is.` : say`${code(value)} is unpacked, if it is a tar archive.`];
	});
}

/** How far a setting reaches: " until `USER app` (line 9)", or to the end of the stage. */
function until(file: Dockerfile, instruction: Instruction): Message {
	const stage = stageOf(file, instruction);
	const next = stage?.instructions.find(({ keyword, range }) => keyword === instruction.keyword && range.start > instruction.range.start);
	if (next) return say` until ${named(file, next)}`;
	const isForContainers = stage === stagesOf(file).at(-1) && instruction.keyword !== "SHELL";
	return isForContainers ? say` to the end, and in containers` : say` to the end of the stage`;
}
