import * as vscode from "vscode";
import type { EntryPointProblem, EntryPointReport } from "../../../docker/files/entry-point.ts";
import { plainText } from "../../../docker/plain-text.ts";
import { uriOf } from "../../files/places.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import type { Target } from "../targets.ts";
import { placeFor } from "./browse.ts";
import { showInformationMessage, showWarningMessage, withProgress } from "../../window.ts";

export default {
	id: "hullwright.files.checkEntryPoint",
	title: "Check Entry Point",
	menus: [
		onRows("containers", { rows: "^container (stopped|restarting)", group: "2_look@6" }),
		onRows("containers", { rows: "^container (?!stopped|restarting|dead)", group: "2_files@3", within: "show" }),
		onRows("images", { rows: "^image ", group: "2_look@5" }),
	],
	async run(services, clicked?: Target) {
		const { t } = vscode.l10n;
		const found = await placeFor(services, clicked, t("Container whose entry point to check"));
		if (!found) return;
		const { place, name } = found;
		const docker = await services.docker();
		const view = place.of === "image" ? "hullwright.images" : "hullwright.containers";
		const report = await withProgress({ location: { viewId: view } }, () => docker.files.checkEntryPoint(place));
		const detail = detailOf(report);
		if (!report.problem) {
			void showInformationMessage(t("What {0} starts with is there and can be executed.", name), { modal: true, detail });
			return;
		}
		const { problem } = report;
		const path = "path" in problem && opened.has(problem.kind) ? problem.path : undefined;
		const open = t("Open the File");
		const text = `${name}: ${problemText(problem)}`;
		if ((await showWarningMessage(text, { modal: true, detail }, ...(path ? [open] : []))) === open && path)
			await vscode.commands.executeCommand("vscode.open", uriOf(place, path));
	},
} satisfies Command;

/** Problems whose file can be read. */
const opened: ReadonlySet<EntryPointProblem["kind"]> = new Set(["line-ends", "mark-before", "no-interpreter-line", "interpreter-missing", "empty"]);

function detailOf({ form, words, checked }: EntryPointReport): string {
	const { t } = vscode.l10n;
	const names = { program: t("program"), script: t("script"), interpreter: t("interpreter"), loader: t("loader") };
	return [
		form === "shell" ? t("Shell form: {0}", line(words.slice(2))) : t("Exec form: {0}", line(words)),
		...checked.map(({ path, what }) => `${names[what]}: ${plainText(path, 200)}`),
		t("Nothing was run for this."),
	].join("\n");
}

/** Arguments may hold what is secret: only the first word is sure to be none. */
const line = (words: readonly string[]): string => plainText(words[0], 200) + (words.length > 1 ? " …" : "");

function problemText(problem: EntryPointProblem): string {
	const { t } = vscode.l10n;
	const shown = (text: string): string => plainText(text, 200);
	switch (problem.kind) {
		case "nothing":
			return t("There is nothing to start: neither ENTRYPOINT nor CMD says anything. Set one of them.");
		case "missing":
			return t("There is no file {0}. Check the COPY that should bring it, and .dockerignore.", shown(problem.path));
		case "hidden":
			return t(
				"{0} is not seen: a folder in memory (tmpfs) is mounted over {1}, and is empty at first. Mount it elsewhere.",
				shown(problem.path),
				shown(problem.folder),
			);
		case "not-on-path":
			return t("There is no program “{0}” in PATH ({1}). Install it, or write its whole path.", shown(problem.name), shown(problem.searched));
		case "relative-without-folder":
			return t("“{0}” is looked for at {1}, for there is no WORKDIR. Set one, or write the whole path.", shown(problem.written), shown(problem.path));
		case "folder-missing":
			return t("The working directory {0} is no folder. Correct WORKDIR.", shown(problem.path));
		case "is-folder":
			return t("{0} is a folder. Name the program in it.", shown(problem.path));
		case "broken-link":
			return t("{0} is a link that leads nowhere. Copy what it leads to as well.", shown(problem.path));
		case "not-executable":
			return problem.user === undefined
				? t("{0} is not executable. Use COPY --chmod=755, or RUN chmod +x.", shown(problem.path))
				: t("{0} is not executable for the user {1}. Use COPY --chmod=755, or give it to that user.", shown(problem.path), shown(problem.user));
		case "not-readable":
			return t(
				"{0} cannot be read by the user {1}, and a script has to be. Use COPY --chmod=755, or give it to that user.",
				shown(problem.path),
				shown(problem.user),
			);
		case "folder-closed":
			return t("The user {1} may not enter the folder {0}. Use RUN chmod a+x, or give it to that user.", shown(problem.path), shown(problem.user));
		case "no-user":
			return problem.of === "user"
				? t("The image knows no user “{0}”: /etc/passwd has none. Make one before USER, or name a number.", shown(problem.name))
				: t("The image knows no group “{0}”: /etc/group has none. Make one before USER, or name a number.", shown(problem.name));
		case "empty":
			return t("{0} is empty. Check how it is built or copied.", shown(problem.path));
		case "no-shell":
			return t("Shell form needs {0}, which the image does not have. Write it in exec form: a list in brackets.", shown(problem.path));
		case "line-ends":
			if (problem.interpreter === undefined)
				return t(
					"The lines of {0} end as on Windows, and a shell takes the carriage returns for a part of its words. Save the script with LF, and put “*.sh text eol=lf” into .gitattributes.",
					shown(problem.path),
				);
			return t(
				"The first line of {0} ends as on Windows, so the kernel looks for “{1}” with a carriage return. Save the script with LF, and put “*.sh text eol=lf” into .gitattributes.",
				shown(problem.path),
				shown(problem.interpreter),
			);
		case "mark-before":
			return t("{0} begins with a byte order mark before “#!”. Save it as UTF-8 without one.", shown(problem.path));
		case "no-interpreter-line":
			return t(
				"{0} is neither a program nor a script with “#!” as its first line. Add “#!/bin/sh”, say, or name the interpreter before it.",
				shown(problem.path),
			);
		case "interpreter-missing":
			return t("{0} wants the interpreter “{1}”, which is not there. Install it, or name one that is.", shown(problem.path), shown(problem.interpreter));
		case "loader-missing":
			return t(
				"{0} needs the loader {1}, which is not there: it was built for another system library. Use a base image that has it, or link statically.",
				shown(problem.path),
				shown(problem.interpreter),
			);
		case "architecture":
			return t("{0} is built for {1}, the image for {2}. Build it for {2}, or the image for {1}.", shown(problem.path), problem.found, problem.wanted);
		case "whole-line":
			return t("“{0}” is taken as the name of one program. Write each word as an element of its own.", shown(problem.written));
		case "no-list":
			return t(
				"“{0}” is no list of JSON, and so a shell is to run it. Put each word in double quotes, without a comma behind the last.",
				shown(problem.written),
			);
	}
}
