/** What could not be brought, or came over otherwise than one might expect; `file` is a path below the site's folder. */
export type Remark = { readonly file: string; readonly line: number; readonly message: string };

export const remark = (file: string, line: number, message: string): Remark => ({ file, line, message });
