import { isHarmlessValue, isSecretName, maskPasswords } from "../text/secrets.ts";
import { changedFields, type Field, type RunForm, type Variable } from "./form.ts";

/** What of a field goes and what comes; secrets are masked. */
export type Difference = { readonly field: Field; readonly gone: readonly string[]; readonly came: readonly string[] };

/** In what a form differs from what a container was made with. */
export function differencesOf(before: RunForm, after: RunForm): readonly Difference[] {
	return changedFields(before, after).map((field) => {
		const [old, now] = [raw(before[field]), raw(after[field])];
		return { field, gone: old.filter((text) => !now.includes(text)).map(masked), came: now.filter((text) => !old.includes(text)).map(masked) };
	});
}

const raw = (value: RunForm[Field]): readonly string[] =>
	Array.isArray(value)
		? (value as readonly (string | Variable)[]).map((each) => (typeof each === "string" ? each : `${each.name}=${each.value}`))
		: value === "" || value === false
			? []
			: [value === true ? "✓" : String(value as string)];

function masked(text: string): string {
	const [, name = "", value = ""] = /^([^=\s]+)=([^]*)$/.exec(text) ?? [];
	return isSecret({ name, value }) ? `${name}=${mask}` : maskPasswords(text, mask);
}

export const mask = "••••••";

/** Whether the value of a variable is to be hidden and not to be kept. */
export const isSecret = ({ name, value }: Variable): boolean => (isSecretName(name) && !isHarmlessValue(name, value)) || maskPasswords(value, mask) !== value;

/** The form with something else in place of each secret value. */
export const withSecrets = (form: RunForm, replace: (variable: Variable) => string): RunForm => ({
	...form,
	environment: form.environment.map((variable) => (isSecret(variable) ? { name: variable.name, value: replace(variable) } : variable)),
});
