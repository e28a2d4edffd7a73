import { benchBoard } from './board';
import { benchBrowser } from './browser';
import { benchJenkins } from './jenkins';
import { benchKubernetes } from './kubernetes';
import { benchKubernetesCompared } from './kubernetes/compared';
import { benchKubernetesLive } from './kubernetes/live';
import { benchMemory } from './memory';
import { overCount } from './report';
import { benchRunbooks } from './runbooks';

const BENCHES: Record<string, () => Promise<void>> = {
  jenkins: benchJenkins,
  board: benchBoard,
  memory: benchMemory,
  browser: benchBrowser,
  kubernetes: benchKubernetes,
  'kubernetes-live': benchKubernetesLive,
  'kubernetes-compared': benchKubernetesCompared,
  runbooks: benchRunbooks,
};

async function main(names: string[]) {
  for (const name of names.length ? names : Object.keys(BENCHES)) {
    const bench = BENCHES[name];
    if (!bench) {
      throw new Error(
        `No benchmark is called ${name}; there are ${Object.keys(BENCHES).join(
          ', ',
        )}`,
      );
    }
    process.stdout.write(`\n== ${name}\n`);
    await bench();
  }
  process.stdout.write(`\n${overCount()} over their bar\n`);
  process.exitCode = overCount() ? 1 : 0;
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
