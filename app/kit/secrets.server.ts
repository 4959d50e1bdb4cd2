import { createHash, createHmac, randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  if (!existsSync(file)) {
    // Of several processes that start together the first one's stands, and none reads it half-written.
    const draft = `${file}.${randomBytes(6).toString("hex")}`;
    writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600, flush: true });
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(draft);
    }
  }
  const kept = readFileSync(file, "utf8").trim();
  if (kept.length < 32) throw new Error(`${file} ne contient pas de secret. Remettez-le depuis une sauvegarde, ou effacez-le pour en faire un autre.`);
  return kept;
}

/** A keyed digest: only this instance can make it. */
export const sign = (text: string): string => createHmac("sha256", secret).update(text).digest("base64url");
