import { BeanModel } from '../BeanModel';
import type { ExportedBean } from '../BeanModel';
import type { JenkinsCommit } from '../items';
import type { LocatedBuild } from '../jobBuilds';

const authorModel = BeanModel.create<{ url: string; name: string }>({
  properties: {
    absoluteUrl: author => author.url,
    fullName: author => author.name,
  },
  summary: ['absoluteUrl', 'fullName'],
});

interface Change {
  readonly commit: JenkinsCommit;
  readonly rootUrl: string;
}

/** `ana.petrov` for Ana Petrov. */
function userId(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '.');
}

const changeModel = BeanModel.create<Change>({
  className: 'hudson.plugins.git.GitChangeSet',
  properties: {
    affectedPaths: () => [],
    commitId: ({ commit }) => commit.id,
    timestamp: ({ commit }) => commit.committedAt,
    author: ({ commit, rootUrl }) =>
      authorModel.of({
        url: `${rootUrl}user/${userId(commit.author)}`,
        name: commit.author,
      }),
    authorEmail: ({ commit }) => `${userId(commit.author)}@fernway.example`,
    comment: ({ commit }) => `${commit.message}\n`,
    date: ({ commit }) =>
      new Date(commit.committedAt)
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, ' +0000'),
    id: ({ commit }) => commit.id,
    msg: ({ commit }) => commit.message,
    paths: () => [],
  },
});

const changeSetModel = BeanModel.create<LocatedBuild>({
  className: 'hudson.plugins.git.GitChangeSetList',
  properties: {
    items: ({ build, job }) =>
      (build.commits ?? []).map(commit =>
        changeModel.of({ commit, rootUrl: job.view.rootUrl }),
      ),
    kind: () => 'git',
  },
});

const emptyChangeSetModel = BeanModel.create<null>({
  className: 'hudson.scm.EmptyChangeLogSet',
  properties: { items: () => [], kind: () => null },
});

/** Of a pipeline's run: one entry a repository, none where nothing changed. */
export function changeSetBeans(build: LocatedBuild): readonly ExportedBean[] {
  return build.build.commits?.length ? [changeSetModel.of(build)] : [];
}

/** Of a classic build, which always has exactly one. */
export function changeSetBean(build: LocatedBuild): ExportedBean {
  return build.build.commits?.length
    ? changeSetModel.of(build)
    : emptyChangeSetModel.of(null);
}
