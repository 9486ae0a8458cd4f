import { expect, test } from "vitest";
import { historyText } from "../../src/extension/history-text.ts";

const english = (message: string, ...args: (string | number)[]): string => message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));

test("instructions of both builders, sizes, and ids where there are any", () => {
	const step = { comment: "", size: 0, created: 0, tags: [] };
	const text = historyText(
		"shop:1",
		[
			{ ...step, id: `sha256:${"a".repeat(64)}`, createdBy: '/bin/sh -c #(nop)  CMD ["web"]', created: 1_700_000_000, tags: ["shop:1"] },
			{ ...step, createdBy: "RUN |1 VERSION=1 /bin/sh -c make &&\n  make install # buildkit", size: 1_500_000 },
			{ ...step, createdBy: "/bin/sh -c apt-get update", size: 20 },
			{ ...step, createdBy: "COPY \u001b[31mx /x # buildkit" },
			{ ...step, createdBy: "", comment: "Imported from -", size: 3_000_000 },
		],
		english,
	);
	expect(text.split("\n").slice(0, 2)).toEqual(["History of shop:1", "5 steps, 4.5 MB"]);
	expect(text.split("\n").slice(4)).toEqual([
		"Created       Size  Id                   Instruction",
		'2023-11-14       –  aaaaaaaaaaaa shop:1  CMD ["web"]',
		"–           1.5 MB  –                    RUN make &&",
		"                                           make install",
		"–             20 B  –                    RUN apt-get update",
		"–                –  –                    COPY [31mx /x",
		"–           3.0 MB  –                    Imported from -",
		"",
	]);
});
