// What a calendar program makes of a calendar file: every event with the moments it begins and ends at, as JSON.
// Usage: node calendar.mjs <file>
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], 'utf8')));
// Zones are taken from the file alone: its rules are what is tested.
for (const zone of calendar.getAllSubcomponents('vtimezone')) {
  ICAL.TimezoneService.register(zone);
}

const events = calendar.getAllSubcomponents('vevent').map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    sequence: event.sequence,
    start: event.startDate.toUnixTime(),
    end: event.endDate.toUnixTime(),
    zone: event.startDate.zone.tzid,
    summary: event.summary,
    location: event.location,
    description: event.description,
    status: component.getFirstPropertyValue('status'),
    stamp: component.getFirstPropertyValue('dtstamp').toUnixTime(),
  };
});
const text = (name) => calendar.getFirstPropertyValue(name);
console.log(JSON.stringify({ name: text('x-wr-calname'), method: text('method'), version: text('version'), refresh: String(text('refresh-interval')), events }));
