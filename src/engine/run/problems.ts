import type { HeldPort } from "../compose/daemon-facts.ts";
import { bytesOf } from "../compose/print/bytes.ts";
import { nanosecondsOf } from "../compose/print/duration.ts";
import { parsePorts } from "../compose/short-forms/ports.ts";
import { mountOptions } from "../compose/short-forms/mount-options.ts";
import { parseVolume } from "../compose/short-forms/volumes.ts";
import { type Message, say } from "../text/message.ts";
import type { Field, RunForm } from "./form.ts";
import { wordsOf } from "./words.ts";

/** What is wrong at a field, or at one of its rows, and what to do; a warning keeps nobody from running it. */
export type Problem = { readonly field: Field; readonly row?: number; readonly text: Message; readonly isWarning?: true };

/** What is known of the engine. */
export type Surroundings = {
	/** Of other containers. */
	readonly names: ReadonlySet<string>;
	/** By other containers and programs. */
	readonly ports: readonly HeldPort[];
	readonly networks: readonly string[] | undefined;
	readonly cpus: number | undefined;
	readonly memory: number | undefined;
};

/** A name of a container: https://github.com/moby/moby/blob/master/daemon/names/names.go */
export const isName = (text: string): boolean => /^[A-Za-z\d][\w.-]+$/.test(text);

export function problemsOf(form: RunForm, around: Surroundings): readonly Problem[] {
	return [
		...imageProblems(form),
		...nameProblems(form, around),
		...portProblems(form, around),
		...variableProblems(form),
		...mountProblems(form),
		...networkProblems(form, around),
		...sizeProblems(form, around),
		...healthProblems(form),
		...programProblems(form),
	];
}

const imageProblems = ({ image }: RunForm): readonly Problem[] =>
	image.trim() === "" ? [{ field: "image", text: say`Name an image, such as \`nginx:1.29\`.` }] : [];

function nameProblems({ name, removesItself, restart }: RunForm, { names }: Surroundings): readonly Problem[] {
	const problems: Problem[] = [];
	if (name !== "" && !isName(name))
		problems.push({
			field: "name",
			text: say`A name has two characters at least: letters, digits, \`_\`, \`.\` and \`-\`, and begins with a letter or a digit.`,
		});
	if (names.has(name)) problems.push({ field: "name", text: say`Another container has this name: \`${freeName(name, names)}\` is free.` });
	if (removesItself && restart !== "" && restart !== "no")
		problems.push({ field: "restart", text: say`One that is removed when it ends cannot be started again: leave out one of the two.` });
	return problems;
}

export function freeName(name: string, names: ReadonlySet<string>): string {
	let free = name;
	for (let number = 2; names.has(free); number++) free = `${name}-${number}`;
	return free;
}

function portProblems({ ports, network }: RunForm, { ports: held }: Surroundings): readonly Problem[] {
	const problems: Problem[] = [];
	const own: { readonly hostIp: string; readonly published: string; readonly protocol: string }[] = [];
	for (const [row, text] of ports.entries()) {
		const parsed = parsePorts(text.trim());
		if (text.trim() === "") problems.push({ field: "ports", row, text: say`Say a port, such as \`8080:80\`, or remove the row.` });
		else if ("problem" in parsed) problems.push({ field: "ports", row, text: say`${parsed.problem}.` });
		else
			for (const { hostIp, published, protocol } of parsed) {
				const holder = held.find((each) => String(each.port) === published && each.protocol === protocol && areSame(each.ip, hostIp));
				const isOwn = own.some((each) => each.published === published && each.protocol === protocol && areSame(each.hostIp, hostIp));
				if (published !== "" && isOwn) problems.push({ field: "ports", row, text: say`Port ${published} is published twice.` });
				else if (holder) problems.push({ field: "ports", row, text: takenText(holder, freePort(holder.port, held)) });
				own.push({ hostIp, published, protocol });
			}
	}
	if (ports.length > 0 && isShared(network))
		problems.push({ field: "ports", row: 0, text: say`In the network \`${network}\` no port can be published: remove the ports, or choose another network.` });
	return problems;
}

const takenText = ({ port, container }: HeldPort, free: number): Message =>
	container === undefined
		? say`A program of this machine listens on port ${port}: ${free} is free.`
		: say`The container \`${container}\` publishes port ${port}: ${free} is free.`;

const isEverywhere = (ip: string): boolean => ip === "" || ip === "0.0.0.0" || ip === "::";
const areSame = (one: string, other: string): boolean => one === other || isEverywhere(one) || isEverywhere(other);

/** The next port of the host that nobody is known to hold. */
export function freePort(wanted: number, held: readonly HeldPort[]): number {
	const taken = new Set(held.map(({ port }) => port));
	let port = wanted;
	while (taken.has(port) && port < 65535) port++;
	return port;
}

function variableProblems({ environment }: RunForm): readonly Problem[] {
	const names = new Set<string>();
	return environment.flatMap(({ name }, row): Problem[] => {
		if (name === "") return [{ field: "environment", row, text: say`A variable needs a name; remove the row where there is none.` }];
		if (/[=\s\0]/.test(name)) return [{ field: "environment", row, text: say`There is no blank and no \`=\` in the name of a variable.` }];
		if (names.has(name)) return [{ field: "environment", row, text: say`\`${name}\` is there twice: the engine would take one of them.` }];
		names.add(name);
		return [];
	});
}

function mountProblems({ mounts }: RunForm): readonly Problem[] {
	const targets = new Set<string>();
	return mounts.flatMap((text, row): Problem[] => {
		const at = (message: Message): Problem[] => [{ field: "mounts", row, text: message }];
		if (text.trim() === "") return at(say`Say what is mounted where, such as \`data:/var/lib/data\`, or remove the row.`);
		const long = /(?:^|,)type=/.test(text) ? mountOptions(text) : undefined;
		const short = long ? undefined : parseVolume(text);
		if (short && "problem" in short) return at(say`${short.problem}.`);
		const unknown = long?.find(({ isKnown }) => !isKnown);
		if (unknown) return at(say`\`--mount\` has no option \`${unknown.key}\`: correct it, or leave it out.`);
		const target = long ? (long.findLast(({ path }) => path === "target")?.held ?? "") : (short?.target ?? "");
		if (!/^(?:\/|\p{L}:[\\/])/u.test(target)) return at(say`\`${target}\` is no path from the root on: where in the container is it to be?`);
		if (short?.type === "volume" && short.source !== "" && !isName(short.source))
			return at(say`\`${short.source}\` is no name of a volume; a folder's path begins with \`/\` or \`./\`.`);
		if (targets.has(target)) return at(say`Something else is mounted at \`${target}\` already.`);
		targets.add(target);
		return [];
	});
}

const isShared = (network: string): boolean => /^(?:host|none|container:.*)$/.test(network);

function networkProblems({ network, restart }: RunForm, { networks }: Surroundings): readonly Problem[] {
	const problems: Problem[] = [];
	if (network !== "" && !isShared(network) && network !== "bridge" && network !== "default" && networks && !networks.includes(network))
		problems.push({ field: "network", text: say`There is no network \`${network}\`: choose one of the list, or create it first.` });
	if (!/^(?:|no|always|unless-stopped|on-failure(?::\d{1,6})?)$/.test(restart))
		problems.push({
			field: "restart",
			text: say`This is \`no\`, \`always\`, \`unless-stopped\`, \`on-failure\`, or that with how often at most: \`on-failure:5\`.`,
		});
	return problems;
}

/** Smaller ones engines refuse. */
const leastMemory = 6 * 1024 * 1024;

function sizeProblems({ memory, shm, cpus, gpus }: RunForm, around: Surroundings): readonly Problem[] {
	const problems: Problem[] = [];
	for (const [field, text] of [
		["memory", memory],
		["shm", shm],
	] as const) {
		const bytes = text === "" ? undefined : bytesOf(text.trim());
		if (text !== "" && (bytes === undefined || bytes <= 0)) problems.push({ field, text: say`This has to be a size such as \`512m\` or \`2g\`.` });
		else if (field === "memory" && bytes !== undefined && bytes < leastMemory) problems.push({ field, text: say`Engines want 6m at least.` });
		else if (field === "memory" && bytes !== undefined && around.memory !== undefined && bytes > around.memory)
			problems.push({ field, text: say`This is more than the engine's machine has.`, isWarning: true });
	}
	if (cpus !== "" && (!/^\d*\.?\d+$/.test(cpus) || Number(cpus) < 0.01)) problems.push({ field: "cpus", text: say`This has to be a number, at least 0.01.` });
	else if (around.cpus !== undefined && Number(cpus) > around.cpus)
		problems.push({ field: "cpus", text: say`The engine's machine has ${around.cpus}, and refuses more.` });
	if (gpus !== "" && !/^(?:all|\d+|(?:(?:driver|count|device|capabilities|options)=[^=]+)(?:,\w+=[^=]+)*)$/.test(gpus))
		problems.push({ field: "gpus", text: say`This is \`all\`, how many, or which: \`device=0,1\`.` });
	return problems;
}

/** Shorter ones engines refuse. */
const shortest = 1_000_000n;

function healthProblems(form: RunForm): readonly Problem[] {
	const problems = (["healthInterval", "healthTimeout", "healthStart"] as const).flatMap((field): Problem[] => {
		const nanoseconds = nanosecondsOf(form[field]);
		const isRight = form[field] === "" || (nanoseconds !== undefined && !/\d[dw]/.test(form[field]) && (nanoseconds === 0n || nanoseconds >= shortest));
		return isRight ? [] : [{ field, text: say`This has to be a time such as \`30s\` or \`1m30s\`, 1ms at least.` }];
	});
	if (!/^\d*$/.test(form.healthRetries)) problems.push({ field: "healthRetries", text: say`This has to be a whole number.` });
	const own = (["healthCommand", "healthInterval", "healthTimeout", "healthStart", "healthRetries"] as const).find((field) => form[field] !== "");
	if (form.noHealthcheck && own !== undefined) problems.push({ field: own, text: say`There is to be no health check: leave this empty, or untick that.` });
	return problems;
}

function programProblems({ entrypoint, command }: RunForm): readonly Problem[] {
	const fields = [
		["entrypoint", entrypoint],
		["command", command],
	] as const;
	return fields.flatMap(([field, text]) =>
		wordsOf(text) === undefined ? [{ field, text: say`A quotation mark is open: close it, or write a \`\\\` before it.` }] : [],
	);
}
