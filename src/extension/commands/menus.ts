/** A place in one of VS Code's menus. `group` says where: `2_look@1` is the first of the group `2_look`, and groups that begin with `inline` or `navigation` are buttons. */
export type MenuPlace = { readonly menu: string; readonly when: string; readonly group: string };

export type View = "containers" | "disk" | "files" | "images" | "networks" | "volumes";

/** Views in which several rows can be selected, and whose commands say here what they do then. */
const hasSeveral: readonly View[] = ["containers", "files", "images", "networks", "volumes"];

/** Each row of the explorer says in its `context` what it is: regular expressions over that say on which rows a command is offered. */
type Rows = {
	readonly rows: string;
	/**
	 * Where several rows are selected it is offered on these and acts on all that suit; the others it leaves alone.
	 * Without it, it acts on one row alone, and is not offered where several are selected. Buttons belong to their row.
	 */
	readonly orAmong?: string;
	readonly group: string;
	readonly within?: Submenu;
};

export const onRows = (view: View, place: Rows): MenuPlace => ({
	menu: menuOf(place.within),
	when: `view == hullwright.${view} && ${suiting(view, place)}`,
	group: place.group,
});

function suiting(view: View, { rows, orAmong, group }: Rows): string {
	if (orAmong === rows) return fits(rows);
	if (orAmong !== undefined) return `(${fits(rows)} || (listMultiSelection && ${fits(orAmong)}))`;
	return hasSeveral.includes(view) && !group.startsWith("inline") ? `!listMultiSelection && ${fits(rows)}` : fits(rows);
}

/** On the rows of all views of the explorer, of whatever has a name and an id. */
export const onAnyRow = ({ except, group, within }: { readonly except?: string; readonly group: string; readonly within?: Submenu }): MenuPlace => ({
	menu: menuOf(within),
	when: `view =~ /^hullwright\\.(?!files|disk)/${except === undefined ? "" : ` && !(${fits(except)})`}`,
	group,
});

/** Rows of which so much can be copied that it has a menu of its own. */
export const withCopies = "^(container|image) ";

/** Rows that gather containers of which one at least is so; without a word, that gather any. */
export const gathered = (activities?: string): string => (activities === undefined ? "^(project|group) (?!absent)" : `^(project|group) .*(${activities})`);

/** Containers of which more is left than their names. */
export const notDead = "^container (?!dead)";

/** All rows among which there may be containers. */
export const anyContainers = "^(container|project|group|service)";

/** Menus in the context menu of rows, for what is done less often. One in which nothing is offered is not shown. `npm run generate` declares them. */
export const submenus = {
	show: { title: "Show", ...onRows("containers", { rows: "^container ", orAmong: "^container ", group: "4_more@1" }) },
	terminal: { title: "Terminal", ...onRows("containers", { rows: "^container ", orAmong: "^container ", group: "4_more@2" }) },
	change: { title: "Change", ...onRows("containers", { rows: "^container ", orAmong: "^container ", group: "4_more@3" }) },
	save: { title: "Save", ...onRows("containers", { rows: "^container ", orAmong: "^container ", group: "4_more@4" }) },
	copy: { title: "Copy", menu: menuOf(undefined), when: fits(withCopies), group: "5_copy@1" },
} as const satisfies Readonly<Record<string, MenuPlace & { readonly title: string }>>;

export type Submenu = "show" | "terminal" | "change" | "save" | "copy";

function menuOf(within: Submenu | undefined): string {
	return within === undefined ? "view/item/context" : `hullwright.${within}`;
}

function fits(rows: string): string {
	return `viewItem =~ /${rows}/`;
}

export const onTitle = (view: View, group: string): MenuPlace => ({ menu: "view/title", when: `view == hullwright.${view}`, group });

/** On the rows of the table of containers, whose page says of each how active its container is. */
export const onTable = (activities: string, group: string): MenuPlace => ({
	menu: "webview/context",
	when: `webviewId == hullwright.table && hullwrightContainer =~ /${activities}/`,
	group,
});

/** How files are called in which Compose looks for services, whatever language the editor takes them for; for `when` clauses. */
export const isNamedAsCompose = String.raw`resourceFilename =~ /^(docker-)?compose([.-].*)?\.ya?ml$/`;

/** Above a Compose file. */
export const onComposeFile = (group: string): MenuPlace => ({ menu: "editor/title", when: `resourceLangId == dockercompose || ${isNamedAsCompose}`, group });
