/** Programs that many images have, and that are what their names say: no builtins of a shell, no scripts of a project's own, and nothing that gives up root. */
const plain = new Set(
	(
		"bun caddy cargo cat celery daphne deno django-admin dotnet elixir erl flask go gradle gunicorn hypercorn iex java jupyter julia ls lua make mix mvn " +
		"mysqld node nodejs npm npx perl php pnpm postgres puma python python2 python3 R Rscript rackup rails rake redis-server ruby sbt sleep streamlit tail uvicorn " +
		"uwsgi yarn bundle bash sh nginx httpd supervisord sshd cron crond memcached haproxy php-fpm dnsmasq mongod tar"
	).split(" "),
);

/** Whether it is known that the command starts such a program: by its name alone, or in a folder where distributions have theirs. */
export const isPlainProgram = (program: string): boolean => {
	const [, name = ""] = /^(?:\/(?:usr\/(?:local\/)?)?s?bin\/)?([^/]+)$/.exec(program) ?? [];
	return plain.has(name) || /^(?:python|php|ruby|node)\d[\d.]*$/.test(name);
};
