import { plainText } from "../docker/plain-text.ts";
import type { Translate } from "./explorer/kind.ts";

/** Why a registry did not do what was wanted, in words that say what to do next. `wantsLogin` where other credentials may help. */
export type RegistryFailure = { readonly text: string; readonly wantsLogin: boolean };

/** From the words of the engine, which are those of the registry, of the network or of TLS. The first that matches counts. */
export function registryFailure(words: string, reference: string, registry: string, t: Translate): RegistryFailure {
	const failure = (text: string, wantsLogin = false): RegistryFailure => ({ text, wantsLogin });
	if (/toomanyrequests|too many requests|\b429\b|rate limit/i.test(words))
		return failure(t("{0} answers no more requests for now: its rate limit is reached. Try again later, or log in for a higher limit.", registry), true);
	// Docker Hub does not tell whether an image is private or does not exist.
	if (/pull access denied|repository does not exist or may require/i.test(words))
		return failure(t("{0} does not give {1}: there is no such image, or it wants a login that may read it.", registry, reference), true);
	if (/unauthorized|authentication required|no basic auth credentials|incorrect username or password|authorization failed|\b401\b/i.test(words))
		return failure(t("{0} wants a login for {1}, or does not accept the one that there is.", registry, reference), true);
	if (/\bdenied\b|forbidden|insufficient_scope|\b403\b/i.test(words))
		return failure(
			t("{0} does not allow that for {1}: the account that is logged in lacks the right, or the name is somebody else's.", registry, reference),
			true,
		);
	if (/no matching manifest|does not (?:match|provide) the specified platform|no match for platform/i.test(words))
		return failure(t("{0} has {1}, but not for this platform.", registry, reference));
	if (/manifest unknown|not found|name unknown|\b404\b/i.test(words)) return failure(t("{0} has no {1}. Check the name and the tag.", registry, reference));
	if (/server gave HTTP response to HTTPS client/i.test(words))
		return failure(
			t(
				"{0} speaks HTTP without TLS, which the engine does not accept from it. Add it to the engine's insecure-registries, or give it a certificate.",
				registry,
			),
		);
	if (/x509:|tls:|certificate/i.test(words))
		return failure(t("The engine does not trust the certificate of {0}: {1}. Give the engine the registry's CA certificate.", registry, plainText(words, 300)));
	if (/no such host|connection refused|i\/o timeout|network is unreachable|no route to host|context deadline exceeded|Client\.Timeout|lookup /i.test(words))
		return failure(t("The engine cannot reach {0}: {1}. Check the name, the network and the engine's proxy.", registry, plainText(words, 300)));
	return failure(t("{0} did not do that: {1}.", registry, plainText(words.replace(/\.$/, ""), 600)));
}
