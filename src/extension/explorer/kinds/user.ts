import type { Container } from "../../../docker/resources/container.ts";
import { iconOf, stateText } from "../container-state.ts";
import { compareNames, knownNode, type Look, type Node, type Nodes, type Translate } from "../kind.ts";

/** A container below what it uses: a volume or a network. `detail` says how. */
export type UserNode<Owner extends Node> = {
	readonly kind: "user";
	readonly id: string;
	container: Container;
	detail: string;
	parent: Owner;
};

type Use = readonly [name: string, detail: string];

/** Who uses what, by the name of what is used. */
export function usersByName(
	containers: Iterable<Container>,
	usesOf: (container: Container) => readonly Use[],
): ReadonlyMap<string, readonly (readonly [Container, string])[]> {
	const users = new Map<string, (readonly [Container, string])[]>();
	for (const container of containers) {
		for (const [name, detail] of usesOf(container)) {
			const known = users.get(name);
			if (known) known.push([container, detail]);
			else users.set(name, [[container, detail]]);
		}
	}
	return users;
}

/** By name. */
export function usersBelow<Owner extends Node>(
	known: Nodes,
	parent: Owner,
	users: readonly (readonly [container: Container, detail: string])[],
): readonly UserNode<Owner>[] {
	const nodes = users.map(([container, detail]) => {
		const node = knownNode<UserNode<Owner>>(known, { kind: "user", id: `${parent.id}/${container.id}`, container, detail, parent });
		return Object.assign(node, { container, detail, parent });
	});
	return nodes.sort((one, other) => compareNames(one.container.name, other.container.name));
}

export function lookOfUser({ container, detail }: UserNode<Node>, t: Translate): Look {
	const parts = [detail, stateText(container, t)].filter(Boolean);
	return { label: container.name, description: parts.join(" · "), ...iconOf(container), context: "user", spoken: [container.name, ...parts].join(", ") };
}
