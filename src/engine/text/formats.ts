import { formerLicences, licenceExceptions, licences } from "./spdx-licenses.ts";

/** An absolute URI. https://www.rfc-editor.org/rfc/rfc3986 */
export const isUrl = (text: string): boolean =>
	/^[A-Za-z][A-Za-z0-9+.-]*:(?:\/\/(?:[\w\-.~!$&'()*+,;=:%]*@)?(?:\[[\da-fA-F:.]+\]|[\w\-.~!$&'()*+,;=%]*)(?::\d*)?(?=[/?#]|$))?(?:[\w\-.~:/?#@!$&'()*+,;=]|%[\dA-Fa-f]{2})*$/.test(
		text,
	);

/** https://www.rfc-editor.org/rfc/rfc3339, and with a time zone that has no colon. */
export function isRfc3339(text: string): boolean {
	const match = /^(\d{4,})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|[+-]\d\d:?\d\d)$/.exec(text);
	if (!match) return false;
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
	return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) && hour < 24 && minute < 60 && second <= 60;
}

function daysIn(year: number, month: number): number {
	const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	return month === 2 ? (isLeap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** An identifier of a licence that is not deprecated. https://spdx.org/licenses/ */
export const isSpdxIdentifier = (text: string): boolean => licences.has(text);

/** An expression of such identifiers and former ones. https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/ */
export function isSpdxExpression(text: string): boolean {
	const tokens = text.replaceAll(/[()]/g, " $& ").trim().split(/\s+/);
	let depth = 0;
	let isOperand = true;
	for (let index = 0; index < tokens.length; index++) {
		const token = tokens[index] ?? "";
		if (isOperand && token === "(") depth++;
		else if (!isOperand && token === ")") depth--;
		else if (isOperand) isOperand = !isLicence(token);
		else if (token === "WITH" && licenceExceptions.has(tokens[index + 1] ?? "")) index++;
		else isOperand = token === "AND" || token === "OR";
		if (depth < 0 || (isOperand && token !== "(" && token !== "AND" && token !== "OR") || (!isOperand && /^(?:\(|AND|OR)$/.test(token))) return false;
	}
	return depth === 0 && !isOperand;
}

function isLicence(token: string): boolean {
	const name = token.endsWith("+") ? token.slice(0, -1) : token;
	return licences.has(name) || formerLicences.has(token) || formerLicences.has(name) || /^(?:DocumentRef-[\w.-]+:)?LicenseRef-[\w.-]+$/.test(token);
}

/** A commit of Git, in short or in full. */
export const isGitHash = (text: string): boolean => /^(?:[\da-f]{7}|[\da-f]{40})$/.test(text);

/** https://semver.org, numbers with leading zeros among them. */
export const isSemver = (text: string): boolean => /^\d+\.\d+\.\d+(?:-[\dA-Za-z.-]*)?(?:\+[\dA-Za-z.-]+)?$/.test(text);

/** An address alone, without a name. https://www.rfc-editor.org/rfc/rfc5322#section-3.4.1 */
export const isEmail = (text: string): boolean => address.test(text.trim());

const atoms = "[\\w!#$%&'*+/=?^`{|}~-]+(?:\\.[\\w!#$%&'*+/=?^`{|}~-]+)*";
const address = new RegExp(
	`^(?:${atoms}|"(?:[^"\\\\]|\\\\.)*")@(?:[A-Za-z\\d](?:[A-Za-z\\d-]*[A-Za-z\\d])?(?:\\.[A-Za-z\\d](?:[A-Za-z\\d-]*[A-Za-z\\d])?)*|\\[[^\\]]*\\])$`,
);
