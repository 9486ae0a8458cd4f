import { writtenText, type LogEntry } from "../../engine/logs/entry.ts";
import { isZone, type Zone } from "../../engine/logs/times.ts";
import { element, write } from "../element.ts";
import { fillColumns } from "./columns.ts";
import { copyWhole } from "./copy.ts";
import { createFolding } from "./folding.ts";
import { createFinder } from "./finder.ts";
import { headerOf } from "./header.ts";
import { keptOf, type Kept } from "./kept.ts";
import { keyedRow } from "./keys.ts";
import { createList, lineHeight } from "./list.ts";
import type { FromPage, KeptState, LogPreferences, LogView, ToPage } from "./protocol.ts";
import { createModel } from "./model.ts";
import { adoptStyles } from "../adopt-styles.ts";
import style from "./page.css";
import { drawRow, type Look, type RowAction } from "./row.ts";
import { savedText } from "./saved-text.ts";
import { drawSources } from "./sources.ts";
import { countsOf, matchesOf, setText } from "./status.ts";
import { createTools, fill, problemText, type Tools } from "./tools.ts";
import { zoneOf } from "./zone.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: KeptState): void; getState(): KeptState | undefined };

const vscode = acquireVsCodeApi();
adoptStyles(style);

const model = createModel();
let view: LogView | undefined;
let tools: Tools | undefined;
let columns: readonly string[] = [];
let asWritten = false;
let preferences: LogPreferences = { times: null, wraps: null };
const folding = createFolding();
/** Entries that came while the list did not follow. */
let newCount = 0;
/** Sources that were there from the beginning, for which it is known what was before. */
const caughtUp = new Set<string>();

const top = element("div", { class: "top" });
const sources = element("div", { class: "sources", role: "group" });
const trouble = element("div", { class: "trouble", role: "alert" });
const status = element("div", { class: "status", role: "status" });
const context = element("div", { class: "context" });
const header = element("div", { class: "row header", role: "row" });
const empty = element("div", { class: "empty" });
const more = element("button", { type: "button", class: "new primary" });
more.addEventListener("click", () => list.follow());

const list = createList({
	entries: () => model.shown.entries,
	placeOf: (entry) => model.shown.placeOf(entry),
	draw,
	estimate: (entry) => (entry.more && folding.isOpen(entry) ? (entry.more.length + 3) * lineHeight : lineHeight),
	header,
	label: "",
	changed: () => {
		if (list.isFollowing) newCount = 0;
		drawStatus();
	},
	keyed: (key, event) => keyed(key, event),
});
const finder = createFinder({
	...{ model, list, showContext, drawAround },
	tools: () => tools,
	words: () => view?.words,
	zone: () => zoneNow(),
	say: (text) => setText(status, text),
	isCaughtUp: (source) => caughtUp.has(source),
});
document.body.append(top, element("main", {}, list.element, empty, more), element("footer", {}, context, status));

addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
	switch (data.kind) {
		case "show":
			show(data.view);
			break;
		case "batch":
			take(data.batch, data.entries);
			break;
		case "caughtUp":
			for (const source of data.sources) caughtUp.add(source);
			foldEarlierRuns();
			finder.reveal();
			break;
		case "clear":
			caughtUp.clear();
			clearAll();
			break;
		case "reveal":
			finder.want(data.line);
			break;
		case "act":
			actOn(data.action);
	}
});
vscode.postMessage({ kind: "ready" });

function show(next: LogView): void {
	const isFirst = view === undefined;
	[view, preferences] = [next, next.preferences];
	model.setSources(next.sources);
	if (isFirst) {
		tools = createTools(next.words, {
			filter: (text) => want({ filter: text }),
			level: (level) => want({ level }),
			times: (times) => prefer({ times }),
			wrap: () => prefer({ wraps: preferences.wraps !== true }),
			runs: () => {
				model.toggleEarlierRuns();
				changedAll();
			},
			foldAll: (isOpen) => (folding.setAll(isOpen), list.redraw()),
			search: (text) => {
				model.searchFor(text);
				list.redraw();
				finder.step(0);
			},
			step: finder.step,
			goToTime: finder.goToTime,
			clear: clearAll,
			saveShown: () => actOn("save"),
			saveAll: () => vscode.postMessage({ kind: "saveAll" }),
			terminal: () => vscode.postMessage({ kind: "openTerminal" }),
			allLines: () => vscode.postMessage({ kind: "reload", span: { tail: "all", since: null } }),
			leaveSearch: finder.leave,
		});
		list.element.setAttribute("aria-label", next.words.log);
		sources.setAttribute("aria-label", next.words.sources);
		top.append(tools.element, sources, trouble);
		restore();
		tools.columns.closest("details")?.addEventListener("toggle", drawColumns);
	}
	if (!isMutingChosen) model.muteAtFirst(next.sources);
	write(trouble, next.trouble);
	applyPreferences();
	drawAround();
	list.redraw();
	keep();
}

function restore(): void {
	const kept = keptOf(vscode.getState()?.page);
	({ columns, asWritten } = kept);
	isMutingChosen = kept.muted !== undefined;
	model.want({ filter: kept.filter, level: kept.level, muted: new Set(kept.muted) });
	if (tools) [tools.filter.value, tools.level.value] = [kept.filter, kept.level ?? ""];
}

function keep(): void {
	if (!view) return;
	const { filter, level, muted } = model.wanted;
	const page: Kept = { filter, level, muted: isMutingChosen ? [...muted] : undefined, columns, asWritten };
	vscode.setState({ subject: view.subject, span: view.span, page });
}

/** Until somebody chooses, the services are muted that say so. */
let isMutingChosen = false;

/** Sources that came since are wanted as those are that were there. */
let told = "";
function wantSources(): void {
	const ids = (view?.sources ?? []).map(({ id }) => id).filter((id) => !model.wanted.muted.has(id));
	const text = ids.join("\n");
	if (text === told || (ids.length === 0 && !isMutingChosen)) return;
	told = text;
	vscode.postMessage({ kind: "want", sources: ids });
}

function take(batch: number, entries: Extract<ToPage, { kind: "batch" }>["entries"]): void {
	const change = model.add(entries);
	if (!list.isFollowing) newCount += Math.max(0, model.shown.entries.length - change.from);
	vscode.postMessage({ kind: "took", batch });
	list.update(change);
	later();
}

/** What is told of lines is told ten times a second at most. */
let isLater = false;
function later(): void {
	if (isLater) return;
	isLater = true;
	setTimeout(() => {
		isLater = false;
		drawStatus();
		finder.reveal();
	}, 100);
}

function want(change: Parameters<typeof model.want>[0]): void {
	const { active } = list;
	if (change.muted) isMutingChosen = true;
	model.want({ isContext: false, ...change });
	changedAll();
	if (active && !list.isFollowing && model.shown.entries[model.shown.placeOf(active)] === active) list.show(active);
	wantSources();
	keep();
}

function clearAll(): void {
	model.clear();
	folding.clear();
	changedAll();
}

function changedAll(): void {
	newCount = 0;
	list.update();
	drawAround();
}

function prefer(change: Partial<LogPreferences>): void {
	if (typeof change.times === "object" && change.times && !isZone(change.times.zone)) {
		tools?.zone.setAttribute("aria-invalid", "true");
		return;
	}
	preferences = { ...preferences, ...change };
	vscode.postMessage({ kind: "remember", preferences });
	applyPreferences();
	list.redraw();
}

function applyPreferences(): void {
	document.body.classList.toggle("wraps", preferences.wraps === true);
	tools?.showPreferences(preferences);
	drawHeader();
}

const zoneNow = (): Zone | undefined => zoneOf(preferences);

function lookNow(current: LogView): Look {
	return {
		words: current.words,
		zone: zoneNow(),
		names: new Map(current.sources.map(({ id, service, name }, index) => [id, { text: service ?? name, colour: index % 6 }])),
		columns,
		asWritten,
		isOpen: folding.isOpen,
		text: {
			search: model.search,
			follow: () => undefined,
			rest: (count) => fill(current.words.cut, count.toLocaleString()),
		},
		act: rowAction,
	};
}

function draw(entry: LogEntry): HTMLElement {
	if (!view) return element("div", {});
	const look = lookNow(view);
	const runText = model.isRunRow(entry) ? fill(view.words.earlierRun, nameOf(entry.source), model.runLength(entry).toLocaleString()) : undefined;
	return drawRow(entry, runText, { ...look, text: { ...look.text, follow: (link) => rowAction({ kind: "follow", link }, entry) } });
}

const nameOf = (source: string): string => view?.sources.find(({ id }) => id === source)?.name ?? "";

function toggle(entry: LogEntry): void {
	folding.toggle(entry);
	list.resize(entry);
}

function rowAction(action: RowAction, entry: LogEntry): void {
	switch (action.kind) {
		case "toggle":
			return toggle(entry);
		case "copy":
			return vscode.postMessage({ kind: "copy", text: writtenText(entry) });
		case "link":
			return vscode.postMessage({ kind: "copyLink", line: model.placeOf(entry) });
		case "context":
			return showContext(entry);
		case "run":
			model.unfold(entry);
			return changedAll();
		case "filter": {
			const text = `${model.wanted.filter} ${action.text}`.trim();
			if (tools) tools.filter.value = text;
			return want({ filter: text });
		}
		case "column":
			return chooseColumns(columns.includes(action.path) ? columns.filter((path) => path !== action.path) : [...columns, action.path]);
		case "follow": {
			const { link } = action;
			if (link.kind === "url") return vscode.postMessage({ kind: "openUrl", url: link.url });
			return vscode.postMessage({ kind: "openFile", source: entry.source, path: link.path, line: link.line, column: link.column });
		}
	}
}

/** All lines around one, whatever is filtered. */
function showContext(entry: LogEntry): void {
	model.want({ isContext: true });
	changedAll();
	list.show(entry);
}

function leaveContext(): void {
	const { active } = list;
	model.want({ isContext: false });
	changedAll();
	const entry = active && model.shown.entries[model.shown.placeOf(active)];
	if (entry) list.show(entry);
	list.element.focus();
}

function chooseColumns(next: readonly string[], written = asWritten): void {
	[columns, asWritten] = [next, written];
	drawHeader();
	list.redraw();
	keep();
}

function drawColumns(): void {
	if (!tools || !view) return;
	fillColumns(tools.columns, {
		words: view.words,
		entries: () => model.shown.entries,
		columns: () => columns,
		asWritten: () => asWritten,
		choose: chooseColumns,
		chooseWritten: (written) => chooseColumns(columns, written),
	});
}

function drawHeader(): void {
	if (!view) return;
	const names = headerOf({ words: view.words, zone: zoneNow(), isMany: view.sources.length > 1, columns });
	header.replaceChildren(...names.cells);
	list.element.style.setProperty("--columns", names.widths);
}

function drawAround(): void {
	if (!view || !tools) return;
	drawHeader();
	wantSources();
	drawSources(sources, view, model.wanted, want);
	const of = model.problem ?? model.searchProblem;
	tools.showProblem(of ? problemText(of, model.problem ? tools.filter.value : tools.search.value, view.words) : "", model.problem === undefined);
	const earlier = model.earlierRuns();
	tools.runs.hidden = earlier.length === 0;
	write(tools.runs, earlier.every((key) => model.foldedRuns.has(key)) ? view.words.showRuns : view.words.hideRuns);
	context.replaceChildren();
	if (model.wanted.isContext) {
		const back = element("button", { type: "button", class: "primary" }, view.words.backToFilter);
		back.addEventListener("click", leaveContext);
		context.append(back);
	}
	drawStatus();
}

function drawStatus(): void {
	if (!view || !tools) return;
	const { words } = view;
	const { shown, store } = model;
	setText(status, countsOf(model, words, list.isFollowing));
	setText(tools.matches, matchesOf(model, words, list.active));
	more.hidden = list.isFollowing;
	setText(more, newCount > 0 ? fill(words.newLines, newCount.toLocaleString()) : words.toEnd);
	empty.hidden = shown.entries.length > 0;
	setText(empty, store.entries.length === 0 ? words.empty : words.nothingFits);
}

/** Runs that were over when the page was opened. */
function foldEarlierRuns(): void {
	if (!view?.sources.every(({ id }) => caughtUp.has(id) || model.wanted.muted.has(id)) || model.earlierRuns().length === 0) return;
	model.foldRuns([...model.foldedRuns, ...model.earlierRuns()]);
	changedAll();
}

const textToSave = (): string => savedText(model.whole(model.shown.entries), zoneNow(), (view?.sources.length ?? 0) > 1 ? nameOf : undefined);

function actOn(action: Extract<ToPage, { kind: "act" }>["action"]): void {
	if (action === "find") tools?.showSearch(true);
	else if (action === "times") prefer({ times: zoneNow() === undefined ? "local" : "none" });
	else if (action === "save") vscode.postMessage({ kind: "saveShown", text: textToSave() });
	else {
		const entry = list.active ?? model.shown.entries.at(-1);
		if (entry) vscode.postMessage({ kind: "copyLink", line: model.placeOf(entry) });
	}
}

const keyed = (key: string, event: KeyboardEvent): boolean =>
	keyedRow(key, event, list, {
		isOpen: folding.isOpen,
		whole: model.whole,
		open: (entry) => (model.isRunRow(entry) ? rowAction({ kind: "run" }, entry) : toggle(entry)),
		copy: (text) => vscode.postMessage({ kind: "copy", text }),
	});

addEventListener("keydown", (event) => {
	if ((event.ctrlKey || event.metaKey) && event.key === "f") {
		event.preventDefault();
		tools?.showSearch(true);
	} else if (event.key === "F3") {
		event.preventDefault();
		finder.step(event.shiftKey ? -1 : 1);
	} else if (event.key === "Escape" && model.wanted.isContext) leaveContext();
});

copyWhole(() => model.shown.entries, model.whole);
