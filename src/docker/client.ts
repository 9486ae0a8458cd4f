import type { End } from "./actions/ends.ts";
import type { Changes } from "./changes.ts";
import type { Connection } from "./connection/connection.ts";
import type { DaemonEvent } from "./connection/events.ts";
import type { KindName } from "./resources/index.ts";
import type { ResourceChange, Resources } from "./resources/resources.ts";

/** What has changed: rows of a kind, or what is known of the connection. */
export type Change = ResourceChange | { readonly of: "connection" };

/** The parts that actions act through. */
export type Client = {
	readonly connection: Connection;
	readonly resources: Resources;
	readonly changes: Changes<Change>;
	/** The daemon's events as they come, just before the rows take them in. */
	readonly events: Changes<DaemonEvent>;
	/** What is left of containers that we have run and that removed themselves when they ended. */
	readonly ends: Changes<End>;
};

/** Waits until the rows of the kind are known, or the daemon is known to be away. */
export async function settled({ connection, resources, changes }: Client, name: KindName): Promise<void> {
	await changes.until(
		() => connection.status.kind === "away" || connection.status.kind === "idle" || (connection.status.kind === "connected" && resources.isListed(name)),
	);
}
