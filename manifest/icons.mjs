// Draws the two icons of the app package: a round table with a tick on it and six seats, one of them the coordinator's.
// Usage: node manifest/icons.mjs   (needs nothing but Node.js 20.15 or newer; writes color.png and outline.png beside itself)
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const WHITE = [255, 255, 255];
const GROUND = [27, 94, 107]; // the manifest's accentColor
const AMBER = [255, 193, 77];
const SAMPLES = 8; // per pixel and direction

// All lengths in units of half the symbol's width; the middle is 0, 0 and y points down.
const TABLE = { radius: 0.5, line: 0.13 };
const SEAT = { radius: 0.175, distance: 0.825 };
const TICK = { line: 0.14, points: [[-0.23, 0.02], [-0.06, 0.19], [0.25, -0.17]] };

const seats = Array.from({ length: 6 }, (_, i) => {
  const angle = (i / 6) * 2 * Math.PI - Math.PI / 2;
  return [SEAT.distance * Math.cos(angle), SEAT.distance * Math.sin(angle)];
});

function distanceToLine([x, y], [ax, ay], [bx, by]) {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}

/** The colour of the symbol at a point, or null beside it. */
function symbolAt(point) {
  const [x, y] = point;
  const seat = seats.findIndex(([sx, sy]) => Math.hypot(x - sx, y - sy) <= SEAT.radius);
  if (seat >= 0) {
    return seat === 0 ? AMBER : WHITE;
  }
  const onTable = Math.abs(Math.hypot(x, y) - TABLE.radius) <= TABLE.line / 2;
  const [a, b, c] = TICK.points;
  const onTick = Math.min(distanceToLine(point, a, b), distanceToLine(point, b, c)) <= TICK.line / 2;
  return onTable || onTick ? WHITE : null;
}

/** Rows of RGBA pixels. `ground` is null for a transparent one; then the symbol is white throughout. */
function draw(size, symbolSize, ground) {
  const rows = [];
  for (let py = 0; py < size; py++) {
    const row = Buffer.alloc(size * 4);
    for (let px = 0; px < size; px++) {
      let hits = 0;
      const sum = [0, 0, 0];
      for (let i = 0; i < SAMPLES * SAMPLES; i++) {
        const x = (px + ((i % SAMPLES) + 0.5) / SAMPLES - size / 2) / (symbolSize / 2);
        const y = (py + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES - size / 2) / (symbolSize / 2);
        const colour = symbolAt([x, y]);
        hits += colour ? 1 : 0;
        (colour ?? ground ?? WHITE).forEach((value, channel) => { sum[channel] += value; });
      }
      const colour = ground ? sum.map(value => Math.round(value / SAMPLES ** 2)) : WHITE;
      row.set([...colour, ground ? 255 : Math.round((hits / SAMPLES ** 2) * 255)], px * 4);
    }
    rows.push(row);
  }
  return rows;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  const check = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG file, 8 bits a channel with alpha, every row unfiltered. */
function png(rows) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(rows.length, 0);
  head.writeUInt32BE(rows.length, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const pixels = Buffer.concat(rows.flatMap(row => [Buffer.from([0]), row]));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head), chunk('IDAT', deflateSync(pixels, { level: 9 })), chunk('IEND', Buffer.alloc(0)),
  ]);
}

const here = new URL('.', import.meta.url);
writeFileSync(new URL('color.png', here), png(draw(192, 96, GROUND)));
writeFileSync(new URL('outline.png', here), png(draw(32, 32, null)));
