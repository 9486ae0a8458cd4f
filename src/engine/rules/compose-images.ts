import { entryOf, type Mapping, type Value } from "../compose/value.ts";
import { type ImageReference, parseImageReference } from "../image/reference.ts";
import { fact } from "../text/fact.ts";

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
	if (template === undefined) return { text, value, reference: parseImageReference(text), isFixed: true };
	const dollar = template.indexOf("$");
	const colon = template.indexOf(":", template.lastIndexOf("/", dollar) + 1);
	const name = template.slice(0, colon);
	if (colon < 0 || dollar < colon || name === "" || !text.startsWith(name)) return undefined;
	return { text: name, value, reference: parseImageReference(name), isFixed: false };
});

/** The name of an image of Docker Hub, without registry and tag: `postgres`, `grafana/grafana`. */
export const hubName = ({ registry, repository }: ImageReference): string | undefined => (registry === undefined ? repository : undefined);
