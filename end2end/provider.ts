// A real sign-in provider (OpenID Connect): whoever types a login is that person.

import { once } from 'node:events';
import { type IncomingMessage, type Server as Listener, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider as Engine, type Configuration, type Interaction } from 'oidc-provider';

const BACK = '/sign-in/provider/back';
const CLIENT = { id: 'dasi', secret: 'p@ss/word: 100%+' };

export interface ProviderOptions {
  /** What the button says. */
  name?: string;
  /** Domains whose people may join without an invitation. */
  domains?: string[];
  /** Leaves the address out of the ID token, so that userinfo is asked for it. */
  terse?: boolean;
}

export class Provider {
  private house: string | undefined;

  /** It has an address before the house has one: `serves` says which house it is for. */
  static async open(options: ProviderOptions = {}): Promise<Provider> {
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return new Provider(listener, options);
  }

  private constructor(
    private readonly listener: Listener,
    private readonly options: ProviderOptions,
  ) {}

  /** A name, so that to a browser it is another site than the house's address of numbers. */
  get issuer(): string {
    return `http://localhost:${(this.listener.address() as AddressInfo).port}`;
  }

  /** What a house has to be told to send its people here. */
  get environment(): NodeJS.ProcessEnv {
    return {
      DASI_OIDC_ISSUER: this.issuer,
      DASI_OIDC_CLIENT_ID: CLIENT.id,
      DASI_OIDC_CLIENT_SECRET: CLIENT.secret,
      DASI_OIDC_NAME: this.options.name ?? '밤샘 계정',
      DASI_OIDC_DOMAINS: (this.options.domains ?? []).join(','),
    };
  }

  /** From now on it sends people back to this house, and nowhere else. */
  serves(house: string): void {
    if (this.house !== undefined) throw new Error(`it serves ${this.house} already`);
    this.house = house;
    const engine = new Engine(this.issuer, configuration(house, this.options));
    const answer = engine.callback();
    this.listener.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const asks = /^\/interaction\/[^/]+(\/abort)?$/.exec(request.url ?? '');
      if (!asks) return void answer(request, response);
      meet(engine, request, response, asks[1] !== undefined).catch((error: unknown) => {
        response.writeHead(400, { 'Content-Type': 'text/plain' }).end(String(error));
      });
    });
  }

  async close(): Promise<void> {
    this.listener.closeAllConnections();
    await new Promise((resolve) => this.listener.close(resolve));
  }
}

function configuration(house: string, { terse = false }: ProviderOptions): Configuration {
  return {
    clients: [
      { client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [house + BACK], response_types: ['code'] },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'locale'] },
    conformIdTokenClaims: terse,
    cookies: { keys: ['signs the cookies of tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, login) => ({
      accountId: login,
      claims: () => ({
        sub: login,
        email: `${login}@example.com`,
        email_verified: !login.startsWith('unverified'),
        name: login,
        locale: 'ko-KR',
      }),
    }),
    // Nobody is asked whether the house may know their name: they came to tell it.
    loadExistingGrant: async ({ oidc: { client, session, provider } }) => {
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  };
}

/** Shows the door, or takes what was typed there. */
async function meet(engine: Engine, request: IncomingMessage, response: ServerResponse, leave: boolean): Promise<void> {
  const interaction = await engine.interactionDetails(request, response);
  if (leave) return engine.interactionFinished(request, response, { error: 'access_denied' });
  if (request.method !== 'POST') {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(door(interaction));
    return;
  }
  const accountId = new URLSearchParams(await body(request)).get('login') ?? '';
  return engine.interactionFinished(request, response, { login: { accountId } });
}

function door({ uid }: Interaction): string {
  return `<!doctype html><html lang="en"><title>Provider</title>
    <main><h1>Provider</h1><form method="post" action="/interaction/${uid}">
    <label>Login <input name="login" required pattern="[a-z0-9.\\-]+"></label><button>Sign in</button></form>
    <a href="/interaction/${uid}/abort">Cancel</a></main></html>`;
}

async function body(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
