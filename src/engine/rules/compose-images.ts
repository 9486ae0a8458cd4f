import type { LintedCompose } from "../compose/linted.ts";
import { entryOf, type Mapping, type Value } from "../compose/value.ts";
import { type ImageReference, parseImageReference } from "../image/reference.ts";
import { fact } from "../text/fact.ts";
import { type Edit, insert, type Range, replace } from "../text/text.ts";

/** The image that a service names. */
export type ServiceImage = {
	/** As Compose has it, variables replaced. */
	readonly text: string;
	readonly value: Value & { readonly kind: "string" };
	/** Its tag is undefined where a variable decides it. */
	readonly reference: ImageReference;
	/** Whether no variable stands in it. */
	readonly isFixed: boolean;
};

/** What is known of the image that a service names whatever variables are set: undefined where it names none, where a variable decides which it is, and where it is built. */
export const pulledImage = fact((service: Mapping): ServiceImage | undefined => (entryOf(service, "build") ? undefined : namedImage(service)));

/** The same, whether it is pulled or built. */
export const namedImage = fact((service: Mapping): ServiceImage | undefined => {
	const value = entryOf(service, "image");
	if (value?.kind !== "string" || value.value === "") return undefined;
	const { value: text, template } = value;
	if (template === undefined) return text.includes("$") ? undefined : { text, value, reference: parseImageReference(text), isFixed: true };
	const dollar = template.indexOf("$");
	const colon = template.indexOf(":", template.lastIndexOf("/", dollar) + 1);
	const name = template.slice(0, colon);
	if (colon < 0 || dollar < colon || name === "" || !text.startsWith(name)) return undefined;
	return { text: name, value, reference: parseImageReference(name), isFixed: false };
});

/** The name of an image of Docker Hub, without registry and tag: `postgres`, `grafana/grafana`. */
export const hubName = ({ registry, repository }: ImageReference): string | undefined => (registry === undefined ? repository : undefined);

/** An image that is pulled, as it is where nothing else is said: each variable in it has its default. */
export function imageByDefault(file: LintedCompose, service: Mapping): ServiceImage | undefined {
	const value = entryOf(service, "image");
	if (value?.kind !== "string" || value.value === "" || entryOf(service, "build") || neverPulled.has(policyOf(service)) || isBuiltHere(file, value.value))
		return undefined;
	const { value: text, template } = value;
	if (/\$(?!\{\w+:?-[^${}]+\})/.test(template ?? text)) return undefined;
	return { text, value, reference: parseImageReference(text), isFixed: template === undefined };
}

const neverPulled: ReadonlySet<string | undefined> = new Set(["never", "build"]);

function policyOf(service: Mapping): string | undefined {
	const policy = entryOf(service, "pull_policy");
	return policy?.kind === "string" ? policy.value : undefined;
}

/** Whether a service of the project builds an image of that name. */
const isBuiltHere = (file: LintedCompose, image: string): boolean => builtImages(file).has(image);

const builtImages = fact((file: LintedCompose): ReadonlySet<string> => {
	const names = new Set<string>();
	for (const service of file.allServices.values()) {
		const image = entryOf(service, "build") && entryOf(service, "image");
		if (image?.kind === "string") names.add(image.value);
	}
	return names;
});

/** Where the tag of an image stands that is written plainly, without its colon. */
export function tagRange({ value, reference, isFixed }: ServiceImage): Range | undefined {
	const { tagRange: range } = reference;
	const { textAt } = value;
	return isFixed && textAt !== undefined && range ? { start: textAt + range.start, end: textAt + range.end } : undefined;
}

/** Gives an image that is written plainly another tag, or one where it has none. */
export function withTag(image: ServiceImage, tag: string): Edit | undefined {
	const { textAt } = image.value;
	const range = tagRange(image);
	if (range) return replace(range, tag);
	return image.isFixed && textAt !== undefined && image.reference.digest === undefined ? insert(textAt + image.text.length, `:${tag}`) : undefined;
}
