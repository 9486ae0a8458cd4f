/** How lines end that are added to a text: with CRLF where one of its lines does. */
export const lineBreakIn = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");

/** How the first line of a text ends; with a line feed where there is only one line. */
export const firstLineBreakIn = (text: string): string => (text[text.indexOf("\n") - 1] === "\r" ? "\r\n" : "\n");
