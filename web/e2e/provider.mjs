// A provider of single sign-on: the certified `oidc-provider`, whose own pages let in whoever types a name.
//
// Says where it listens, then reads the address of the program that people come from. Until it knows that it is out of
// order, as a provider may be when the program starts.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import Provider from 'oidc-provider';

/** Who is in which group. */
const GROUPS = { frida: ['map', 'staff'], gerd: ['staff'] };

function provider(issuer, program) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return new Provider(issuer, {
    clients: [
      {
        client_id: 'miteinander',
        client_secret: 'only the two of us know',
        redirect_uris: [`${program}/anmelden/sso/zurueck`],
        post_logout_redirect_uris: [`${program}/anmelden`],
      },
    ],
    cookies: { keys: ['of this run'] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'of this run', use: 'sig' }] },
    claims: { openid: ['sub'], profile: ['preferred_username', 'groups'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: id, groups: GROUPS[id] ?? [] }),
    }),
    // It answers only whoever proves that they asked.
    pkce: { required: () => true },
  });
}

let answer = (_, response) => {
  response.statusCode = 503;
  response.end();
};
const server = createServer((request, response) => {
  answer(request, response);
});
server.listen(0, '127.0.0.1', () => {
  // By another name than the program's address: the browser takes the two for different sites.
  const issuer = `http://localhost:${server.address().port}`;
  console.log(issuer);
  createInterface({ input: process.stdin }).on('line', (program) => {
    answer = provider(issuer, program).callback();
    console.log('ready');
  });
});
