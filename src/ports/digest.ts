/** SHA-256 of the text as UTF-8, in hexadecimal. */
export type Sha256 = (text: string) => string;
