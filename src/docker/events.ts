import { plainText } from "./plain-text.ts";
import { toName, toProject, type Container, type Health } from "./model.ts";

/** One message of the engine's event stream, in one shape for all engines: `action` as Docker calls it, `id` of what it happened to. */
export type EngineEvent = { readonly type: string; readonly action: string; readonly id: string; readonly attributes: Readonly<Record<string, string>> };

/** What an event makes of a container: `undefined` removes it. With `isPartial` the engine knows more (its ports, say), and is to be asked. */
export type Reduction = { readonly container: Container | undefined; readonly isPartial: boolean };

/** Podman's words for the same. */
const dockerNames: Record<string, string> = { died: "die", remove: "destroy" };

/** One line of the stream; undefined where it is no event. API 1.52 has no more than `Type`, `Action` and `Actor`; older ones and Podman repeat them elsewhere. */
export function parseEvent(line: string): EngineEvent | undefined {
	try {
		const { Type, Action, Actor, HealthStatus } = JSON.parse(line) as {
			Type?: string;
			Action?: string;
			Actor?: { ID?: string; Attributes?: Record<string, string> | null };
			HealthStatus?: string;
		};
		if (!Type || !Action || !Actor?.ID) return undefined;
		const [name = "", detail = HealthStatus] = Action.split(": ");
		const attributes = { ...Actor.Attributes, ...(name === "health_status" && detail ? { health_status: detail } : {}) };
		return { type: Type, action: dockerNames[name] ?? name, id: Actor.ID, attributes };
	} catch {
		return undefined;
	}
}

/** Cuts a stream of bytes into its lines, however they came; the last one without an end stays away. */
export function lineSplitter(onLine: (line: string) => void): (chunk: Buffer) => void {
	const decoder = new TextDecoder();
	let rest = "";
	return (chunk) => {
		const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) onLine(line);
	};
}

/** The container after the event, or undefined where the event changes nothing that is shown (an exec of a health check, say). */
export function reduceContainer(before: Container | undefined, { action, id, attributes }: EngineEvent): Reduction | undefined {
	const known = before ?? fromEvent(id, attributes);
	switch (action) {
		case "create":
			return { container: before ?? known, isPartial: true };
		case "start":
			return { container: { ...withoutOutcome(known), state: "running" }, isPartial: true };
		case "unpause":
			return { container: { ...known, state: "running" }, isPartial: !before };
		case "pause":
			return { container: { ...known, state: "paused" }, isPartial: !before };
		case "die": {
			const exitCode = Number(attributes["exitCode"] ?? attributes["containerExitCode"]);
			const stopped = { ...withoutOutcome(known), state: "exited" as const, ports: [], ...(Number.isInteger(exitCode) && { exitCode }) };
			// A restart policy may take over; only the engine knows.
			return { container: stopped, isPartial: true };
		}
		case "rename":
			return { container: { ...known, name: toName(attributes["name"]) || known.name }, isPartial: !before };
		case "health_status": {
			const health = attributes["health_status"] ?? "";
			return isHealth(health) ? { container: { ...known, health }, isPartial: !before } : undefined;
		}
		case "destroy":
			return { container: undefined, isPartial: false };
		default:
			return undefined;
	}
}

const isHealth = (text: string): text is Health => ["starting", "healthy", "unhealthy"].includes(text);

function withoutOutcome({ health: _health, exitCode: _exitCode, ...rest }: Container): Container {
	return rest;
}

function fromEvent(id: string, attributes: Readonly<Record<string, string>>): Container {
	return {
		id,
		name: toName(attributes["name"]) || id.slice(0, 12),
		image: plainText(attributes["image"]),
		imageId: "",
		state: "created",
		ports: [],
		...toProject(attributes),
	};
}
