// Tells the story of the files in this folder to a bot of any version, over its endpoint, as a Connector on this machine, and leaves the embedded store's file behind.
//
//   dotnet publish Bot -c Release -o <program>          (of the version that is about to land)
//   node Bot.Tests/Upgrades/story.mjs <program> <folder>
//   then write Files/<version>.sql: first line "-- " and the moment it stopped (UTC, ISO), the two PRAGMAs application_id and user_version, and what `sqlite3 <folder>/tables.db .dump` says.
//
// What a version does not understand it answers, and the story goes on. Read what is printed: a line with !! is a button nobody was shown.
import http from 'node:http';
import fs from 'node:fs';
import { spawn } from 'node:child_process';

const [program, folder] = process.argv.slice(2);
const tenant = '11111111-1111-1111-1111-111111111111';
const numbers = { katrin: 1, amina: 2, bernd: 3, samira: 4, clara: 5, dao: 6, edda: 7 };
const rooms = [['19:musterstadt-beirat@thread.v2', 'groupChat'], ['19:musterstadt-plenum@thread.tacv2', 'channel']];
const port = 5200 + (process.pid % 500);
const shown = [];
const wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

const connector = http.createServer((request, response) => {
  let body = '';
  request.on('data', (data) => { body += data; });
  request.on('end', () => {
    const parts = decodeURIComponent(request.url).split('/').filter(Boolean);
    const activity = body ? JSON.parse(body) : {};
    response.setHeader('content-type', 'application/json');
    if (request.method === 'POST' && parts.at(-1) === 'conversations') {
      response.end(JSON.stringify({ id: `a:personal-${activity.members[0].id.slice(3)}` }));
    } else if (request.method === 'POST' || request.method === 'PUT') {
      const id = request.method === 'PUT' ? parts.at(-1) : `m${shown.length}`;
      shown.push({ id, conversation: parts[parts.indexOf('conversations') + 1], card: activity.attachments });
      response.end(JSON.stringify({ id }));
    } else {
      response.end('{}');
    }
  });
});
await new Promise((listening) => connector.listen(0, '127.0.0.1', listening));

function activity(who, further) {
  return {
    id: `in${Math.random()}`, channelId: 'msteams', serviceUrl: `http://127.0.0.1:${connector.address().port}/`, locale: 'de-DE', timestamp: new Date().toISOString(),
    from: { id: `29:${who}`, name: who, aadObjectId: `00000000-0000-0000-0000-${String(numbers[who]).padStart(12, '0')}` },
    recipient: { id: '28:22222222-2222-2222-2222-222222222222', name: 'Koordinationsbot' },
    conversation: { id: `a:personal-${who}`, conversationType: 'personal', tenantId: tenant }, channelData: { tenant: { id: tenant } }, ...further,
  };
}

async function post(what) {
  const response = await fetch(`http://127.0.0.1:${port}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(what) });
  const text = await response.text();
  return text ? JSON.parse(text) : null;
}

async function say(who, text) {
  console.log(`${who}: ${text}`);
  await post(activity(who, { type: 'message', text }));
  await wait(1);
}

const all = (element) => (element && typeof element === 'object' ? [element, ...Object.values(element).flatMap(all)] : []);
const isButton = (element) => /^Action\.(Execute|Submit)$/.test(element.type ?? '');
const isForward = (element) => isButton(element) && !/Zurück|Verwerfen|Ändern|Abbrechen/.test(element.title ?? '');

/** Presses a button of that title on the newest card that has it; without a title the first one on the newest card that leads on. */
async function press(who, title) {
  for (const { id, card } of shown.filter((message) => message.conversation === `a:personal-${who}`).reverse()) {
    const button = all(card).find((element) => (title ? isButton(element) && element.title === title : isForward(element)));
    if (button) {
      const data = { ...button.data };
      for (const input of all(card).filter((element) => /^Input\./.test(element.type ?? ''))) {
        data[input.id] = input.choices?.find((choice) => choice.title.includes('Samira'))?.value ?? input.value ?? input.choices?.[0]?.value ?? '';
      }

      console.log(`${who}: [${button.title}]`);
      const answer = await post(activity(who, { type: 'invoke', name: 'adaptiveCard/action', replyToId: id, value: { action: { type: 'Action.Execute', verb: button.verb, data }, trigger: 'manual' } }));
      shown.push({ id, conversation: `a:personal-${who}`, card: answer?.value });
      await wait(1);
      return;
    }

    if (!title) {
      break;
    }
  }

  console.log(`!! ${who} is shown no [${title ?? 'anything to press'}]`);
}

async function end(name) {
  await say('katrin', `Abstimmung beenden: ${name}`);
  await press('katrin', 'Ja, jetzt beenden');
  await wait(9);
}

fs.rmSync(folder, { recursive: true, force: true });
const bot = spawn('dotnet', [`${program}/Bot.dll`, `--urls=http://127.0.0.1:${port}`, `--Tables:DataFolder=${folder}`, '--Playground:Enabled=false'], { cwd: program, env: { ...process.env, DOTNET_ENVIRONMENT: 'Development' }, stdio: ['ignore', 'pipe', 'inherit'] });
await new Promise((started) => bot.stdout.on('data', (line) => /Application started/.test(line) && started()));

for (const who of ['amina', 'bernd', 'samira', 'clara', 'dao', 'edda']) {
  await say(who, 'Hilfe');
}

for (const [id, conversationType] of rooms) {
  const mentioned = { id: '28:22222222-2222-2222-2222-222222222222', name: 'Koordinationsbot' };
  const text = '<at>Koordinationsbot</at>';
  const conversation = { id: conversationType === 'channel' ? `${id};messageid=1700000000001` : id, conversationType, tenantId: tenant, isGroup: true };
  await post(activity('amina', { type: 'message', text: `${text} Hilfe`, entities: [{ type: 'mention', text, mentioned }], conversation }));
}

await say('katrin', 'Beirat am 21. Januar 2027 um 17 Uhr im Rathaus');
await press('katrin', 'Einladen');
await wait(4);
await say('amina', 'TOP: Stand Demokratiefest, 15 min');
for (const name of ['Chor Nordwind', 'Verein Brücke e. V.']) {
  await say('katrin', `Aufnahme beantragen: ${name}`);
  await press('katrin', 'Antrag stellen');
  await wait(5);
  for (const who of ['amina', 'bernd', 'clara']) {
    await say(who, `Ja: ${name}`);
  }

  await end(name);
  await say('amina', `Ja: ${name}`);
  await say('bernd', `Nein: ${name}`);
  if (name === 'Chor Nordwind') {
    await say('dao', `Ja: ${name}`);
    await say('edda', `Ja: ${name}`);
    await end(name);
  }
}

const further = [
  ['katrin', 'Abstimmung: Sollen wir dem Landesnetz beitreten? bis 15.1.2027 12 Uhr'], ['katrin', 'Wahl Beirat: 5 Sitze, Vorschläge bis 14.1.2027, Wahl bis 28.1.2027'],
  ['amina', 'Ich kandidiere: Beirat'], ['amina', 'Kontakt Telefon: 0341 123456 für meine Gremien'], ['katrin', 'Beschluss 2026-01 zuständig: Bernd Krüger bis 3.4.2027'],
  ['katrin', 'Interessent: Moscheeverein, Kirchen'], ['amina', 'Ausschluss beantragen: Offener Jugendtreff Nordlicht, weil er seit Jahren fehlt'],
  ['katrin', 'Umfrage Beirat: Welches Motto? Vielfalt, Zusammenhalt bis 15.1.2027'], ['katrin', 'Austritt erklären: Kreissportbund zum 31.12.2026'],
];
for (const [who, line] of further) {
  await say(who, line);
  await press(who);
}

await say('bernd', 'Ich komme zum Beirat');
await wait(1);
bot.kill('SIGTERM');
await new Promise((ended) => bot.on('exit', ended));
process.exit(0);
