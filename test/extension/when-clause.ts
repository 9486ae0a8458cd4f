/** What is so, by the names that VS Code has for it. */
export type Context = Readonly<Record<string, string | boolean>>;

/** A `when` clause as VS Code evaluates it: `||` below `&&` below `!`, parentheses, `==`, `!=`, `=~ /…/`. */
export function holds(when: string, context: Context): boolean {
	const tokens = when.match(/\|\||&&|!=|==|=~|!|\(|\)|\/(?:\\.|[^/])+\/|'[^']*'|[^\s()!=&|]+/g) ?? [];
	let at = 0;
	const either = (): boolean => {
		let value = both();
		while (tokens[at] === "||") {
			at += 1;
			value = both() || value;
		}
		return value;
	};
	const both = (): boolean => {
		let value = single();
		while (tokens[at] === "&&") {
			at += 1;
			value = single() && value;
		}
		return value;
	};
	const single = (): boolean => {
		const token = tokens[at++] ?? "";
		if (token === "!") return !single();
		if (token === "(") {
			const value = either();
			if (tokens[at++] !== ")") throw new Error(`a parenthesis is not closed in ${when}`);
			return value;
		}
		const actual = context[token];
		const operator = tokens[at] ?? "";
		if (!["==", "!=", "=~"].includes(operator)) return Boolean(actual);
		const operand = tokens[at + 1] ?? "";
		at += 2;
		if (operator === "=~") return new RegExp(operand.slice(1, -1)).test(String(actual ?? ""));
		return (String(actual ?? "") === operand.replace(/^'|'$/g, "")) === (operator === "==");
	};
	const value = either();
	if (at !== tokens.length) throw new Error(`more stands behind the end of ${when}`);
	return value;
}
