import { best, milliseconds, print } from "./measure.mjs";

const count = 100_000;

/** How fast 100,000 mixed lines are taken in and filtered, and what a hostile line costs. */
export function benchLogs({ createStore, parseFilter, testOf, showLine }) {
	const lines = Array.from({ length: count }, (_, index) => mixedLine(index));
	const store = createStore(1e9);
	const adding = best(1, () => {
		for (let at = 0; at < count; at += 1_000) store.add(lines.slice(at, at + 1_000));
	});
	const filters = [
		...[
			"error",
			"-health",
			'"thing number" level=info',
			"level>=warn",
			"status>=400",
			"req.method=GET status=400",
			"duration>10ms",
			"service=api OR path~^/v1",
		],
		...["path=/v1/*", "/fail(ed)?\\s+\\d+7$/i", "/(a+)+$/", "/(.*)*x{3}/"],
	];
	print(`Logs: ${count} lines of JSON, logfmt, access logs, colours and text`, [
		["taken in", milliseconds(adding), `${(store.counts.bytes / 1e6).toFixed(0)} MB counted`],
		...filters.map((text) => {
			const test = testOf(parseFilter(text).filter, () => ({ service: "web", container: "web-1", project: "shop" }));
			return [text, milliseconds(best(5, () => store.entries.filter(test))), `${store.entries.filter(test).length} entries`];
		}),
	]);
	print(
		"Logs: a line of 10 MB",
		[
			["of text", "x".repeat(1e7)],
			["of carriage returns", `${"A".repeat(5e6)}${"\rX".repeat(2.5e6)}`],
			["of titles without an end", "\x1b]0;".repeat(2.5e6)],
			["of colours", "\x1b[31mx".repeat(1.6e6)],
			["of control characters", "\x9d".repeat(1e7)],
		].map(([name, line]) => [name, milliseconds(best(2, () => showLine(line)))]),
	);
}

function mixedLine(index) {
	const time = `${new Date(1.7e12 + index * 7).toISOString().slice(0, -1)}000000Z`;
	const line = { source: `source-${index % 3}`, stream: "stdout", time, run: 0 };
	const status = 200 + (index % 7) * 50;
	switch (index % 5) {
		case 0:
			return {
				...line,
				text: JSON.stringify({
					...{ level: index % 50 === 0 ? 50 : 30, time: index, pid: 1, hostname: "web" },
					...{ req: { method: "GET", url: `/v1/items/${index}`, headers: { host: "shop", "user-agent": "curl/8" } }, res: { statusCode: status } },
					...{ status, msg: "request completed" },
				}),
			};
		case 1:
			return { ...line, text: `time=${time} level=info msg="handled request" status=${status} duration=12ms path=/v1/users/${index}` };
		case 2:
			return { ...line, text: `10.0.0.${index % 255} - - [02/Jan/2026:03:04:05 +0000] "GET /v1/things/${index} HTTP/1.1" ${status} 1234 "-" "Mozilla/5.0"` };
		case 3:
			return { ...line, text: `\x1b[32m2026-01-02 03:04:05,678\x1b[0m INFO  [main] com.example.Shop - thing number ${index} with an error in the text` };
		default:
			return { ...line, text: `2026-01-02T03:04:05.678Z ERROR 1 --- [nio-8080-exec-1] com.example.Orders : failed ${index}` };
	}
}
