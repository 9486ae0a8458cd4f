import { visibleText } from "../engine/text/visible-text.ts";

/** An element of HTML. What is put into it is text, never markup, and nothing in it is hidden or turned round. */
export function element<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	attributes: Readonly<Record<string, string>>,
	...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
	const made = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, spoken.has(key) ? visibleText(value) : value);
	made.append(...children.map(shown));
	return made;
}

/** The same of SVG. */
export function drawing<Name extends keyof SVGElementTagNameMap>(
	name: Name,
	attributes: Readonly<Record<string, string | number>>,
	...children: readonly (Node | string)[]
): SVGElementTagNameMap[Name] {
	const made = document.createElementNS("http://www.w3.org/2000/svg", name);
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
	made.append(...children.map(shown));
	return made;
}

/** Attributes that somebody reads or hears. */
const spoken: ReadonlySet<string> = new Set(["aria-label", "placeholder", "title"]);

const shown = (child: Node | string): Node | string => (typeof child === "string" ? visibleText(child) : child);

/** The text of an element, which stays as it is where it says so already: who listens to it is not told again. */
export function write(of: Element, text: string): void {
	const own = visibleText(text);
	if (of.textContent !== own) of.textContent = own;
}
