import { emptyForm, type Field, modes, type RunForm, type Variable } from "../../engine/run/form.ts";
import { type ImageValues, noImageValues, ownRows, withImageValues, withoutImageValues } from "../../engine/run/image-values.ts";
import { element, write } from "../element.ts";
import { rowsOf, type Rows } from "./rows.ts";
import { adoptStyles } from "../adopt-styles.ts";
import style from "./page.css";
import type { Action, Checked, FromPage, RunView, ToPage } from "./protocol.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const vscode = acquireVsCodeApi();
adoptStyles(style);

let view: RunView | undefined;
/** As it is shown. */
let form: RunForm = emptyForm;
let ofImage: ImageValues = noImageValues;
const main = element("main", {});
const line = element("pre", { tabindex: "0" });
const differences = element("div", { class: "differences" });
const status = element("div", { class: "status", role: "status" });
const failure = element("div", { class: "failure", role: "alert" });
const keep = element("input", { type: "checkbox", id: "keep" });
const buttons = element("div", { class: "buttons" });
const footer = element("footer", {}, differences, line, failure, element("div", { class: "bar" }, buttons, status));
document.body.append(main, footer);

/** Where what is wrong with a field is said, and what is typed into. */
type Place = { readonly input: (row: number | undefined) => HTMLElement | undefined; readonly problem: (row: number | undefined) => HTMLElement | undefined };
const places = new Map<Field, Place>();
const lists = new Map<Field, Rows>();

addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
	if (data.kind === "show") show(data.view);
	else if (data.kind === "checked") showChecked(data.checked);
	else {
		write(status, data.busy);
		write(failure, data.failure);
		for (const button of buttons.querySelectorAll("button")) button.disabled = data.busy !== "" && button.dataset["action"] !== "cancel";
		const cancel = buttons.querySelector<HTMLButtonElement>('[data-action="cancel"]');
		if (cancel) cancel.hidden = data.busy === "";
		if (data.atProblem) main.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
	}
});
vscode.postMessage({ kind: "ready" });

/** So long after the last key in milliseconds it is judged what was typed. */
const pause = 60;
let waiting: ReturnType<typeof setTimeout> | undefined;

function edit(change: Partial<RunForm>): void {
	form = { ...form, ...change };
	clearTimeout(waiting);
	waiting = setTimeout(() => vscode.postMessage({ kind: "edit", form: withoutImageValues(form, ofImage) }), pause);
	markImageValues();
}

function act(action: Action): void {
	// What was typed last goes along.
	clearTimeout(waiting);
	vscode.postMessage({ kind: "act", action, form: withoutImageValues(form, ofImage), keeps: keep.checked });
}

function button(title: string, action: Action, name = ""): HTMLButtonElement {
	const made = element("button", { type: "button", class: name, "data-action": action }, title);
	made.addEventListener("click", () => act(action));
	return made;
}

function show(next: RunView): void {
	view = next;
	ofImage = next.ofImage;
	form = withImageValues(next.form, ofImage);
	places.clear();
	lists.clear();
	const { words, warnings, facts, choices } = next;
	const part = (title: string, ...children: readonly Node[]): HTMLElement => element("fieldset", {}, element("legend", {}, title), ...children);
	const choose = (id: string, values: readonly string[]): HTMLElement => element("datalist", { id }, ...values.map((value) => element("option", { value })));
	const modeBox = element("select", { id: "mode" }, ...modes.map((mode) => element("option", { value: mode }, words[mode])));
	modeBox.value = form.mode;
	modeBox.addEventListener("change", () => edit({ mode: modes.find((mode) => mode === modeBox.value) ?? "d" }));
	main.replaceChildren(
		element("h1", {}, next.title),
		...warnings.map(({ text, action }) => element("p", { class: "warning" }, text, ...(action ? [" ", button(action.title, action.id, "link")] : []))),
		element(
			"div",
			{ class: "parts" },
			part(words.general, text("image"), text("name"), labelled("mode", modeBox), tick("removesItself")),
			part(words.ports, list("ports", words.portHint)),
			part(words.storage, list("mounts", words.mountHint, "volumes"), tick("readOnly")),
			part(words.environment, variables(), list("envFiles", words.envFileHint)),
			part(words.network, text("network", "networks"), text("restart", "restarts")),
			part(words.limits, element("div", { class: "pair" }, text("memory"), text("cpus"), text("shm"), text("gpus"))),
			part(words.program, text("command"), text("entrypoint"), text("user"), tick("init")),
			part(
				words.health,
				text("healthCommand"),
				element("div", { class: "pair" }, text("healthInterval"), text("healthTimeout"), text("healthStart"), text("healthRetries")),
				tick("noHealthcheck"),
			),
			...(facts.length > 0
				? [part(words.fromImage, element("dl", {}, ...facts.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)])))]
				: []),
		),
		choose("networks", choices.networks),
		choose("restarts", choices.restart),
		choose("volumes", choices.volumes),
	);
	buttons.replaceChildren(
		...next.actions.map(({ id, title }, index) => button(title, id, index === 0 ? "primary" : "")),
		...(next.asksToKeep ? [element("label", { class: "tick" }, keep, words.keep)] : []),
	);
	const cancel = buttons.querySelector<HTMLButtonElement>('[data-action="cancel"]');
	if (cancel) cancel.hidden = true;
	markImageValues();
	line.setAttribute("aria-label", words.line);
	main.querySelector<HTMLElement>("#name")?.focus();
}

/** What is as the image has it looks so. */
function markImageValues(): void {
	for (const [field, value] of Object.entries(ofImage)) {
		const input = main.querySelector<HTMLInputElement>(`#${field}`);
		if (!input || typeof value !== "string") continue;
		const isOfImage = value !== "" && input.value === value;
		input.classList.toggle("of-image", isOfImage);
		input.title = isOfImage ? (view?.words.asImage ?? "") : "";
	}
}

function labelled(field: Field, input: HTMLElement): HTMLElement {
	const problem = element("div", { class: "problem", id: `${field}-problem` });
	input.setAttribute("aria-describedby", problem.id);
	places.set(field, { input: () => input, problem: () => problem });
	return element("div", { class: "field" }, element("label", { for: field }, view?.fields[field] ?? field), input, problem);
}

type TextField = { [Name in Field]: RunForm[Name] extends string ? Name : never }[Field];

function text(field: Exclude<TextField, "mode">, choices = ""): HTMLElement {
	const input = element("input", {
		id: field,
		type: "text",
		spellcheck: "false",
		autocomplete: "off",
		placeholder: view?.usual[field] ?? "",
		...(choices && { list: choices }),
	});
	input.value = form[field];
	input.addEventListener("input", () => edit({ [field]: input.value }));
	return labelled(field, input);
}

function tick(field: "removesItself" | "readOnly" | "init" | "noHealthcheck"): HTMLElement {
	const input = element("input", { id: field, type: "checkbox" });
	input.checked = form[field];
	input.addEventListener("change", () => edit({ [field]: input.checked }));
	places.set(field, { input: () => input, problem: () => undefined });
	return element("label", { class: "tick" }, input, view?.fields[field] ?? field);
}

function list(field: "ports" | "mounts" | "envFiles", hint: string, choices = ""): HTMLElement {
	return keepRows(
		field,
		rowsOf({
			id: field,
			title: view?.fields[field] ?? field,
			columns: [{ label: view?.fields[field] ?? field, hint, ...(choices && { choices }) }],
			rows: form[field].map((each) => [each]),
			words: view?.words,
			changed: (rows) => edit({ [field]: rows.map(([only = ""]) => only) }),
		}),
	);
}

function variables(): HTMLElement {
	const { words, fields } = view ?? {};
	return keepRows(
		"environment",
		rowsOf({
			id: "environment",
			title: fields?.environment ?? "",
			columns: [
				{ label: words?.variable ?? "", hint: "NAME" },
				{ label: words?.value ?? "", hint: "", isValue: true },
			],
			// Those of the image come first.
			fixed: ofImage.environment.length,
			rows: form.environment.map(({ name, value }) => [name, value]),
			words,
			changed: (rows) => edit({ environment: rows.map(([name = "", value = ""]): Variable => ({ name, value })) }),
		}),
	);
}

function keepRows(field: Field, rows: Rows): HTMLElement {
	lists.set(field, rows);
	const shown = (row = 0): number => (field === "environment" ? (ownRows(form, ofImage)[row] ?? 0) : row);
	places.set(field, { input: (row) => rows.input(shown(row)), problem: (row) => rows.problem(shown(row)) });
	return rows.element;
}

function showChecked({ line: text, problems, differences: changes }: Checked): void {
	if (text !== "") write(line, text);
	line.classList.toggle("stale", text === "");
	for (const rows of lists.values()) rows.clear();
	for (const { input, problem } of places.values()) {
		input(undefined)?.removeAttribute("aria-invalid");
		problem(undefined)?.replaceChildren();
	}
	for (const { field, row, text: said, isWarning } of problems) {
		const place = places.get(field);
		if (!isWarning) place?.input(row)?.setAttribute("aria-invalid", "true");
		place?.problem(row)?.replaceChildren(element("span", { class: isWarning ? "hint" : "" }, said));
	}
	differences.hidden = changes === null;
	if (changes && view) differences.replaceChildren(...differencesOf(changes, view));
	const primary = buttons.querySelector<HTMLButtonElement>('[data-action="recreate"]');
	if (primary) primary.disabled = changes?.length === 0;
}

function differencesOf(changes: NonNullable<Checked["differences"]>, { words }: RunView): readonly Node[] {
	if (changes.length === 0) return [element("p", {}, words.noChanges)];
	const cell = (kind: string, sign: string, texts: readonly string[]): HTMLElement =>
		element("td", { class: kind }, ...texts.map((each) => element("div", {}, element("span", { "aria-hidden": "true" }, `${sign} `), each)));
	return [
		element(
			"table",
			{ "aria-label": words.changes },
			element("thead", {}, element("tr", {}, ...[words.changes, words.was, words.becomes].map((head) => element("th", { scope: "col" }, head)))),
			element(
				"tbody",
				{},
				...changes.map(({ name, gone, came }) => element("tr", {}, element("th", { scope: "row" }, name), cell("gone", "−", gone), cell("came", "+", came))),
			),
		),
	];
}
