/** One message of the daemon's event stream, in one shape for all of them: `action` as Docker calls it, `id` of what it happened to. */
export type DaemonEvent = { readonly type: string; readonly action: string; readonly id: string; readonly attributes: Readonly<Record<string, string>> };

/** Podman's words for the same. */
const dockerNames: Record<string, string> = { died: "die", remove: "destroy" };

/** One line of the stream; undefined where it is no event. API 1.52 has no more than `Type`, `Action` and `Actor`; older ones and Podman repeat them elsewhere. */
export function parseEvent(line: string): DaemonEvent | undefined {
	try {
		const { Type, Action, Actor, HealthStatus } = JSON.parse(line) as {
			Type?: string;
			Action?: string;
			Actor?: { ID?: string; Attributes?: Record<string, string> | null };
			HealthStatus?: string;
		};
		// Podman knows a volume by its name alone.
		const id = Actor?.ID || (Type === "volume" && Actor?.Attributes?.["name"]);
		if (!Type || !Action || !id) return undefined;
		const [name = "", detail = HealthStatus] = Action.split(": ");
		const attributes = { ...Actor?.Attributes, ...(name === "health_status" && detail ? { health_status: detail } : {}) };
		return { type: Type, action: dockerNames[name] ?? name, id, attributes };
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
