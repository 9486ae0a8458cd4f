import type { FilterProblem } from "../../engine/logs/filter/filter.ts";
import { levels, type Level } from "../../engine/logs/level.ts";
import { element, write } from "../element.ts";
import type { LogPreferences, Words } from "./protocol.ts";

/** What is above the lines, and what of it changes. */
export type Tools = {
	readonly element: HTMLElement;
	readonly filter: HTMLInputElement;
	readonly level: HTMLSelectElement;
	readonly runs: HTMLButtonElement;
	readonly columns: HTMLElement;
	readonly search: HTMLInputElement;
	readonly matches: HTMLElement;
	readonly time: HTMLInputElement;
	readonly zone: HTMLInputElement;
	showPreferences(preferences: LogPreferences): void;
	showSearch(isShown: boolean): void;
	showProblem(text: string, isOfSearch: boolean): void;
};

export type ToolActions = {
	readonly filter: (text: string) => void;
	readonly level: (level: Level | undefined) => void;
	readonly times: (times: Exclude<LogPreferences["times"], null>) => void;
	readonly wrap: () => void;
	readonly runs: () => void;
	readonly foldAll: (isOpen: boolean) => void;
	readonly search: (text: string) => void;
	readonly step: (by: 1 | -1) => void;
	readonly goToTime: (text: string) => void;
	readonly clear: () => void;
	readonly saveShown: () => void;
	readonly saveAll: () => void;
	readonly terminal: () => void;
	readonly allLines: () => void;
	readonly leaveSearch: () => void;
};

export const fill = (text: string, ...values: readonly (string | number)[]): string =>
	text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ""));

export function button(text: string, act: () => void, attributes: Readonly<Record<string, string>> = {}): HTMLButtonElement {
	const made = element("button", { type: "button", ...attributes }, text);
	made.addEventListener("click", act);
	return made;
}

/** So long after the last key in milliseconds it is filtered by what was typed. */
const pause = 120;

function input(attributes: Readonly<Record<string, string>>, typed: (text: string) => void): HTMLInputElement {
	const made = element("input", { type: "text", spellcheck: "false", autocomplete: "off", ...attributes });
	let waiting: ReturnType<typeof setTimeout> | undefined;
	made.addEventListener("input", () => {
		clearTimeout(waiting);
		waiting = setTimeout(() => typed(made.value), pause);
	});
	made.addEventListener("keydown", (event) => {
		if (event.key !== "Enter") return;
		clearTimeout(waiting);
		typed(made.value);
	});
	return made;
}

/** A button behind which there is more to choose. */
function menu(title: string, ...content: readonly Node[]): HTMLElement {
	const details = element("details", { class: "menu" }, element("summary", { role: "button" }, title), element("div", { class: "choices" }, ...content));
	details.addEventListener("keydown", (event) => {
		if (event.key !== "Escape" || !details.open) return;
		event.stopPropagation();
		details.open = false;
		details.querySelector("summary")?.focus();
	});
	addEventListener("mousedown", (event) => {
		if (event.target instanceof Node && !details.contains(event.target)) details.open = false;
	});
	return details;
}

const closing = (act: () => void) => (): void => {
	for (const open of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")) open.open = false;
	act();
};

export function createTools(words: Words, act: ToolActions): Tools {
	const problem = element("div", { class: "problem", role: "alert", id: "problem" });
	const filter = input({ id: "filter", class: "filter", "aria-label": words.filter, placeholder: words.filterHint, "aria-describedby": "problem" }, act.filter);
	const level = element(
		"select",
		{ "aria-label": words.level },
		element("option", { value: "" }, words.allLevels),
		...levels.slice(1).map((each) => element("option", { value: each }, fill(words.levelOrWorse, each))),
	);
	level.addEventListener("change", () => act.level(levels.find((each) => each === level.value)));

	const times = element(
		"select",
		{ "aria-label": words.times },
		...(["none", "local", "utc", "zone"] as const).map((each) =>
			element("option", { value: each }, { none: words.noTimes, local: words.local, utc: words.utc, zone: words.zone }[each]),
		),
	);
	const zone = input({ class: "zone", "aria-label": words.zone, placeholder: words.zoneHint, list: "zones" }, (text) => act.times({ zone: text }));
	const zones = element("datalist", { id: "zones" }, ...Intl.supportedValuesOf("timeZone").map((value) => element("option", { value })));
	zone.hidden = true;
	times.addEventListener("change", () => {
		zone.hidden = times.value !== "zone";
		if (times.value === "zone") zone.focus();
		else act.times(times.value === "local" ? "local" : times.value === "utc" ? "utc" : "none");
	});

	const wrap = button(words.wrap, act.wrap, { "aria-pressed": "false" });
	const runs = button(words.hideRuns, act.runs);
	runs.hidden = true;
	const columns = element("div", { class: "columns" });

	const search = input({ id: "search", "aria-label": words.search, placeholder: words.searchHint, "aria-describedby": "matches" }, act.search);
	const matches = element("span", { id: "matches", class: "matches", role: "status" });
	const time = element("input", {
		type: "text",
		class: "time-input",
		"aria-label": words.goToTime,
		placeholder: words.timeHint,
		spellcheck: "false",
		autocomplete: "off",
	});
	time.addEventListener("keydown", (event) => {
		if (event.key === "Enter") act.goToTime(time.value);
	});
	const searchBar = element(
		"div",
		{ class: "bar search", role: "search" },
		search,
		button("↑", () => act.step(-1), { "aria-label": words.previous, title: words.previous }),
		button("↓", () => act.step(1), { "aria-label": words.next, title: words.next }),
		matches,
		element("span", { class: "gap" }),
		time,
		button(words.goToTime, () => act.goToTime(time.value)),
		button("×", act.leaveSearch, { "aria-label": words.close, title: words.close }),
	);
	searchBar.hidden = true;
	search.addEventListener("keydown", (event) => {
		if (event.key === "Enter") act.step(event.shiftKey ? -1 : 1);
	});
	searchBar.addEventListener("keydown", (event) => {
		if (event.key === "Escape") act.leaveSearch();
	});

	const tools = element(
		"div",
		{ class: "bar", role: "toolbar", "aria-label": words.log },
		filter,
		level,
		times,
		zone,
		zones,
		wrap,
		menu(words.columns, columns),
		button(words.search, () => showSearch(true)),
		runs,
		menu(
			words.actions,
			button(
				words.unfoldAll,
				closing(() => act.foldAll(true)),
			),
			button(
				words.foldAll,
				closing(() => act.foldAll(false)),
			),
			button(words.allLines, closing(act.allLines)),
			button(words.terminal, closing(act.terminal)),
			button(words.saveShown, closing(act.saveShown)),
			button(words.saveAll, closing(act.saveAll)),
		),
		button(words.clear, act.clear),
	);

	function showSearch(isShown: boolean): void {
		searchBar.hidden = !isShown;
		if (!isShown) return;
		search.focus();
		search.select();
	}
	return {
		element: element("div", { class: "tools" }, tools, problem, searchBar),
		...{ filter, level, runs, columns, search, matches, time, zone, showSearch },
		showPreferences({ times: shown, wraps }) {
			wrap.setAttribute("aria-pressed", String(wraps === true));
			zone.setAttribute("aria-invalid", "false");
			times.value = typeof shown === "object" ? (shown === null ? "none" : "zone") : shown;
			zone.hidden = times.value !== "zone";
			if (typeof shown === "object" && shown) zone.value = shown.zone;
		},
		showProblem(text, isOfSearch) {
			write(problem, text);
			filter.setAttribute("aria-invalid", String(text !== "" && !isOfSearch));
			search.setAttribute("aria-invalid", String(text !== "" && isOfSearch));
		},
	};
}

/** What is wrong with a filter, with the place that it is about. */
export const problemText = ({ kind, start, end, detail }: FilterProblem, text: string, words: Words): string =>
	`${fill(words[kind], detail || text.slice(start, end))} (${start + 1})`;
