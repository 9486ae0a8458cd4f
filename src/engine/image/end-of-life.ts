import { type ImageReference, parseImageReference } from "./reference.ts";

/** A version of an image's software that its makers mend no more. */
export type EndOfLife = {
	/** As people call it: `Node.js 16`, `Debian 10 (buster)`. */
	readonly name: string;
	/** The day from which on nothing is mended, as `2025-04-30`; undefined where it was before the days that are known. */
	readonly end: string | undefined;
	/** The part of the tag that says the version, and the oldest version that is supported for a year more; absent where another tag would not do. */
	readonly next: { readonly written: string; readonly version: string } | undefined;
	/** Whether the repository as a whole is given up. */
	readonly isRepository: boolean;
};

/**
 * The day up to which the dates below are known: they were told by https://endoflife.date on 22 August 2026, and makers announce them long before. Debian's are those
 * of its long support. Of Go, which ends a version when the second one after it comes, the last two are half a year and a year ahead.
 */
export const knownUntil = "2026-11-01";

/** What is known to have ended before the day, by the image's name and tag; for Debian and Ubuntu the long support that costs nothing counts. */
export function findEndOfLife({ registry, repository, tag }: ImageReference, day: string): EndOfLife | undefined {
	const plain = registry === undefined ? repository : registry === "mcr.microsoft.com" && repository.startsWith("dotnet/") ? "dotnet" : undefined;
	if (plain === undefined) return undefined;
	const given = abandoned.get(plain);
	if (given && given.end < day && !/(?:^|-)ea(?:-|$)/.test(tag ?? "")) return { ...given, next: undefined, isRepository: true };
	const product = products.get(plain);
	if (!product || tag === undefined) return undefined;
	return ofVersion(product, tag, day) ?? (product.hasDistribution ? ofDistribution(tag, day) : undefined);
}

/** The versions of an official image that are supported longest, the latest first, as its tags say them; none where nobody keeps track. */
export function supportedVersions(repository: string): readonly string[] {
	const product = products.get(repository);
	if (!product) return [];
	const lines = product.lines.filter(({ version, end }) => end > knownUntil && product.long(version));
	return lines.toReversed().flatMap(({ version, codename }) => (codename === undefined ? [version] : [version, codename]));
}

type Line = { readonly version: string; readonly end: string; readonly codename: string | undefined };
type Product = { readonly name: string; readonly lines: readonly Line[]; readonly long: (version: string) => boolean; readonly hasDistribution: boolean };

function ofVersion({ name, lines, long }: Product, tag: string, day: string): EndOfLife | undefined {
	const first = /^[a-z]+(?=[-_.]|$)/.exec(tag)?.[0];
	const codename = first === undefined ? undefined : lines.find((line) => line.codename === first);
	const written = codename?.codename ?? /^v?(\d+(?:\.\d+)*)(?![\w.])/.exec(tag)?.[1];
	if (written === undefined) return undefined;
	const line = codename ?? lines.find(({ version }) => written.startsWith(version) && (written.length === version.length || written[version.length] === "."));
	if (!line && !isOlderThanAll(lines, written)) return undefined;
	if (line && line.end >= day) return undefined;
	// No older one than it is.
	const later = line ? lines.slice(lines.indexOf(line) + 1) : lines;
	const inAYear = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
	const next = later.find(({ version, end }) => end >= inAYear && long(version)) ?? later.findLast(({ version, end }) => end >= day && long(version));
	const rest = tag.slice(tag.indexOf(written) + written.length);
	const isPlain = tag.startsWith(written) && /^(?:-(?:slim|alpine|apache|fpm|cli|fpm-alpine|cli-alpine|alpine-slim|management))?$/.test(rest);
	const version = codename ? next?.codename : next?.version;
	return {
		name: `${name} ${line?.codename === undefined ? written : `${line.version} (${line.codename})`}`,
		end: line?.end,
		next: isPlain && version !== undefined ? { written, version } : undefined,
		isRepository: false,
	};
}

/** A version from before the first one that is listed has ended before it. */
function isOlderThanAll(lines: readonly Line[], written: string): boolean {
	const [first] = lines;
	if (!first) return false;
	const [one, other] = [written.split(".").map(Number), first.version.split(".").map(Number)];
	// Of `1` alone nobody knows which of many it is.
	const compared = one.length < other.length ? 1 : other.length;
	for (let index = 0; index < compared; index++) {
		const difference = (one[index] ?? 0) - (other[index] ?? 0);
		if (difference !== 0) return difference < 0;
	}
	return false;
}

/** The distribution that a tag names: `3.12-buster`, `22-alpine3.17`. */
function ofDistribution(tag: string, day: string): EndOfLife | undefined {
	if (!tag.includes("-")) return undefined;
	for (const part of tag.split("-").slice(1)) {
		const alpine = /^alpine(\d+\.\d+)$/.exec(part)?.[1];
		const found = alpine === undefined ? (findLine("debian", part) ?? findLine("ubuntu", part)) : undefined;
		if (alpine !== undefined) {
			const ended = findEndOfLife(parseImageReference(`alpine:${alpine}`), day);
			if (ended) return { ...ended, next: undefined };
		} else if (found && found.line.end < day)
			return { name: `${found.name} ${found.line.version} (${part})`, end: found.line.end, next: undefined, isRepository: false };
	}
	return undefined;
}

function findLine(image: string, codename: string): { readonly name: string; readonly line: Line } | undefined {
	const product = products.get(image);
	const line = product?.lines.find((each) => each.codename === codename);
	return product && line && { name: product.name, line };
}

/** `version:end` or `version/codename:end`, oldest first. */
function product(
	name: string,
	lines: string,
	{ long = (): boolean => true, hasDistribution = true }: Partial<Pick<Product, "long" | "hasDistribution">> = {},
): Product {
	return {
		name,
		long,
		hasDistribution,
		lines: lines.split(" ").map((each) => {
			const [version = "", end = ""] = each.split(":");
			const [number = "", codename] = version.split("/");
			return { version: number, end, codename };
		}),
	};
}

const isEven = (version: string): boolean => Number(version) % 2 === 0;
const isLongUbuntu = (version: string): boolean => /^\d*[02468]\.04$/.test(version);
const system = { hasDistribution: false };

const products: ReadonlyMap<string, Product> = new Map([
	[
		"debian",
		product(
			"Debian",
			"6/squeeze:2016-02-29 7/wheezy:2018-05-31 8/jessie:2020-06-30 9/stretch:2022-07-01 10/buster:2024-06-30 11/bullseye:2026-08-31 12/bookworm:2028-06-30 13/trixie:2030-06-30",
			system,
		),
	],
	[
		"ubuntu",
		product(
			"Ubuntu",
			"10.04/lucid:2013-05-09 10.10/maverick:2012-04-10 11.04/natty:2012-10-28 11.10/oneiric:2013-05-09 12.04/precise:2017-04-28 12.10/quantal:2014-05-16 13.04/raring:2014-01-27 13.10/saucy:2014-07-17 14.04/trusty:2019-04-02 14.10/utopic:2015-07-23 15.04/vivid:2016-02-04 15.10/wily:2016-07-28 16.04/xenial:2021-04-02 16.10/yakkety:2017-07-20 17.04/zesty:2018-01-13 17.10/artful:2018-07-19 18.04/bionic:2023-05-31 18.10/cosmic:2019-07-18 19.04/disco:2020-01-23 19.10/eoan:2020-07-06 20.04/focal:2025-05-31 20.10/groovy:2021-07-22 21.04/hirsute:2022-01-20 21.10/impish:2022-07-14 22.04/jammy:2027-04-01 22.10/kinetic:2023-07-20 23.04/lunar:2024-01-20 23.10/mantic:2024-07-12 24.04/noble:2029-05-31 24.10/oracular:2025-07-10 25.04/plucky:2026-01-17 25.10/questing:2026-07-01 26.04/resolute:2031-04-30",
			{ ...system, long: isLongUbuntu },
		),
	],
	[
		"alpine",
		product(
			"Alpine Linux",
			"3.1:2016-11-01 3.2:2017-05-01 3.3:2017-11-01 3.4:2018-05-01 3.5:2018-11-01 3.6:2019-05-01 3.7:2019-11-01 3.8:2020-05-01 3.9:2020-11-01 3.10:2021-05-01 3.11:2021-11-01 3.12:2022-05-01 3.13:2022-11-01 3.14:2023-05-01 3.15:2023-11-01 3.16:2024-05-23 3.17:2024-11-22 3.18:2025-05-09 3.19:2025-11-01 3.20:2026-04-01 3.21:2026-11-01 3.22:2027-05-01 3.23:2027-11-01 3.24:2028-06-01",
			system,
		),
	],
	[
		"fedora",
		product(
			"Fedora",
			"20:2015-06-23 21:2015-12-01 22:2016-07-19 23:2016-12-20 24:2017-08-08 25:2017-12-12 26:2018-05-29 27:2018-11-30 28:2019-05-28 29:2019-11-26 30:2020-05-26 31:2020-11-24 32:2021-05-25 33:2021-11-30 34:2022-06-07 35:2022-12-13 36:2023-05-16 37:2023-12-05 38:2024-05-21 39:2024-11-26 40:2025-05-13 41:2025-12-15 42:2026-05-27 43:2026-12-09 44:2027-06-02",
			system,
		),
	],
	[
		"node",
		product(
			"Node.js",
			"4:2018-04-30 5:2016-06-30 6:2019-04-30 7:2017-06-30 8:2019-12-31 9:2018-06-30 10:2021-04-30 11:2019-06-30 12:2022-04-30 13:2020-06-01 14:2023-04-30 15:2021-06-01 16:2023-09-11 17:2022-06-01 18:2025-04-30 19:2023-06-01 20:2026-04-30 21:2024-06-01 22:2027-04-30 23:2025-06-01 24:2028-04-30 25:2026-06-01 26:2029-04-30",
			{ long: isEven },
		),
	],
	[
		"python",
		product(
			"Python",
			"2.7:2020-01-01 3.2:2016-02-20 3.3:2017-09-29 3.4:2019-03-18 3.5:2020-09-30 3.6:2021-12-23 3.7:2023-06-27 3.8:2024-10-07 3.9:2025-10-31 3.10:2026-10-31 3.11:2027-10-31 3.12:2028-10-31 3.13:2029-10-31 3.14:2030-10-31",
		),
	],
	[
		"php",
		product(
			"PHP",
			"5.3:2014-08-14 5.4:2015-09-14 5.5:2016-07-21 5.6:2018-12-31 7.0:2019-01-10 7.1:2019-12-01 7.2:2020-11-30 7.3:2021-12-06 7.4:2022-11-28 8.0:2023-11-26 8.1:2025-12-31 8.2:2026-12-31 8.3:2027-12-31 8.4:2028-12-31 8.5:2029-12-31",
		),
	],
	[
		"ruby",
		product(
			"Ruby",
			"2.1:2017-03-31 2.2:2018-03-31 2.3:2019-03-31 2.4:2020-03-31 2.5:2021-03-31 2.6:2022-03-31 2.7:2023-03-31 3.0:2024-04-23 3.1:2025-03-26 3.2:2026-03-31 3.3:2027-03-31 3.4:2028-03-31 4.0:2029-03-31",
		),
	],
	[
		"golang",
		product(
			"Go",
			"1.10:2019-02-25 1.11:2019-09-03 1.12:2020-02-25 1.13:2020-08-11 1.14:2021-02-16 1.15:2021-08-16 1.16:2022-03-15 1.17:2022-08-02 1.18:2023-02-01 1.19:2023-09-06 1.20:2024-02-06 1.21:2024-08-13 1.22:2025-02-11 1.23:2025-08-12 1.24:2026-02-10 1.25:2026-08-19 1.26:2027-02-28 1.27:2027-08-31",
		),
	],
	[
		"postgres",
		product(
			"PostgreSQL",
			"9.0:2015-10-08 9.1:2016-10-27 9.2:2017-11-09 9.3:2018-11-08 9.4:2020-02-13 9.5:2021-02-11 9.6:2021-11-11 10:2022-11-10 11:2023-11-09 12:2024-11-21 13:2025-11-13 14:2026-11-12 15:2027-11-11 16:2028-11-09 17:2029-11-08 18:2030-11-14",
		),
	],
	[
		"mysql",
		product(
			"MySQL",
			"5.5:2018-12-31 5.6:2021-02-28 5.7:2023-10-31 8.0:2026-04-30 8.1:2023-10-25 8.2:2023-12-14 8.3:2024-04-10 8.4:2032-04-30 9.0:2024-10-15 9.1:2025-01-21 9.2:2025-04-15 9.3:2025-07-22 9.4:2025-10-21 9.5:2026-01-20 9.6:2026-04-21 9.7:2034-04-21",
		),
	],
	[
		"mariadb",
		product(
			"MariaDB",
			"5.5:2020-04-11 10.0:2019-03-31 10.1:2020-10-17 10.2:2022-05-23 10.3:2023-05-25 10.4:2024-06-18 10.5:2025-06-24 10.6:2026-07-06 10.7:2023-02-09 10.8:2023-05-20 10.9:2023-08-22 10.10:2023-11-17 10.11:2028-02-16 11.0:2024-06-06 11.1:2024-08-21 11.2:2024-11-21 11.3:2024-05-29 11.4:2029-05-29 11.5:2024-11-21 11.6:2025-02-13 11.7:2025-05-12 11.8:2028-06-04 12.0:2025-11-18 12.1:2026-02-13 12.2:2026-05-28 12.3:2029-06-12",
		),
	],
	[
		"mongo",
		product(
			"MongoDB",
			"2.6:2016-10-31 3.0:2018-02-28 3.2:2018-09-30 3.4:2020-01-31 3.6:2021-04-30 4.0:2022-04-30 4.2:2023-04-30 4.4:2024-02-29 5.0:2024-10-31 5.1:2022-01-19 5.2:2022-03-23 5.3:2022-07-19 6.0:2025-07-31 6.1:2023-02-09 6.2:2023-04-24 6.3:2023-08-31 7.0:2027-08-31 7.1:2024-01-23 7.2:2024-03-27 7.3:2024-10-02 8.0:2029-10-31 8.1:2025-09-30 8.2:2026-07-31 8.3:2029-10-31",
		),
	],
	["redis", product("Redis", "5:2022-04-27 6.0:2022-05-31 6.2:2027-04-01 7.0:2024-07-29 7.2:2029-12-01 7.4:2029-12-01 8.0:2026-12-01 8.2:2030-09-01")],
	[
		"nginx",
		product(
			"nginx",
			"1.8:2016-04-26 1.10:2017-04-12 1.12:2018-04-17 1.14:2019-04-23 1.16:2020-04-20 1.18:2021-04-20 1.19:2021-05-25 1.20:2022-05-24 1.21:2022-06-21 1.22:2023-04-11 1.23:2023-05-23 1.24:2024-04-23 1.25:2024-05-29 1.26:2025-04-23 1.27:2025-06-24 1.28:2026-04-14 1.29:2026-05-13",
		),
	],
	[
		"dotnet",
		product(
			".NET",
			"1.0:2019-06-27 1.1:2019-06-27 2.0:2018-10-01 2.1:2021-08-21 2.2:2019-12-23 3.0:2020-03-03 3.1:2022-12-13 5.0:2022-05-10 6.0:2024-11-12 7.0:2024-05-14 8.0:2026-11-10 9.0:2026-11-10 10.0:2028-11-14",
			{ long: (version) => Number(version) % 2 === 0 },
		),
	],
]);

/**
 * Repositories that get no image any more, or none that is mended, by what they say of themselves on Docker Hub; Microsoft's have the end of the last version that
 * they got: https://github.com/dotnet/dotnet-docker/issues/2848.
 */
const abandoned: ReadonlyMap<string, { readonly name: string; readonly end: string }> = new Map([
	["centos", { name: "CentOS", end: "2024-06-30" }],
	["openjdk", { name: "the image openjdk", end: "2022-07-31" }],
	["java", { name: "the image java", end: "2016-12-31" }],
	["microsoft/dotnet", { name: "the image microsoft/dotnet", end: "2021-08-21" }],
	["microsoft/aspnetcore", { name: "the image microsoft/aspnetcore", end: "2019-05-30" }],
	["microsoft/aspnetcore-build", { name: "the image microsoft/aspnetcore-build", end: "2019-05-30" }],
	["opensuse", { name: "the image opensuse", end: "2019-01-01" }],
]);
