import type * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import type { DiskView } from "../explorer/disk-view.ts";
import type { ExplorerView } from "../explorer/view.ts";
import type { ConnectionReport } from "../connection/report-document.ts";
import type { EngineChoice } from "../engine-choice.ts";
import type { Node } from "../explorer/kind.ts";
import type { Files } from "../files/register.ts";
import type { LanguageStarter } from "../language/start.ts";
import type { MenuPlace } from "./menus.ts";
import type { WorkspaceProjects } from "../compose/workspace-projects.ts";
import type { ComposeGraphs } from "../webviews/compose-graph.ts";
import type { RunForms } from "../webviews/run-form.ts";
import type { ResolvedProjects } from "../resolved-projects.ts";
import type { Inspections } from "../inspection.ts";
import type { Ends } from "../ends.ts";
import type { LogViews } from "../logs/log-views.ts";
import type { Notices } from "../notices/notices.ts";
import type { Pages } from "../pages/pages.ts";
import type { StatsPages } from "../stats/charts.ts";
import type { ContainersTable } from "../stats/containers-table.ts";

/** All that a command may reach. A command takes what it needs from here and nothing from anywhere else. */
export type Services = {
	/** Loads the client on first use. */
	readonly docker: () => Promise<Docker>;
	readonly engine: EngineChoice;
	readonly connectionReport: ConnectionReport;
	readonly log: vscode.LogOutputChannel;
	readonly language: LanguageStarter;
	/** The packed folder with a page for each rule, `<id>.md`. */
	readonly rulePages: vscode.Uri;
	readonly inspections: Inspections;
	readonly pages: Pages;
	readonly ends: Ends;
	/** What the user has chosen before, for the workspace. */
	readonly remembered: vscode.Memento;
	readonly resolvedProjects: ResolvedProjects;
	readonly files: Files;
	readonly composeGraphs: () => Promise<ComposeGraphs>;
	readonly runForms: () => Promise<RunForms>;
	readonly logs: () => Promise<LogViews>;
	readonly statsPages: () => Promise<StatsPages>;
	readonly containersTable: () => Promise<ContainersTable>;
	readonly notices: () => Promise<Notices>;
	/** Looks for them on first use. */
	readonly workspaceProjects: () => Promise<WorkspaceProjects>;
	/** The view of the explorer that has this id. */
	readonly explorer: (view: string) => ExplorerView | undefined;
	/** The view of what takes space on the engine's disk. */
	readonly disk: Pick<DiskView, "measure">;
	/** The rows that are selected in a view of the explorer. */
	readonly selectionIn: (view: string) => readonly Node[];
};

/** A command is the default export of a file below this folder. `npm run generate` lists them and declares them and their menus in package.json. */
export type Command = {
	/** Says where the file is: `hullwright.container.start` is container/start.ts, `hullwright.showLog` is show-log.ts. */
	readonly id: string;
	/** In title case, with `…` where the user is asked before anything is done. */
	readonly title: string;
	/** Its name on the buttons of welcome views, where the title alone says too little there. */
	readonly button?: string;
	/** Name of one of VS Code's own icons. */
	readonly icon?: string;
	/** It changes something, so it does not run in a workspace that the user has not trusted. */
	readonly needsTrust?: true;
	/** The condition, in the words of a `when` clause, under which it is not grey. */
	readonly enablement?: string;
	/** Where it is offered besides the palette. */
	readonly menus?: readonly MenuPlace[];
	readonly run: (services: Services, ...args: never[]) => Promise<void>;
};
