import { containers } from "./container.ts";
import { images } from "./image.ts";
import type { Kind } from "./kind.ts";
import { networks } from "./network.ts";
import { volumes } from "./volume.ts";

/** The kinds of resources that are followed. */
export const kinds = { containers, images, networks, volumes };

export type KindName = keyof typeof kinds;
export type RowOf<Name extends KindName> = (typeof kinds)[Name] extends Kind<infer Of> ? Of : never;
/** All resources as they are now, by kind and by id. */
export type Model = { readonly [Name in KindName]: ReadonlyMap<string, RowOf<Name>> };
