import type { RunForm, Variable } from "./form.ts";

/** What an image says of what a form asks for, as it would be typed there; empty where it says nothing. */
export type ImageValues = Readonly<Record<ImageField, string>> & { readonly environment: readonly Variable[] };

const imageFields = ["user", "entrypoint", "command", "healthCommand", "healthInterval", "healthTimeout", "healthStart", "healthRetries"] as const;
type ImageField = (typeof imageFields)[number];

export const noImageValues: ImageValues = {
	user: "",
	entrypoint: "",
	command: "",
	healthCommand: "",
	healthInterval: "",
	healthTimeout: "",
	healthStart: "",
	healthRetries: "",
	environment: [],
};

/** The form as it is shown: with what holds by the image where it says nothing itself. The image's variables come first, all of them. */
export function withImageValues(form: RunForm, image: ImageValues): RunForm {
	const own = new Map(form.environment.map(({ name, value }) => [name, value]));
	const ofImage = new Set(image.environment.map(({ name }) => name));
	const texts = Object.fromEntries(imageFields.map((field) => [field, form[field] || image[field]]));
	return {
		...form,
		...texts,
		// With another entry point the image's command counts no more.
		command: form.command || (form.entrypoint === "" ? image.command : ""),
		environment: [
			...image.environment.map(({ name, value }) => ({ name, value: own.get(name) ?? value })),
			...form.environment.filter(({ name }) => !ofImage.has(name)),
		],
	};
}

/** The form that is meant by what is shown: what the image says anyway is left out. */
export function withoutImageValues(shown: RunForm, image: ImageValues): RunForm {
	const texts = Object.fromEntries(imageFields.map((field) => [field, shown[field] === image[field] ? "" : shown[field]])) as Record<ImageField, string>;
	return {
		...shown,
		...texts,
		command: texts.entrypoint === "" ? texts.command : shown.command,
		environment: ownRows(shown, image).flatMap((row) => shown.environment[row] ?? []),
	};
}

/** The places, among the variables that are shown, of those that are not the image's. */
export const ownRows = ({ environment }: RunForm, image: ImageValues): readonly number[] =>
	environment.flatMap(({ value }, row) => (image.environment[row]?.value === value ? [] : [row]));
