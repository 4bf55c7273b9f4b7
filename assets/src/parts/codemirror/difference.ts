/** The one change that makes a text of another; a caret outside of it stays where it is. None if they are the same. */
export function changeBetween(before: string, now: string): { from: number; to: number; insert: string } | null {
  if (before === now) return null;
  const shorter = Math.min(before.length, now.length);
  let from = 0;
  while (from < shorter && before[from] === now[from]) from++;
  let same = 0;
  while (same < shorter - from && before[before.length - 1 - same] === now[now.length - 1 - same]) same++;
  return { from, to: before.length - same, insert: now.slice(from, now.length - same) };
}
