import { parseTime } from "../oracle/buildkit.mjs";
import { best, microseconds, milliseconds, print, quantile, times } from "./measure.mjs";

/** Prints the time of parsing and linting the files, with BuildKit's parser beside it where the oracle is. */
export function benchEngine({ parse, lint, dockerfileLanguage, rules, defaultConfiguration }, files, texts, oracle) {
	const lines = texts.reduce((sum, text) => sum + text.split("\n").length, 0);
	const configurations = { default: defaultConfiguration, strict: { ...defaultConfiguration, preset: "strict" } };
	const each = (work) => (best(9, () => texts.forEach(work)) * 1000) / texts.length;
	const parsing = each((text) => parse(text));
	const linting = Object.fromEntries(
		Object.entries(configurations).map(([name, configuration]) => [name, each((text) => lint(dockerfileLanguage, parse(text), rules, configuration))]),
	);
	const slowest = slowestOf(texts, (text) => lint(dockerfileLanguage, parse(text), rules, defaultConfiguration));
	const buildkit = oracle && parseTime(oracle, files);
	const perSecond = (time) => `${Math.round((lines / texts.length / time) * 1e6).toLocaleString("en")} lines a second`;
	print(`Engine, ${files.length} files, ${lines} lines; a file (mean), the best of nine rounds in one process`, [
		["parse", microseconds(parsing), perSecond(parsing), ...(buildkit ? [`${times(buildkit / parsing)} as fast as BuildKit's parser`] : [])],
		...Object.entries(linting).map(([name, time]) => [
			`parse + ${rules.length} rules, ${name} preset`,
			microseconds(time),
			perSecond(time),
			...(buildkit ? [`${(time / buildkit).toFixed(2)} of what BuildKit's parser alone takes`] : []),
		]),
		["of 100 files 99 take no more than", milliseconds(slowest), "default preset; each file the best of five"],
		["BuildKit's parser (Go)", buildkit ? microseconds(buildkit) : "not built: Go is missing, see npm run oracle"],
	]);
}

function slowestOf(texts, work) {
	const times = texts.map(() => Infinity);
	for (let round = 0; round < 5; round++) {
		texts.forEach((text, index) => {
			const start = performance.now();
			work(text);
			times[index] = Math.min(times[index] ?? Infinity, performance.now() - start);
		});
	}
	return quantile(times, 0.99);
}

const dearest = 10;

/** Prints the rules that take the most time, and what many rules cost beside the parse: most ask for what the others have asked for, too. */
export function benchRules({ parse, lint, dockerfileLanguage, rules, defaultConfiguration }, texts, substitute) {
	const strict = { ...defaultConfiguration, preset: "strict" };
	const some = texts.slice(0, 1000);
	const each = (files, chosen) => (best(5, () => files().forEach((file) => lint(dockerfileLanguage, file, chosen, strict))) * 1000) / some.length;
	const unread = () => some.map((each) => parse(each));
	const read = unread();
	const nothing = each(unread, []);
	each(() => read, rules);
	const nothingAgain = each(() => read, []);
	const taken = rules.map((rule) => ({ id: rule.id, alone: each(unread, [rule]) - nothing, among: each(() => read, [rule]) - nothingAgain }));
	taken.sort((one, other) => other.alone - one.alone);
	print(`The ${dearest} dearest rules of ${rules.length}, preset strict, over ${some.length} files; a file (mean)`, [
		["", "alone".padStart(9), "where all that rules ask for is known"],
		...taken.slice(0, dearest).map(({ id, alone, among }) => [id, microseconds(alone).padStart(9), microseconds(among)]),
	]);

	const ofFiles = rules.filter((rule) => rule.language === dockerfileLanguage.id);
	const clones = Array.from({ length: many }, (_, index) => ({ ...ofFiles[index % ofFiles.length], id: `clone-${index}` }));
	const found = texts.filter((text) => Math.abs(text.split("\n").length - 100) <= 20);
	const middling = found.length > 0 ? found : [substitute];
	const rounds = (work) => (best(9, () => middling.forEach(work)) * 1000) / middling.length;
	const parsing = rounds((text) => parse(text));
	const linting = Object.entries({ [`${rules.length} rules`]: rules, [`${many} cloned rules`]: clones }).map(([name, chosen]) => {
		const time = rounds((text) => lint(dockerfileLanguage, parse(text), chosen, defaultConfiguration)) - parsing;
		return [name, microseconds(time), `${times(time / parsing)} the parse`];
	});
	print(`Lint beside parse, ${found.length > 0 ? `${found.length} files of 80 to 120 lines` : "a file of 100 lines"}, default preset; a file (mean)`, [
		["parse", microseconds(parsing)],
		...linting,
	]);
}

const many = 256;

const shapes = {
	"many instructions": (count) => `FROM alpine:3.22\n${"RUN echo one && echo two\n".repeat(count)}`,
	"one long continuation": (count) => `FROM alpine:3.22\nRUN echo one \\\n${"  && echo two \\\n".repeat(count)}  && echo three\n`,
	"one long ENV": (count) => `FROM alpine:3.22\nENV ${"NAME=value \\\n".repeat(count)}  LAST=value\n`,
	"one long COPY": (count) => `FROM alpine:3.22\nCOPY ${"file \\\n".repeat(count)}  ./\n`,
	"one long here document": (count) => `FROM alpine:3.22\nRUN <<EOF\n${"echo one\n".repeat(count)}EOF\n`,
	"many here documents": (count) => `FROM alpine:3.22\n${"RUN <<EOF\necho one\nEOF\n".repeat(count / 3)}`,
	"many stages": (count) => `${"FROM alpine:3.22\nCOPY --from=0 /a /b\n".repeat(count / 2)}`,
	"many comments": (count) => `FROM alpine:3.22\n${"# comment\n".repeat(count)}`,
	"many ignore comments": (count) => `FROM alpine:3.22\n${"# hullwright ignore=package-update-alone\nRUN apt-get update\n".repeat(count / 2)}`,
};

/** Prints how the time grows with the number of lines: ten times the lines should take about ten times as long. */
export function benchGrowth({ parse, lint, dockerfileLanguage, rules, tokensOf, defaultConfiguration }) {
	const sizes = [1000, 10_000, 100_000];
	const rows = [["", ...sizes.map((size) => `${size.toLocaleString("en")} lines`.padStart(14)), "for the last ten times"]];
	for (const [name, shape] of Object.entries(shapes)) {
		const work = {
			parse: (text) => parse(text),
			tokens: (text) => tokensOf(parse(text)),
			"parse + rules": (text) => lint(dockerfileLanguage, parse(text), rules, defaultConfiguration),
		};
		for (const [what, run] of Object.entries(work)) {
			const taken = sizes.map((size) => {
				const text = shape(size);
				return best(size > 10_000 ? 4 : 9, () => run(text));
			});
			rows.push([`${name}: ${what}`, ...taken.map((time) => `${time.toFixed(2)} ms`.padStart(14)), times(taken[2] / taken[1])]);
		}
	}
	print("Growth, the best of several runs", rows);
}
