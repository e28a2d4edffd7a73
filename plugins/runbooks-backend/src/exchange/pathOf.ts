import { parseEntityRef } from '@backstage/catalog-model';

const SEGMENT_MAX_COUNT = 100;

/** Where a runbook stands in an export: `component/default/checkout/KubePodCrashLooping.md`. */
export function pathOf(
  runbook: { readonly entityRef: string; readonly title: string },
  options: {
    /** In lower case: some file systems tell no case. */
    readonly taken: ReadonlySet<string>;
    readonly suffix?: string;
  },
): string {
  const { taken, suffix = '' } = options;
  const { kind, namespace, name } = parseEntityRef(runbook.entityRef);
  const directory = [kind, namespace, name].map(segment).join('/');
  const title = segment(runbook.title);
  for (let n = 1; ; n++) {
    const file = n === 1 ? title : `${title}-${n}`;
    const path = `${directory}/${file}${suffix}.md`;
    if (!taken.has(path.toLowerCase())) {
      return path;
    }
  }
}

/** A name that every file system takes. */
function segment(text: string): string {
  const name = text
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, SEGMENT_MAX_COUNT);
  return name || 'runbook';
}
