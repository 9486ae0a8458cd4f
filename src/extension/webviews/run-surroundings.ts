import { homedir } from "node:os";
import { isAbsolute, resolve } from "node:path";
import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import type { Container } from "../../docker/resources/container.ts";
import type { HeldPort } from "../../engine/compose/daemon-facts.ts";
import { parsePorts } from "../../engine/compose/short-forms/ports.ts";
import { parseVolume } from "../../engine/compose/short-forms/volumes.ts";
import type { RunForm, Variable } from "../../engine/run/form.ts";
import type { Surroundings } from "../../engine/run/problems.ts";
import { readVariables } from "../../engine/run/variables.ts";
import type { Message } from "../../engine/text/message.ts";

/** What is known of the engine, with who holds the ports that the form names; what `own` holds is free, for that one goes. */
export async function surroundingsOf(docker: Docker, form: RunForm, own: Container | undefined): Promise<Surroundings> {
	const wanted = form.ports.flatMap((text) => {
		const parsed = parsePorts(text.trim());
		return "problem" in parsed ? [] : parsed.map(({ published }) => Number(published)).filter((port) => port > 0);
	});
	const facts = docker.facts();
	const all = await held(docker, wanted);
	// As it is now: one that has only just started had no ports when it was chosen.
	const old = own && (docker.model.containers.get(own.id) ?? own);
	return {
		names: new Set([...docker.model.containers.values()].filter(({ id }) => id !== own?.id).map(({ name }) => name)),
		ports: all.filter(({ port, container }) => !old || (container !== old.name && !old.ports.some(({ host }) => host === port))),
		networks: facts?.networks,
		cpus: facts?.cpus,
		memory: facts?.memory,
	};
}

/** Who holds which ports, as far as it is known, of those that a proposal may take. */
export function freeHeld(docker: Docker, exposed: readonly string[]): Promise<readonly HeldPort[]> {
	const wanted = exposed.map((port) => Number.parseInt(port, 10)).flatMap((port) => (port < 1024 ? [8000 + (port % 1000)] : [port]));
	return held(docker, wanted);
}

/** With the next ones, of which one may be proposed instead. */
async function held(docker: Docker, wanted: readonly number[]): Promise<readonly HeldPort[]> {
	const near = [...new Set(wanted.flatMap((port) => Array.from({ length: 20 }, (_, index) => port + index)))].filter((port) => port <= 65535);
	return [...(docker.facts()?.ports ?? []), ...(await docker.listening(near).catch(() => []))];
}

/** Paths that begin with `.` or `~` are of the workspace's folder and of the user's home. */
export function absoluteForm(form: RunForm): RunForm {
	return {
		...form,
		name: form.name.trim(),
		image: form.image.trim(),
		mounts: form.mounts.map((text) => {
			const parsed = parseVolume(text);
			return !("problem" in parsed) && /^[.~]/.test(parsed.source) ? absolutePath(parsed.source) + text.slice(parsed.source.length) : text;
		}),
		envFiles: form.envFiles.map(absolutePath),
	};
}

function absolutePath(path: string): string {
	if (/^~(?=\/|\\|$)/.test(path)) return homedir() + path.slice(1);
	if (path === "" || isAbsolute(path)) return path;
	return resolve(vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? homedir(), path);
}

/** The variables in the files, one after the other, and why some cannot be read. */
export async function variablesOf(
	paths: readonly string[],
	read: (path: string) => Promise<string>,
): Promise<{ readonly variables: readonly Variable[]; readonly problems: readonly { readonly row: number; readonly text: Message | string }[] }> {
	const all = await Promise.all(
		paths.map(async (path, row) => {
			if (path === "") return { variables: [], problems: [{ row, text: vscode.l10n.t("Say which file, or remove the row.") }] };
			try {
				const { variables, problem } = readVariables(await read(path), (name) => process.env[name]);
				return { variables, problems: problem ? [{ row, text: problem }] : [] };
			} catch {
				return { variables: [], problems: [{ row, text: vscode.l10n.t("{0} cannot be read.", path) }] };
			}
		}),
	);
	return {
		variables: all.flatMap(({ variables }) => variables),
		problems: all.flatMap(({ problems }): readonly { row: number; text: Message | string }[] => problems),
	};
}
