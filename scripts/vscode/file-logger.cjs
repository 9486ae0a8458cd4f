// Takes the place of @vscode/spdlog, VS Code's native file logger, so that no compiler is needed. Output channels show these files.
const { appendFileSync, mkdirSync } = require("node:fs");
const { dirname } = require("node:path");

const levels = { trace: 0, debug: 1, info: 2, warn: 3, error: 4, critical: 5 };

class Logger {
	#file;
	#level = levels.info;
	#isPlain = false;

	constructor(_type, _name, file) {
		this.#file = file;
		appendFileSync(file, "");
	}

	static {
		for (const [name, level] of Object.entries(levels)) {
			Logger.prototype[name] = function (message) {
				this.#write(level, name, message);
			};
		}
	}

	#write(level, name, message) {
		if (level < this.#level || !this.#file) return;
		const time = new Date().toISOString().slice(0, -1).replace("T", " ");
		appendFileSync(this.#file, this.#isPlain ? message : `${time} [${name === "warn" ? "warning" : name}] ${message}\n`);
	}

	getLevel() {
		return this.#level;
	}
	setLevel(level) {
		this.#level = level;
	}
	setPattern() {
		this.#isPlain = true;
	}
	clearFormatters() {
		this.#isPlain = true;
	}
	flush() {}
	drop() {
		this.#file = undefined;
	}
}

async function create(name, file) {
	mkdirSync(dirname(file), { recursive: true });
	return new Logger("rotating", name, file);
}

// VS Code imports this from an ES module, which sees only names that are assigned to `exports` one by one.
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
