import { hasOwnNetwork, portsIn, publishedPorts } from "../../compose/facts/published-ports.ts";
import { mountsOf } from "../../compose/facts/mounts.ts";
import type { LintedCompose } from "../../compose/linted.ts";
import { portAt } from "../../compose/rewrite/written.ts";
import { entryOf, type Mapping, textOf } from "../../compose/value.ts";
import { instructionsOf } from "../../dockerfile/instructions.ts";
import { rootImageOf, type Stage, stageOf } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { baseImage } from "../../image/base-images.ts";
import { imagePorts } from "../../image/image-ports.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { fact } from "../../text/fact.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";
import { buildOf } from "../compose-builds.ts";
import { pulledImage } from "../compose-images.ts";
import { saysPort } from "../service-urls.ts";

export default composeRule({
	id: "port-not-exposed",
	category: "correctness",
	severity: "info",
	title: "A port is published at which nothing listens",
	why: [
		"The part behind the colon is the port in the container. Where the program listens at another, the published one answers “connection reset”, though the container runs well.",
		"Mostly the two were mixed up, or changed together: of `8081:80` only 8081 is yours to choose.",
	],
	fixes: {
		onRequest: "The port that the image exposes takes its place.",
		never: "The image exposes several, or the port is written in the long form or as a range.",
	},
	examples: [
		{
			bad: compose`
				services:
				  db:
				    image: postgres:17
				    ports:
				      - "127.0.0.1:5433:5433"
			`,
			good: compose`
				services:
				  db:
				    image: postgres:17
				    ports:
				      - "127.0.0.1:5433:5432"
			`,
		},
	],
	needs: ["ports"],

	*check(file) {
		for (const { service, port, at } of portsIn(file)) {
			const { first, last } = port.target;
			const exposed = first === last && hasOwnNetwork(service.value) ? exposedBy(service.value, file) : undefined;
			if (!exposed || publishes(service.value, exposed) || file.text.slice(at.start, at.end).includes("$") || mayListen(file, service.value, first)) continue;
			const written = port.isShort ? portAt(file, at) : undefined;
			const [own, ...more] = exposed;
			const edit = written && own !== undefined && more.length === 0 ? replace(written.container, String(own)) : undefined;
			yield {
				at: written?.container ?? at,
				message: say`the image listens at ${exposed.join(", ")}, and nothing says that it listens at ${String(first)}`,
				...(edit && { fix: { title: say`Publish its port ${String(own)}`, edits: [edit], safe: false } }),
			};
		}
	},
});

/** Who publishes what the image exposes knows it, and what is published beside it. */
const publishes = (service: Mapping, exposed: readonly number[]): boolean =>
	publishedPorts(service).some(({ target }) => exposed.some((port) => port >= target.first && port <= target.last));

/** All that the image of a service exposes; undefined where somebody else may know more. */
const exposedBy = fact((service: Mapping, file: LintedCompose): readonly number[] | undefined => {
	// What starts in its place may listen anywhere.
	if (service.entries.has("command") || service.entries.has("entrypoint")) return undefined;
	const build = buildOf(service, file);
	if (build) return build.dockerfile && build.stage ? exposedByStage(build.dockerfile, build.stage) : undefined;
	const image = pulledImage(service);
	const isConfigured = mountsOf(service).some(({ target }) => /^\/(?:etc|usr\/local)(?:\/|$)|\.(?:conf|cnf|ini|ya?ml|toml|json|xml)$|\/conf/.test(target));
	return image && !isConfigured && !service.entries.has("configs") ? imagePorts(image.text) : undefined;
});

function exposedByStage(file: Dockerfile, stage: Stage): readonly number[] | undefined {
	const found: number[] = [];
	const stages = new Set<Stage | undefined>();
	for (let each: Stage | undefined = stage; each; each = each.parent) stages.add(each);
	for (const instruction of instructionsOf(file, "EXPOSE")) {
		if (!stages.has(stageOf(file, instruction))) continue;
		for (const { text } of instruction.args) {
			const [, port] = /^(\d+)(?:\/\w+)?$/.exec(text) ?? [];
			if (port === undefined) return undefined;
			found.push(Number(port));
		}
	}
	const base = rootImageOf(file, stage);
	if (found.length === 0 || base === undefined) return undefined;
	const theirs = imagePorts(base);
	// A base that runs a server, or that nobody knows, may expose what it listens at.
	return theirs || /^(?:root|other|tools)$/.test(baseImage(base).user) ? [...found, ...(theirs ?? [])] : undefined;
}

/** Whether the number stands anywhere where it may be meant as one to listen at. */
function mayListen(file: LintedCompose, service: Mapping, port: number): boolean {
	if (saysPort(file, service, port)) return true;
	const digits = String(port);
	const list = entryOf(service, "env_file");
	const paths = list?.kind === "sequence" ? list.items.flatMap((item) => textOf(entryOf(item, "path")) ?? []) : [];
	const build = buildOf(service, file);
	return build?.dockerfile?.text.includes(digits) === true || paths.some((path) => file.files.text(path)?.includes(digits) !== false);
}
