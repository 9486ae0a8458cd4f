import { expect, test } from "vitest";
import { emptyForm, type RunForm } from "../../../src/engine/run/form.ts";
import { type ImageValues, noImageValues, ownRows, withImageValues, withoutImageValues } from "../../../src/engine/run/image-values.ts";

const image: ImageValues = {
	...noImageValues,
	user: "app",
	entrypoint: "/entry.sh",
	command: "serve --port 80",
	healthCommand: "curl -f localhost",
	healthInterval: "10s",
	environment: [
		{ name: "PATH", value: "/bin" },
		{ name: "MODE", value: "production" },
	],
};
const typed = (form: RunForm, change: Partial<RunForm>): RunForm => withoutImageValues({ ...withImageValues(form, image), ...change }, image);

test("what the image says is shown, and is not asked for as long as nobody types over it", () => {
	const form = { ...emptyForm, image: "shop", environment: [{ name: "OWN", value: "1" }] };
	expect(withImageValues(form, image)).toMatchObject({
		user: "app",
		command: "serve --port 80",
		healthInterval: "10s",
		environment: [...image.environment, { name: "OWN", value: "1" }],
	});
	expect(typed(form, {})).toEqual(form);
	expect(typed(form, { user: "" })).toEqual(form);
});

test("only what is typed over is asked for", () => {
	const changed = typed(emptyForm, {
		user: "root",
		healthInterval: "1m",
		environment: [
			{ name: "PATH", value: "/bin" },
			{ name: "MODE", value: "debug" },
			{ name: "NEW", value: "" },
		],
	});
	expect(changed).toEqual({
		...emptyForm,
		user: "root",
		healthInterval: "1m",
		environment: [
			{ name: "MODE", value: "debug" },
			{ name: "NEW", value: "" },
		],
	});
	// And again where the form is opened anew.
	expect(withImageValues(changed, image).environment).toEqual([
		{ name: "PATH", value: "/bin" },
		{ name: "MODE", value: "debug" },
		{ name: "NEW", value: "" },
	]);
	expect(ownRows(withImageValues(changed, image), image), "where something is wrong with the second of its own, it is said there").toEqual([1, 2]);
});

test("with another entry point the image's command counts no more: what is shown as the command is asked for", () => {
	expect(typed(emptyForm, { entrypoint: "sh -c" })).toMatchObject({ entrypoint: "sh -c", command: "serve --port 80" });
	expect(typed(emptyForm, { entrypoint: "sh -c", command: "" })).toMatchObject({ entrypoint: "sh -c", command: "" });
	expect(withImageValues({ ...emptyForm, entrypoint: "sh" }, image)).toMatchObject({ entrypoint: "sh", command: "" });
});
