// The official connector as judge of requests: which of them it takes as coming from the channel.
//   node tokens.mjs <file>   with { appId, metadata, requests: [{ name, authorization, activity }] }  → names of those it takes, as JSON
import { readFileSync } from 'node:fs';
import connector from 'botframework-connector';

const { appId, metadata, requests } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { BotFrameworkAuthenticationFactory, PasswordServiceClientCredentialFactory, AuthenticationConstants } = connector;
console.error = () => {};
const authentication = BotFrameworkAuthenticationFactory.create(
  '', true,
  AuthenticationConstants.ToChannelFromBotLoginUrl,
  AuthenticationConstants.ToChannelFromBotOAuthScope,
  AuthenticationConstants.ToBotFromChannelTokenIssuer,
  AuthenticationConstants.OAuthUrl,
  metadata,
  metadata, // the Emulator's keys: as if Entra had signed
  '',
  new PasswordServiceClientCredentialFactory(appId, ''),
  {},
);

const taken = [];
for (const { name, authorization, activity } of requests) {
  try {
    await authentication.authenticateRequest(activity, authorization);
    taken.push(name);
  } catch {
    // Refused, whatever the reason.
  }
}
console.log(JSON.stringify(taken));
