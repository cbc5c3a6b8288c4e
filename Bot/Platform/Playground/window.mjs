// Runs the Playground inside three walls: it ends with the bot, it is reached from this machine only, and it looks up
// no name outside it. Called as: node window.mjs <its cli.js> start <its options>.
import dns from 'node:dns';
import { createRequire } from 'node:module';
import net from 'node:net';

// The bot holds the other end. However the bot ends, killed or not, the system closes it.
process.stdin.on('end', () => process.exit(0));
process.stdin.on('error', () => process.exit(0));
process.stdin.resume();
// Ctrl+C reaches every program of the terminal, but the bot decides when a window goes; the Playground is not asked.
process.on('SIGINT', () => {});
const on = process.on;
process.on = (event, listener) => (event === 'SIGINT' ? process : on.call(process, event, listener));

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (first, ...rest) {
  return typeof first === 'number' && typeof rest[0] !== 'string'
    ? listen.call(this, first, '127.0.0.1', ...rest)
    : listen.call(this, first, ...rest);
};

const lookup = dns.lookup;
dns.lookup = (name, ...rest) => {
  if (name === 'localhost' || net.isIP(name)) {
    return lookup(name, ...rest);
  }
  const refused = Object.assign(new Error(`no look-up of ${name} from a local chat window`), { code: 'ENOTFOUND' });
  process.nextTick(rest[rest.length - 1], refused);
  return {};
};

process.argv.splice(1, 1);
createRequire(import.meta.url)(process.argv[1]);
