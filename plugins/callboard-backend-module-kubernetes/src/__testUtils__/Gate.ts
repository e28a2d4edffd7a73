import { once } from 'node:events';
import {
  connect,
  createServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';

/** A way to a server that can be shut: what is connected is cut off, what comes is turned away. */
export class Gate {
  readonly #target: URL;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #isOpen = true;

  static async to(url: string): Promise<Gate> {
    const gate = new Gate(new URL(url));
    gate.#server.listen(0, '127.0.0.1');
    await once(gate.#server, 'listening');
    return gate;
  }

  private constructor(target: URL) {
    this.#target = target;
    this.#server = createServer(socket => this.#pass(socket));
  }

  /** Where it leads to the server. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `${this.#target.protocol}//127.0.0.1:${port}`;
  }

  shut(): void {
    this.#isOpen = false;
    this.#sockets.forEach(socket => socket.destroy());
  }

  open(): void {
    this.#isOpen = true;
  }

  async close(): Promise<void> {
    this.shut();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #pass(socket: Socket) {
    if (!this.#isOpen) {
      socket.destroy();
      return;
    }
    const { hostname, port } = this.#target;
    const onward = connect(Number(port), hostname);
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ]) {
      this.#sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
