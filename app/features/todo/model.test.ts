import { describe, expect, it } from "vitest";
import { MOST_TODOS, orderTodos, type Todo } from "./model";

const todo = (key: string, since: string, deadline?: string): Todo => ({ key, text: key, to: "/", act: "Voir", since, ...(deadline ? { deadline } : {}) });

describe("the order of what is to be done", () => {
  it("puts what has a deadline first, the nearest before the others", () => {
    const lines = [todo("none", "2027-03-03"), todo("later", "2027-03-01", "2027-04-01"), todo("soon", "2027-03-01", "2027-03-10")];
    expect(orderTodos(lines).map(({ key }) => key)).toEqual(["soon", "later", "none"]);
  });

  it("puts the latest first among those without a deadline", () => {
    expect(orderTodos([todo("old", "2027-01-01"), todo("new", "2027-03-01")]).map(({ key }) => key)).toEqual(["new", "old"]);
  });

  it("shows seven lines at most", () => {
    const many = Array.from({ length: 12 }, (_, n) => todo(String(n), `2027-03-${String(n + 10)}`));
    expect(orderTodos(many)).toHaveLength(MOST_TODOS);
  });
});
