import * as vscode from "vscode";
import {
	answer,
	isAsked,
	problemOf,
	render,
	suggest,
	templateOf,
	type Answers,
	type Files,
	type Origin,
	type Question,
	type Suggestion,
	type TemplateId,
} from "../../engine/scaffold/scaffold.ts";
import { type Message, type MessageValue } from "../../engine/text/message.ts";
import type { Words } from "./words.ts";
import { back, input, pick, type Answer, type Item, type Step } from "./ask.ts";

/**
 * All answers at once, each with what speaks for it: they are taken together, or changed one by one. `given` are those of the user.
 * Undefined where he gave up.
 */
export async function review(id: TemplateId, files: Files, given: Answers, step: Omit<Step, "placeholder">, words: Words): Promise<Answers | undefined> {
	let own = given;
	let active: Question | "take" = "take";
	for (;;) {
		const { answers, origins } = answer(id, files, own);
		const asked = templateOf(id).questions.filter((question) => isAsked(question, answers));
		const problem = (question: Question) => problemOf(id, question, answers[question.name] ?? "", files, answers);
		const missing = asked.find((question) => problem(question) !== undefined);
		const rows = asked.map((question): Item<Question> => ({
			...row(question, answers[question.name] ?? "", origins[question.name], problem(question), words),
			value: question,
		}));
		// With all answers given, for which are guesses is said at each.
		const notes = noteRows((missing ? [] : notesOf(id, files, answers)).map(words.of));
		const chosen: Answer<Question | "take" | "note"> = await pick<Question | "take" | "note">(
			{ ...step, placeholder: vscode.l10n.t("Choose a line to change it") },
			[first(missing && words.ofTemplate(missing.prompt), asked.length, origins), ...rows, ...notes],
			active,
		);
		if (chosen === undefined || chosen === back) return undefined;
		if (chosen === "note") continue;
		if (chosen === "take" && !missing) return own;
		const question: Question | undefined = chosen === "take" ? missing : chosen;
		if (!question) continue;
		const changed = await ask(id, question, files, answers, { ...step, placeholder: words.ofTemplate(question.prompt), canGoBack: true }, words);
		if (changed === undefined) return undefined;
		if (changed !== back) own = kept(id, files, { ...own, [question.name]: changed });
		active = question;
	}
}

/** Without answers that do not suit any more: what comes after a question rests on it. */
function kept(id: TemplateId, files: Files, given: Answers): Answers {
	const { answers } = answer(id, files, given);
	const suits = templateOf(id).questions.filter((question) => {
		const value = given[question.name];
		return value !== undefined && isAsked(question, answers) && problemOf(id, question, value, files, answers) === undefined;
	});
	return Object.fromEntries(suits.map(({ name }) => [name, given[name] ?? ""]));
}

function first(missing: string | undefined, count: number, origins: Readonly<Record<string, Origin>>): Item<"take"> {
	const { t } = vscode.l10n;
	if (missing !== undefined) return { label: t("Answer What Is Missing"), iconPath: new vscode.ThemeIcon("edit"), detail: missing, value: "take" };
	const guesses = Object.values(origins).filter(({ kind }) => kind === "guess").length;
	const detail = guesses > 0 ? t("{0} answers, {1} of them guessed", count, guesses) : t("{0} answers", count);
	return { label: t("Take All That Was Found"), iconPath: new vscode.ThemeIcon("check-all"), detail, value: "take" };
}

function row(question: Question, value: string, origin: Origin | undefined, problem: Message | undefined, words: Words): vscode.QuickPickItem {
	const { t } = vscode.l10n;
	const choice = question.choices?.find((each) => each.value === value);
	const label = choice ? words.ofTemplate(choice.label) : value || t("None");
	const detail = words.ofTemplate(question.prompt);
	if (problem !== undefined) return { label, iconPath: new vscode.ThemeIcon("error"), description: words.of(problem), detail };
	if (origin?.kind === "guess") return { label, iconPath: new vscode.ThemeIcon("question"), description: t("a guess: nothing was found"), detail };
	if (origin?.kind === "given") return { label, iconPath: new vscode.ThemeIcon("edit"), description: t("your answer"), detail };
	return { label, iconPath: new vscode.ThemeIcon("check"), description: origin?.kind === "found" ? words.of(origin.where) : "", detail };
}

function noteRows(notes: readonly string[]): Item<"note">[] {
	if (notes.length === 0) return [];
	return [
		{ label: vscode.l10n.t("good to know"), kind: vscode.QuickPickItemKind.Separator },
		...notes.map((note): Item<"note"> => ({ label: note, iconPath: new vscode.ThemeIcon("info"), value: "note" })),
	];
}

function notesOf(id: TemplateId, files: Files, given: Answers): readonly Message[] {
	const rendered = render(id, files, given);
	return "refused" in rendered ? rendered.refused.map(({ message }) => message) : rendered.notes;
}

async function ask(id: TemplateId, question: Question, files: Files, answers: Answers, step: Step, words: Words): Promise<Answer<string>> {
	const current = answers[question.name] ?? "";
	const problem = (value: string) => {
		const found = problemOf(id, question, value, files, answers);
		return found && words.of(found);
	};
	const fits = suggest(id, question.name, files, answers).filter(({ value }) => problem(value) === undefined);
	if (question.choices) return pick(step, choices(question.choices, fits, words), current);
	if (fits.length < 2) return input(step, current, problem);
	for (;;) {
		const items: Item<string | typeof other>[] = fits.map(({ value, where }) => ({
			label: value || vscode.l10n.t("None"),
			description: words.of(where),
			value,
		}));
		items.push({ label: vscode.l10n.t("Another…"), iconPath: new vscode.ThemeIcon("edit"), value: other, alwaysShow: true });
		if (!fits.some(({ value }) => value === current)) items.unshift({ label: current || vscode.l10n.t("None"), value: current });
		const chosen = await pick(step, items, current);
		if (chosen !== other) return chosen;
		const typed = await input(step, current, problem);
		if (typed !== back) return typed;
	}
}

const other = Symbol("other");

function choices(all: NonNullable<Question["choices"]>, suggestions: readonly Suggestion[], words: Words): Item<string>[] {
	const item = ({ value, label, detail, command = "" }: (typeof all)[number], where: MessageValue = ""): Item<string> => ({
		label: words.ofTemplate(label),
		detail: detail === undefined ? command : words.ofTemplate(detail),
		description: words.of(where),
		value,
	});
	const found = suggestions.flatMap(({ value, where }) => all.filter((choice) => choice.value === value).map((choice) => item(choice, where)));
	const rest = all.filter(({ value }) => !suggestions.some((suggestion) => suggestion.value === value)).map((choice) => item(choice));
	if (found.length === 0 || rest.length === 0) return [...found, ...rest];
	const separator = (label: string): Item<string> => ({ label, kind: vscode.QuickPickItemKind.Separator });
	return [separator(vscode.l10n.t("found here")), ...found, separator(vscode.l10n.t("others")), ...rest];
}
