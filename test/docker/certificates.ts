import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Makes a folder of certificates, and returns it: `ca.pem`, `cert.pem` and `key.pem` of a client, `server-cert.pem` of an engine at 127.0.0.1, the same by another
 * authority (`other-ca.pem`, `other-cert.pem`), and one that has `expired` and one of a machine `elsewhere`.
 */
export function makeCertificates(folder: string): string {
	mkdirSync(folder);
	const openssl = (...args: string[]): unknown => execFileSync("openssl", args, { cwd: folder, stdio: "ignore" });
	const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
	const authority = (name: string, file: string): unknown =>
		openssl("req", "-x509", ...key, "-keyout", `${file}-key.pem`, "-out", `${file}.pem`, "-days", "2", "-subj", `/CN=${name}`);
	const certificate = (by: string, name: string, address: string, days: string, [keyFile = `${name}-key.pem`, certFile = `${name}-cert.pem`] = []): void => {
		openssl("req", ...key, "-keyout", keyFile, "-out", "request.csr", "-subj", `/CN=${name}`);
		writeFileSync(join(folder, "extensions"), `subjectAltName=IP:${address}\n`);
		openssl(
			"x509",
			"-req",
			"-in",
			"request.csr",
			"-CA",
			`${by}.pem`,
			"-CAkey",
			`${by}-key.pem`,
			"-CAcreateserial",
			"-out",
			certFile,
			"-days",
			days,
			"-extfile",
			"extensions",
		);
	};
	authority("test authority", "ca");
	authority("another authority", "other-ca");
	certificate("ca", "server", "127.0.0.1", "2");
	certificate("ca", "client", "127.0.0.1", "2", ["key.pem", "cert.pem"]);
	certificate("other-ca", "other", "127.0.0.1", "2");
	certificate("ca", "expired", "127.0.0.1", "0");
	certificate("ca", "elsewhere", "10.0.0.9", "2");
	return folder;
}
