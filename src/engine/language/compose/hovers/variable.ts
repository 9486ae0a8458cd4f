import { substitute } from "../../../compose/template.ts";
import { maskPasswords, isSecretName } from "../../../text/secrets.ts";
import { type Message, say } from "../../../text/message.ts";
import { code } from "../../markdown.ts";
import type { ComposeVariable } from "../variables.ts";

/** What a variable is worth, and who says so, in a sentence. */
export type KnownVariable = { readonly value: string; readonly origin: Message };

const mask = "••••••";

/** What may be shown of a value. */
export const masked = (name: string, value: string): string => (isSecretName(name) && value !== "" ? mask : maskPasswords(withoutGiven(value), mask));

/** `--password=…`, `--requirepass …`, `PGPASSWORD=…`: what a command is given. */
const given = /(?<![^\s"'])(-{1,2}[A-Za-z][\w.-]*(?:=|[ \t]+)|[A-Za-z_]\w*=)(?![-\s])("[^"]*"|'[^']*'|[^\s"']+)/g;

const withoutGiven = (text: string): string =>
	text.replace(given, (whole, name: string) =>
		isSecretName(name.replace(/[=\s]+$/, "")) || /^-+(?:requirepass|masterauth)\W/.test(name) ? `${name}${mask}` : whole,
	);

export function describeVariable({ name, operator, other }: ComposeVariable, known: (name: string) => KnownVariable | undefined): readonly Message[] {
	const own = known(name);
	const lookup = (each: string): string | undefined => {
		const found = known(each);
		return found && masked(each, found.value);
	};
	const instead = operator === undefined ? "" : substitute(other, lookup).text;
	const isGiven = own !== undefined && (!operator?.startsWith(":") || own.value !== "");
	const about: Message[] = [];
	if (own) about.push(say`${code(name)} = ${code(masked(name, own.value))}`, own.origin);
	else about.push(say`${code(name)} is not set`);
	const sign = operator?.at(-1);
	if (sign === "-")
		about.push(isGiven ? say`Without it, ${code(masked(name, instead))} would stand here.` : say`So ${code(masked(name, instead))} stands here.`);
	else if (sign === "+") about.push(isGiven ? say`So ${code(masked(name, instead))} stands here in its place.` : say`So nothing stands here.`);
	else if (sign === "?") about.push(isGiven ? say`Without it, Compose refuses the file.` : say`So Compose refuses the file.`);
	else if (!own) about.push(say`So nothing stands here, and Compose warns of it. It may be set by the shell, in \`.env\`, or by \`--env-file\`.`);
	return about;
}
