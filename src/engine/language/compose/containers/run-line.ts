import { type RunForm } from "../../../run/form.ts";
import { quoted, wordsOf } from "../../../run/words.ts";
import { lineOfDraft } from "./compose-files.ts";
import { flagsBeside, serviceOfForm } from "./run-service.ts";
import type { ServiceDraft } from "./service-draft.ts";
import { lineText } from "./to-run.ts";

/** The `docker run` that a form asks for; `base` is what a container says besides. Undefined where the form cannot be told. */
export function runLineOfForm(form: RunForm, base?: ServiceDraft): string | undefined {
	const parts = partsOf(form, base);
	return parts && lineText({ parts, notes: [] });
}

/** Its words, without `docker`. Variables of these names get their values from the environment in which it is run. */
export function runWordsOf(form: RunForm, fromOutside: ReadonlySet<string>): readonly string[] | undefined {
	const parts = partsOf(form, undefined, fromOutside);
	return parts && ["run", ...(wordsOf(parts.join(" ")) ?? [])];
}

function partsOf(form: RunForm, base?: ServiceDraft, fromOutside: ReadonlySet<string> = new Set()): readonly string[] | undefined {
	const environment = form.environment.filter(({ name }) => !fromOutside.has(name));
	const draft = serviceOfForm({ ...form, environment, envFiles: [] }, base);
	const line = lineOfDraft(draft);
	if (!line) return undefined;
	// Without a name the engine gives one.
	const parts = line.parts.filter((part) => !(form.name === "" && part.startsWith("--name ")));
	const files = [...form.envFiles.map((file) => `--env-file ${quoted(file)}`), ...[...fromOutside].map((name) => `--env ${quoted(name)}`)];
	return [...flagsBeside(form), ...parts.slice(0, 1), ...files, ...parts.slice(1)];
}
