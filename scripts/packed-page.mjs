// The README and the changelog as VS Code shows them for an installed extension: from their text alone, so that files beside them cannot be reached.

/**
 * The page without pictures and without links to files. Pictures could only come from the network: VS Code takes out those that are in the text itself.
 * @param {string} page
 */
export function packedPage(page) {
	const withoutPictures = page.replace(/^!\[[^\]]*\]\([^)]*\)\n\n?/gm, "");
	return withoutPictures.replace(/\[([^\]]*)\]\(([^)\s]+)\)/g, (whole, text, target) => (/^[a-z]+:/.test(target) ? whole : text));
}
