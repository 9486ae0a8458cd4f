import { isHarmlessValue, isSecretName, maskPasswords } from "../engine/text/secrets.ts";

const mask = "••••••";

/** An answer of `inspect` to be looked at: values of variables and labels with a secret's name are masked, and passwords inside others. */
export function maskSecrets(value: unknown): unknown {
	if (typeof value === "string") return maskText(value);
	if (Array.isArray(value)) return value.map(maskSecrets);
	if (value === null || typeof value !== "object") return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [name, typeof inner === "string" && isSecret(name, inner) ? mask : maskSecrets(inner)]),
	);
}

/** `NAME=value` as in `Config.Env`, and whatever else holds `scheme://user:password@`. */
function maskText(text: string): string {
	const [, name, value] = /^([A-Za-z_][\w.-]*)=(.+)$/s.exec(text) ?? [];
	return name && value && isSecret(name, value) ? `${name}=${mask}` : maskPasswords(text, mask);
}

const isSecret = (name: string, value: string): boolean => isSecretName(name) && !isHarmlessValue(name, value);
