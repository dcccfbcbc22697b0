// A real SMTP server that keeps what it receives: what a test asks of mail, it asks of bytes that crossed a socket.

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Mail {
  from: string;
  /** Who it was sent to by RCPT TO, whatever its headers say. */
  to: string[];
  /** As received, before any parsing. */
  raw: Buffer;
  /** Headers, text, HTML and attachments. */
  parsed: ParsedMail;
  /** Whether it came over TLS. */
  encrypted: boolean;
  /** The user that signed in, where the server asks for one. */
  user: string | undefined;
}

/** A key and its certificate, as PEM. */
export interface Identity {
  key: string;
  cert: string;
}

export interface MailboxOptions {
  /** Offers STARTTLS. */
  starttls?: Identity;
  /** Speaks TLS from the first byte. */
  secure?: Identity;
  /** Takes mail only from this user. */
  auth?: { user: string; pass: string };
}

/** 450 asks the sender to come back later, 550 never to. */
export type Refusal = 450 | 550;

export class Mailbox {
  readonly mails: Mail[] = [];
  private readonly server: SMTPServer;
  private readonly refusals = new Map<string, Refusal>();
  private readonly taken = new Set<Mail>();
  private readonly arrival = new EventTarget();

  static async open(options: MailboxOptions = {}): Promise<Mailbox> {
    const mailbox = new Mailbox(options);
    const listener = mailbox.server.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return mailbox;
  }

  private constructor(private readonly options: MailboxOptions) {
    this.server = new SMTPServer({
      ...access(options),
      onRcptTo: ({ address }, _session, done) => done(this.refusal(address)),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          this.receive(Buffer.concat(chunks), {
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            encrypted: session.secure,
            user: session.user,
          }).then(() => done(), done);
        });
      },
    });
    // A client that hangs up is the client's business.
    this.server.on('error', () => undefined);
  }

  /** For `DASI_SMTP_URL`. Without STARTTLS it is plain text on the loopback interface. */
  get url(): string {
    const { port } = this.server.server.address() as AddressInfo;
    const { auth, starttls, secure } = this.options;
    const user = auth ? `${encodeURIComponent(auth.user)}:${encodeURIComponent(auth.pass)}@` : '';
    const scheme = secure ? 'smtps' : 'smtp';
    return `${scheme}://${user}127.0.0.1:${port}${starttls ? '?tls=required' : ''}`;
  }

  /** From now on RCPT TO this address is answered with `code`; `null` takes its mail again. */
  refuse(to: string, code: Refusal | null): void {
    if (code === null) this.refusals.delete(to.toLowerCase());
    else this.refusals.set(to.toLowerCase(), code);
  }

  /** Everything `to` has received so far, oldest first. */
  all(to: string): Mail[] {
    return this.mails.filter((mail) => mail.to.some((address) => same(address, to)));
  }

  /** The oldest mail to `to` that no earlier call has returned, as soon as there is one. */
  async waitFor(to: string, { subject, timeout = 10_000 }: { subject?: RegExp; timeout?: number } = {}): Promise<Mail> {
    const deadline = AbortSignal.timeout(timeout);
    for (;;) {
      const mail = this.all(to).find(
        (mail) => !this.taken.has(mail) && (subject?.test(mail.parsed.subject ?? '') ?? true),
      );
      if (mail) {
        this.taken.add(mail);
        return mail;
      }
      await this.next(deadline, `no mail to ${to} in ${timeout} ms; there is ${this.inventory()}`);
    }
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  private refusal(address: string): Error | null {
    const code = this.refusals.get(address.toLowerCase());
    if (!code) return null;
    const words = code === 450 ? 'Mailbox busy, try again later' : 'No such mailbox';
    return Object.assign(new Error(words), { responseCode: code });
  }

  private async receive(raw: Buffer, envelope: Omit<Mail, 'raw' | 'parsed'>): Promise<void> {
    this.mails.push({ ...envelope, raw, parsed: await simpleParser(raw) });
    this.arrival.dispatchEvent(new Event('mail'));
  }

  private next(deadline: AbortSignal, otherwise: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const settled = new AbortController();
      const settle = (how: () => void) => () => (settled.abort(), how());
      const late = settle(() => reject(new Error(otherwise)));
      if (deadline.aborted) return late();
      this.arrival.addEventListener('mail', settle(resolve), { signal: settled.signal });
      deadline.addEventListener('abort', late, { signal: settled.signal });
    });
  }

  private inventory(): string {
    return this.mails.map(({ to, parsed }) => `"${parsed.subject}" to ${to.join(', ')}`).join('; ') || 'none at all';
  }
}

/** The addresses a header names. */
export function addresses(header: AddressObject | AddressObject[] | undefined): string[] {
  return [header ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''));
}

/** A header's value as it was sent, unfolded. */
export function header(mail: Mail, name: string): string | undefined {
  const found = mail.parsed.headerLines.find(({ key }) => key === name.toLowerCase());
  return found?.line.replace(/^[^:]*:\s*/, '').replace(/\r?\n(?=[ \t])/g, '');
}

/** The first address in the mail's text that contains `part`. */
export function link(mail: Mail, part: string): string {
  const found = (mail.parsed.text?.match(/https?:\/\/[^\s<>"]+/g) ?? []).find((url) => url.includes(part));
  if (!found) throw new Error(`no address with ${part} in: ${mail.parsed.text}`);
  return found;
}

function access({ starttls, secure, auth }: MailboxOptions): SMTPServerOptions {
  return {
    ...starttls,
    ...secure,
    secure: secure !== undefined,
    disabledCommands: [...(starttls ? [] : ['STARTTLS']), ...(auth ? [] : ['AUTH'])],
    allowInsecureAuth: !starttls,
    authOptional: !auth,
    onAuth: ({ username, password }, _session, done) => {
      if (username === auth?.user && password === auth?.pass) done(null, { user: username });
      else done(Object.assign(new Error('Wrong user name or password'), { responseCode: 535 }));
    },
  };
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
