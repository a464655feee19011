/** Passwords and API keys: made, hashed and compared. */
export interface Credentials {
  hashPassword(password: string): Promise<string>;
  /** With `null` (nobody has this e-mail address) it takes as long and answers no. */
  isPassword(password: string, hash: string | null): Promise<boolean>;
  /** At least 128 bits of chance, easy to copy. */
  makePassword(): string;
  makeApiKey(): { key: string; keyHash: Buffer };
  hashApiKey(key: string): Buffer;
}
