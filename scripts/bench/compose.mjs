import { best, milliseconds, print, quantile, times } from "./measure.mjs";

const service = (index) => `  service-${index}:
    image: registry.example.org/team/service-${index}:1.2.${index}
    # The database has to be there first.
    depends_on:
      - database
    environment:
      LOG_LEVEL: info
      DATABASE_URL: "postgres://user:\${PASSWORD:-secret}@database:5432/service"
    ports:
      - "${8000 + index}:8080"
      - target: 9000
        published: "${20_000 + index}"
    volumes:
      - ./data/${index}:/var/lib/data:ro
    command: ["serve", "--port", "8080"]
    healthcheck:
      test: ["CMD", "curl", "-f", "http://localhost:8080/health"]
      interval: 30s
      retries: 3
    restart: unless-stopped
`;

/** Compose itself goes over no more values than ten thousand of these have. */
const smallService = (index) => `  service-${index}:
    image: nginx:1.27
    restart: always
    environment:
      NAME: service-${index}
      LEVEL: \${LEVEL:-info}
    command: ["serve"]
`;

const projectOf = (count, write) =>
	`name: bench\nservices:\n  database:\n    image: postgres:17\n${Array.from({ length: count }, (_, index) => write(index)).join("")}volumes:\n  data: {}\n`;

/** A text of about so many lines: services as people write them. */
export const composeText = (lines) => projectOf(Math.round((lines - 7) / 20), service);

/** Prints the time of reading a Compose file and of resolving its project, with the parser beside it that reads what the reader leaves, and of all that a lint does. */
export function benchCompose({ parseCompose, libraryTree, loadProject, lint, composeLanguage, rules, defaultConfiguration }) {
	const path = "/bench/compose.yaml";
	const request = { paths: [path], folder: "/bench", environment: () => undefined, profiles: [], name: undefined };
	const row = (name, text, runs) => {
		const files = { text: (each) => (each === path ? text : undefined), isAbsent: (each) => each !== path, home: undefined };
		const { refusals } = loadProject(request, files);
		if (refusals.length > 0) throw new Error(`bench: ${JSON.stringify(refusals[0])}`);
		const reading = best(runs, () => parseCompose(text));
		const parsing = best(Math.ceil(runs / 20), () => libraryTree(text));
		const both = best(runs, () => loadProject(request, files));
		return [name, ...[reading, both - reading, both].map((time) => milliseconds(time).padStart(10)), `${times(parsing / reading)} as fast as the parser`];
	};
	print("Compose projects, the best of several runs", [
		["", ...["read", "resolve", "both"].map((word) => word.padStart(10))],
		row("500 lines", projectOf(24, service), 1000),
		row("10,000 services", projectOf(10_000, smallService), 3),
	]);
	const ofCompose = rules.filter((rule) => rule.language === composeLanguage.id);
	const text = composeText(500);
	print(
		`Linting a Compose file of ${text.split("\n").length - 1} lines: reading, resolving and ${ofCompose.length} rules, in one process; the median, and what 95 of 100 do not exceed`,
		[
			...["default", "strict"].map((preset) => {
				const configuration = { ...defaultConfiguration, preset };
				const taken = Array.from({ length: 400 }, (_, run) => {
					// A text of its own each time, as after an edit.
					const edited = text + " ".repeat(run % 2);
					const start = performance.now();
					lint(composeLanguage, composeLanguage.parse(edited), rules, configuration);
					return performance.now() - start;
				}).slice(200);
				return [`preset ${preset}`, milliseconds(quantile(taken, 0.5)), milliseconds(quantile(taken, 0.95))];
			}),
		],
	);
}
