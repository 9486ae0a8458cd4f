import { element } from "../element.ts";
import type { LogView } from "./protocol.ts";
import type { Wanted } from "./model.ts";
import { button } from "./tools.ts";

/** The services or containers, each of which can be muted or heard alone. */
export function drawSources(
	box: HTMLElement,
	{ sources, words }: LogView,
	{ muted, solo }: Wanted,
	want: (change: Partial<Pick<Wanted, "muted" | "solo">>) => void,
): void {
	const mute = (id: string): void => {
		const next = new Set(muted);
		if (!next.delete(id)) next.add(id);
		want({ muted: next, solo: undefined });
	};
	const focused = document.activeElement instanceof HTMLElement && box.contains(document.activeElement) ? document.activeElement.dataset["key"] : undefined;
	box.hidden = sources.length < 2;
	const chips = sources.map(({ id, name, service, state }, index) => {
		const text = service ?? name;
		const isHeard = solo === undefined ? !muted.has(id) : solo === id;
		const title = `${name} · ${state}`;
		return element(
			"span",
			{ class: isHeard ? "chip" : "chip muted" },
			button(text, () => mute(id), {
				class: `name s${index % 6}`,
				"aria-pressed": String(isHeard),
				"aria-label": `${words.mute}: ${text}`,
				title,
				"data-key": `mute ${id}`,
			}),
			button("S", () => want({ solo: solo === id ? undefined : id }), {
				class: "small",
				"aria-pressed": String(solo === id),
				"aria-label": `${words.solo}: ${text}`,
				title: words.solo,
				"data-key": `solo ${id}`,
			}),
		);
	});
	const isAll = muted.size === 0 && solo === undefined;
	box.replaceChildren(
		...chips,
		...(isAll ? [] : [button(words.unmuteAll, () => want({ muted: new Set(), solo: undefined }), { class: "small", "data-key": "all" })]),
	);
	if (focused !== undefined) (box.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`) ?? box.querySelector<HTMLElement>("button"))?.focus();
}
