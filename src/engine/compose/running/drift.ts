import { fullReference } from "../../image/reference.ts";
import { say } from "../../text/message.ts";
import { maskPasswords } from "../../text/secrets.ts";
import { parseAddress } from "../facts/subnets.ts";
import type { Plain } from "../print/shapes.ts";
import { attachmentDrift } from "./attachment-drift.ts";
import { type DescribedHealthcheck, pairsOf, wordsOf } from "./described.ts";
import {
	type Difference,
	differs,
	fieldsIn,
	hasOtherValue,
	ifOther,
	isSecret,
	itemsIn,
	type Made,
	type PlainFields,
	textIn,
	type Wanted,
} from "./difference.ts";
import { mountDrift } from "./mount-drift.ts";
import { nanosecondsOf } from "./nanoseconds.ts";
import { optionDrift } from "./option-drift.ts";
import { likeDocker } from "./like-docker.ts";
import { machineDrift } from "./machine-drift.ts";
import { settingDrift } from "./setting-drift.ts";
import { namespaceDrift, sharingDrift } from "./sharing-drift.ts";

/** In what the container differs from what `docker compose up` would make; what an image says by itself is no difference. */
export function driftOf(wanted: Wanted, described: Made): readonly Difference[] {
	const made = { ...described, container: likeDocker(wanted, described) };
	return [
		...imageDrift(wanted, made),
		...commandDrift(wanted, made),
		...pairDrift("environment", wantedVariables(wanted), made.image && pairsOf(made.image.Config?.Env), pairsOf(made.container.Config?.Env)),
		...pairDrift("labels", labelsIn(wanted.service["labels"]), made.image && labelsIn(made.image.Config?.Labels), labelsIn(made.container.Config?.Labels)),
		...portDrift(wanted, made),
		...mountDrift(wanted, made),
		...networkDrift(wanted, made),
		...attachmentDrift(wanted, made),
		...healthDrift(wanted, made),
		...settingDrift(wanted, made),
		...optionDrift(wanted, made),
		...sharingDrift(wanted, made),
		...machineDrift(wanted, made),
		...annotationDrift(wanted, made),
	];
}

function imageDrift({ service }: Wanted, { container, tagged }: Made): readonly Difference[] {
	const [name, own] = [textIn(service["image"]), container.Config?.Image];
	if (name !== undefined && own && !own.startsWith("sha256:") && fullReference(name) !== fullReference(own)) return [differs("image", own, name)];
	if (tagged === undefined || !container.Image || tagged === container.Image) return [];
	return [{ key: name === undefined ? "build" : "image", message: say`the image \`${name ?? own ?? ""}\` is another by now than the container was made of` }];
}

/** As the engine puts together what a service and its image say. */
function commandDrift({ service }: Wanted, { container, image }: Made): readonly Difference[] {
	const wordsIn = (value: Plain | undefined): readonly string[] | undefined => (value === undefined || value === null ? undefined : itemsIn(value).map(String));
	const [ownEntrypoint, ownCommand] = [wordsIn(service["entrypoint"]), wordsIn(service["command"])];
	// Without the image nobody knows what holds where nothing is said.
	if (!image && (ownEntrypoint === undefined || ownCommand === undefined)) {
		return ownCommand === undefined ? [] : ifOther("command", asWords(wordsOf(container.Config?.Cmd)), asWords(ownCommand));
	}
	const hasEntrypoint = (ownEntrypoint?.length ?? 0) > 0;
	const entrypoint = ownEntrypoint ?? wordsOf(image?.Config?.Entrypoint);
	const command = hasEntrypoint || (ownCommand?.length ?? 0) > 0 ? (ownCommand ?? []) : wordsOf(image?.Config?.Cmd);
	return [
		...ifOther("entrypoint", asWords(wordsOf(container.Config?.Entrypoint)), asWords(withoutReset(entrypoint))),
		...ifOther("command", asWords(wordsOf(container.Config?.Cmd)), asWords(command)),
	];
}

/** A single empty word is how the engine is told to have none, and it keeps none of it. */
const withoutReset = (words: readonly string[]): readonly string[] => (words.length === 1 && words[0] === "" ? [] : words);

const asWords = (words: readonly string[]): string =>
	maskPasswords(words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`)).join(" "), "…");

function wantedVariables({ service }: Wanted): ReadonlyMap<string, string | undefined> {
	return new Map(Object.entries(fieldsIn(service["environment"])).map(([name, value]) => [name, textIn(value)]));
}

/** Those that Compose and Docker Desktop add are nobody's. */
function labelsIn(labels: Plain | Readonly<Record<string, string>> | null | undefined): ReadonlyMap<string, string | undefined> {
	const all = Object.entries(fieldsIn(labels ?? undefined));
	return new Map(all.filter(([name]) => !/^(?:com\.docker\.compose|desktop\.docker\.io)[./]/.test(name)).map(([name, value]) => [name, textIn(value)]));
}

type Pairs = ReadonlyMap<string, string | undefined>;

/** Variables that Docker's own configuration gives to all containers. */
const fromClient = /^(?:https?|ftp|no|all)_proxy$/i;

/** Of an image that nobody knows, what only the container has may be its own. */
function pairDrift(key: "environment" | "labels" | "annotations", own: Pairs, ofImage: Pairs | undefined, there: Pairs): readonly Difference[] {
	const here = new Map([...(ofImage ?? []), ...own]);
	const changed = [...here].flatMap(([name, value]): readonly Difference[] => {
		if (!there.has(name)) return value === undefined ? [] : [{ key, message: say`\`${name}\` is not set in the container` }];
		const before = there.get(name);
		if (before === value || (fromClient.test(name) && !own.has(name))) return [];
		if (before === undefined || value === undefined || isSecret(name, before) || isSecret(name, value)) return [hasOtherValue(key, name)];
		return [differs(name, inOneLine(before), inOneLine(value))].map(({ message }) => ({ key, message }));
	});
	const gone = [...(ofImage ? there.keys() : [])].filter((name) => !here.has(name) && !(key === "environment" && fromClient.test(name)));
	return [...changed, ...gone.map((name): Difference => ({ key, message: say`\`${name}\` is set in the container, and not in the file` }))];
}

function inOneLine(value: string): string {
	const line = maskPasswords(value, "…").replace(/\s+/g, " ");
	return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

/** Engines that do not know any tell nothing of a network's names either. Podman has some of its own. */
function annotationDrift({ service }: Wanted, { container }: Made): readonly Difference[] {
	const there = container.HostConfig?.Annotations;
	const isKnown = Object.values(container.NetworkSettings?.Networks ?? {}).some((endpoint) => endpoint?.DNSNames !== undefined);
	if (!there && !isKnown) return [];
	const own = Object.entries(there ?? {}).filter(([name]) => !/^(?:io|org|run)\./.test(name) || name in fieldsIn(service["annotations"]));
	return pairDrift("annotations", labelsIn(service["annotations"]), new Map(), labelsIn(Object.fromEntries(own)));
}

function portDrift({ service }: Wanted, { container }: Made): readonly Difference[] {
	const here = itemsIn(service["ports"]).map((port) => {
		const { host_ip: ip, published, target, protocol } = fieldsIn(port);
		return portOf(textIn(ip) ?? "", textIn(published) ?? "", `${textIn(target) ?? ""}/${textIn(protocol) ?? "tcp"}`);
	});
	const there = Object.entries(container.HostConfig?.PortBindings ?? {}).flatMap(([target, bindings]) =>
		(bindings ?? []).map(({ HostIp = "", HostPort = "" }) => portOf(HostIp, HostPort, target)),
	);
	const [wanted, published] = [new Map(here), new Map(there)];
	return [
		...[...wanted].flatMap(([port, text]): readonly Difference[] =>
			published.has(port) ? [] : [{ key: "ports", message: say`the container does not publish \`${text}\`` }],
		),
		...[...published].flatMap(([port, text]): readonly Difference[] =>
			wanted.has(port) ? [] : [{ key: "ports", message: say`the container publishes \`${text}\`, and the file does not` }],
		),
	];
}

/** What it is known by, for one address of the newer kind has several spellings, and how it is shown. All addresses are not those of the older kind alone. */
function portOf(ip: string, published: string, target: string): readonly [port: string, text: string] {
	const text = (address: string): string =>
		`${address === "" ? "" : `${address}:`}${published === "" || published === "0" ? "?" : published} → ${target.replace(/\/tcp$/, "")}`;
	const address = parseAddress(ip);
	return [text(address ? `${address.bits} ${address.value}` : ip), text(ip.includes(":") ? `[${ip}]` : ip)];
}

function networkDrift({ service, networks }: Wanted, made: Made): readonly Difference[] {
	const { container } = made;
	const mode = textIn(service["network_mode"]) ?? "";
	if (mode !== "") return namespaceDrift("network_mode", mode, container.HostConfig?.NetworkMode, made);
	const own = Object.keys(container.NetworkSettings?.Networks ?? {});
	const wanted = Object.keys(fieldsIn(service["networks"])).map((key) => networks.get(key) ?? key);
	return [
		...wanted
			.filter((name) => !own.includes(name))
			.map((name): Difference => ({ key: "networks", message: say`the container is not in the network \`${name}\`` })),
		...own
			.filter((name) => !wanted.includes(name))
			.map((name): Difference => ({ key: "networks", message: say`the container is in the network \`${name}\`, and not by the file` })),
	];
}

function healthDrift({ service }: Wanted, { container, image }: Made): readonly Difference[] {
	const said = service["healthcheck"];
	const there = container.Config?.Healthcheck ?? {};
	if (!image && (said === undefined || itemsIn(fieldsIn(said)["test"]).length === 0)) return [];
	const ofImage = image?.Config?.Healthcheck ?? {};
	const here = said === undefined ? ofImage : healthcheckOf(fieldsIn(said), ofImage);
	const [before, after] = [describe(there), describe(here)];
	return ifOther("healthcheck", before, after);
}

function healthcheckOf(said: PlainFields, ofImage: DescribedHealthcheck): DescribedHealthcheck {
	if (said["disable"] === true) return { Test: ["NONE"] };
	const test = itemsIn(said["test"]).map(String);
	const time = (key: string, other: number | undefined): number => nanosecondsOf(textIn(said[key])) || (other ?? 0);
	return {
		Test: test.length > 0 ? test : (ofImage.Test ?? []),
		Interval: time("interval", ofImage.Interval),
		Timeout: time("timeout", ofImage.Timeout),
		StartPeriod: time("start_period", ofImage.StartPeriod),
		StartInterval: time("start_interval", ofImage.StartInterval),
		Retries: Number(said["retries"] ?? 0) || (ofImage.Retries ?? 0),
	};
}

/** None and one that is switched off come to the same. */
function describe({ Test, Interval = 0, Timeout = 0, StartPeriod = 0, StartInterval = 0, Retries = 0 }: DescribedHealthcheck): string {
	const [kind, ...words] = Test ?? [];
	if (kind === undefined || kind === "NONE") return "";
	const test = kind === "CMD-SHELL" ? words.join(" ") : asWords(kind === "CMD" ? words : [kind, ...words]);
	const times = { interval: Interval, timeout: Timeout, start_period: StartPeriod, start_interval: StartInterval };
	const named = Object.entries(times).flatMap(([name, time]) => (time > 0 ? [`${name} ${time / 1e9}s`] : []));
	return [inOneLine(test), ...named, ...(Retries > 0 ? [`retries ${Retries}`] : [])].join(", ");
}
