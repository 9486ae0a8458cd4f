/** A stretch of addresses of one kind, both ends included. */
export type Subnet = { readonly bits: 32 | 128; readonly first: bigint; readonly last: bigint };

/** `10.0.0.0/24`; undefined where it is none. */
export function parseSubnet(text: string): Subnet | undefined {
	const slash = text.indexOf("/");
	const address = parseAddress(slash < 0 ? "" : text.slice(0, slash));
	const length = /^\d{1,3}$/.test(text.slice(slash + 1)) ? Number(text.slice(slash + 1)) : -1;
	if (!address || length < 0 || length > address.bits) return undefined;
	const size = 1n << BigInt(address.bits - length);
	const first = (address.value / size) * size;
	return { bits: address.bits, first, last: first + size - 1n };
}

export type Address = { readonly bits: 32 | 128; readonly value: bigint };

/** An IPv4 or IPv6 address; undefined where it is none. */
export function parseAddress(text: string): Address | undefined {
	if (!text.includes(":")) {
		const parts = text.split(".");
		if (parts.length !== 4 || parts.some((part) => !/^(?:0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255)) return undefined;
		return { bits: 32, value: parts.reduce((value, part) => value * 256n + BigInt(part), 0n) };
	}
	const [head = "", tail, more] = text.split("::");
	const groupsOf = (half: string): readonly string[] => (half === "" ? [] : half.split(":"));
	const [before, after] = [groupsOf(head), groupsOf(tail ?? "")];
	const missing = 8 - before.length - after.length;
	if (more !== undefined || (tail === undefined ? missing !== 0 : missing < 1)) return undefined;
	const groups = [...before, ...Array.from({ length: missing }, () => "0"), ...after];
	if (groups.some((group) => !/^[\da-f]{1,4}$/i.test(group))) return undefined;
	return { bits: 128, value: groups.reduce((value, group) => value * 65_536n + BigInt(`0x${group}`), 0n) };
}

export const isWithin = (address: Address, subnet: Subnet): boolean =>
	address.bits === subnet.bits && address.value >= subnet.first && address.value <= subnet.last;
