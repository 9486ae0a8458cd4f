import { parse } from "unbash";
export const parseScript = (text: string): ReturnType<typeof parse> => parse(text);
