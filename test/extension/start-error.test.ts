import { describe, expect, test } from "vitest";
import { isExecError } from "../../src/docker/exec-error.ts";
import { engineWords, meaningOf, startErrorText } from "../../src/extension/start-error.ts";

const english = (message: string, ...args: (string | number)[]): string => message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));
const runc =
	"failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: ";

describe("what a start failed of", () => {
	test.each([
		// Recorded from moby 26 with runc 1.1.
		[`${runc}exec: "nosuchcmd": executable file not found in $PATH: unknown`, "the program nosuchcmd is not in the image: nothing of that name is in its PATH"],
		[`${runc}exec: "/nosuch/file": stat /nosuch/file: no such file or directory: unknown`, "/nosuch/file is not in the image, or a mount hides it"],
		[
			`${runc}exec: "/etc/passwd": permission denied: unknown`,
			"/etc/passwd may not be executed: permission denied. It is no program, or its execute bit is missing",
		],
		[`${runc}exec: "/srv": is a directory: unknown`, "/srv is a folder, not a program"],
		[
			`${runc}error during container init: error mounting "/projects/run.sh" to rootfs at "/app": mount /projects/run.sh:/app (via /proc/self/fd/6), flags: 0x5000: not a directory: unknown: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type`,
			"/projects/run.sh cannot be mounted at /app: one is a file, the other a folder. Where the file was missing, Docker has made a folder of its name",
		],
		[
			"driver failed programming external connectivity on endpoint web (54a05bb07058b96fb779148cc6fdfd4f): Bind for 0.0.0.0:18080 failed: port is already allocated",
			"port 18080 is already allocated: another container publishes it",
		],
		[
			"driver failed programming external connectivity on endpoint web (54a0): Error starting userland proxy: listen tcp4 0.0.0.0:8080: bind: address already in use",
			"port 8080 is already allocated: a program outside of Docker listens on it",
		],
		["unable to find user web: no matching entries in passwd file", "the user web is not in the image's /etc/passwd"],
		["unable to find group staff: no matching entries in group file", "the group staff is not in the image's /etc/group"],
		// Others' words for the same.
		[
			"failed to set up container networking: driver failed programming external connectivity on endpoint web (54a0): failed to bind host port 0.0.0.0:8080/tcp: address already in use",
			"port 8080 is already allocated: a program outside of Docker listens on it",
		],
		[
			"driver failed programming external connectivity on endpoint web (54a0): failed to bind host port for 127.0.0.1:8080:172.17.0.2:80/tcp: address already in use",
			"port 8080 is already allocated: a program outside of Docker listens on it",
		],
		[
			"Ports are not available: exposing port TCP 0.0.0.0:80 -> 0.0.0.0:0: listen tcp 0.0.0.0:80: bind: An attempt was made to access a socket in a way forbidden by its access permissions.",
			"a port may not be published: below 1024 that takes more rights, and Windows keeps some for itself",
		],
		[
			'invalid mount config for type "bind": bind source path does not exist: /projects/config.yaml',
			"/projects/config.yaml, which is to be mounted, does not exist",
		],
		["error while creating mount source path '/host/data': mkdir /host/data: read-only file system", "/host/data, which is to be mounted, does not exist"],
		[
			'OCI runtime create failed: container_linux.go:380: starting container process caused: exec: "bash": executable file not found in $PATH: unknown',
			"the program bash is not in the image: nothing of that name is in its PATH",
		],
		[
			"crun: executable file `nosuch` not found in $PATH: No such file or directory: OCI runtime attempted to invoke a command that was not found",
			"the program nosuch is not in the image: nothing of that name is in its PATH",
		],
		[
			`${runc}exec /app/run: exec format error: unknown`,
			"/app/run cannot run here: it is made for another kind of processor, or is a script without a first line such as #!/bin/sh",
		],
		[
			"standard_init_linux.go:228: exec user process caused: exec format error",
			"the program cannot run here: it is made for another kind of processor, or is a script without a first line such as #!/bin/sh",
		],
		[
			"standard_init_linux.go:228: exec user process caused: no such file or directory",
			"the program names an interpreter that is not in the image, or its lines end as on Windows",
		],
		[
			`${runc}chdir to cwd ("/root/app") set in config.json failed: permission denied: unknown`,
			"the working directory /root/app cannot be entered: permission denied",
		],
		[
			`${runc}chdir to cwd ("/etc/passwd") set in config.json failed: not a directory: unknown`,
			"the working directory /etc/passwd cannot be entered: not a directory",
		],
		['could not select device driver "" with capabilities: [[gpu]]', "it wants a GPU, and the engine has none that it can give"],
		['error gathering device information while adding custom device "/dev/ttyUSB0": no such file or directory', "the device /dev/ttyUSB0 does not exist"],
		["network 3fdf1ac1a4d5 not found", "the network 3fdf1ac1a4d5 does not exist: create it, or make the container anew"],
		[
			`${runc}exec: "/bin/sh/x": stat /bin/sh/x: not a directory: unknown: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type`,
			"/bin/sh/x cannot be run: not a directory",
		],
		["Address already in use", "the IP address that it was given belongs to another container of its network"],
		[
			"user specified IP address is supported on user defined networks only",
			"it was given an IP address, which only a network with a subnet of its own allows",
		],
		[`${runc}error during container init: sethostname: invalid argument: unknown`, "its host name is not valid: at most 63 letters, digits and hyphens"],
		[
			`${runc}error during container init: open /proc/sys/net/ipv4/nosuch: no such file or directory: unknown`,
			"the kernel setting net.ipv4.nosuch (sysctl) does not exist here, or may not be set",
		],
		[
			"failed to create task for container: failed to initialize logging driver: dial tcp 127.0.0.1:1: connect: connection refused",
			"its logging driver cannot be used: dial tcp 127.0.0.1:1: connect: connection refused",
		],
		["configured logging driver does not support reading", "its logging driver keeps no logs that could be read here; json-file and local do"],
		["cannot join network of a non running container: 1f036e45f9bd", "it shares the network of a container that does not run"],
	])("%s", (error, wanted) => {
		expect(startErrorText(error, english)).toBe(wanted);
		expect(startErrorText(`Error response from daemon: ${error}.`, english)).toBe(wanted);
	});

	test.each([
		[`${runc}something quite new: unknown`, "something quite new"],
		["Error response from daemon: it is Tuesday", "it is Tuesday"],
		["runc", "runc"],
		["", ""],
	])("what nobody knows is said in the daemon's words, without those around them: %j", (error, wanted) => {
		expect(startErrorText(error, english)).toBe(wanted);
		expect(meaningOf(error, english)).toBeUndefined();
	});

	test("the last line of a log that says why a program could not run", () => {
		expect(meaningOf("exec /docker-entrypoint.sh: no such file or directory", english)).toBe(
			"/docker-entrypoint.sh names an interpreter that is not in the image, or its lines end as on Windows",
		);
		expect(meaningOf("exec /app: exec format error", english)).toMatch(/^\/app cannot run here/);
	});

	test.each([
		[`${runc}exec: "nope": executable file not found in $PATH: unknown`, 'exec: "nope": executable file not found in $PATH'],
		[
			"driver failed programming external connectivity on endpoint web (54a0): Bind for 0.0.0.0:80 failed: port is already allocated",
			"Bind for 0.0.0.0:80 failed: port is already allocated",
		],
		[`${runc}something quite new: unknown`, ""],
		["", ""],
	])("the engine's own words, beside what they mean: %j", (error, wanted) => expect(engineWords(error, english)).toBe(wanted));

	test.each([
		["exec /e.sh: no such file or directory", true, /^\/e\.sh names an interpreter/],
		["exec /e: exec format error", true, /^\/e cannot run here/],
		["standard_init_linux.go:228: exec user process caused: exec format error", true, /^the program cannot run here/],
		['{"msg":"exec container process `/e.sh`: Exec format error","level":"error","time":"2026-11-25T21:00:00Z"}', true, /^\/e\.sh cannot run here/],
		[
			'{"msg":"exec container process (missing dynamic library?) `/e.sh`: No such file or directory","level":"error","time":""}',
			true,
			/^\/e\.sh names an interpreter/,
		],
		["sh: exec: line 1: /app: not found", false, undefined],
		["open /etc/app.conf: no such file or directory", false, undefined],
		["bash: exec /app: no such file or directory", false, undefined],
	])("the last line of a log, where nothing ran: %s", (line, is, meaning) => {
		expect(isExecError(line)).toBe(is);
		if (meaning) expect(meaningOf(line, english)).toMatch(meaning);
	});

	test("names that would steer a terminal or turn the line around do not", () => {
		expect(startErrorText('exec: "a\u001b[31m\u202eb": executable file not found in $PATH', english)).toBe(
			"the program ab is not in the image: nothing of that name is in its PATH",
		);
	});
});
