// Draws media/icon.png, the picture of the extension: a hull with three containers on it. No tool needed but Node.
import { writeFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";

const size = 256;
const samples = 4;

/** Painted one over the other; points are in 24ths of the picture, colours are red, green, blue. */
const shapes = [
	{ colour: [13, 36, 56], covers: (x, y) => insideRounded(x, y, 0, 0, 24, 24, 4.5) },
	{ colour: [70, 200, 190], covers: (x, y) => insideRounded(x, y, 7.2, 9.1, 4.4, 4.4, 0.4) },
	{ colour: [255, 183, 77], covers: (x, y) => insideRounded(x, y, 12.4, 9.1, 4.4, 4.4, 0.4) },
	{ colour: [240, 98, 90], covers: (x, y) => insideRounded(x, y, 9.8, 3.9, 4.4, 4.4, 0.4) },
	{ colour: [236, 242, 247], covers: (x, y) => y >= 14.4 && y <= 19.8 && x >= 3 + (y - 14.4) * 0.42 && x <= 21 - (y - 14.4) * 0.42 },
	{ colour: [46, 134, 193], covers: (x, y) => y >= 17.9 && y <= 19.8 && x >= 3 + (y - 14.4) * 0.42 && x <= 21 - (y - 14.4) * 0.42 },
];

function insideRounded(x, y, left, top, width, height, radius) {
	const dx = Math.max(left + radius - x, 0, x - (left + width - radius));
	const dy = Math.max(top + radius - y, 0, y - (top + height - radius));
	return dx * dx + dy * dy <= radius * radius;
}

const pixels = Buffer.alloc(size * (size * 4 + 1));
for (let row = 0; row < size; row++) {
	for (let column = 0; column < size; column++) {
		const sum = [0, 0, 0, 0];
		for (let part = 0; part < samples * samples; part++) {
			const x = ((column + ((part % samples) + 0.5) / samples) / size) * 24;
			const y = ((row + (Math.floor(part / samples) + 0.5) / samples) / size) * 24;
			const shape = shapes.findLast(({ covers }) => covers(x, y));
			if (shape) [...shape.colour, 255].forEach((value, channel) => (sum[channel] += value));
		}
		const covered = sum[3] / 255;
		const at = row * (size * 4 + 1) + 1 + column * 4;
		for (let channel = 0; channel < 3; channel++) pixels[at + channel] = covered ? Math.round(sum[channel] / covered) : 0;
		pixels[at + 3] = Math.round(sum[3] / (samples * samples));
	}
}

function chunk(type, data) {
	const body = Buffer.concat([Buffer.from(type), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}

const header = Buffer.alloc(13);
header.writeUInt32BE(size, 0);
header.writeUInt32BE(size, 4);
// Eight bits a channel, red, green, blue and alpha.
header.set([8, 6, 0, 0, 0], 8);
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const parts = [signature, chunk("IHDR", header), chunk("IDAT", deflateSync(pixels, { level: 9 })), chunk("IEND", Buffer.alloc(0))];
writeFileSync(new URL("../media/icon.png", import.meta.url), Buffer.concat(parts));
