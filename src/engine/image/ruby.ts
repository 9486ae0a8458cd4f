import type { ImageReference } from "./reference.ts";

/** Whether it is the official image of Ruby. */
export const isRubyImage = ({ registry, repository }: ImageReference): boolean =>
	(registry === undefined && repository === "ruby") || (registry === "public.ecr.aws" && repository === "docker/library/ruby");

/** Ruby's version as the tag of the official image has it, `[3, 3]` for `3.3.6-slim`; undefined for other images, and where the tag does not tell. */
export function rubyVersion(reference: ImageReference): readonly [major: number, minor: number] | undefined {
	const [, major, minor] = /^(\d+)\.(\d+)(?!\d)/.exec(reference.tag ?? "") ?? [];
	return isRubyImage(reference) && major !== undefined && minor !== undefined ? [Number(major), Number(minor)] : undefined;
}
