/** What tells that a file of variables is there to be copied. */
const words = "example|sample|template|tpl|dist|defaults?";
const behind = new RegExp(`^(.+)[.\\-_](?:${words})$`, "i");
const within = new RegExp(`^(.+)[.\\-_](?:${words})(\\.env)$`, "i");
/** Names such as `default.env` are those of files that are used. */
const before = /^\.?(?:example|sample|template|dist)[.\-_](.+)$/i;

/** The name of the file of variables that an example is to be copied to, in the same folder: `.env` for `.env.example`, `web.env` for `web.env.dist`. Undefined for what is no example. */
export function environmentFileFor(example: string): string | undefined {
	const [, name = before.exec(example)?.[1], end = ""] = within.exec(example) ?? behind.exec(example) ?? [];
	if (name === undefined) return undefined;
	const own = name + end;
	if (/^\.?env$/i.test(own)) return ".env";
	return /^\.env[.\-_]./i.test(own) || /.\.env$/i.test(own) ? own : undefined;
}
