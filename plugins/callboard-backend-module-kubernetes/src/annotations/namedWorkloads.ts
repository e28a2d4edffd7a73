import {
  KUBERNETES_ID_ANNOTATION,
  KUBERNETES_LABEL_SELECTOR_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
} from '@callboard/plugin-callboard-common';
import { parseLabelSelector } from '../select';
import { labelValueProblem } from '../select/labelSyntax';

/** Longest selector that is read; a person writes none that is longer. */
const MAX_SELECTOR_LENGTH_COUNT = 1_000;

const NAMESPACE = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;

/** The label that {@link KUBERNETES_ID_ANNOTATION} is about. */
const ID_LABEL = 'backstage.io/kubernetes-id';

/** A value that names nothing. */
export interface NamingProblem {
  readonly annotation: string;
  readonly value: string;
  /** A sentence without the value: "it is empty". */
  readonly problem: string;
  /** What to write instead. */
  readonly example: string;
}

/** What an entity says of its workloads. */
export interface NamedWorkloads {
  readonly annotation: string;
  readonly value: string;
  /** As Kubernetes writes it. */
  readonly selector: string;
  readonly namespace?: string;
}

/** What annotations name; undefined where there is no annotation about Kubernetes workloads. */
export function namedWorkloads(
  annotations: Readonly<Record<string, string>>,
): NamedWorkloads | NamingProblem | undefined {
  const named = namedSelector(annotations);
  if (!named || 'problem' in named) {
    return named;
  }
  const namespace = annotations[KUBERNETES_NAMESPACE_ANNOTATION]?.trim();
  if (!namespace) {
    return named;
  }
  return NAMESPACE.test(namespace)
    ? { ...named, namespace }
    : {
        annotation: KUBERNETES_NAMESPACE_ANNOTATION,
        value: namespace,
        problem:
          "the name of a namespace is up to 63 lower case letters, digits and '-'",
        example: 'payments',
      };
}

function namedSelector(
  annotations: Readonly<Record<string, string>>,
): NamedWorkloads | NamingProblem | undefined {
  const selector = annotations[KUBERNETES_LABEL_SELECTOR_ANNOTATION];
  const id = annotations[KUBERNETES_ID_ANNOTATION];
  // As in the stock plugin: an empty selector says nothing, so that the id decides.
  return selector || (selector !== undefined && !id)
    ? bySelector(selector)
    : byId(id);
}

function bySelector(value: string): NamedWorkloads | NamingProblem {
  const annotation = KUBERNETES_LABEL_SELECTOR_ANNOTATION;
  const problem = selectorProblem(value);
  return problem
    ? { annotation, value, problem, example: 'app=shop,tier in (web, api)' }
    : { annotation, value, selector: value.trim() };
}

function selectorProblem(value: string): string | undefined {
  if (value.length > MAX_SELECTOR_LENGTH_COUNT) {
    return `it has ${value.length} characters, more than the ${MAX_SELECTOR_LENGTH_COUNT} that are read`;
  }
  const parsed = parseLabelSelector(value);
  if ('error' in parsed) {
    return `${parsed.error}, at character ${parsed.position + 1}`;
  }
  return parsed.requirements.length === 0
    ? 'it is empty, which would select everything'
    : undefined;
}

function byId(
  id: string | undefined,
): NamedWorkloads | NamingProblem | undefined {
  if (id === undefined) {
    return undefined;
  }
  const annotation = KUBERNETES_ID_ANNOTATION;
  const value = id.trim();
  const problem = value === '' ? 'it is empty' : labelValueProblem(value);
  return problem
    ? { annotation, value: id, problem, example: 'shop' }
    : { annotation, value: id, selector: `${ID_LABEL}=${value}` };
}
