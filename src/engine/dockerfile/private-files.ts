/** Files by whose names people keep secrets. */
const secretNames =
	/^(?:id_(?:rsa|dsa|ecdsa|ed25519)(?:_\w+)?|\.env(?:\.(?:local|dev|development|prod|production|staging|test|secrets?))?|\.netrc|_netrc|\.pgpass|\.git-credentials|\.htpasswd|\.dockercfg|\.vault-token|\.s3cfg|\.boto|kubeconfig|credentials(?:\.json|\.csv)?|client_secrets?(?:[\w.-]*)\.json|service[-_]?account[\w-]*\.json|gcp-key[\w-]*\.json|secrets?\.(?:json|ya?ml|env|txt)|privkey\.pem|(?:[\w.-]*[-_.])?(?:private|priv)[-_]?key\.pem|[\w.-]*-key\.pem|[\w.-]+\.(?:p12|pfx|ppk|keystore|kdbx))$/i;

const secretPaths =
	/(?:^|\/)(?:\.aws\/credentials|\.docker\/config\.json|\.kube\/config|\.ssh(?:\/id_\w+)?\/?|\.gnupg(?:\/.*)?|\.aws\/?|\.config\/gcloud(?:\/.*)?)$/;

/** What only looks like one. */
const harmlessNames = /example|sample|template|dist$|\.pub$|public|dummy/i;

/** Whether the path names a file that holds a secret, as far as names tell. */
export function isSecretFile(path: string): boolean {
	const name = path.replace(/\/+$/, "").split("/").at(-1) ?? "";
	return (secretNames.test(name) || secretPaths.test(path)) && !harmlessNames.test(name) && !/[*?[]/.test(name);
}

/** What developers need, and no container does. */
const unneeded =
	/^(?:\.git|\.gitignore|\.gitattributes|\.github|\.gitlab-ci\.yml|\.svn|\.hg|\.vscode|\.idea|\.DS_Store|Thumbs\.db|\.editorconfig|\.dockerignore|Dockerfile(?:\.\w+)?|docker-compose\.ya?ml|compose\.ya?ml|\.npm|\.cache|\.pytest_cache|\.mypy_cache|__pycache__|\.terraform|\.travis\.yml)$/;

/** Whether the path names what is of use only where the image is made. */
export const isUnneededFile = (path: string): boolean => unneeded.test(path.replace(/\/+$/, "").split("/").at(-1) ?? "");
