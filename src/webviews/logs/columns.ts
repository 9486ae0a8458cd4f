import type { LogEntry } from "../../engine/logs/entry.ts";
import { readFields } from "../../engine/logs/fields/fields.ts";
import { element } from "../element.ts";
import type { Words } from "./protocol.ts";
import { button } from "./tools.ts";

type Options = {
	readonly words: Words;
	readonly entries: () => readonly LogEntry[];
	readonly columns: () => readonly string[];
	readonly asWritten: () => boolean;
	readonly choose: (columns: readonly string[]) => void;
	readonly chooseWritten: (asWritten: boolean) => void;
};

/** So many of the last entries are asked which fields there are. */
const asked = 300;

/** Fills the menu in which fields become columns, in an order. */
export function fillColumns(box: HTMLElement, options: Options): void {
	const { words, columns, choose } = options;
	const chosen = columns();
	const draw = (next: readonly string[], focus: string): void => {
		choose(next);
		fillColumns(box, options);
		box.querySelector<HTMLElement>(`[data-path="${CSS.escape(focus)}"] input`)?.focus();
	};
	const row = (path: string): HTMLElement => {
		const tick = element("input", { type: "checkbox" });
		tick.checked = chosen.includes(path);
		tick.addEventListener("change", () => draw(tick.checked ? [...chosen, path] : chosen.filter((each) => each !== path), path));
		const at = chosen.indexOf(path);
		const move = (by: number): void => {
			const next = chosen.toSpliced(at, 1);
			draw(next.toSpliced(at + by, 0, path), path);
		};
		const up = button("↑", () => move(-1), { class: "small", "aria-label": `${words.moveUp}: ${path}`, title: words.moveUp });
		const down = button("↓", () => move(1), { class: "small", "aria-label": `${words.moveDown}: ${path}`, title: words.moveDown });
		up.disabled = at <= 0;
		down.disabled = at < 0 || at === chosen.length - 1;
		return element("div", { class: "column", "data-path": path }, element("label", {}, tick, " ", path), up, down);
	};
	const written = element("input", { type: "checkbox" });
	written.checked = options.asWritten();
	written.addEventListener("change", () => options.chooseWritten(written.checked));
	const found = [...chosen, ...fieldsOf(options.entries()).filter((path) => !chosen.includes(path))];
	box.replaceChildren(
		element("label", { class: "written" }, written, " ", words.asWritten),
		...(found.length === 0 ? [element("div", { class: "note" }, words.noFields)] : found.map(row)),
	);
}

/** The fields of the last entries, those that most have first. */
function fieldsOf(entries: readonly LogEntry[]): readonly string[] {
	const counts = new Map<string, number>();
	for (const { text, mark } of entries.slice(-asked)) {
		if (!mark) for (const path of readFields(text).fields.keys()) counts.set(path, (counts.get(path) ?? 0) + 1);
	}
	return [...counts]
		.toSorted(([, one], [, other]) => other - one)
		.slice(0, 60)
		.map(([path]) => path);
}
