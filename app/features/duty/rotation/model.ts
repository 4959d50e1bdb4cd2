import { covers, inOrder, takesTurns, WEIGHTS, type Candidate, type Instant, type Role, type Served } from "../model";

/**
 * Where someone stands. `wait` counts the sittings held since their last turn while
 * they could be asked; `share` their turns and `load` the weight of these, all on the
 * footing given on coming in. `turns` are those they really had.
 */
export type Account = { wait: number; share: number; load: number; turns: number; byRole: Record<Role, number>; last: { at: Instant; role: Role } | null };

const median = (numbers: number[]): number => {
  if (numbers.length === 0) return 0;
  const sorted = numbers.sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};

/**
 * Reads the history up to a sitting, and says where everyone who takes turns then
 * stands. Someone who comes in (a newcomer, or the end of an exemption) starts at
 * the group's median, so that nobody new gets every turn and nobody owes the past.
 * A leave stops the count: on returning, one stands to the median as one did before.
 * It reads nothing but what it is given: the same history, the same accounts.
 */
export function accountsAt(people: readonly Candidate[], history: readonly Served[], sitting: { sittingId: number; at: Instant }): Map<number, Account> {
  const group = new Group(people);
  for (const event of [...history].sort(inOrder)) {
    if (inOrder(event, sitting) >= 0) break;
    group.gather(event.at);
    group.serve(event);
  }
  group.gather(sitting.at);
  return group.present;
}

const changesOf = ({ joinedAt, leftAt, leaves, exemptions }: Candidate): Instant[] =>
  [joinedAt, leftAt, ...[...leaves, ...exemptions].flatMap(({ from, until }) => [from, until])].filter((instant) => instant !== null);

type Medians = Pick<Account, "wait" | "share" | "load">;

class Group {
  readonly present = new Map<number, Account>();
  /** Those on leave, as they stood to the median when they went. */
  readonly #aside = new Map<number, { account: Account; medians: Medians }>();

  /** Instants at which somebody comes or goes, those still ahead. */
  readonly #changes: Instant[];

  constructor(private readonly people: readonly Candidate[]) {
    this.#changes = people.flatMap(changesOf).sort();
  }

  /** Lets people go and come as they were at an instant, later than the one before. */
  gather(at: Instant): void {
    const ahead = this.#changes.findIndex((change) => change > at);
    if (this.#changes.splice(0, ahead < 0 ? this.#changes.length : ahead).length === 0) return;
    const moving = this.people.filter((person) => takesTurns(person, at) !== this.present.has(person.id));
    if (moving.length === 0) return;
    const before = this.#medians();
    const coming = moving.filter(({ id }) => !this.present.has(id));
    for (const person of moving) {
      const account = this.present.get(person.id);
      if (!account) continue;
      this.present.delete(person.id);
      if (covers(person.leaves, at)) this.#aside.set(person.id, { account, medians: before });
    }
    const medians = this.present.size > 0 ? this.#medians() : before;
    for (const { id } of coming) this.present.set(id, this.#entering(id, medians));
  }

  #entering(id: number, { wait, share, load }: Medians): Account {
    const back = this.#aside.get(id);
    this.#aside.delete(id);
    if (back) return { ...back.account, share: share + back.account.share - back.medians.share, load: load + back.account.load - back.medians.load };
    return { wait, share, load, turns: 0, byRole: { facilitation: 0, coordination: 0, notes: 0 }, last: null };
  }

  serve({ at, turns }: Served): void {
    for (const account of this.present.values()) account.wait += 1;
    for (const { memberId, role } of turns) {
      const account = this.present.get(memberId);
      if (!account) continue;
      account.wait = 0;
      account.share += 1;
      account.load += WEIGHTS[role];
      account.turns += 1;
      account.byRole[role] += 1;
      account.last = { at, role };
    }
  }

  #medians(): Medians {
    const accounts = [...this.present.values()];
    const of = (read: (account: Account) => number): number => median(accounts.map(read));
    return { wait: of(({ wait }) => wait), share: of(({ share }) => share), load: of(({ load }) => load) };
  }
}
