import { JenkinsServer } from '../jenkins';
import { createJenkinsFolders } from './createJenkinsFolders';

const NOW = Date.UTC(2026, 10, 24, 14, 40);

describe('createJenkinsFolders', () => {
  it('fills a controller that answers the same while its clock stands still', async () => {
    const clock = () => NOW;
    const { items, fullNames } = createJenkinsFolders({
      seed: 1,
      folders: 3,
      jobsPerFolder: 4,
      clock,
    });
    expect(fullNames).toHaveLength(12);
    const server = await JenkinsServer.start({ name: 'bench', items, clock });
    try {
      const ask = async () => {
        const answer = await fetch(
          `${server.url}/job/folder-2/api/json?tree=jobs[name,builds[number,result,timestamp]{0,20}]`,
        );
        return answer.json();
      };
      const first = await ask();
      expect(first.jobs).toHaveLength(4);
      expect(first.jobs[0].builds.length).toBeGreaterThan(10);
      expect(await ask()).toEqual(first);
    } finally {
      await server.stop();
    }
  });
});
