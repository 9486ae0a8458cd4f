import { type ClientCapabilities, type MarkupContent, MarkupKind, type SignatureHelp } from "vscode-languageserver";
import type { Signature, Signatures } from "../../engine/language/signatures.ts";
import { type Catalogue, type Message, textOf } from "../../engine/text/message.ts";

/** As the client takes it: parts of a label by their offsets or by their text, and that none of them is meant. */
export function toSignatureHelp({ all, active }: Signatures, { textDocument }: ClientCapabilities, catalogue: Catalogue | undefined): SignatureHelp {
	const taken = textDocument?.signatureHelp?.signatureInformation;
	const about = (message: Message): { readonly documentation: MarkupContent } => ({
		documentation: { kind: MarkupKind.Markdown, value: textOf(message, catalogue) },
	});
	// What is past all parts makes editors mark none.
	const activeOf = ({ active: index, parameters }: Signature): number | null => index ?? (taken?.noActiveParameterSupport ? null : parameters.length);
	const signatures = all.map((signature) => ({
		label: signature.label,
		...(signature.about && about(signature.about)),
		parameters: signature.parameters.map(({ start, end, about: told }) => ({
			label: taken?.parameterInformation?.labelOffsetSupport
				? ([start, end] satisfies [number, number] as [number, number])
				: signature.label.slice(start, end),
			...(told && about(told)),
		})),
		...(taken?.activeParameterSupport && { activeParameter: activeOf(signature) }),
	}));
	return { signatures, activeSignature: active, activeParameter: activeOf(all[active] ?? all[0]) };
}
