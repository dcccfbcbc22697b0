// One `dasi serve` with a data folder, a port and a mailbox of its own.

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Mailbox } from './smtp.ts';

const DASI = resolve(import.meta.dirname, process.env.DASI_BIN ?? '../target/release/dasi');
const READY_WITHIN = 30_000;
const STOPPED_WITHIN = 10_000;

/** What a turn of the worker did, as `dasi tick` prints it. */
export interface Turn {
  due: number;
  made: number;
  sent: number;
  retry: number;
  ambiguous: number;
  dead: number;
  skipped: number;
  suppressed: number;
  deleted: number;
}

export interface ServerOptions {
  /** Of `dasi serve`. */
  flags?: string[];
  environment?: NodeJS.ProcessEnv;
  /** What browsers call this machine. Passkeys need a name: a number is no domain. */
  host?: string;
  /** Where its mail goes; closed with the server. */
  mails?: Mailbox;
}

export class Server {
  /** Every server this worker has started. */
  static readonly all: Server[] = [];

  /** What the server has said on both of its outputs. */
  log = '';

  private constructor(
    readonly url: string,
    readonly data: string,
    readonly mails: Mailbox,
    private readonly env: NodeJS.ProcessEnv,
    private process: ChildProcess,
  ) {
    this.hear(process);
  }

  private hear(process: ChildProcess): void {
    const listen = (chunk: Buffer) => (this.log += chunk);
    process.stdout?.on('data', listen);
    process.stderr?.on('data', listen);
  }

  static async start({ flags = [], environment = {}, host = '127.0.0.1', ...options }: ServerOptions = {}): Promise<Server> {
    const mails = options.mails ?? (await Mailbox.open());
    const data = await mkdtemp(join(tmpdir(), 'dasi-end2end-'));
    const port = await freePort();
    const address = `127.0.0.1:${port}`;
    const url = `http://${host}:${port}`;
    const env = {
      ...process.env,
      DASI_ADDR: address,
      DASI_URL: url,
      DASI_DATA: data,
      DASI_SMTP_URL: mails.url,
      DASI_TRUSTED_PROXIES: '127.0.0.1', // so that each test can come from an address of its own
      ...environment,
    };
    const child = spawn(DASI, ['serve', ...flags], { cwd: PROJECT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    // A worker that Playwright ends early takes its server along.
    process.once('exit', () => child.kill('SIGKILL'));
    const server = new Server(url, data, mails, env, child);
    Server.all.push(server);
    try {
      await server.ready();
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  /** Does what is due at `now` (RFC 3339), as the worker would, and returns the line `dasi tick` prints. */
  async tick(now: Date | string): Promise<Turn> {
    const instant = typeof now === 'string' ? now : now.toISOString();
    const { stdout } = await this.run(['tick', '--now', instant]);
    return JSON.parse(stdout) as Turn;
  }

  /** Any other command of `dasi`, on this server's data, with `input` on its standard input. */
  async run(words: string[], input = ''): Promise<{ stdout: string; stderr: string }> {
    const running = promisify(execFile)(DASI, words, { cwd: PROJECT, env: this.env });
    running.child.stdin?.on('error', () => undefined); // it may end without having read
    running.child.stdin?.end(input);
    return running;
  }

  /** SIGKILL: no chance to tidy up. */
  async kill(): Promise<void> {
    const ended = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await ended;
  }

  /** The same data at the same address, again. */
  async restart(): Promise<void> {
    const child = spawn(DASI, ['serve'], { cwd: PROJECT, env: this.env, stdio: ['ignore', 'pipe', 'pipe'] });
    process.once('exit', () => child.kill('SIGKILL'));
    this.process = child;
    this.hear(child);
    await this.ready();
  }

  async stop(): Promise<void> {
    if (this.running()) {
      const ended = once(this.process, 'exit');
      this.process.kill('SIGTERM');
      const late = setTimeout(() => this.process.kill('SIGKILL'), STOPPED_WITHIN);
      await ended;
      clearTimeout(late);
    }
    await this.mails.close();
    await rm(this.data, { recursive: true, force: true });
  }

  private async ready(): Promise<void> {
    let failed: Error | undefined;
    this.process.once('error', (error) => (failed = error));
    const deadline = Date.now() + READY_WITHIN;
    while (Date.now() < deadline) {
      if (failed) throw failed;
      if (!this.running()) throw new Error(`the server ended with ${this.process.exitCode}:\n${this.log}`);
      const answer = await fetch(`${this.url}/ready`).catch(() => undefined);
      if (answer?.status === 200) return;
      await pause(50);
    }
    throw new Error(`the server was not ready in ${READY_WITHIN} ms:\n${this.log}`);
  }

  private running(): boolean {
    return this.process.pid !== undefined && this.process.exitCode === null && this.process.signalCode === null;
  }
}

/** The server finds `target/site` from here. */
const PROJECT = resolve(import.meta.dirname, '..');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
