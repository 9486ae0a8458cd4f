/** How lines end that are added to a text: with CRLF where one of its lines does. */
export const lineBreakIn = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");
