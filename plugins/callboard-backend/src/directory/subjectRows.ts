import type { Aspect, Verdict } from '@callboard/plugin-callboard-common';
import { storableText } from '@callboard/plugin-callboard-node';
import type { SubjectRow } from '../database/tables';
import { hashOf, storedShard, storedSource } from '../store/boundedText';
import { typeOf } from '../store/typeOf';
import type { ServiceResolution } from './resolveService';

/** A subject as it is to be stored; problems bring their verdict along. */
export interface WantedSubject {
  readonly row: Omit<SubjectRow, 'id'> & { readonly problem: boolean };
  readonly type: string;
  readonly problem?: Verdict;
}

/** Names a subject within the database. */
export function subjectIdentity(
  row: Pick<SubjectRow, 'service_id' | 'source' | 'aspect' | 'key_hash'>,
): string {
  return `${row.service_id} ${row.aspect} ${row.key_hash} ${row.source}`;
}

/** The rows that a service's resolution asks for. */
export function toSubjectRows(
  serviceId: number,
  resolution: ServiceResolution,
): WantedSubject[] {
  const wanted = new Map<string, WantedSubject>();
  const add = (subject: WantedSubject) => {
    const identity = subjectIdentity(subject.row);
    // Names that only differ in what a database cannot store are one.
    if (!wanted.has(identity)) {
      wanted.set(identity, subject);
    }
  };
  for (const { source, aspect, key, shard, spec } of resolution.subjects) {
    add({
      type: typeOf(source),
      row: {
        ...common({ serviceId, source, aspect, key }),
        shard: storedShard(shard),
        spec_json: JSON.stringify(spec),
        problem: false,
      },
    });
  }
  for (const { source, aspect, key, verdict } of resolution.problems) {
    add({
      type: typeOf(source),
      problem: verdict,
      row: {
        ...common({ serviceId, source, aspect, key }),
        shard: '',
        spec_json: '{}',
        problem: true,
      },
    });
  }
  return [...wanted.values()];
}

function common(subject: {
  serviceId: number;
  source: string;
  aspect: Aspect;
  key: string;
}) {
  return {
    service_id: subject.serviceId,
    source: storedSource(subject.source),
    aspect: subject.aspect,
    key_hash: hashOf(subject.key),
    key: storableText(subject.key),
  };
}
