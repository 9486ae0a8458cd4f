import { Explorer, type Surroundings } from "./explorer.ts";
import { explorerKinds } from "./kinds/index.ts";

/** Fills the view of this id. */
export function createExplorer(id: string, surroundings: Surroundings): Explorer {
	const kind = explorerKinds.find(({ view }) => view === id);
	if (!kind) throw new Error(`There is no kind of rows for the view ${id}`);
	return new Explorer(kind, surroundings);
}
