/** Debian packages by the Python package that wants them: to compile it, and to run it. Packages whose wheels hold all they need are not listed. */
const wanted: Readonly<Record<string, { readonly build?: readonly string[]; readonly run?: readonly string[] }>> = {
	"git+": { build: ["git"] },
	mysqlclient: { build: ["gcc", "libc6-dev", "pkg-config", "default-libmysqlclient-dev"], run: ["libmariadb3"] },
	"opencv-python": { run: ["libgl1", "libglib2.0-0"] },
	psycopg: { run: ["libpq5"] },
	psycopg2: { build: ["gcc", "libc6-dev", "libpq-dev"], run: ["libpq5"] },
	"psycopg[c]": { build: ["gcc", "libc6-dev", "libpq-dev"], run: ["libpq5"] },
	pycairo: { build: ["gcc", "libc6-dev", "pkg-config", "libcairo2-dev"], run: ["libcairo2"] },
	pyodbc: { run: ["unixodbc"] },
	"python-ldap": { build: ["gcc", "libc6-dev", "libldap-dev", "libsasl2-dev"], run: ["libldap2", "libsasl2-2"] },
	"python-magic": { run: ["libmagic1"] },
	pytesseract: { run: ["tesseract-ocr"] },
	uwsgi: { build: ["gcc", "libc6-dev"] },
	weasyprint: { run: ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"] },
	xmlsec: { build: ["gcc", "libc6-dev", "pkg-config", "libxml2-dev", "libxmlsec1-dev"], run: ["libxmlsec1-openssl"] },
};

/** In alphabetical order, each once. */
export function systemPackages(names: Iterable<string>): { readonly build: readonly string[]; readonly run: readonly string[] } {
	const build = new Set<string>();
	const run = new Set<string>();
	const all = new Set(names);
	for (const name of all) {
		if (name === "psycopg" && all.has("psycopg[binary]")) continue;
		for (const each of wanted[name]?.build ?? []) build.add(each);
		for (const each of wanted[name]?.run ?? []) run.add(each);
	}
	return { build: [...build].toSorted(), run: [...run].toSorted() };
}
