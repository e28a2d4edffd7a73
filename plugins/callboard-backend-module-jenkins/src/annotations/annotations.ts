/** Jobs of an entity: `[instance:]folder/job[,[instance:]folder/job]`. */
export const JOB_FULL_NAME_ANNOTATION = 'jenkins.io/job-full-name';

/** The older name of the same, for one job; wins where both are set, as in the stock plugin. */
export const GITHUB_FOLDER_ANNOTATION = 'jenkins.io/github-folder';

/** Another base URL for this entity, which the stock plugin sends its credentials to. */
export const OVERRIDE_BASE_URL_ANNOTATION = 'jenkins.io/override-base-url';
