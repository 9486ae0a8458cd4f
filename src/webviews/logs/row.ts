import { linesOf, type LogEntry, type LogLine } from "../../engine/logs/entry.ts";
import type { Fields, FieldValue } from "../../engine/logs/fields/field.ts";
import { readFields } from "../../engine/logs/fields/fields.ts";
import { findKnown } from "../../engine/logs/fields/known.ts";
import { filterName, filterValue } from "../../engine/logs/filter/parse-filter.ts";
import { findLinks, type LineLink } from "../../engine/logs/links.ts";
import { showLine } from "../../engine/logs/shown-line.ts";
import type { Span } from "../../engine/logs/spans.ts";
import { timeIn, type Zone } from "../../engine/logs/times.ts";
import { element } from "../element.ts";
import type { Words } from "./protocol.ts";
import { textNodes, type TextOptions } from "./text.ts";

/** How rows look now. */
export type Look = {
	readonly words: Words;
	/** Undefined where no times are wanted. */
	readonly zone: Zone | undefined;
	/** Names by sources; empty where there is but one. */
	readonly names: ReadonlyMap<string, { readonly text: string; readonly colour: number }>;
	/** Fields that have a column. */
	readonly columns: readonly string[];
	/** Lines as they were written, and no fields. */
	readonly asWritten: boolean;
	readonly isOpen: (entry: LogEntry) => boolean;
	readonly text: TextOptions;
	readonly act: (action: RowAction, entry: LogEntry) => void;
};

export type RowAction =
	| { readonly kind: "toggle" | "copy" | "link" | "context" | "run" }
	| { readonly kind: "filter"; readonly text: string }
	| { readonly kind: "column"; readonly path: string }
	| { readonly kind: "follow"; readonly link: LineLink };

/** Most lines of a trace that are drawn. */
const mostLines = 2_000;

export function drawRow(entry: LogEntry, runText: string | undefined, look: Look): HTMLElement {
	if (entry.mark) return bar(entry, look, entry.mark.text, entry.mark.isBad ? "mark bad" : "mark");
	if (runText !== undefined) {
		const row = bar(entry, look, "", "mark run");
		row.lastElementChild?.append(button(runText, () => look.act({ kind: "run" }, entry)));
		return row;
	}
	const isOpen = look.isOpen(entry);
	const fields = look.asWritten && look.columns.length === 0 ? none : readFields(entry.text).fields;
	const canOpen = entry.more !== undefined || fields.size > 0;
	const row = element("div", { class: `row ${entry.level ?? ""} ${entry.stream}`, role: "row", ...(canOpen && { "aria-expanded": String(isOpen) }) });
	const cell = (name: string, ...content: readonly (Node | string)[]): HTMLElement => element("span", { class: name, role: "gridcell" }, ...content);
	const toggle = element("span", { class: "toggle", "aria-hidden": "true" }, canOpen ? (isOpen ? "▾" : "▸") : "");
	if (canOpen) toggle.addEventListener("click", () => look.act({ kind: "toggle" }, entry));
	row.append(toggle);
	if (look.zone !== undefined) row.append(timeCell(entry, look.zone));
	const name = look.names.get(entry.source);
	if (look.names.size > 1) row.append(cell(`source s${name?.colour ?? 0}`, name?.text ?? ""));
	row.append(cell("level", entry.level ?? ""));
	for (const path of look.columns) row.append(cell("field", shortValue(fields.get(path))));
	row.append(cell("message", ...messageOf(entry, fields, look), ...foldNote(entry, isOpen, look.words)));
	if (isOpen) row.append(details(entry, fields, look));
	return row;
}

const none: Fields = new Map();

function bar(entry: LogEntry, look: Look, text: string, name: string): HTMLElement {
	const time = look.zone === undefined ? [] : [timeCell(entry, look.zone)];
	return element(
		"div",
		{ class: `row ${name}`, role: "row" },
		element("span", { class: "toggle", "aria-hidden": "true" }),
		...time,
		element("span", { class: "message", role: "gridcell" }, text),
	);
}

function timeCell({ time }: LogEntry, zone: Zone): HTMLElement {
	const whole = timeIn(time, zone);
	return element("span", { class: "time", role: "gridcell", title: `${whole} ${zone}`.trim() }, whole);
}

function button(text: string, act: () => void, name = "small"): HTMLButtonElement {
	const made = element("button", { type: "button", class: name, tabindex: "-1" }, text);
	made.addEventListener("click", act);
	return made;
}

const shortValue = (value: FieldValue | undefined): string => (value === undefined ? "" : String(value).slice(0, 300).replace(/\s+/g, " "));

/** The line; where it is all fields, what it says and then the others that are nowhere else. */
function messageOf(entry: LogEntry, fields: Fields, look: Look): readonly Node[] {
	const isAllFields = (entry.format.kind === "json" && entry.format.start === 0) || entry.format.kind === "logfmt";
	if (look.asWritten || !isAllFields) return [...styled(entry, look.text), ...summaryOf(entry, look.text)];
	const [message, level, time, trace] = (["message", "level", "time", "trace"] as const).map((name) => findKnown(fields, name));
	const rest = [...fields].filter(([path]) => path !== message && path !== level && path !== time && path !== trace && !look.columns.includes(path));
	const text = message === undefined ? "" : shown(String(fields.get(message)).slice(0, 4_000)).replace(/\s*\n\s*/g, " ↵ ");
	return [
		...(text === "" ? [] : textNodes(text, [], look.text)),
		...rest
			.slice(0, 40)
			.flatMap(([path, value]) => [
				element("span", { class: "name" }, `${text === "" && path === rest[0]?.[0] ? "" : " "}${shown(path)}=`),
				...textNodes(shown(shortValue(value)), [], look.text),
			]),
	];
}

/** What stands in a field may hold what a line may not. */
const shown = (text: string): string =>
	text
		.split("\n")
		.map((line) => showLine(line).text)
		.join("\n");

const styled = (line: LogLine, options: TextOptions): readonly Node[] => textNodes(line.text, spansOf(line), options);

function spansOf(line: LogLine): readonly Span[] {
	return line.raw === line.text && line.style === 0 ? [] : showLine(line.raw.length > 1_000_000 ? line.raw.slice(0, 1_000_000) : line.raw, line.style).spans;
}

/** A trace begins with its name only where the language puts it first. */
function summaryOf(entry: LogEntry, options: TextOptions): readonly Node[] {
	if (!entry.isTrace || !entry.more || !/^(?:\s*\+ )?(?:Exception Group )?Traceback|^\S*:\d+$|^Unhandled exception:$/.test(entry.text)) return [];
	const line = entry.more.findLast(({ text }) => /^[A-Za-z_][\w.]*(?:Error|Exception|Exit|Interrupt|Warning|Group)?(?: \[\w+\])?(?::|$)/.test(text));
	return line ? [element("span", { class: "summary" }, " … ", ...textNodes(line.text, spansOf(line), options))] : [];
}

function foldNote({ more }: LogEntry, isOpen: boolean, words: Words): readonly Node[] {
	return !more || isOpen ? [] : [element("span", { class: "note" }, words.moreLines.replace("{0}", String(more.length)))];
}

function details(entry: LogEntry, fields: Fields, look: Look): HTMLElement {
	const { words, act } = look;
	const box = element("div", { class: "details", role: "gridcell" });
	if (entry.more) {
		const lines = entry.more.slice(0, mostLines).map((line) => element("div", { class: "line" }, ...styled(line, look.text)));
		box.append(element("div", { class: "lines" }, ...lines));
		if (entry.more.length > mostLines) box.append(element("div", { class: "note" }, words.moreLines.replace("{0}", String(entry.more.length - mostLines))));
	}
	const trace = findKnown(fields, "trace");
	const traceText = trace === undefined ? "" : String(fields.get(trace));
	if (traceText !== "") {
		const lines = traceText.split("\n").slice(0, mostLines);
		box.append(element("div", { class: "lines" }, ...lines.map((line) => element("div", { class: "line" }, ...textNodes(showLine(line).text, [], look.text)))));
	}
	if (fields.size > 0) box.append(table(entry, fields, trace, look));
	const links = [...linesOf(entry)].slice(0, 200).flatMap(({ text }) => findLinks(text).filter(({ kind }) => kind === "file"));
	box.append(
		element(
			"div",
			{ class: "actions" },
			button(words.copyEntry, () => act({ kind: "copy" }, entry)),
			button(words.copyLink, () => act({ kind: "link" }, entry)),
			button(words.context, () => act({ kind: "context" }, entry)),
			...links
				.slice(0, 3)
				.flatMap((link) =>
					link.kind === "file"
						? [button(words.openFile.replace("{0}", `${link.path}${link.line === null ? "" : `:${link.line}`}`), () => act({ kind: "follow", link }, entry))]
						: [],
				),
		),
	);
	return box;
}

function table(entry: LogEntry, fields: Fields, trace: string | undefined, { words, act, columns }: Look): HTMLElement {
	const line = (path: string, value: FieldValue): HTMLElement => {
		const [name, wanted] = [filterName(path), filterValue(value)];
		return element(
			"tr",
			{},
			element("th", { scope: "row" }, shown(path)),
			element("td", {}, shown(String(value).slice(0, 2_000))),
			element(
				"td",
				{},
				button("=", () => act({ kind: "filter", text: `${name}=${wanted}` }, entry)),
				button("≠", () => act({ kind: "filter", text: `${name}!=${wanted}` }, entry)),
				button(columns.includes(path) ? "−" : "+", () => act({ kind: "column", path }, entry)),
			),
		);
	};
	const body = element("tbody", {}, ...[...fields].filter(([path]) => path !== trace).map(([path, value]) => line(path, value)));
	for (const row of body.rows) {
		for (const [index, title] of [words.onlyThis, words.withoutThis, words.asColumn].entries()) {
			const made = row.querySelectorAll("button")[index];
			made?.setAttribute("title", title);
			made?.setAttribute("aria-label", `${title}: ${row.cells[0]?.textContent ?? ""}`);
		}
	}
	return element("table", { "aria-label": words.field }, body);
}
