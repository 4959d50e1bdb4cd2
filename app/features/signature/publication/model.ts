import type { Matter } from "~/features/charter/model";

/** Publishing a version: what it changes, and who has to say so. */

export const PUBLICATION = "/comite/charte/publication";
export const MAX_REASONS = 2_000;
export type Kind = "form" | "substance";

export const KIND_NAMES: Record<Kind, string> = { form: "De forme", substance: "De fond" };

export type VersionArticle = { articleId: number; position: number; title: string; body: string; matter: Matter };

/** What became of one article from one version to another. */
export type ArticleChange = { articleId: number; is: "reworded" | "added" | "removed"; matter: Matter; before: VersionArticle | null; after: VersionArticle | null };

const WEIGHT: Record<Matter, number> = { general: 0, commitments: 1, confidentiality: 2 };
const heaviest = (one: Matter, other: Matter): Matter => (WEIGHT[one] >= WEIGHT[other] ? one : other);

/** The articles that differ, in the order of the later text, those that were taken out last; whatever happened in between. */
export function changesBetween(before: readonly VersionArticle[], after: readonly VersionArticle[]): ArticleChange[] {
  const earlier = new Map(before.map((article) => [article.articleId, article]));
  const changes: ArticleChange[] = [];
  for (const article of after) {
    const was = earlier.get(article.articleId);
    earlier.delete(article.articleId);
    if (!was) changes.push({ articleId: article.articleId, is: "added", matter: article.matter, before: null, after: article });
    else if (was.title !== article.title || was.body !== article.body || was.matter !== article.matter) {
      changes.push({ articleId: article.articleId, is: "reworded", matter: heaviest(was.matter, article.matter), before: was, after: article });
    }
  }
  for (const article of earlier.values()) changes.push({ articleId: article.articleId, is: "removed", matter: article.matter, before: article, after: null });
  return changes;
}

/** Touches what people commit to, or what protects children and families: one person alone may not call that a matter of form. */
export const needsSecondPerson = (kind: Kind, changes: readonly ArticleChange[]): boolean => kind === "form" && changes.some(({ matter }) => matter !== "general");
