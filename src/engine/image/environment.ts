import { parseImageReference } from "./reference.ts";

/**
 * Whether an image may set the variable; undefined where nobody looked at the image. The names are those in the configuration of the images on Docker Hub in
 * August 2026, with those that earlier versions had.
 */
export function mayImageSet(image: string, name: string): boolean | undefined {
	if (image === "scratch") return false;
	const { registry, repository, tag = "" } = parseImageReference(image);
	const plain = registry === undefined || registry === "public.ecr.aws" ? repository.replace(/^docker\/library\//, "") : undefined;
	const names = plain === undefined ? undefined : variables.get(plain);
	// A version of an image may be built on a Java one: `tomcat:9-jdk17-temurin`.
	return names === undefined ? undefined : names.has(name) || (/jdk|jre|java/.test(`${plain}:${tag}`) && java.has(name));
}

const java = new Set(
	"JAVA_HOME JAVA_VERSION JAVA_URL_VERSION JAVA_BASE_URL JAVA_DEBIAN_VERSION JAVA_ALPINE_VERSION JAVA_UPDATE JAVA_BUILD JAVA_TOOL_OPTIONS CA_CERTIFICATES_JAVA_VERSION JDK_JAVA_OPTIONS LANG LANGUAGE LC_ALL".split(
		" ",
	),
);

const variables: ReadonlyMap<string, ReadonlySet<string>> = new Map([
	...each("alpine archlinux busybox debian ubuntu buildpack-deps amazonlinux almalinux rockylinux centos oraclelinux photon", ""),
	...each("fedora", "DISTTAG FGC FBR container"),
	...each("node", "NODE_VERSION YARN_VERSION NPM_CONFIG_LOGLEVEL"),
	...each("python", "PYTHON_VERSION PYTHON_SHA256 PYTHON_PIP_VERSION PYTHON_SETUPTOOLS_VERSION PYTHON_GET_PIP_URL PYTHON_GET_PIP_SHA256 GPG_KEY LANG"),
	...each("pypy", "PYPY_VERSION PYTHON_PIP_VERSION PYTHON_SETUPTOOLS_VERSION PYTHON_GET_PIP_URL PYTHON_GET_PIP_SHA256 LANG"),
	...each("golang", "GOLANG_VERSION GOTOOLCHAIN GOPATH"),
	...each(
		"ruby jruby",
		"RUBY_VERSION RUBY_MAJOR RUBY_DOWNLOAD_URL RUBY_DOWNLOAD_SHA256 RUBYGEMS_VERSION BUNDLER_VERSION GEM_HOME BUNDLE_PATH BUNDLE_BIN BUNDLE_SILENCE_ROOT_WARNING BUNDLE_APP_CONFIG JRUBY_VERSION JRUBY_SHA256 LANG",
	),
	...each("rust", "RUSTUP_HOME CARGO_HOME RUST_VERSION"),
	...each(
		"php",
		"PHPIZE_DEPS PHP_INI_DIR PHP_CFLAGS PHP_CPPFLAGS PHP_LDFLAGS PHP_VERSION PHP_URL PHP_ASC_URL PHP_SHA256 PHP_MD5 PHP_FILENAME PHP_EXTRA_CONFIGURE_ARGS PHP_EXTRA_BUILD_DEPS GPG_KEYS APACHE_CONFDIR APACHE_ENVVARS",
	),
	...each("openjdk eclipse-temurin amazoncorretto ibmjava sapmachine java", [...java].join(" ")),
	...each("maven", ["MAVEN_HOME MAVEN_CONFIG MAVEN_VERSION", ...java].join(" ")),
	...each("gradle", ["GRADLE_HOME GRADLE_VERSION", ...java].join(" ")),
	...each(
		"tomcat",
		[
			"CATALINA_HOME TOMCAT_NATIVE_LIBDIR TOMCAT_MAJOR TOMCAT_VERSION TOMCAT_SHA512 TOMCAT_SHA1 TOMCAT_TGZ_URL TOMCAT_ASC_URL LD_LIBRARY_PATH GPG_KEYS",
			...java,
		].join(" "),
	),
	...each("jetty", ["JETTY_HOME JETTY_BASE JETTY_VERSION JETTY_GPG_KEYS TMPDIR", ...java].join(" ")),
	...each("nginx", "NGINX_VERSION NJS_VERSION NJS_RELEASE PKG_RELEASE DYNPKG_RELEASE ACME_VERSION"),
	...each("httpd", "HTTPD_PREFIX HTTPD_VERSION HTTPD_SHA256 HTTPD_SHA1 HTTPD_PATCHES HTTPD_BZ2_URL NGHTTP2_VERSION OPENSSL_VERSION"),
	...each("postgres", "PG_MAJOR PG_VERSION PG_SHA256 PGDATA GOSU_VERSION LANG DOCKER_PG_LLVM_DEPS"),
	...each("mysql", "MYSQL_MAJOR MYSQL_VERSION MYSQL_SHELL_VERSION GOSU_VERSION"),
	...each("mariadb", "MARIADB_MAJOR MARIADB_VERSION GOSU_VERSION GPG_KEYS REPOSITORY LANG"),
	...each("redis", "REDIS_VERSION REDIS_DOWNLOAD_URL REDIS_DOWNLOAD_SHA REDIS_DOWNLOAD_SHA1 GOSU_VERSION"),
	...each("valkey/valkey", "VALKEY_VERSION VALKEY_DOWNLOAD_URL VALKEY_DOWNLOAD_SHA GOSU_VERSION"),
	...each("mongo", "MONGO_PACKAGE MONGO_REPO MONGO_MAJOR MONGO_VERSION GOSU_VERSION JSYAML_VERSION JSYAML_CHECKSUM GLIBC_TUNABLES GPG_KEYS HOME"),
	...each("perl", "PERL_VERSION PERL_CPANM_OPT"),
	...each("gcc", "GCC_VERSION GCC_MIRRORS GPG_KEYS"),
	...each("erlang elixir", "OTP_VERSION REBAR_VERSION REBAR3_VERSION ELIXIR_VERSION LANG"),
	...each("docker", "DOCKER_VERSION DOCKER_CHANNEL DOCKER_BUILDX_VERSION DOCKER_COMPOSE_VERSION DOCKER_TLS_CERTDIR DIND_COMMIT"),
]);

function each(images: string, names: string): readonly (readonly [string, ReadonlySet<string>])[] {
	const set = new Set(names.split(" "));
	return images.split(" ").map((image) => [image, set]);
}
