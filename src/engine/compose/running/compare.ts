import { say } from "../../text/message.ts";
import type { Project } from "../project.ts";
import { entryOf, itemsIn as itemsOf, textOf } from "../value.ts";
import type { DescribedContainer, DescribedImage } from "./described.ts";
import { fieldsIn, textIn, type Difference } from "./difference.ts";
import { driftOf } from "./drift.ts";
import { wantedOf } from "./wanted.ts";

/** A container that Compose has made for a service, as the engine describes it. `tagged` is the id of what the name of its image means by now. */
export type RunningContainer = {
	readonly service: string;
	readonly container: DescribedContainer;
	readonly image?: DescribedImage;
	readonly tagged?: string;
};

/** In what the containers of each service differ from it; none of services whose containers are as they should be. `changedAt` gives when a file was last written, in milliseconds. */
export function compareRunning(
	project: Project,
	running: readonly RunningContainer[],
	changedAt: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly Difference[]> {
	const found = new Map<string, readonly Difference[]>();
	const others = containersOf(running);
	for (const { service, container, image, tagged } of running) {
		const wanted = wantedOf(project, service);
		if (!wanted || container.Config?.Labels?.["com.docker.compose.oneoff"] === "True") continue;
		const dockerfile = dockerfileOf(project, service);
		const differences = driftOf(wanted, { container, image, tagged, others });
		const built = image && dockerfile !== undefined && isOlder(image, changedAt.get(dockerfile)) ? [dockerfileIsNewer] : [];
		const known = found.get(service) ?? [];
		const texts = new Set(known.map(({ message }) => JSON.stringify(message)));
		const all = [...known, ...[...differences, ...built].filter(({ message }) => !texts.has(JSON.stringify(message)))];
		if (all.length > 0) found.set(service, all);
	}
	return found;
}

function containersOf(running: readonly RunningContainer[]): ReadonlyMap<string, readonly DescribedContainer[]> {
	const all = new Map<string, DescribedContainer[]>();
	for (const { service, container } of running) if (!all.get(service)?.push(container)) all.set(service, [container]);
	return all;
}

/** Profiles of services that run though none that is known asks for them: somebody has named one when they were started. */
export function profilesBehind(
	{ model, enabled }: Pick<Project, "model" | "enabled">,
	running: readonly Pick<RunningContainer, "service">[],
): readonly string[] {
	const services = entryOf(model, "services");
	const hidden = new Set(running.map(({ service }) => service).filter((service) => !enabled.has(service)));
	return [...new Set([...hidden].flatMap((service) => itemsOf(entryOf(entryOf(services, service), "profiles")).flatMap((item) => textOf(item) ?? [])))];
}

/**
 * The files by which a container was made, as Compose has noted them, where the one at `path` is of them and not all of them are among `known`:
 * others were named by `-f`. Anybody may write labels, so none of them makes us knock at another machine.
 */
export function projectFiles({ Config }: DescribedContainer, path: string, known: readonly string[]): readonly string[] | undefined {
	const files = pathsIn(Config?.Labels?.["com.docker.compose.project.config_files"]);
	return files.every(isHere) && files.includes(path) && !files.every((file) => known.includes(file)) ? files : undefined;
}

/** The files that were read in place of the folder's `.env` when a container was made; none where that was read. */
export function environmentFilesOf({ Config }: DescribedContainer): readonly string[] {
	const files = pathsIn(Config?.Labels?.["com.docker.compose.project.environment_file"]);
	return files.every(isHere) ? files : [];
}

const pathsIn = (label = ""): readonly string[] => label.split(",").flatMap((file) => (file === "" ? [] : [file.replaceAll("\\", "/")]));

const isHere = (path: string): boolean => /^(?:\/(?!\/)|[A-Za-z]:\/)/.test(path) && !path.includes("\n");

const dockerfileIsNewer: Difference = { key: "build", needsBuild: true, message: say`the Dockerfile has been changed since the image was built` };

/** The path of the Dockerfile that a service is built from; undefined where it has none on this machine. */
export function dockerfileOf({ plain }: Pick<Project, "plain">, service: string): string | undefined {
	const build = fieldsIn(fieldsIn(fieldsIn(fieldsIn(plain)["services"])[service])["build"]);
	const [context, dockerfile] = [textIn(build["context"]), textIn(build["dockerfile"])];
	if (context === undefined || dockerfile === undefined || !/^(?:\/|[A-Za-z]:)/.test(context)) return undefined;
	return /^(?:\/|[A-Za-z]:)/.test(dockerfile) ? dockerfile : `${context}/${dockerfile}`;
}

/** A build that found all in its cache leaves the image's date, and only names it anew. Some builds date their images with the beginning of time. */
function isOlder({ Created, Metadata }: DescribedImage, changedAt: number | undefined): boolean {
	const times = [Created, Metadata?.LastTagTime].map((time) => Date.parse(time ?? "")).filter((time) => time > Date.UTC(2000));
	return changedAt !== undefined && times.length > 0 && changedAt > Math.max(...times);
}
