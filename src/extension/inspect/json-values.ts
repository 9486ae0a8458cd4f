/** From the outermost name to the innermost, numbers for elements of lists. */
export type JsonPath = readonly (string | number)[];

/** A value of a JSON text: from its name, where it has one, to its end; `inner` is without the quotes, undefined for lists and objects. */
export type JsonValue = {
	readonly path: JsonPath;
	readonly start: number;
	readonly end: number;
	readonly inner: { readonly start: number; readonly end: number; readonly text: string } | undefined;
};

/** The values of a text that `JSON.stringify` has written, outer ones before those in them. */
export function valuesIn(text: string): readonly JsonValue[] {
	const values: JsonValue[] = [];
	const token = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g;
	let current = token.exec(text);
	/** Beyond the end the expression would begin anew. */
	const next = (): void => void (current = current && token.exec(text));

	const read = (path: JsonPath, start: number): void => {
		if (!current) return;
		const [opening] = current;
		const isList = opening === "[";
		if (!isList && opening !== "{") {
			const from = current.index;
			const end = from + opening.length;
			const isText = opening.startsWith('"');
			const inner = isText ? { start: from + 1, end: end - 1, text: JSON.parse(opening) as string } : { start: from, end, text: opening };
			values.push({ path, start, end, inner });
			return next();
		}
		const at = values.length;
		let index = 0;
		next();
		while (current && current[0] !== "]" && current[0] !== "}") {
			if (current[0] === ",") next();
			else if (isList) read([...path, index++], current.index);
			else {
				const named: number = current.index;
				const name = JSON.parse(current[0]) as string;
				next();
				next();
				read([...path, name], named);
			}
		}
		const end: number = current ? current.index + 1 : text.length;
		values.splice(at, 0, { path, start, end, inner: undefined });
		next();
	};
	read([], current?.index ?? 0);
	return values;
}

/** The innermost there. */
export const valueAt = (values: readonly JsonValue[], offset: number): JsonValue | undefined =>
	values.findLast(({ start, end }) => start <= offset && offset <= end);

/** The value as a template of `docker inspect --format`. https://docs.docker.com/engine/cli/formatting/ */
export function templateOf({ path, inner }: JsonValue): string {
	let expression = "";
	for (const [index, step] of path.entries()) {
		if (typeof step === "string" && /^[A-Za-z_]\w*$/.test(step)) expression += `.${step}`;
		else {
			const call = `index ${expression || "."} ${JSON.stringify(step)}`;
			expression = index === path.length - 1 ? call : `(${call})`;
		}
	}
	if (inner) return `{{${expression}}}`;
	return `{{json ${expression.startsWith("index ") ? `(${expression})` : expression || "."}}}`;
}
