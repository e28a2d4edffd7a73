import { fullName } from '../api/jobPath';
import type { JobSubject } from './Found';

/** A folder with the subjects whose jobs are in it. */
export interface FolderOfSubjects {
  readonly path: readonly string[];
  readonly subjects: JobSubject[];
}

/** Subjects by the folder that their jobs are in. */
export function byFolder(
  subjects: readonly JobSubject[],
): Iterable<FolderOfSubjects> {
  const folders = new Map<string, FolderOfSubjects>();
  for (const of of subjects) {
    const path = of.spec.path.slice(0, -1);
    const key = fullName(path);
    const folder = folders.get(key) ?? { path, subjects: [] };
    folder.subjects.push(of);
    folders.set(key, folder);
  }
  return folders.values();
}
