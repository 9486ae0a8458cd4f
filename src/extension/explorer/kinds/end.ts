import type { End } from "../../../docker/actions/ends.ts";
import { knownNode, type Look, type Nodes, type Translate } from "../kind.ts";

/** The row of a container that removed itself when it ended. */
export type EndNode = { readonly kind: "end"; readonly id: string; readonly end: End };

export const endNodes = (ends: readonly End[], known: Nodes): readonly EndNode[] =>
	ends.map((end) => knownNode<EndNode>(known, { kind: "end", id: `end:${end.id}`, end }));

export function lookOfEnd({ end }: EndNode, t: Translate): Look {
	const state = t("removed itself, {0}", exitText(end, t));
	const isFailure = end.exitCode !== undefined && ![0, 130, 143].includes(end.exitCode);
	return {
		label: end.name,
		description: `${state} · ${end.image}`,
		icon: "history",
		colour: isFailure ? "failed" : "stopped",
		context: "ended",
		spoken: [end.name, state, t("image {0}", end.image)].join(", "),
	};
}

export function exitText({ exitCode, isOutOfMemory }: Pick<End, "exitCode" | "isOutOfMemory">, t: Translate): string {
	if (exitCode === undefined) return t("exit code unknown");
	return isOutOfMemory && exitCode !== 0 ? t("exit code {0}, out of memory", exitCode) : t("exit code {0}", exitCode);
}
