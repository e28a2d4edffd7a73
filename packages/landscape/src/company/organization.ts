/** The domains, systems and teams that the company began with. */
export interface BaseSystem {
  readonly name: string;
  readonly title: string;
  readonly domain: string;
  readonly team: string;
}

export const BASE_DOMAINS: readonly {
  name: string;
  title: string;
  team: string;
}[] = [
  { name: 'selling', title: 'Selling', team: 'team-checkout' },
  { name: 'money', title: 'Money', team: 'team-payments' },
  { name: 'fulfilment', title: 'Fulfilment', team: 'team-orders' },
  { name: 'customers', title: 'Customers', team: 'team-accounts' },
  { name: 'foundations', title: 'Foundations', team: 'team-platform' },
];

export const BASE_SYSTEMS: readonly BaseSystem[] = [
  {
    name: 'checkout',
    title: 'Checkout',
    domain: 'selling',
    team: 'team-checkout',
  },
  {
    name: 'storefront',
    title: 'Storefront',
    domain: 'selling',
    team: 'team-web',
  },
  {
    name: 'assortment',
    title: 'Assortment',
    domain: 'selling',
    team: 'team-pricing',
  },
  { name: 'search', title: 'Search', domain: 'selling', team: 'team-search' },
  { name: 'apps', title: 'Apps', domain: 'selling', team: 'team-mobile' },
  {
    name: 'payments',
    title: 'Payments',
    domain: 'money',
    team: 'team-payments',
  },
  { name: 'billing', title: 'Billing', domain: 'money', team: 'team-finance' },
  {
    name: 'orders',
    title: 'Orders',
    domain: 'fulfilment',
    team: 'team-orders',
  },
  {
    name: 'shipping',
    title: 'Shipping',
    domain: 'fulfilment',
    team: 'team-shipping',
  },
  {
    name: 'warehouse',
    title: 'Warehouse',
    domain: 'fulfilment',
    team: 'team-warehouse',
  },
  {
    name: 'accounts',
    title: 'Accounts',
    domain: 'customers',
    team: 'team-accounts',
  },
  { name: 'growth', title: 'Growth', domain: 'customers', team: 'team-growth' },
  {
    name: 'insights',
    title: 'Insights',
    domain: 'customers',
    team: 'team-data',
  },
  { name: 'edge', title: 'Edge', domain: 'foundations', team: 'team-platform' },
  {
    name: 'delivery-platform',
    title: 'Delivery Platform',
    domain: 'foundations',
    team: 'team-platform',
  },
];

/** Who is known by name, and the first team of each. */
export const KNOWN_PEOPLE: readonly {
  name: string;
  teams: readonly string[];
}[] = [
  { name: 'Ana Petrov', teams: ['team-checkout'] },
  { name: 'Jonas Weber', teams: ['team-checkout'] },
  { name: 'Mira Okafor', teams: ['team-checkout', 'team-orders'] },
  { name: 'Eva Novak', teams: ['team-payments'] },
  { name: 'Priya Nair', teams: ['team-web'] },
  { name: 'Tom Reyes', teams: ['team-search'] },
  { name: 'Lena Fuchs', teams: ['team-pricing'] },
  { name: 'Ines Costa', teams: ['team-platform'] },
];

export const FIRST_NAMES = [
  'Adam',
  'Bea',
  'Carlos',
  'Daria',
  'Emil',
  'Farah',
  'Goran',
  'Hanna',
  'Ivo',
  'Jana',
  'Kofi',
  'Laila',
  'Marek',
  'Nadia',
  'Oskar',
  'Paula',
  'Rafael',
  'Sofia',
  'Tariq',
  'Ulla',
  'Viktor',
  'Wanda',
  'Yusuf',
  'Zoe',
];

export const LAST_NAMES = [
  'Almeida',
  'Berg',
  'Castro',
  'Dahl',
  'Eriksen',
  'Ferrari',
  'Garcia',
  'Horvat',
  'Ivanova',
  'Jansen',
  'Kaya',
  'Lindgren',
  'Moreau',
  'Nowak',
  'Olsen',
  'Popescu',
  'Rossi',
  'Silva',
  'Tanaka',
  'Urban',
  'Varga',
  'Wolf',
  'Yilmaz',
  'Zeman',
];

/** Markets that the company grew into, five lines of business each. */
export const MARKETS = [
  '',
  'nordic',
  'iberia',
  'alpine',
  'baltic',
  'benelux',
  'britain',
  'danube',
  'hellas',
  'italia',
  'levant',
  'maghreb',
  'andes',
  'pacific',
  'atlantic',
  'caspian',
  'bengal',
  'korea',
  'nippon',
  'oceania',
  'prairie',
  'quebec',
  'rhine',
  'sahara',
  'texas',
  'ural',
  'volga',
  'yukon',
  'zambezi',
  'amazon',
  'borneo',
  'carib',
  'deccan',
  'everest',
  'fjord',
  'gobi',
  'havana',
  'indus',
  'java',
  'kivu',
];

export const BUSINESS_LINES = ['', 'b2b', 'outlet', 'pro', 'labs'];
