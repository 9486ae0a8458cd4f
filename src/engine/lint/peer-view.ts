import type { Language, SourceFile } from "./language.ts";
import type { Finding } from "./lint.ts";
import { severityWhenOn } from "./presets.ts";
import type { Peer, Problem, Rule, Severity } from "./rule.ts";

/** How another linter names a finding: by its id there, and by an offset in the line that it tells. */
export type NamedByPeer = { readonly id: string; readonly lineAt: number };

/** How the first of the linters that has the problem has it; undefined where none does. `at` is absent where it names the instruction's first line. */
function viewOf(
	rule: Rule,
	{ as }: Pick<Problem, "as">,
	peers: readonly Peer[],
): { readonly id: string; readonly at?: number; readonly peer: Peer } | undefined {
	for (const peer of peers) {
		const view = as?.[peer];
		if (view === false) continue;
		if (view !== undefined) return typeof view === "string" ? { id: view, peer } : { ...view, peer };
		const first = rule.peers?.[peer]?.[0];
		if (first !== undefined) return { id: typeof first === "string" ? first : first.id, peer };
	}
	return undefined;
}

/** How severe the problem is for the first of the linters that has it; undefined where none does. */
export function severityAs(rule: Rule, problem: Pick<Problem, "as">, peers: readonly Peer[]): Severity | undefined {
	const view = viewOf(rule, problem, peers);
	if (!view) return undefined;
	const entry = rule.peers?.[view.peer]?.find((each) => typeof each !== "string" && each.id === view.id);
	if (typeof entry === "object") return entry.severity === "off" ? undefined : entry.severity;
	return rule.severity === "off" ? severityWhenOn(rule) : rule.severity;
}

/** How the linters name the finding; undefined where they do not have it. */
export function namedBy<File extends SourceFile>(
	peers: readonly Peer[],
	rules: readonly Rule[],
	language: Language<File>,
	file: File,
	finding: Finding,
): NamedByPeer | undefined {
	const lineOf = (): number => language.statementAt(file, finding.at.start)?.start ?? finding.at.start;
	const rule = rules.find(({ id }) => id === finding.rule);
	// ShellCheck itself has said it.
	if (!rule) return peers.includes("shellcheck") ? { id: finding.rule, lineAt: lineOf() } : undefined;
	const view = viewOf(rule, finding, peers);
	if (!view) return undefined;
	return { id: view.id, lineAt: view.at ?? lineOf() };
}
