import { createHash, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import type { Credentials } from "../../ports/credentials.ts";

/** Argon2id with 19 MiB, two passes, one lane: OWASP Password Storage Cheat Sheet, read 2026-11-21. Also the library's defaults. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const KEY_PREFIX = "ck_";
const KEY_BYTES = 32;
/** 18 bytes are 144 bits and 24 characters. */
const PASSWORD_BYTES = 18;

// A key is 256 bits of chance: a plain digest cannot be guessed backwards and can be looked up.
const hashApiKey = (key: string): Buffer => createHash("sha256").update(key).digest();

export function makeCredentials(): Credentials {
  let nobodysHash: Promise<string> | undefined;
  return {
    hashPassword: (password) => hash(password, COST),
    async isPassword(password, passwordHash) {
      nobodysHash ??= hash(randomBytes(PASSWORD_BYTES), COST);
      const matches = await verify(passwordHash ?? (await nobodysHash), password);
      return passwordHash !== null && matches;
    },
    makePassword: () => randomBytes(PASSWORD_BYTES).toString("base64url"),
    makeApiKey() {
      const key = `${KEY_PREFIX}${randomBytes(KEY_BYTES).toString("base64url")}`;
      return { key, keyHash: hashApiKey(key) };
    },
    hashApiKey,
  };
}
