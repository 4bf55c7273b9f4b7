/** A moment as its field writes it: year, month, day, hour, minute, second. Months count from 1. */
export type Moment = readonly [number, number, number, number, number, number];

const WRITTEN = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?$/;
/** Where each part ends in the text. */
const ENDS = [4, 7, 10, 13, 16, 19];

export function parse(text: string): Moment | null {
  const found = WRITTEN.exec(text.trim());
  if (!found) return null;
  const [year, month, day, hour, minute, second] = found.slice(1).map((part) => Number(part ?? 0));
  const moment = [year ?? 0, month ?? 0, day ?? 0, hour ?? 0, minute ?? 0, second ?? 0] as const;
  return write(normalized(moment), true) === write(moment, true) ? moment : null; // there is no 30 February
}

export function write(moment: Moment, includeTime: boolean): string {
  const [year, month, day, hour, minute, second] = moment.map((part) => String(part).padStart(2, "0"));
  const date = `${year?.padStart(4, "0")}-${month}-${day}`;
  return includeTime ? `${date} ${hour}:${minute}:${second}` : date;
}

export function now(): Moment {
  const date = new Date();
  return [
    date.getFullYear(), date.getMonth() + 1, date.getDate(), date.getHours(), date.getMinutes(), date.getSeconds(),
  ];
}

/** The part of the text that the caret is in, with where it begins and ends. */
export function partAt(caret: number): { part: number; start: number; end: number } {
  const part = Math.max(ENDS.findIndex((end) => caret <= end), 0);
  return { part, start: part ? (ENDS[part - 1] ?? 0) + 1 : 0, end: ENDS[part] ?? 4 };
}

/** A part goes up or down; what it carries over goes to the others, but a month keeps its day as far as it has it. */
export function stepped(moment: Moment, part: number, by: number): Moment {
  const changed = [...moment] as [number, number, number, number, number, number];
  changed[part] = (changed[part] ?? 0) + by;
  if (part < 2) {
    const [year, month] = normalized([changed[0], changed[1], 1, 0, 0, 0]);
    changed[0] = year;
    changed[1] = month;
    changed[2] = Math.min(changed[2], daysIn(year, month));
  }
  const result = normalized(changed);
  return result[0] >= 1 && result[0] <= 9999 ? result : moment;
}

export function daysIn(year: number, month: number): number {
  return normalized([year, month + 1, 0, 0, 0, 0])[2];
}

function normalized([year, month, day, hour, minute, second]: Moment): Moment {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return [
    date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(),
    date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds(),
  ];
}
