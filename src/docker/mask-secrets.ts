/** Names under which people keep what nobody should see. */
const secretName = /passw|passphrase|(?:^|[_.-])(?:pass|pwd|auth)(?:$|[_.-])|secret|token|credential|(?:api|access|private|encryption)[_.-]?key/i;
const mask = "••••••";

/** An answer of `inspect` to be looked at: values of variables and labels with a secret's name are masked, and passwords inside URLs. */
export function maskSecrets(value: unknown): unknown {
	if (typeof value === "string") return maskText(value);
	if (Array.isArray(value)) return value.map(maskSecrets);
	if (value === null || typeof value !== "object") return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [
			name,
			typeof inner === "string" && inner && secretName.test(name) && !isPlace(inner) ? mask : maskSecrets(inner),
		]),
	);
}

/** `NAME=value` as in `Config.Env`, and whatever else holds `scheme://user:password@`. */
function maskText(text: string): string {
	const [, name, value] = /^([A-Za-z_][\w.-]*)=(.+)$/s.exec(text) ?? [];
	if (name && value && secretName.test(name) && !isPlace(value)) return `${name}=${mask}`;
	return text.replace(/([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:)[^\s/@]+@/gi, `$1${mask}@`);
}

/** `POSTGRES_PASSWORD_FILE=/run/secrets/db` says where the secret is, not what it is. */
const isPlace = (text: string): boolean => /^\/[\w./-]+$/.test(text);
