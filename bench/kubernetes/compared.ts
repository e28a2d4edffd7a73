import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  untilObserved,
  startBackend,
  type BackendProcess,
} from '../backendProcess';
import { sqliteDatabase } from '../databases';
import { quantile, report } from '../report';
import { ApiserverProxy, type Traffic } from './ApiserverProxy';
import type { ClusterBackendOptions } from './clusterBackend';
import { comparedDocument } from './comparedDocument';
import { Estate, isControlPlaneMissing } from './Estate';
import { openOurViewer } from './openOurViewer';
import { openStockViewer } from './openStockViewer';
import type { OpenViewer, Viewer } from './Viewer';

const SERVICES_COUNT = 400;
const VIEWERS_COUNTS = [1, 10, 50] as const;
const CRASHES_COUNT = 20;
const MINUTE_MS = 60_000;
const SETTLE_MS = 15_000;
/** People open pages when they will. */
const OPENED_WITHIN_MS = 10_000;
const SHOWN_MAX_MS = 60_000;
const FILE = path.resolve('docs/kubernetes-compared.md');

/** What a minute of so many viewers asked for. */
export interface ViewedMinute {
  readonly viewers: number;
  readonly apiserver: Traffic;
  /** Bytes that all viewers together were sent. */
  readonly viewerBytes: number;
}

/** What was measured of one plugin. */
export interface Measured {
  /** From the backend's start until it has all it wants of the cluster. */
  readonly start: Traffic;
  readonly minutes: readonly ViewedMinute[];
  /** From the apiserver's acknowledgement to the answer that shows it, for each crash loop. */
  readonly crashLoopMs: readonly number[];
}

interface Plugin {
  readonly name: 'callboard' | 'stock';
  readonly open: OpenViewer;
  /** Where it shows in what the page is made of. */
  readonly crashLoop: RegExp;
}

const PLUGINS: readonly Plugin[] = [
  { name: 'stock', open: openStockViewer, crashLoop: /"CrashLoopBackOff"/ },
  { name: 'callboard', open: openOurViewer, crashLoop: /"crash-loop"/ },
];

class Stage {
  readonly #estate: Estate;
  readonly #plugin: Plugin;
  readonly #proxy: ApiserverProxy;
  readonly #backend: BackendProcess;

  constructor(options: {
    estate: Estate;
    plugin: Plugin;
    proxy: ApiserverProxy;
    backend: BackendProcess;
  }) {
    this.#estate = options.estate;
    this.#plugin = options.plugin;
    this.#proxy = options.proxy;
    this.#backend = options.backend;
  }

  open(service: number, onShown: (text: string) => void = () => {}): Viewer {
    const { url, headers } = this.#backend;
    return this.#plugin.open({ backendUrl: url, headers, service, onShown });
  }

  /** Each viewer looks at a service of their own. */
  async minuteOf(viewers: number): Promise<ViewedMinute> {
    const opened: Viewer[] = [];
    for (let viewer = 0; viewer < viewers; viewer++) {
      opened.push(this.open(viewer));
      await sleep(OPENED_WITHIN_MS / viewers);
    }
    const sent = () => opened.reduce((sum, { bytes }) => sum + bytes, 0);
    const sentBefore = sent();
    this.#proxy.take();
    await sleep(MINUTE_MS);
    const apiserver = this.#proxy.take();
    const viewerBytes = sent() - sentBefore;
    opened.forEach(viewer => viewer.close());
    return { viewers, apiserver, viewerBytes };
  }

  /**
   * From a pod's crash loop to the page that shows it, some time after it was opened: `turn`, from 0
   * to below 1, of what lies between two polls.
   */
  async crashLoopMs(service: number, turn: number): Promise<number> {
    let shown: (at: number) => void = () => {};
    const shownAt = new Promise<number>(resolve => {
      shown = resolve;
    });
    const viewer = this.open(service, text => {
      if (this.#plugin.crashLoop.test(text)) shown(Date.now());
    });
    try {
      await sleep((1 + turn) * OPENED_WITHIN_MS);
      const at = await this.#estate.crashPod(service);
      return (
        (await Promise.race([
          shownAt,
          sleep(SHOWN_MAX_MS, undefined, { ref: false }).then(() => Infinity),
        ])) - at
      );
    } finally {
      viewer.close();
    }
  }
}

async function measure(
  estate: Estate,
  plugin: Plugin,
  crashed: number,
): Promise<Measured> {
  const database = sqliteDatabase();
  const proxy = await ApiserverProxy.before(estate.plane);
  const options: ClusterBackendOptions = {
    port: 7112,
    services: SERVICES_COUNT,
    kubernetes: estate.config({ url: proxy.url }),
    database: database.config,
    plugin: plugin.name,
  };
  const backend = await startBackend(options, 'kubernetes/clusterBackend.ts');
  try {
    if (plugin.name === 'callboard') {
      await untilObserved(backend, SERVICES_COUNT);
    }
    await sleep(SETTLE_MS);
    const start = proxy.take();
    const stage = new Stage({ estate, plugin, proxy, backend });
    const minutes: ViewedMinute[] = [];
    for (const viewers of VIEWERS_COUNTS) {
      minutes.push(await stage.minuteOf(viewers));
    }
    const crashLoopMs: number[] = [];
    for (let crash = 0; crash < CRASHES_COUNT; crash++) {
      const turn = (crash + Math.random()) / CRASHES_COUNT;
      crashLoopMs.push(await stage.crashLoopMs(crashed + crash, turn));
    }
    return { start, minutes, crashLoopMs };
  } finally {
    await backend.stop();
    await proxy.stop();
    await database.remove();
  }
}

/** The same cluster, the same viewers, the stock plugin and ours; writes the table of the docs. */
export async function benchKubernetesCompared(): Promise<void> {
  if (isControlPlaneMissing()) return;
  const estate = await Estate.up({ services: SERVICES_COUNT });
  try {
    const measured = [];
    for (const [index, plugin] of PLUGINS.entries()) {
      const crashed = SERVICES_COUNT - (index + 1) * CRASHES_COUNT;
      measured.push(await measure(estate, plugin, crashed));
    }
    const [stock, ours] = measured;
    for (const [index, { viewers, apiserver }] of ours.minutes.entries()) {
      const theirs = stock.minutes[index].apiserver;
      report({
        name: `requests at the apiserver in a minute with ${viewers} viewers, ours against the stock plugin's`,
        measured: `${apiserver.requests} requests, ${apiserver.bytes} bytes`,
        against: `${theirs.requests} requests, ${theirs.bytes} bytes`,
        ratio: apiserver.requests / theirs.requests,
        bar: 1,
      });
    }
    report({
      name: 'until a crash loop shows, p50, ours against the stock plugin',
      measured: `${ours.crashLoopMs.join(', ')} ms`,
      against: `${stock.crashLoopMs.join(', ')} ms`,
      ratio: quantile(ours.crashLoopMs, 0.5) / quantile(stock.crashLoopMs, 0.5),
      bar: 1,
    });
    writeFileSync(
      FILE,
      comparedDocument({
        stock,
        ours,
        services: SERVICES_COUNT,
        pods: estate.pods,
        cores: availableParallelism(),
        at: new Date(),
      }),
    );
    // The table's columns are padded as all Markdown here.
    execFileSync(path.resolve('node_modules/.bin/prettier'), ['--write', FILE]);
  } finally {
    await estate.down();
  }
}
