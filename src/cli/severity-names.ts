import type { Severity } from "../engine/lint/rule.ts";
import { say, type Message } from "../engine/text/message.ts";

/** As people read them; configurations and what programs read have the English words. */
export const severityNames: Readonly<Record<Severity | "off", Message>> = { error: say`error`, warning: say`warning`, info: say`info`, off: say`off` };
