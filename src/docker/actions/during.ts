import { settled, type Client } from "../client.ts";
import type { Transition } from "../resources/container.ts";

/** The event that says that it is done. */
const lastEvent: Record<Transition, string> = {
	starting: "start",
	stopping: "die",
	restarting: "start",
	pausing: "pause",
	continuing: "unpause",
	killing: "die",
	removing: "destroy",
	renaming: "rename",
	updating: "update",
	saving: "commit",
	exporting: "export",
	recreating: "destroy",
};

/**
 * Shows in the container what is being done to it while `run` does it. `run` resolves to false where there was nothing to do;
 * otherwise the daemon's event is waited for, which may come a moment after its answer (and its list may be as late).
 */
export async function during(client: Client, id: string, transition: Transition, run: () => Promise<boolean>): Promise<void> {
	const { connection, resources, changes, events } = client;
	const release = connection.hold();
	let isOver = false;
	const stop = events.listen((event) => (isOver ||= event.id === id && lastEvent[transition] === event.action));
	resources.note("containers", id, { transition });
	try {
		await settled(client, "containers");
		if (!(await run())) return;
		await changes.until(() => isOver || connection.status.kind !== "connected", AbortSignal.timeout(1_000)).catch(() => {});
	} finally {
		stop();
		await resources.ask("containers", id).catch(() => {});
		resources.note("containers", id, undefined);
		release();
	}
}
