/**
 * A command line of PowerShell or `cmd` as a POSIX shell would have it: how a line goes on, what is escaped, which variables there are, and that a backslash is one. Any other
 * text stays as it is.
 */
export function posixText(text: string): string {
	if (powerShell.test(text)) return text.replace(powerShellPart, fromPowerShell);
	if (commandPrompt.test(text)) return text.replace(commandPromptPart, fromCommandPrompt);
	return bareFolder.test(text) ? text.replace(/'[^']*'|"(?:[^"\\]|\\[^])*"|\\(?![\r\n])/g, (part) => (part === "\\" ? "\\\\" : part)) : text;
}

const powerShell = /(?:^|[ \t])`[ \t]*$|\$\{?env:\w|\(Get-Location\)|\bpwd\.Path\b|^\s*PS [^>\n]*>/im;
const commandPrompt = /(?:^|[ \t"])\^[ \t]*$|%(?:cd|[A-Z][A-Z_]{3,})%|^\s*[a-z]:\\[^>\n]*>/im;
/** Such as `C:\data` or `.\data`, which no other shell would keep. */
const bareFolder = /(?:^|[ \t=])(?:[A-Za-z]:|\.{1,2})\\[\w.]/m;

const powerShellPart =
	/'(?:[^']|'')*'|`[ \t]*\r?\n[ \t]*|`([^])|(\\)|\$\{?env:(\w+)\}?|\$\((?:\$?pwd(?:\.Path)?|\(?Get-Location\)?(?:\.Path)?|\$\(pwd\)\.Path)\)/gi;

function fromPowerShell(part: string, next: string | undefined, backslash: string | undefined, variable: string | undefined): string {
	if (part.startsWith("'")) return `'${part.slice(1, -1).replaceAll("''", `'\\''`)}'`;
	if (/^`\s/.test(part)) return " ";
	if (next !== undefined) return /["$`\\]/.test(next) ? `\\${next}` : ({ n: "\n", t: "\t" }[next] ?? next);
	return backslash ? "\\\\" : variable === undefined ? "${PWD}" : `\${${variable}}`;
}

const commandPromptPart = /\^[ \t]*\r?\n[ \t]*|"(?:[^"\\]|\\[^])*"|\^([^])|(\\(?!"))|(\$)|%([A-Za-z_]\w*)%/g;
const inQuotesPart = /()(\\(?!"))|(\$)|%([A-Za-z_]\w*)%/g;

function fromCommandPrompt(
	part: string,
	next: string | undefined,
	backslash: string | undefined,
	dollar: string | undefined,
	variable: string | undefined,
): string {
	if (/^\^\s/.test(part)) return " ";
	if (part.length > 1 && part.startsWith('"')) return `"${part.slice(1, -1).replace(inQuotesPart, fromCommandPrompt)}"`;
	if (next) return `\\${next}`;
	if (backslash) return "\\\\";
	return dollar ? "\\$" : /^cd$/i.test(variable ?? "") ? "${PWD}" : `\${${variable ?? ""}}`;
}
