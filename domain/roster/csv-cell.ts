/** What a spreadsheet would run as a formula when a cell begins with it. */
const RUN = /^[=+\-@\t\r]/;

/** A text that a spreadsheet shows and never runs. */
export const harmless = (text: string): string => (RUN.test(text) ? `'${text}` : text);
