import { EXTERNAL_RUNBOOKS } from '../company/externalRunbooks';
import type { Company, Service } from '../company/model';

/** An entity as a catalog file has it. */
export interface CatalogEntity {
  readonly apiVersion: 'backstage.io/v1alpha1';
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly title?: string;
    readonly description?: string;
    readonly tags?: readonly string[];
    readonly annotations?: Readonly<Record<string, string>>;
    readonly links?: readonly {
      readonly url: string;
      readonly title: string;
      readonly type: string;
    }[];
  };
  readonly spec: Readonly<Record<string, unknown>>;
}

const API_VERSION = 'backstage.io/v1alpha1';

/** The team that everybody who tries the portal out belongs to. */
const GUEST_TEAM = 'team-checkout';

function user(person: {
  id: string;
  name: string;
  teams: readonly string[];
}): CatalogEntity {
  return {
    apiVersion: API_VERSION,
    kind: 'User',
    metadata: { name: person.id },
    spec: {
      profile: {
        displayName: person.name,
        email: `${person.id}@fernway.example`,
      },
      memberOf: person.teams,
    },
  };
}

/** Groups and users. Guests are members too, so that "My team" shows something. */
export function organizationEntities(
  company: Pick<Company, 'teams' | 'people'>,
): readonly CatalogEntity[] {
  const { teams, people } = company;
  const guest = { id: 'guest', name: 'Guest', teams: [GUEST_TEAM] };
  return [
    {
      apiVersion: API_VERSION,
      kind: 'Group',
      metadata: { name: 'fernway', title: 'Fernway' },
      spec: { type: 'organization', children: [] },
    },
    ...teams.map(
      ({ name, title }): CatalogEntity => ({
        apiVersion: API_VERSION,
        kind: 'Group',
        metadata: { name, title },
        spec: {
          type: 'team',
          profile: { displayName: title, email: `${name}@fernway.example` },
          parent: 'fernway',
          children: [],
        },
      }),
    ),
    ...people.map(user),
    user(guest),
    // The guest sign-in of a development portal is in a namespace of its own.
    {
      ...user({ ...guest, teams: [`group:default/${GUEST_TEAM}`] }),
      metadata: { name: 'guest', namespace: 'development' },
    },
  ];
}

export function domainEntities(
  company: Pick<Company, 'domains' | 'systems'>,
): readonly CatalogEntity[] {
  return [
    ...company.domains.map(
      ({ name, title, owner }): CatalogEntity => ({
        apiVersion: API_VERSION,
        kind: 'Domain',
        metadata: { name, title },
        spec: { owner },
      }),
    ),
    ...company.systems.map(
      ({ name, title, owner, domain }): CatalogEntity => ({
        apiVersion: API_VERSION,
        kind: 'System',
        metadata: { name, title },
        spec: { owner, domain },
      }),
    ),
  ];
}

/** `catalogUrl` is where the catalog files are, without a slash at the end. */
export function componentEntity(
  service: Service,
  catalogUrl: string,
): CatalogEntity {
  const { name, title, description, tags, annotations } = service;
  const runbook = EXTERNAL_RUNBOOKS[name];
  return {
    apiVersion: API_VERSION,
    kind: 'Component',
    metadata: {
      name,
      ...(title ? { title } : {}),
      description,
      tags,
      annotations: {
        'backstage.io/view-url': `${catalogUrl}/components/${name}.yaml`,
        ...annotations,
      },
      ...(runbook && { links: [{ ...runbook, type: 'runbook' }] }),
    },
    spec: {
      type: service.type,
      lifecycle: service.lifecycle,
      owner: service.owner,
      system: service.system,
    },
  };
}
