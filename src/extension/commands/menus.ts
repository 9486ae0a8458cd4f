/** A place in one of VS Code's menus. `group` says where: `2_look@1` is the first of the group `2_look`, and groups that begin with `inline` or `navigation` are buttons. */
export type MenuPlace = { readonly menu: string; readonly when: string; readonly group: string };

export type View = "containers" | "disk" | "files" | "images" | "networks" | "volumes";

/** Each row of the explorer says in its `context` what it is: regular expressions over that say on which rows a command is offered. */
type Rows = {
	readonly rows: string;
	/** Where several rows are selected it is offered on these, too, and leaves alone those that do not suit. */
	readonly orAmong?: string;
	readonly group: string;
};

export const onRows = (view: View, { rows, orAmong, group }: Rows): MenuPlace => ({
	menu: "view/item/context",
	when: `view == hullwright.${view} && ${orAmong === undefined ? fits(rows) : `(${fits(rows)} || (listMultiSelection && ${fits(orAmong)}))`}`,
	group,
});

/** On the rows of all views of the explorer. */
export const onAnyRow = (group: string, except?: string): MenuPlace => ({
	menu: "view/item/context",
	when: `view =~ /^hullwright\\.(?!files)/${except === undefined ? "" : ` && !(${fits(except)})`}`,
	group,
});

const fits = (rows: string): string => `viewItem =~ /${rows}/`;

export const onTitle = (view: View, group: string): MenuPlace => ({ menu: "view/title", when: `view == hullwright.${view}`, group });

/** How files are called in which Compose looks for services, whatever language the editor takes them for; for `when` clauses. */
export const isNamedAsCompose = String.raw`resourceFilename =~ /^(docker-)?compose([.-].*)?\.ya?ml$/`;

/** Above a Compose file. */
export const onComposeFile = (group: string): MenuPlace => ({ menu: "editor/title", when: `resourceLangId == dockercompose || ${isNamedAsCompose}`, group });
