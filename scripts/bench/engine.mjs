import { parseTime } from "../oracle/buildkit.mjs";
import { best, microseconds, print, times } from "./measure.mjs";

/** Prints the time of parsing and linting the files, with BuildKit's parser beside it where the oracle is. */
export function benchEngine({ parse, lint, dockerfileLanguage, rules, defaultConfiguration }, files, texts, oracle) {
	const lines = texts.reduce((sum, text) => sum + text.split("\n").length, 0);
	const configurations = { default: defaultConfiguration, strict: { ...defaultConfiguration, preset: "strict" } };
	const each = (work) => (best(9, () => texts.forEach(work)) * 1000) / texts.length;
	const parsing = each((text) => parse(text));
	const linting = Object.fromEntries(
		Object.entries(configurations).map(([name, configuration]) => [name, each((text) => lint(dockerfileLanguage, parse(text), rules, configuration))]),
	);
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
		["BuildKit's parser (Go)", buildkit ? microseconds(buildkit) : "not built: Go is missing, see npm run oracle"],
	]);
}

const shapes = {
	"many instructions": (count) => `FROM alpine:3.20\n${"RUN echo one && echo two\n".repeat(count)}`,
	"one long continuation": (count) => `FROM alpine:3.20\nRUN echo one \\\n${"  && echo two \\\n".repeat(count)}  && echo three\n`,
	"one long ENV": (count) => `FROM alpine:3.20\nENV ${"NAME=value \\\n".repeat(count)}  LAST=value\n`,
	"one long COPY": (count) => `FROM alpine:3.20\nCOPY ${"file \\\n".repeat(count)}  ./\n`,
	"one long here document": (count) => `FROM alpine:3.20\nRUN <<EOF\n${"echo one\n".repeat(count)}EOF\n`,
	"many here documents": (count) => `FROM alpine:3.20\n${"RUN <<EOF\necho one\nEOF\n".repeat(count / 3)}`,
	"many stages": (count) => `${"FROM alpine:3.20\nCOPY --from=0 /a /b\n".repeat(count / 2)}`,
	"many comments": (count) => `FROM alpine:3.20\n${"# comment\n".repeat(count)}`,
	"many ignore comments": (count) => `FROM alpine:3.20\n${"# hullwright ignore=package-update-alone\nRUN apt-get update\n".repeat(count / 2)}`,
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
