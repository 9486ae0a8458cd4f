/** An element with its attributes in order, on a line of its own. `content` is XML. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, content = ""): string {
	const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
	return content === "" ? `<${name}${written.join("")}/>\n` : `<${name}${written.join("")}>${content}</${name}>\n`;
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Text for between elements and in values. What XML cannot hold at all, such as a terminal's control characters, becomes U+FFFD. */
export const escaped = (text: string): string =>
	text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD").replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
