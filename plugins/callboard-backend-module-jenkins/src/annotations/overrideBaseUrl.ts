/** Another base URL for this entity, which the stock plugin sends its credentials to. */
export const OVERRIDE_BASE_URL_ANNOTATION = 'jenkins.io/override-base-url';
