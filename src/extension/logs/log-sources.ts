import * as vscode from "vscode";
import type { Container } from "../../docker/resources/container.ts";
import type { LogSubject } from "../../webviews/logs/protocol.ts";
import type { Target } from "../commands/targets.ts";
import type { Node } from "../explorer/kind.ts";

/** One place in a log, by the name of its first container; what takes that one's place belongs to it, too. */
export type Source = {
	readonly id: string;
	/** The one that is followed now. */
	container: Container;
};

/** What the log of these containers is about, which were chosen by rows or otherwise. The row of a project means also what the project will have later. */
export function subjectFor(clicked: Target, selected: readonly Node[] | undefined, chosen: readonly Container[]): LogSubject {
	const isOne = typeof clicked !== "string" && !(selected && selected.length > 1);
	const project = isOne && clicked?.kind === "project" ? chosen[0]?.project : undefined;
	return project ? { kind: "project", project, services: [] } : { kind: "containers", names: chosen.map(({ name }) => name) };
}

/** What it is called where there is little room. */
export function titleOf(subject: LogSubject): string {
	const names = subject.kind === "project" ? subject.services : subject.names;
	const few = names.length > 3 ? [...names.slice(0, 2), vscode.l10n.t("{0} more", names.length - 2)] : names;
	if (subject.kind === "containers") return few.join(", ");
	return few.length === 0 ? subject.project : `${subject.project}: ${few.join(", ")}`;
}

/** The containers among these that are sources of their own, besides those that are known. */
export function newSources(subject: LogSubject, known: readonly Source[], all: ReadonlyMap<string, Container>): readonly Source[] {
	const found: Source[] = [];
	for (const container of [...all.values()].sort((one, other) => (one.name < other.name ? -1 : 1))) {
		if (isOf(subject, container) && ![...known, ...found].some((source) => isSameSource(source, container, all))) found.push({ id: container.name, container });
	}
	return found;
}

function isOf(subject: LogSubject, { name, project, service }: Container): boolean {
	if (subject.kind === "containers") return subject.names.includes(name);
	return project === subject.project && (subject.services.length === 0 || subject.services.includes(service ?? ""));
}

/** Whether the container is the source's own, or takes the place of one that is gone. While Compose puts one in another's place, it has a name for the meantime. */
function isSameSource({ id, container }: Source, asked: Container, all: ReadonlyMap<string, Container>): boolean {
	if (container.id === asked.id || id === asked.name || asked.name.replace(/^[\da-f]{12}_/, "") === id) return true;
	if (all.has(container.id) || !asked.service) return false;
	const ofService = [...all.values()].filter(({ project, service }) => project === asked.project && service === asked.service);
	return container.project === asked.project && container.service === asked.service && ofService.length === 1;
}

/** Whether the log is the one that is asked for, or has come to be: Compose may have given its container another name. */
export function isSameLog(log: { readonly subject: LogSubject; readonly sources: () => readonly Source[] }, asked: LogSubject): boolean {
	if (JSON.stringify(log.subject) === JSON.stringify(asked)) return true;
	const [only, ...others] = log.sources();
	return asked.kind === "containers" && asked.names.length === 1 && others.length === 0 && only?.container.name === asked.names[0];
}
