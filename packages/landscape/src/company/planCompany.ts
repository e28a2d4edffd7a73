import { jobAnnotations } from './annotations';
import { CAST } from './cast';
import { clusterAnnotations } from './clusterAnnotations';
import type { CastMember } from './cast';
import { jobPlans } from './jobPlans';
import type { Company, Domain, Person, Service, System, Team } from './model';
import {
  BASE_DOMAINS,
  BASE_SYSTEMS,
  BUSINESS_LINES,
  FIRST_NAMES,
  KNOWN_PEOPLE,
  LAST_NAMES,
  MARKETS,
} from './organization';
import { Random } from './Random';
import { OUTSIDE_CLUSTERS, WORKLOAD_ROLES } from './workloadCast';

/** Times the cast fits into one set of folders, with about twenty jobs a folder. */
const CASTS_PER_FOLDER_SET_COUNT = 3;
const CALM_SERVICES_COUNT = 600;
const TEAM_SIZE_COUNT = 4;

const TAGS = ['java', 'go', 'node', 'python', 'kotlin'];

/** `team-checkout` of a market: `team-checkout-nordic`. */
function inMarket(name: string, market: string): string {
  return market ? `${name}-${market}` : name;
}

function marketName(zone: number): string {
  const round = Math.floor(zone / MARKETS.length);
  const market = MARKETS[zone % MARKETS.length];
  return round ? `${market || 'home'}${round + 1}` : market;
}

function titled(title: string, market: string): string {
  return market
    ? `${title} ${market[0].toUpperCase()}${market.slice(1)}`
    : title;
}

interface Zone {
  readonly domains: readonly Domain[];
  readonly systems: readonly System[];
  readonly teams: readonly Team[];
}

/** One market: the same systems and teams as the first, under its own names. */
function planZone(market: string): Zone {
  const teamNames = [
    ...new Set(BASE_SYSTEMS.map(({ team }) => inMarket(team, market))),
  ];
  return {
    domains: market
      ? []
      : BASE_DOMAINS.map(({ name, title, team }) => ({
          name,
          title,
          owner: team,
        })),
    systems: BASE_SYSTEMS.map(({ name, title, domain, team }) => ({
      name: inMarket(name, market),
      title: titled(title, market),
      domain,
      owner: inMarket(team, market),
    })),
    teams: teamNames.map(name => ({
      name,
      title: name
        .replace(/^team-/, '')
        .split('-')
        .map(word => word[0].toUpperCase() + word.slice(1))
        .join(' '),
    })),
  };
}

function planPeople(teams: readonly Team[], seed: string): readonly Person[] {
  const people: Person[] = KNOWN_PEOPLE.map(person => ({
    ...person,
    id: idOf(person.name),
  }));
  const taken = new Set(people.map(({ id }) => id));
  for (const team of teams) {
    const chances = Random.create(seed, 'people', team.name);
    const known = people.filter(({ teams: own }) => own.includes(team.name));
    for (let size = known.length; size < TEAM_SIZE_COUNT; size += 1) {
      const name = `${chances.pick(FIRST_NAMES)} ${chances.pick(LAST_NAMES)}`;
      let id = idOf(name);
      for (let again = 2; taken.has(id); again += 1) {
        id = `${idOf(name)}${again}`;
      }
      taken.add(id);
      people.push({ id, name, teams: [team.name] });
    }
  }
  return people;
}

/** `ana.petrov` */
function idOf(name: string): string {
  return name.toLowerCase().replace(/ /g, '.');
}

function lifecycleOf(
  member: CastMember,
  chances: Random,
): Service['lifecycle'] {
  if (member.role === 'disabled' || member.role === 'abandoned') {
    return 'deprecated';
  }
  return chances.chance(0.12) ? 'experimental' : 'production';
}

function typeOf({ name }: CastMember): Service['type'] {
  if (name.endsWith('-sdk') || name === 'design-system') {
    return 'library';
  }
  return /-(web|pages|app|ios|android|dashboard)$/.test(name)
    ? 'website'
    : 'service';
}

/**
 * Who there is, and what belongs to whom. Everything follows from the seed; the first sixty
 * services are always the same, and larger companies are the same sixty in more markets.
 */
export function planCompany(options: {
  seed: number;
  services: number;
}): Company {
  const { services: count } = options;
  const seed = String(options.seed);
  const pace = Math.max(1, count / CALM_SERVICES_COUNT);
  const replicas = Math.ceil(count / CAST.length);
  const zones = Array.from(
    { length: Math.max(1, Math.ceil(replicas / BUSINESS_LINES.length)) },
    (_, zone) => planZone(marketName(zone)),
  );
  const teams = zones.flatMap(zone => zone.teams);
  const people = planPeople(teams, seed);
  const namesOfTeam = new Map<string, string[]>();
  for (const person of people) {
    for (const team of person.teams) {
      namesOfTeam.set(team, [...(namesOfTeam.get(team) ?? []), person.name]);
    }
  }

  const services = Array.from({ length: count }, (_, index): Service => {
    const member = CAST[index % CAST.length];
    const replica = Math.floor(index / CAST.length);
    const market = marketName(Math.floor(replica / BUSINESS_LINES.length));
    const line = BUSINESS_LINES[replica % BUSINESS_LINES.length];
    const name = [market, line, member.name].filter(Boolean).join('-');
    const base = BASE_SYSTEMS.find(system => system.name === member.system);
    const owner = inMarket(base?.team ?? 'team-platform', market);
    const chances = Random.create(seed, 'service', name);
    const system = inMarket(member.system, market);
    const isInClusters = !OUTSIDE_CLUSTERS.includes(member.name);
    const { naming = 'id' } = WORKLOAD_ROLES[member.name] ?? {};
    const jobs = jobPlans({
      seed: `${seed}/${name}`,
      member,
      service: name,
      authors: namesOfTeam.get(owner) ?? [],
      pace,
      block: Math.floor(replica / CASTS_PER_FOLDER_SET_COUNT),
    });
    return {
      name,
      description: member.description,
      type: typeOf(member),
      lifecycle: lifecycleOf(member, chances),
      owner,
      system,
      tags: [chances.pick(TAGS), ...(chances.chance(0.3) ? ['tier-1'] : [])],
      role: member.role,
      jobs,
      workload: isInClusters ? member.name : undefined,
      annotations: {
        ...jobAnnotations({ member, jobs, turn: replica }),
        ...(isInClusters
          ? clusterAnnotations({ name, namespace: system, naming })
          : {}),
      },
    };
  });

  return {
    domains: zones.flatMap(zone => zone.domains),
    systems: zones.flatMap(zone => zone.systems),
    teams,
    people,
    services,
  };
}
