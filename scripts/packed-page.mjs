// The README and the changelog as VS Code shows them for an installed extension: from their text alone, so that files beside them cannot be reached.

/**
 * The page with its pictures in it, and without links to files.
 * @param {string} page
 * @param {(path: string) => Buffer} pictureOf The picture at a path that the page names.
 */
export function packedPage(page, pictureOf) {
	return page.replace(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/g, (whole, mark, text, target) => {
		if (/^[a-z]+:/.test(target)) return whole;
		return mark ? `![${text}](data:image/png;base64,${pictureOf(target).toString("base64")})` : text;
	});
}
