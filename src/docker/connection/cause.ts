import type { DockerError, Reason } from "../errors.ts";
import type { Endpoint } from "./endpoint.ts";
import { findInstalled } from "./installed.ts";
import type { Surroundings } from "./surroundings.ts";

/** Why no engine is connected, as finely as there are ways to mend it. */
export type Cause =
	| Reason
	| "not-installed"
	| "not-running"
	| "wsl"
	| "in-container"
	| "absent"
	| "stale-socket"
	| "refused"
	| "unreachable"
	| "denied"
	| "denied-until-login"
	| "bad-host"
	| "tls"
	| "ssh"
	| "incompatible"
	| "rejected";

/** Looks at this machine only where the error alone does not tell. */
export async function causeOf(error: DockerError, endpoint: Endpoint | undefined, around: Surroundings): Promise<Cause> {
	if (error.reason) return error.reason;
	const socket = endpoint?.address.kind === "socket" ? endpoint.address.path : undefined;
	switch (error.kind) {
		case "absent":
			return endpoint?.source.by === "default" ? whyNoEngine(around) : "absent";
		case "refused":
			return socket === undefined ? "refused" : "stale-socket";
		case "denied":
			return socket !== undefined && (await isNewMember(socket, around)) ? "denied-until-login" : "denied";
		// A list that is not allowed, and the like: the engine answers, and will not.
		case "missing":
		case "conflict":
			return "rejected";
		default:
			return error.kind;
	}
}

async function whyNoEngine(around: Surroundings): Promise<Cause> {
	if ((await findInstalled(around)).length > 0) return "not-running";
	if (around.platform !== "linux") return "not-installed";
	if (around.env["WSL_DISTRO_NAME"]) return "wsl";
	return (await around.exists("/.dockerenv")) || (await around.exists("/run/.containerenv")) ? "in-container" : "not-installed";
}

/** Whether the user has been put into the socket's group since they logged in: then this process is not in it yet. */
async function isNewMember(socket: string, around: Surroundings): Promise<boolean> {
	const group = await around.groupOf(socket);
	if (group === undefined || around.user.groups.includes(group)) return false;
	const lines = (await around.read("/etc/group"))?.split("\n") ?? [];
	const [, , , members = ""] = lines.find((line) => line.split(":")[2] === String(group))?.split(":") ?? [];
	return members.split(",").includes(around.user.name);
}
