import type { Container } from "../../docker/resources/container.ts";

/** What somebody wants to be told of: a container by its name, or whatever stands for its service, so that it is told of those that come later as well. */
export type Wish = {
	readonly id: string;
	readonly name: string;
	readonly project?: string;
	readonly service?: string;
} & What;

export type What =
	| { readonly kind: "healthy" | "exited" }
	/** More often than so. */
	| { readonly kind: "restarts"; readonly most: number }
	/** A text, or `/a pattern/`. */
	| { readonly kind: "line"; readonly text: string };

type Named = { readonly name: string; readonly project?: string | undefined; readonly service?: string | undefined };

/** What `docker compose run` calls a container that somebody runs for once. */
const once = /[-_]run[-_][\da-f]{6,}$/;

export const isMeant = (wish: Wish, { name, project, service }: Named): boolean =>
	name === wish.name || (wish.service !== undefined && wish.project === project && wish.service === service && !once.test(name));

export const wishFor = ({ name, project, service }: Container, what: What): Wish => ({
	...what,
	name,
	...(project !== undefined && service !== undefined && { project, service }),
	id: [name, ...Object.values(what)].join(" "),
});
