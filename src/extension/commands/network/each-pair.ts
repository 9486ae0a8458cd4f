import type { Container } from "../../../docker/resources/container.ts";
import type { Network } from "../../../docker/resources/network.ts";
import { explain } from "../explain.ts";
import { shownIn } from "../long-task.ts";

export type Pair = readonly [Network, Container];

/** Acts on one after the other; where some fail the rest go on, and the error names each that failed. */
export async function onEachPair(pairs: readonly Pair[], act: (network: string, container: string) => Promise<void>): Promise<void> {
	const failures: string[] = [];
	await shownIn("networks", async () => {
		for (const [network, container] of pairs) {
			await act(network.id, container.id).catch((error: unknown) => failures.push(`${container.name}, ${network.name}: ${explain(error)}`));
		}
	});
	if (failures.length > 0) throw new Error(failures.join(" "));
}
