import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { buildOracle, verdictsOfTexts } from "./buildkit.mjs";
import { loadSources } from "./sources.mjs";

const batch = 200;

/**
 * Compares what the presets `buildkit` and, where HADOLINT names its program, `hadolint` say of the files with what those say themselves, by line and id.
 * Files that the other cannot read are left out. Of the id `sampled`, that many places are shown on which one is silent. ShellCheck's ids are not compared.
 */
export async function compareChecks(decode, files, sampled, count) {
	const { checksOf } = await loadSources(`export { checksOf } from "./test/engine/rules/checks.ts";`);
	const sources = files.map((file) => ({ file, text: decode(file, readFileSync(file)).text }));
	const { HADOLINT: hadolint } = process.env;
	const theirs = { buildkit: buildkitsChecks(sources), ...(hadolint && { hadolint: hadolintsChecks(hadolint, files) }) };
	for (const [peer, checks] of Object.entries(theirs)) {
		const counts = new Map();
		let [compared, left] = [0, count];
		for (const { file, text } of sources) {
			const there = checks.get(file) ?? none;
			if (there === unread) continue;
			compared++;
			const here = new Set(checksOf(peer, text));
			for (const check of new Set([...here, ...there])) {
				const [id, line] = check.split(" ");
				if (id.startsWith("SC")) continue;
				const own = counts.get(id) ?? { both: 0, ours: 0, theirs: 0 };
				counts.set(id, own);
				const kind = !there.has(check) ? "ours" : here.has(check) ? "both" : "theirs";
				own[kind]++;
				if (kind !== "both" && id === sampled && left-- > 0) console.log(`only ${kind}: ${file}:${line}\n${partOf(text, Number(line))}`);
			}
		}
		console.log(`${peer}: ${compared} of ${files.length} files compared\n${tableOf(counts)}`);
	}
	return 0;
}

const none = new Set();
const unread = new Set();

function buildkitsChecks(sources) {
	const answers = verdictsOfTexts(
		buildOracle("check"),
		sources.map(({ text }) => Buffer.from(text)),
	);
	return new Map(
		answers.map(({ error, warnings }, index) => [
			sources[index].file,
			error && !error.startsWith("lint violation") ? unread : new Set(warnings.map(({ rule, line }) => `${rule} ${line}`)),
		]),
	);
}

function hadolintsChecks(program, files) {
	const checks = new Map();
	for (let at = 0; at < files.length; at += batch) {
		const { stdout, stderr, error } = spawnSync(program, ["--no-fail", "-f", "json", ...files.slice(at, at + batch)], { encoding: "utf8", maxBuffer: 2 ** 30 });
		if (error || !stdout) throw new Error(`${program} failed: ${error?.message ?? stderr.trim()}`);
		for (const { file, code, line } of JSON.parse(stdout)) {
			if (code === "DL1000") checks.set(file, unread);
			else if (checks.get(file) !== unread) checks.set(file, (checks.get(file) ?? new Set()).add(`${code} ${line}`));
		}
	}
	return checks;
}

const partOf = (text, line) =>
	text
		.split("\n")
		.slice(line - 1, line + 5)
		.map((each) => `    ${each.slice(0, 200)}`)
		.join("\n");

function tableOf(counts) {
	const rows = [...counts]
		.toSorted(([one], [other]) => (one < other ? -1 : 1))
		.map(([id, { both, ours, theirs }]) => [id, both, ours, theirs, ((100 * both) / (both + ours + theirs)).toFixed(1)]);
	return [["id", "both", "only ours", "only theirs", "%"], ...rows]
		.map(([id, ...numbers]) => `  ${id.padEnd(34)}${numbers.map((number) => String(number).padStart(13)).join("")}`)
		.join("\n");
}
