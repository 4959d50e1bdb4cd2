import { createHash, createHmac, randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** 256 random bits, as text for a cookie or an address. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What is stored of a token. Plain SHA-256 is enough above 112 bits (ASVS 6.5.2). */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** What is stored of a short code: salted scrypt (ASVS 6.5.2), because 30 bits can be tried out. */
export const hashCode = (code: string, salt: string): Promise<string> =>
  new Promise((resolve, reject) =>
    scrypt(code, salt, 32, { N: 16_384, r: 8, p: 1 }, (error, key) => (error ? reject(error) : resolve(key.toString("hex")))),
  );

export const sameText = (a: string, b: string): boolean => {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
};

let secret = randomBytes(32).toString("base64url");

/** Takes the instance's secret from the settings, or from its file, made once with mode 0600. */
export function loadSecret(given: string | undefined, dataDir: string): void {
  secret = given ?? keptSecret(join(dataDir, "secrets"), "session");
}

function keptSecret(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, name);
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}

/** A keyed digest: only this instance can make it. */
export const sign = (text: string): string => createHmac("sha256", secret).update(text).digest("base64url");
