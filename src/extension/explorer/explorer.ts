import * as vscode from "vscode";
import type { Change } from "../../docker/client.ts";
import type { Docker } from "../../docker/docker.ts";
import type { Ends } from "../ends.ts";
import type { WorkspaceProjects } from "../compose/workspace-projects.ts";
import { RowNumbers } from "../stats/row-numbers.ts";
import { countOf, visibleOf } from "./filter.ts";
import type { Arrangement, ExplorerKind, Look, Node, Nodes } from "./kind.ts";
import { type Expansion, makeExpansion } from "./expansion.ts";
import { Pace } from "./pace.ts";
import { tooltipOf } from "./tooltip.ts";
import type { Changed } from "./view.ts";

/** All that an explorer needs. `connect` is asked for the client once the view is shown, and so is `findProjects` where the kind shows them. */
export type Surroundings = {
	readonly view: vscode.TreeView<Node>;
	/** Told which rows look different. */
	readonly changed: Changed;
	readonly connect: () => Promise<Docker>;
	readonly findProjects: () => Promise<WorkspaceProjects>;
	readonly ends: Ends;
	/** Kept for the workspace. */
	readonly remembered: vscode.Memento;
};

/** Of more rows than `many`, VS Code is given as many at first as a tall screen shows, and all of them once these are drawn; in milliseconds. */
const many = 200;
const screenful = 100;
const drawing = 300;

/** So many rows at a time are opened for what is found below them. */
const mostUnfolded = 20;

/** One view of the daemon. Rows change in place, as the daemon's events tell; while the view is hidden nothing is asked. */
export class Explorer implements vscode.Disposable {
	readonly view: vscode.TreeView<Node>;
	readonly kind: ExplorerKind;
	readonly #connect: () => Promise<Docker>;
	readonly #findProjects: () => Promise<WorkspaceProjects>;
	readonly #ends: Ends;
	readonly #remembered: vscode.Memento;
	readonly #changed: Changed;
	readonly #pace = new Pace(() => this.#refresh());
	readonly #known: Nodes = new Map();
	readonly #expansion: Expansion;
	/** Those that VS Code has been told to draw without what is below them. */
	readonly #folded = new Set<string>();
	readonly #drawn = new Map<string, string>();
	readonly #disposables: vscode.Disposable[];
	#docker: Docker | undefined;
	#projects: WorkspaceProjects | undefined;
	#numbers: RowNumbers | undefined;
	/** The rows whose numbers are seen are looked for once more. */
	#counting: NodeJS.Timeout | undefined;
	#release: (() => void) | undefined;
	#roots: readonly Node[] = [];
	/** Whether VS Code has been given rows. Until then it waits for them, and asking it to come again would have it begin anew. */
	#isShown = false;
	/** It has been given a part of them. */
	#isPart = false;
	/** Undefined where no filter is set. */
	#visible: ReadonlySet<string> | undefined;
	#arrangement: Arrangement;
	#isAway = false;
	#isEmpty = false;
	#isClosed = false;
	/** The rows of an engine that had gone are about to be drawn again. */
	#isBack = false;
	/** What was selected when the engine went away. */
	#selected: string | undefined;

	constructor(kind: ExplorerKind, { view, changed, connect, findProjects, ends, remembered }: Surroundings) {
		this.kind = kind;
		this.view = view;
		this.#changed = changed;
		this.#remembered = remembered;
		this.#arrangement = remembered.get<Arrangement>(`${kind.view}.arrangement`) ?? {};
		this.#expansion = makeExpansion(`${kind.view}.expansion`, remembered);
		this.#connect = connect;
		this.#findProjects = findProjects;
		this.#tellFiltered();
		this.#ends = ends;
		this.#disposables = [
			this.#pace,
			...(kind.showsEnds ? [ends.onDidChange(() => this.#pace.now())] : []),
			this.view.onDidChangeVisibility(() => this.#holdWhileVisible()),
			this.view.onDidCollapseElement(({ element }) => this.#keepFolded(element, true)),
			this.view.onDidExpandElement(({ element }) => this.#keepFolded(element, false)),
			this.view.onDidChangeSelection(({ selection }) => {
				if (!this.#isAway) this.#selected = selection[0]?.id;
			}),
		];
	}

	async getChildren(node?: Node): Promise<Node[]> {
		if (node) return [...this.#children(node)];
		await this.#settled();
		const isNew = !this.#isShown;
		const isFirst = isNew || this.#roots.length === 0;
		const roots = this.#arrange();
		this.#isShown = true;
		this.#isPart = isNew && roots.length > many;
		// What the engine has just listed is what VS Code is about to draw.
		if (isFirst) this.#pace.forget();
		// The search takes the processors that draw the rows.
		if (isNew && this.kind.showsFiles) setTimeout(() => void this.#showFiles(), 0);
		if (this.#isPart) {
			this.#pace.after(drawing);
			return roots.slice(0, screenful);
		}
		if (roots.length > 0 && this.#isBack) {
			this.#isBack = false;
			// Once VS Code has these rows.
			setTimeout(() => void this.#selectAgain(), 0);
		}
		return [...roots];
	}

	getParent(node: Node): Node | undefined {
		return this.kind.parent(node);
	}

	getTreeItem(node: Node): vscode.TreeItem {
		const look = this.#look(node);
		const { label, description, icon, colour, context, spoken, numbers } = look;
		if (!this.#drawn.has(node.id)) this.#countSoon();
		this.#drawn.set(node.id, drawingOf(look));
		const { Expanded, Collapsed, None } = vscode.TreeItemCollapsibleState;
		const isFolded = this.#isFolded(node);
		if (isFolded) this.#folded.add(node.id);
		const item = new vscode.TreeItem(label, this.#children(node).length === 0 ? None : isFolded ? Collapsed : Expanded);
		item.id = node.id;
		item.description = numbers ? `${numbers} · ${description}` : description;
		item.iconPath = new vscode.ThemeIcon(icon, colour && new vscode.ThemeColor(`hullwright.${colour}Foreground`));
		item.contextValue = context;
		item.accessibilityInformation = { label: spoken };
		return item;
	}

	async resolveTreeItem(item: vscode.TreeItem, node: Node): Promise<vscode.TreeItem> {
		// A container that has gone meanwhile needs no tooltip.
		if (this.#docker) item.tooltip = await tooltipOf(this.kind, node, this.#docker).catch(() => undefined);
		return item;
	}

	get arrangement(): Arrangement {
		return this.#arrangement;
	}

	/** Sorts, groups and filters the view so, and remembers it for the workspace. */
	setArrangement(arrangement: Arrangement): void {
		this.#arrangement = arrangement;
		this.#tellFiltered();
		void this.#remembered.update(`${this.kind.view}.arrangement`, arrangement);
		this.#pace.now();
	}

	/** Selects the first of these rows that there is; false where there is none of them. The view has to be open. */
	async reveal(ids: readonly string[]): Promise<boolean> {
		await this.#settled();
		// Of a row that it has not been given, VS Code knows nothing.
		if (this.#isShown) this.#refresh();
		else this.#arrange();
		const node = ids.map((id) => this.#known.get(id)).find((each) => each !== undefined);
		if (node) await this.view.reveal(node, { select: true, focus: true, expand: false });
		return node !== undefined;
	}

	dispose(): void {
		this.#isClosed = true;
		clearTimeout(this.#counting);
		this.#numbers?.show(new Set());
		this.#release?.();
		vscode.Disposable.from(...this.#disposables).dispose();
	}

	/** Waits until there are rows, or is known to be none. */
	async #settled(): Promise<void> {
		const docker = await this.#load();
		const release = docker.connection.hold();
		this.#holdWhileVisible();
		await docker.settled(this.kind.resource);
		release();
	}

	async #load(): Promise<Docker> {
		const docker = await this.#connect();
		if (!this.#docker) {
			this.#docker = docker;
			this.#isAway = docker.connection.status.kind === "away";
			this.#disposables.push(new vscode.Disposable(docker.onChange((change) => this.#onChange(change, docker))));
		}
		return docker;
	}

	#isFolded(node: Node): boolean {
		if (this.#expansion.isCollapsed(node.id)) return true;
		return !this.#isFoundBelow(node) && this.kind.startsCollapsed?.(node) === true && !this.#expansion.isExpanded(node.id);
	}

	#keepFolded({ id }: Node, isFolded: boolean): void {
		this.#expansion.keep(id, isFolded);
		this.#countSoon();
	}

	/** Whether the filter leaves a row there only for what is below it. */
	#isFoundBelow(node: Node): boolean {
		return this.#visible !== undefined && this.#children(node).length < this.kind.children(node).length;
	}

	/** VS Code keeps a row as it has drawn it first, whatever is said of it later. */
	#unfold(): void {
		const opened = this.#all(this.#roots)
			.filter((root) => this.#folded.has(root.id) && !this.#isFolded(root))
			.slice(0, mostUnfolded);
		for (const root of opened) {
			this.#folded.delete(root.id);
			// Revealing in a hidden view would open it.
			if (this.view.visible) void this.#expansion.open(root.id, () => this.view.reveal(root, { select: false, focus: false, expand: true }));
		}
	}

	async #showFiles(): Promise<void> {
		if (this.#isClosed) return;
		this.#projects = await this.#findProjects();
		this.#disposables.push(this.#projects.onDidChange(() => this.#pace.now()));
		this.#pace.now();
	}

	/** Not once it is closed: what it had asked for may come later. */
	#isSeen(): boolean {
		return !this.#isClosed && this.view.visible;
	}

	#holdWhileVisible(): void {
		if (!this.#isSeen()) {
			this.#release?.();
			this.#release = undefined;
		} else if (this.#docker) {
			this.#release ??= this.#docker.connection.hold();
		}
		this.#countSoon();
	}

	/** VS Code asks for many rows one after the other. */
	#countSoon(): void {
		if (this.kind.counted) this.#counting ??= setTimeout(() => this.#count(), 0);
	}

	/** Follows the numbers of the rows that VS Code shows, or could by scrolling: of those that are folded away or filtered out, nothing. */
	#count(): void {
		this.#counting = undefined;
		const { counted } = this.kind;
		if (!this.#docker || !counted) return;
		const isShown = this.#isSeen() && this.#arrangement.showsNumbers === true && !this.#isAway;
		const rows = this.#all(isShown ? this.#roots : [], (node) => !this.#isFolded(node));
		const ids = rows.flatMap((node) => (this.#drawn.has(node.id) ? [counted(node)] : [])).filter((id) => id !== undefined);
		this.#numbers ??= new RowNumbers(
			this.#docker,
			() => this.#pace.now(),
			() => this.#isSeen(),
		);
		this.#numbers.show(new Set(ids));
	}

	#onChange(change: Change, docker: Docker): void {
		if (change.of !== "connection") {
			if (this.kind.shows.includes(change.of)) for (const id of change.ids) this.#pace.request(id);
		} else {
			const { kind } = docker.connection.status;
			const isAway = kind === "away" || (this.#isAway && kind !== "connected");
			if (isAway !== this.#isAway) {
				this.#isAway = isAway;
				this.#isBack = !isAway;
				this.#pace.now();
			}
		}
		this.#showBadge(docker);
	}

	/** Of an engine that is not followed any more nothing is known: it has no number. */
	#showBadge({ model, connection }: Docker): void {
		const badge = connection.status.kind === "connected" ? this.kind.badge?.(model, vscode.l10n.t) : undefined;
		if (this.view.badge?.value !== badge?.value || this.view.badge?.tooltip !== badge?.tooltip) this.view.badge = badge;
	}

	#arrange(): readonly Node[] {
		// An empty view shows the welcome text, which says why it is empty.
		if (!this.#docker || this.#isAway) return (this.#roots = []);
		const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
		const own = { folders, projects: this.#projects?.current ?? [], ends: this.#ends.current };
		const all = this.kind.arrange(this.#docker.model, this.#known, { ...this.#arrangement, own });
		const { filter = "" } = this.#arrangement;
		this.#visible = filter ? visibleOf(this.kind, all, filter, vscode.l10n.t) : undefined;
		this.#roots = this.#visible ? all.filter(({ id }) => this.#visible?.has(id)) : all;
		this.#tellEmpty(this.#roots.length === 0 && !this.#isNarrowed());
		const message = this.#messageOf(all);
		// VS Code takes it for a change of the view, after which it gathers others.
		if ((this.view.message ?? "") !== message) this.view.message = message;
		return this.#roots;
	}

	/** What is left out. */
	#messageOf(all: readonly Node[]): string {
		const { filter, scope } = this.#arrangement;
		const { t } = vscode.l10n;
		const first = this.kind.scopes?.[0]?.id;
		const narrowed = this.kind.scopes?.find(({ id }) => id === scope && id !== first)?.title(t);
		const found = filter ? t("Filter “{0}”: {1} of {2}", filter, countOf(this.kind, this.#roots, this.#visible), countOf(this.kind, all)) : undefined;
		const cutAt = this.#projects?.cutAt;
		const cut = cutAt === undefined ? undefined : t("Of the Compose files in this workspace only {0} are looked at", cutAt);
		return [narrowed, found, cut].filter(Boolean).join(" · ");
	}

	/** While something is left out, an empty view is not said to have no rows. */
	#tellFiltered(): void {
		void vscode.commands.executeCommand("setContext", `${this.kind.view}.isFiltered`, this.#isNarrowed());
	}

	#isNarrowed(): boolean {
		const { filter, scope } = this.#arrangement;
		return Boolean(filter) || this.kind.scopes?.slice(1).some(({ id }) => id === scope) === true;
	}

	/** Only then a welcome text stands for it: a view that may have one draws its first rows two seconds late where it was folded. */
	#tellEmpty(isEmpty: boolean): void {
		if (isEmpty === this.#isEmpty) return;
		this.#isEmpty = isEmpty;
		void vscode.commands.executeCommand("setContext", `${this.kind.view}.isEmpty`, isEmpty);
	}

	#children(node: Node): readonly Node[] {
		const all = this.kind.children(node);
		return this.#visible ? all.filter(({ id }) => this.#visible?.has(id)) : all;
	}

	/** With all that is below them, as far as it is open. */
	#all(nodes: readonly Node[], isOpen: (node: Node) => boolean = () => true): readonly Node[] {
		return nodes.flatMap((node) => [node, ...(isOpen(node) ? this.#all(this.#children(node), isOpen) : [])]);
	}

	/** Tells VS Code which rows look different, and nothing of the others. */
	#refresh(): void {
		if (!this.#isShown) return;
		this.#countSoon();
		const before = this.#outline(this.#roots);
		const roots = this.#arrange();
		const after = this.#outline(this.#roots);
		for (const id of this.#drawn.keys()) if (!after.has(id)) this.#drawn.delete(id);
		if (this.#isPart || before.get("") !== after.get("") || this.#isAway) this.#changed.fire(undefined);
		else {
			const changed = this.#all(roots).filter(
				(node) => before.get(node.id) !== after.get(node.id) || (this.#drawn.has(node.id) && this.#drawn.get(node.id) !== drawingOf(this.#look(node))),
			);
			if (changed.length > 0) this.#changed.fire(changed);
		}
		this.#isPart = false;
		this.#unfold();
	}

	/** Which rows stand below which, in order; "" is the view itself. */
	#outline(roots: readonly Node[]): ReadonlyMap<string, string> {
		const ids = (nodes: readonly Node[]): string => nodes.map(({ id }) => id).join("\n");
		return new Map([["", ids(roots)], ...this.#all(roots).map((node): [string, string] => [node.id, ids(this.#children(node))])]);
	}

	#look(node: Node): Look {
		const id = this.#arrangement.showsNumbers ? this.kind.counted?.(node) : undefined;
		const numbers = id === undefined ? "" : (this.#numbers?.textOf(id) ?? "");
		return { ...this.kind.look(node, vscode.l10n.t), ...(numbers && { numbers }) };
	}

	async #selectAgain(): Promise<void> {
		const node = this.#selected === undefined ? undefined : this.#known.get(this.#selected);
		// Revealing in a hidden view would open it.
		if (node && this.view.visible) await this.view.reveal(node, { select: true, focus: false, expand: false });
	}
}

/** The same text for what looks the same. */
const drawingOf = ({ label, description, icon, colour, context, spoken, numbers }: Look): string =>
	[label, description, icon, colour, context, spoken, numbers].join("\n");
