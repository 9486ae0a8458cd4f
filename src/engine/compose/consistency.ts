import { type Message, say } from "../text/message.ts";
import { bytesOf } from "./print/bytes.ts";
import { inQuotes } from "./in-quotes.ts";
import { placeOf } from "./merge.ts";
import type { RefusalKind, Refuse } from "./refusal.ts";
import { goText } from "./scalar.ts";
import { isAddress } from "./short-forms/ports.ts";
import { entryOf, heldIn, itemsIn, type Mapping, type Origin, textOf, type Value } from "./value.ts";

/** What Compose refuses of single entries, once all files are merged: https://github.com/compose-spec/compose-go/tree/v2.14.0/validation. */
export function checkEntries(project: Mapping, refuse: Refuse): void {
	for (const [, volume] of heldIn(entryOf(project, "volumes"))) checkExternal(volume, refuse);
	checkSources(entryOf(project, "configs"), ["file", "environment", "content"], refuse);
	checkSources(entryOf(project, "secrets"), ["file", "environment"], refuse);
	for (const [, service] of heldIn(entryOf(project, "services"))) {
		for (const port of itemsIn(entryOf(service, "ports"))) {
			const address = entryOf(port, "host_ip");
			if (address?.kind === "string" && !isAddress(address.value))
				refuse({ kind: "hostIp", at: placeOf(address), message: say`\`${address.value}\` is no IP address` });
		}
		for (const watched of itemsIn(entryOf(entryOf(service, "develop"), "watch"))) {
			const path = entryOf(watched, "path");
			if (textOf(path) === "") refuse({ kind: "watchTarget", at: placeOf(path), message: say`the path to watch is empty` });
		}
		const reservations = entryOf(entryOf(entryOf(service, "deploy"), "resources"), "reservations");
		for (const request of [...itemsIn(entryOf(reservations, "devices")), ...itemsIn(entryOf(service, "gpus"))]) {
			const [count, ids] = [entryOf(request, "count"), entryOf(request, "device_ids")];
			if (count && ids) refuse({ kind: "deviceCount", at: placeOf(count, ids), message: say`of \`count\` and \`device_ids\` only one can be said` });
		}
	}
}

function checkExternal(value: Value, refuse: Refuse): void {
	const external = entryOf(value, "external");
	if (value.kind !== "mapping" || external?.kind !== "boolean" || !external.value) return;
	for (const [name, { key, value: held }] of value.entries)
		if (name !== "name" && name !== "external" && !name.startsWith("x-"))
			refuse({
				kind: "externalConflict",
				at: key ?? placeOf(held),
				message: say`what is \`external\` is made elsewhere, and \`${name}\` says nothing about it`,
			});
}

function checkSources(section: Value | undefined, keys: readonly string[], refuse: Refuse): void {
	if (section?.kind === "mapping") for (const [, { key, value }] of section.entries) if (value.kind === "mapping") checkSource(value, key, keys, refuse);
}

function checkSource(value: Mapping, name: Origin | undefined, keys: readonly string[], refuse: Refuse): void {
	const said = keys.filter((key) => value.entries.has(key));
	const [, second] = said;
	if (second !== undefined)
		refuse({
			kind: "secretSourceConflict",
			at: value.entries.get(second)?.key ?? placeOf(value),
			message: say`only one of ${inQuotes(keys)} can be said`,
		});
	if (said.length === 0 && !value.entries.has("driver") && !value.entries.has("external"))
		refuse({ kind: "secretSourceMissing", at: name ?? placeOf(value), message: say`one of ${inQuotes(keys)} has to be said` });
}

/** Whether something of that name is there, and whether a service is not enabled. */
type Known = { readonly services: ReadonlyMap<string, Value>; readonly disabled: ReadonlySet<string>; has(section: string, name: string): boolean };

/** What does not fit together in a project whose disabled services are known: https://github.com/compose-spec/compose-go/blob/v2.14.0/loader/validate.go. */
export function checkConsistency(project: Mapping, enabled: ReadonlyMap<string, Value>, disabled: ReadonlySet<string>, refuse: Refuse): void {
	const known: Known = {
		services: enabled,
		disabled,
		has: (section, name) => {
			const held = entryOf(project, section);
			return held?.kind === "mapping" && held.entries.has(name);
		},
	};
	const keyOf = (section: string, name: string): Origin | undefined => {
		const held = entryOf(project, section);
		return held?.kind === "mapping" ? held.entries.get(name)?.key : undefined;
	};
	for (const [name, service] of enabled) if (service.kind === "mapping") checkService(name, keyOf("services", name), service, known, refuse);
	for (const [name, secret] of heldIn(entryOf(project, "secrets"))) {
		const external = entryOf(secret, "external");
		if (external?.kind === "boolean" && external.value) continue;
		if (!textOf(entryOf(secret, "file")) && !textOf(entryOf(secret, "environment")))
			refuse({ kind: "secretSourceMissing", at: keyOf("secrets", name) ?? placeOf(secret), message: say`a secret says its \`file\` or its \`environment\`` });
	}
	checkCycles(enabled, refuse);
}

const undefinedIn = {
	networks: "undefinedNetwork",
	volumes: "undefinedVolume",
	configs: "undefinedConfig",
	secrets: "undefinedSecret",
} as const;

type Blame = (kind: RefusalKind, message: Message, ...values: readonly (Value | undefined)[]) => void;
type BlameName = (kind: RefusalKind, name: string, message: Message, ...values: readonly (Value | undefined)[]) => void;

function checkService(name: string, key: Origin | undefined, service: Mapping, known: Known, refuse: Refuse): void {
	const blame: Blame = (kind, message, ...values) => refuse({ kind, at: placeOf(...values, service), message });
	const blameName: BlameName = (kind, word, message, ...values) => refuse({ kind, at: placeOf(...values, service), message, word, name: word });
	const build = entryOf(service, "build");
	const image = textOf(entryOf(service, "image"));
	if (!build && !image && !entryOf(service, "provider"))
		refuse({
			kind: "noImage",
			at: entryOf(service, "image")?.origin ?? key ?? placeOf(service),
			message: say`the service \`${name}\` has neither an \`image\` nor a \`build\``,
		});
	if (build?.kind === "mapping") checkBuild(service, build, known, blame, blameName);
	const named = (section: keyof typeof undefinedIn, key: string, origin: Value | undefined): void => {
		if (!known.has(section, key)) blameName(undefinedIn[section], key, say`\`${key}\` is not among the \`${section}\``, origin);
	};
	const mode = entryOf(service, "network_mode");
	const networks = entryOf(service, "networks");
	if (mode?.kind === "string" && mode.value !== "" && networks?.kind === "mapping" && networks.entries.size > 0)
		blame("networkModeAndNetworks", say`a service with \`network_mode\` cannot be in \`networks\``, networks);
	else if (networks?.kind === "mapping")
		for (const [key, entry] of networks.entries)
			if (!known.has("networks", key))
				refuse({
					kind: "undefinedNetwork",
					at: entry.key ?? placeOf(entry.value, networks, service),
					message: say`\`${key}\` is not among the \`networks\``,
					name: key,
				});
	const test = entryOf(entryOf(service, "healthcheck"), "test");
	const [first] = itemsIn(test);
	if (first && !/^(?:CMD|CMD-SHELL|NONE)$/.test(textOf(first) ?? ""))
		blame("healthcheckTest", say`the list of a health check begins with \`CMD\`, \`CMD-SHELL\` or \`NONE\``, first);
	for (const [other, dependence] of heldIn(entryOf(service, "depends_on"))) {
		if (known.services.has(other)) continue;
		const required = entryOf(dependence, "required");
		if (known.disabled.has(other) && required?.kind === "boolean" && !required.value) continue;
		const waits = entryOf(service, "depends_on");
		const at = waits?.kind === "mapping" ? waits.entries.get(other)?.key : undefined;
		refuse({
			kind: known.disabled.has(other) ? "disabledService" : "undefinedService",
			at: at ?? placeOf(dependence, service),
			word: other,
			name: other,
			message: known.disabled.has(other) ? say`the service \`${other}\` is in no active profile` : say`there is no service \`${other}\``,
		});
	}
	if (mode?.kind === "string" && mode.value.startsWith("service:") && !known.services.has(mode.value.slice("service:".length)))
		blameName("undefinedService", mode.value.slice("service:".length), say`there is no service \`${mode.value.slice("service:".length)}\``, mode);
	const volumes = itemsIn(entryOf(service, "volumes"));
	for (const volume of volumes) {
		const source = entryOf(volume, "source");
		if (textOf(entryOf(volume, "type")) !== "volume" || source?.kind !== "string" || source.value === "") continue;
		if (source.value.includes("/") && !known.has("volumes", source.value))
			blameName(
				"relativeVolume",
				source.value,
				/^[./~]/.test(source.value)
					? say`\`${source.value}\` is a path, and the type \`volume\` wants the name of a volume`
					: say`\`${source.value}\` is taken for the name of a volume, for a path begins with \`./\` or \`/\``,
				source,
			);
		else named("volumes", source.value, source);
	}
	for (const section of ["configs", "secrets"] as const)
		for (const mount of itemsIn(entryOf(service, section))) named(section, textOf(entryOf(mount, "source")) ?? "", entryOf(mount, "source") ?? mount);
	const models = entryOf(service, "models");
	if (models?.kind === "mapping")
		for (const [model, { key: at = placeOf(models, service) }] of models.entries)
			if (!known.has("models", model)) refuse({ kind: "undefinedModel", at, message: say`\`${model}\` is not among the \`models\``, name: model });
	checkLimits(service, blame);
	for (const watched of itemsIn(entryOf(entryOf(service, "develop"), "watch"))) {
		const action = textOf(entryOf(watched, "action"));
		if (!textOf(entryOf(watched, "target")) && action !== "rebuild" && action !== "restart")
			blame("watchTarget", say`a \`target\` is needed where something is synchronised`, entryOf(watched, "action"), watched);
	}
	checkMounts(service, volumes, blame);
}

function checkBuild(service: Mapping, build: Mapping, known: Known, blame: Blame, blameName: BlameName): void {
	if (textOf(entryOf(build, "dockerfile_inline")) && textOf(entryOf(build, "dockerfile")))
		blame("inlineDockerfile", say`of \`dockerfile\` and \`dockerfile_inline\` only one can be said`, entryOf(build, "dockerfile_inline"));
	for (const [, context] of heldIn(entryOf(build, "additional_contexts"))) {
		const text = textOf(context) ?? "";
		if (!text.startsWith("service:")) continue;
		const name = text.slice("service:".length);
		const other = known.services.get(name);
		if (!other) blameName("additionalContext", name, say`there is no service \`${name}\``, context);
		else if (!entryOf(other, "build")) blameName("additionalContext", name, say`the service \`${name}\` is not built`, context);
	}
	const platform = textOf(entryOf(service, "platform"));
	const platforms = itemsIn(entryOf(build, "platforms")).map(textOf);
	if (platform && platforms.length > 0 && !platforms.includes(platform))
		blame("platforms", say`\`platforms\` has to hold the service's \`platform\`, \`${platform}\``, entryOf(build, "platforms"));
	for (const secret of itemsIn(entryOf(build, "secrets"))) {
		const source = textOf(entryOf(secret, "source")) ?? "";
		if (!known.has("secrets", source))
			blameName("undefinedBuildSecret", source, say`\`${source}\` is not among the \`secrets\``, entryOf(secret, "source"), secret);
	}
}

const amountOf = (value: Value | undefined): string | undefined => {
	if (!value || value.kind === "mapping" || value.kind === "sequence" || value.kind === "null") return undefined;
	const text = goText(value);
	return text === "" ? undefined : text;
};

function checkLimits(service: Mapping, blame: Blame): void {
	const deploy = entryOf(service, "deploy");
	const scale = amountOf(entryOf(service, "scale"));
	const replicas = amountOf(entryOf(deploy, "replicas"));
	if (scale !== undefined && replicas !== undefined && Number(scale) !== Number(replicas))
		blame("scale", say`\`scale\` and \`deploy.replicas\` differ`, entryOf(service, "scale"));
	if (Number(scale) < 0) blame("negativeReplicas", say`\`scale\` is at least 0`, entryOf(service, "scale"));
	if (Number(replicas) < 0) blame("negativeReplicas", say`\`deploy.replicas\` is at least 0`, entryOf(deploy, "replicas"));
	const name = entryOf(service, "container_name");
	if (Number(scale ?? replicas ?? 1) > 1 && textOf(name)) blame("containerNameWithReplicas", say`several containers cannot have one \`container_name\``, name);
	const resources = entryOf(deploy, "resources");
	const same = (refused: RefusalKind, key: string, kind: "limits" | "reservations", other: string, number: (text: string) => number): void => {
		const [own, there] = [amountOf(entryOf(service, key)), entryOf(resources, kind)];
		if (own === undefined || number(own) === 0 || !there || there.kind === "null") return;
		if (number(own) !== number(amountOf(entryOf(there, other)) ?? "0"))
			blame(refused, say`\`${key}\` and \`deploy.resources.${kind}.${other}\` differ`, entryOf(service, key));
	};
	const single = (text: string): number => Math.fround(Number(text));
	const size = (text: string): number => Number(bytesOf(text) ?? 0n);
	same("cpus", "cpus", "limits", "cpus", single);
	same("memLimit", "mem_limit", "limits", "memory", size);
	same("memReservation", "mem_reservation", "reservations", "memory", size);
	same("pids", "pids_limit", "limits", "pids", Number);
}

function checkMounts(service: Mapping, volumes: readonly Value[], blame: Blame): void {
	const targets = new Set<string>();
	const once = (target: string, value: Value): void => {
		if (targets.has(target)) blame("mountTarget", say`something is mounted at \`${target}\` already`, value);
		targets.add(target);
	};
	const tmpfs = entryOf(service, "tmpfs");
	for (const item of tmpfs?.kind === "string" ? [tmpfs] : itemsIn(tmpfs)) once((textOf(item) ?? "").split(":", 1)[0] ?? "", item);
	for (const volume of volumes) once(textOf(entryOf(volume, "target")) ?? "", entryOf(volume, "target") ?? volume);
}

type Step = { readonly name: string; readonly others: Iterator<string> };

/** Goes every way once, without recursion: there may be thousands of services one behind the other. */
function checkCycles(services: ReadonlyMap<string, Value>, refuse: Refuse): void {
	const done = new Set<string>();
	const stepTo = (name: string): Step => ({
		name,
		others: heldIn(entryOf(services.get(name), "depends_on"))
			.map(([other]) => other)
			[Symbol.iterator](),
	});
	for (const first of [...services.keys()].sort()) {
		const way = done.has(first) ? [] : [stepTo(first)];
		const open = new Set([first]);
		for (let last = way.at(-1); last; last = way.at(-1)) {
			const { value: other, done: isOver } = last.others.next();
			if (isOver === true) {
				way.pop();
				open.delete(last.name);
				done.add(last.name);
			} else if (open.has(other)) {
				const circle = way.slice(way.findIndex(({ name }) => name === other)).map(({ name }) => name);
				const message = say`these services wait for each other: ${[...circle, other].join(" → ")}`;
				const [at, ...others] = circle.flatMap((name, index) => {
					const service = services.get(name);
					const waits = entryOf(service, "depends_on");
					const key = waits?.kind === "mapping" ? waits.entries.get(circle[index + 1] ?? other)?.key : undefined;
					return key ?? placeOf(waits, service);
				});
				return at && refuse({ kind: "dependencyCycle", at, message, others });
			} else if (!done.has(other) && services.has(other)) {
				way.push(stepTo(other));
				open.add(other);
			}
		}
	}
}
