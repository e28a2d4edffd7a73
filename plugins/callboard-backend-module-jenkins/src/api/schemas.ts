import { z } from 'zod';
import { areBuilds, type JenkinsBuild } from './JenkinsBuild';

/*
 * What Jenkins says, at the door. Jenkins leaves out what it does not know or writes null, and
 * plugins add what they like, so that everything but names and numbers may be absent, and a part
 * that is not what it should be is dropped rather than the whole. That care costs time, and there
 * are tens of thousands of runs in a round: an answer that is all right is read by the same schema
 * without it, and its runs are looked at by hand.
 */
function jobSchemaOf({ isLenient }: { isLenient: boolean }) {
  const maybe = <T extends z.ZodType>(type: T) =>
    isLenient ? type.nullish().catch(undefined) : type.nullish();
  const text = maybe(z.string());
  const count = maybe(z.number().nonnegative());
  const flag = maybe(z.boolean());

  const list = <T extends z.ZodType>(element: T) =>
    maybe(
      isLenient
        ? z.array(z.unknown()).transform(items =>
            items.flatMap(item => {
              const parsed = element.safeParse(item);
              return parsed.success ? [parsed.data] : [];
            }),
          )
        : z.array(element),
    );

  const changeSet = z.object({
    items: list(
      z.object({
        commitId: text,
        author: maybe(z.object({ fullName: text })),
      }),
    ),
  });
  const build = z.object({
    number: z.number().nonnegative(),
    result: text,
    building: flag,
    timestamp: z.number().nonnegative(),
    duration: maybe(z.number()),
    actions: maybe(z.array(z.unknown())),
  });
  const builds = z.custom<readonly JenkinsBuild[]>(areBuilds);
  const leaf = z.object({
    _class: text,
    name: z.string().min(1),
    buildable: flag,
    queueItem: maybe(z.object({ why: text, inQueueSince: count })),
    builds: isLenient ? list(build) : maybe(builds),
    lastBuild: maybe(
      build.extend({
        estimatedDuration: maybe(z.number()),
        changeSet: maybe(changeSet),
        changeSets: list(changeSet),
      }),
    ),
    lastSuccessfulBuild: maybe(z.object({ timestamp: count })),
  });
  return leaf.extend({ jobs: list(leaf) });
}

/** What an answer that is all right is read by. */
export const strictJobSchema = jobSchemaOf({ isLenient: false });
const lenientJobSchema = jobSchemaOf({ isLenient: true });

/** A job with what is inside it, which is what tells a folder. */
export type JenkinsJob = z.infer<typeof strictJobSchema>;

/** A job without what is inside it: a branch, a job of a folder. */
export type JenkinsLeaf = Omit<JenkinsJob, 'jobs'>;

/** The newest run. */
export type JenkinsLastBuild = NonNullable<JenkinsLeaf['lastBuild']>;

/** A job as Jenkins tells of it; undefined for what is none. */
export function parseJob(json: unknown): JenkinsJob | undefined {
  const strict = strictJobSchema.safeParse(json);
  return strict.success ? strict.data : lenientJobSchema.safeParse(json).data;
}

/** One job as the whole of an answer. */
export const answeredJobSchema = z.unknown().transform((json, context) => {
  const job = parseJob(json);
  if (job) {
    return job;
  }
  context.addIssue({ code: 'custom', message: 'not a job' });
  return z.NEVER;
});

const text = z.string().nullish().catch(undefined);
const count = z.number().nonnegative().nullish().catch(undefined);

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

/** What tells a folder from a job, without what it holds. */
export const kindSchema = z.object({
  _class: text,
  jobs: z.unknown().optional(),
  builds: z.unknown().optional(),
});

/** `wfapi/describe` of the Pipeline stage view plugin. */
export const stagesSchema = z.object({
  status: text,
  pauseDurationMillis: count,
  stages: z
    .array(
      z.object({
        name: z.string(),
        status: text,
        pauseDurationMillis: count,
      }),
    )
    .nullish(),
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
