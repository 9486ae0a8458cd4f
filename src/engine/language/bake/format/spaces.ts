import type { Token } from "../../../hcl/tokens.ts";
import { bracketOf } from "./lines.ts";

/** Behind these a `-` is a sign and no operator. */
const beforeSign = new Set(["(", "{", "[", "=", ":", ",", "?", "+", "-", "*", "/", "%", "==", "!=", ">", ">=", "<", "<=", "&&", "||", "!"]);

/** What a string is made of: a blank would be a part of it. */
const isBeforeText = ({ kind }: Token): boolean => kind === "open-quote" || kind === "text" || kind === "heredoc" || kind === "close-hole";
const isAfterText = ({ kind }: Token): boolean => kind === "close-quote" || kind === "text" || kind === "close-heredoc" || kind === "hole";

/** Whether a blank stands between two tokens of a line. `before` is the one before them, on the same line. */
export function isApart(before: Token | undefined, one: Token, next: Token): boolean {
	const [left, right] = [one.kind === "mark" ? one.text : "", next.kind === "mark" ? next.text : ""];
	if (isBeforeText(one) || (isAfterText(next) && !(next.kind === "hole" && one.kind === "mark"))) return false;
	if (one.kind === "name" && (right === "(" || right === "::")) return false;
	if (left === "::" || left === "." || right === "." || right === "," || right === "...") return false;
	if (left === ",") return true;
	if (one.kind === "name" && one.text === "in" && before?.kind === "name") return true;
	if (right === "[" && (one.kind === "name" || one.kind === "number" || bracketOf(one) < 0)) return false;
	if (left === "!") return false;
	if (left === "-" && (!before || (before.kind === "mark" && beforeSign.has(before.text)))) return false;
	if (left === "{" || right === "}") return !(left === "{" && right === "}");
	if (one.kind === "hole") return right === "{";
	if (next.kind === "close-hole") return left === "}";
	return bracketOf(one) <= 0 && bracketOf(next) >= 0;
}
