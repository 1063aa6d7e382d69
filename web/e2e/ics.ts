/**
 * A reader of calendars (RFC 5545) of its own, so that what the program writes is not checked by what it reads with.
 * It knows what these tests need: weekly series, dates left out, and zones written out as yearly rules.
 */

/** Values by name; parameters stay with the name. */
export type Component = Record<string, string>;

export interface Calendar {
  events: Component[];
  /** Clock changes of each zone, as the file writes them out. */
  zones: Map<string, Component[]>;
}

export function calendarOf(text: string): Calendar {
  if (!text.startsWith('BEGIN:VCALENDAR\r\n') || !text.endsWith('END:VCALENDAR\r\n')) throw new Error('no calendar');
  const lines = text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
  const calendar: Calendar = { events: [], zones: new Map() };
  let zone = '';
  let component: Component = {};
  for (const line of lines) {
    const [, name, value] = /^([^:]+):(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new Error(`no line: ${line}`);
    if (name === 'BEGIN' && ['VEVENT', 'STANDARD', 'DAYLIGHT'].includes(value)) component = {};
    else if (name === 'TZID') zone = value;
    else if (name === 'END' && value === 'VEVENT') calendar.events.push(component);
    else if (name === 'END' && ['STANDARD', 'DAYLIGHT'].includes(value)) calendar.zones.set(zone, [...(calendar.zones.get(zone) ?? []), component]);
    else component[name] = value.replace(/\\([,;\\])/g, '$1');
  }
  return calendar;
}

/** The dates of a weekly series from one day to another, in UTC. */
export function dates(calendar: Calendar, event: Component | undefined, from: string, to: string): string[] {
  const entry = Object.entries(event ?? {}).find(([name]) => name.startsWith('DTSTART;TZID='));
  if (event === undefined || entry === undefined) throw new Error('no event with a zone');
  if (!/^FREQ=WEEKLY(;BYDAY=[A-Z]{2})?$/.test(event['RRULE'] ?? '')) throw new Error(`not weekly: ${event['RRULE'] ?? ''}`);
  const [name, start] = entry;
  const zone = calendar.zones.get(name.replace('DTSTART;TZID=', '')) ?? [];
  const leftOut = (event[name.replace('DTSTART', 'EXDATE')] ?? '').split(',');
  const found: string[] = [];
  for (let wall = asUtc(start); wall <= asUtc(`${to.replaceAll('-', '')}T235959`); wall += 7 * 86_400_000) {
    const written = new Date(wall).toISOString().replaceAll(/[-:]|\.000Z/g, '');
    if (wall < asUtc(`${from.replaceAll('-', '')}T000000`) || leftOut.includes(written)) continue;
    found.push(`${new Date(wall - offsetAt(zone, wall)).toISOString().slice(0, 16)}Z`);
  }
  return found;
}

/** A wall time as if it were in UTC, in milliseconds. */
function asUtc(text: string): number {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
}

/** The offset of a zone at a wall time: that of the last change before it. */
function offsetAt(zone: Component[], wall: number): number {
  const changes = zone.flatMap((observance) => {
    const first = asUtc(observance['DTSTART'] ?? '');
    const [, month, last] = /^FREQ=YEARLY;BYMONTH=(\d+);BYDAY=(-1)SU$/.exec(observance['RRULE'] ?? '') ?? [];
    if (month === undefined || last === undefined) throw new Error('no yearly rule');
    const years = [0, 1].map((back) => new Date(wall).getUTCFullYear() - back);
    return years.map((year) => {
      const end = new Date(Date.UTC(year, Number(month), 0));
      const sunday = Date.UTC(year, Number(month), -end.getUTCDay()) + (first % 86_400_000);
      return { at: sunday, begins: first, offset: offset(observance['TZOFFSETTO'] ?? '') };
    });
  });
  const past = changes.filter(({ at, begins }) => at <= wall && at >= begins).sort((a, b) => a.at - b.at);
  const change = past.at(-1);
  if (change === undefined) throw new Error('before every change');
  return change.offset;
}

function offset(text: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
