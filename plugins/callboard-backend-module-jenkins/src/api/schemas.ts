import { z } from 'zod';

/*
 * What Jenkins says, at the door. Jenkins leaves out what it does not know or writes null, and
 * plugins add what they like, so that everything but names and numbers may be absent; a part that
 * is not what it should be is dropped rather than the whole.
 */

const text = z.string().nullish().catch(undefined);
const count = z.number().nonnegative().nullish().catch(undefined);
const instant = z.number().int().nonnegative().nullish().catch(undefined);
const flag = z.boolean().nullish().catch(undefined);

/** A list without the elements that are not what they should be. */
function lenientArray<T extends z.ZodType>(element: T) {
  return z
    .array(element.nullable().catch(null))
    .transform(list =>
      list.filter((item): item is NonNullable<typeof item> => item !== null),
    )
    .nullish()
    .catch(undefined);
}

const actionSchema = z.object({
  causes: lenientArray(z.object({ shortDescription: text, userName: text })),
  lastBuiltRevision: z.object({ SHA1: text }).nullish().catch(undefined),
  remoteUrls: lenientArray(z.string()),
  failCount: count,
  skipCount: count,
  totalCount: count,
  /** Told since version 449 of the plugin that asks people. */
  waitingForInput: flag,
});

/** What hangs on a run: a cause, a commit, a test report … */
export type JenkinsAction = z.infer<typeof actionSchema>;

const changeSetSchema = z.object({
  items: lenientArray(
    z.object({
      commitId: text,
      author: z.object({ fullName: text }).nullish().catch(undefined),
    }),
  ),
});

const buildSchema = z.object({
  number: z.number().int().nonnegative(),
  result: text,
  building: flag,
  timestamp: z.number().int().nonnegative(),
  duration: z.number().nullish().catch(undefined),
  actions: lenientArray(actionSchema),
});

/** A run as a list of runs tells of it. */
export type JenkinsBuild = z.infer<typeof buildSchema>;

const lastBuildSchema = buildSchema.extend({
  estimatedDuration: z.number().nullish().catch(undefined),
  changeSet: changeSetSchema.nullish().catch(undefined),
  changeSets: lenientArray(changeSetSchema),
});

/** The newest run. */
export type JenkinsLastBuild = z.infer<typeof lastBuildSchema>;

const leafSchema = z.object({
  _class: text,
  name: z.string().min(1),
  color: text,
  buildable: flag,
  inQueue: flag,
  queueItem: z
    .object({ why: text, inQueueSince: instant, stuck: flag })
    .nullish()
    .catch(undefined),
  builds: lenientArray(buildSchema),
  lastBuild: lastBuildSchema.nullish().catch(undefined),
  lastSuccessfulBuild: z
    .object({ number: count, timestamp: instant })
    .nullish()
    .catch(undefined),
});

/** A job with what is inside it, which is what tells a folder. */
export const jobSchema = leafSchema.extend({
  jobs: lenientArray(leafSchema),
});

/** A job without what is inside it: a branch, a job of a folder. */
export type JenkinsLeaf = z.infer<typeof leafSchema>;

/** A job with what is inside it. */
export type JenkinsJob = z.infer<typeof jobSchema>;

/**
 * A folder: its jobs are parsed one by one, and only those that someone named. Jenkins tells the
 * class of everything, so that something with neither class nor jobs is no answer of Jenkins.
 */
export const folderSchema = z
  .object({
    _class: z.string().nullish(),
    jobs: z.array(z.unknown()).nullish(),
  })
  .refine(({ _class, jobs }) => _class || jobs);

/** The name alone. */
export const namedSchema = z.object({ name: z.string().min(1) });

/** `wfapi/describe` of the Pipeline stage view plugin. */
export const stagesSchema = z.object({
  status: text,
  pauseDurationMillis: count,
  stages: lenientArray(
    z.object({
      name: z.string(),
      status: text,
      startTimeMillis: instant,
      pauseDurationMillis: count,
    }),
  ),
});

/** Stages of a run. */
export type JenkinsStages = z.infer<typeof stagesSchema>;

/** Totals of `testReport`: a JUnit report counts what passed, an aggregated one the total. */
export const testReportSchema = z.object({
  failCount: z.number().int().nonnegative(),
  skipCount: count,
  passCount: count,
  totalCount: count,
});
