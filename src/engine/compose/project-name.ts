/** As Compose takes it: small letters, digits, `-` and `_`, of which the last two begin no name. */
export const normalizeName = (text: string): string => (text.toLowerCase().match(/[a-z0-9_-]/g) ?? []).join("").replace(/^[-_]+/, "");
