import { isSecretName } from "../../engine/text/secrets.ts";
import { element } from "../element.ts";
import type { Words } from "./protocol.ts";

/** Rows of texts that are added and removed. */
export type Rows = {
	readonly element: HTMLElement;
	input(row: number): HTMLElement | undefined;
	problem(row: number): HTMLElement | undefined;
	/** Nothing is wrong any more. */
	clear(): void;
};

type Column = { readonly label: string; readonly hint: string; readonly choices?: string; readonly isValue?: boolean };

type Options = {
	readonly id: string;
	readonly title: string;
	readonly columns: readonly Column[];
	/** So many of the rows, the first, keep their first column and are not removed; what was typed in them is taken back. */
	readonly fixed?: number;
	readonly rows: readonly (readonly string[])[];
	readonly words: Words | undefined;
	readonly changed: (rows: readonly (readonly string[])[]) => void;
};

/** Each row with its inputs, the button that removes it, and the place where it is said what is wrong with it. */
export function rowsOf({ id, title, columns, fixed = 0, rows, words, changed }: Options): Rows {
	const box = element("div", { class: "rows", role: "group", "aria-label": title });
	const add = element("button", { type: "button", id: `${id}-add` }, `${words?.add ?? "+"}: ${title}`);
	const tell = (): void => changed(all().map((row) => inputsOf(row).map(({ value }) => value)));
	const all = (): readonly HTMLElement[] => [...box.querySelectorAll<HTMLElement>(".row")];
	const inputsOf = (row: Element): readonly HTMLInputElement[] => [...row.querySelectorAll("input")];

	function addRow(values: readonly string[], isFixed: boolean): HTMLElement {
		const problem = element("div", { class: "problem", id: `${id}-problem-${counter++}` });
		const inputs = columns.map(({ label, hint, choices }, index) => {
			const input = element("input", {
				type: "text",
				"aria-label": label,
				placeholder: hint,
				spellcheck: "false",
				autocomplete: "off",
				"aria-describedby": problem.id,
				...(choices !== undefined && { list: choices }),
			});
			input.value = values[index] ?? "";
			input.addEventListener("input", tell);
			return input;
		});
		const remove = element("button", { type: "button", class: "remove", "aria-label": `${words?.remove ?? ""}: ${title}`, title: words?.remove ?? "" }, "×");
		const row = element("div", { class: "row" }, ...inputs, ...reveals(inputs), ...(isFixed ? [] : [remove]), problem);
		if (isFixed) for (const input of inputs.slice(0, 1)) input.readOnly = true;
		remove.addEventListener("click", () => {
			const next = row.nextElementSibling?.querySelector("input") ?? row.previousElementSibling?.querySelector("input") ?? add;
			row.remove();
			next.focus();
			tell();
		});
		box.append(row);
		return row;
	}

	/** A secret's value is hidden until somebody wants to see it. */
	function reveals(inputs: readonly HTMLInputElement[]): readonly HTMLElement[] {
		const value = inputs[columns.findIndex(({ isValue }) => isValue)];
		const [name] = inputs;
		if (!value || !name) return [];
		const reveal = element(
			"button",
			{ type: "button", class: "reveal", "aria-label": words?.show ?? "", title: words?.show ?? "", "aria-pressed": "false" },
			"•••",
		);
		const place = (): void => {
			const isSecret = isSecretName(name.value);
			reveal.hidden = !isSecret;
			value.type = isSecret && reveal.getAttribute("aria-pressed") === "false" ? "password" : "text";
		};
		reveal.addEventListener("click", () => {
			reveal.setAttribute("aria-pressed", String(reveal.getAttribute("aria-pressed") === "false"));
			place();
		});
		name.addEventListener("input", place);
		place();
		return [reveal];
	}

	for (const [index, row] of rows.entries()) addRow(row, index < fixed);
	add.addEventListener("click", () => {
		addRow([], false).querySelector("input")?.focus();
		tell();
	});
	return {
		element: element("div", { class: "list" }, box, add),
		input: (row) => all()[row]?.querySelector("input") ?? undefined,
		problem: (row) => all()[row]?.querySelector<HTMLElement>(".problem") ?? undefined,
		clear() {
			for (const row of all()) {
				row.querySelector(".problem")?.replaceChildren();
				for (const input of inputsOf(row)) input.removeAttribute("aria-invalid");
			}
		},
	};
}

let counter = 0;
