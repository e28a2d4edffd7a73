import { z } from 'zod';
import { ROLES } from './model';
import type { Role } from './model';

const TEMPERS = [
  'busy',
  'steady',
  'slow',
  'nightly',
  'missed',
  'broken',
  'unstable',
  'flaky',
  'aborting',
  'overdue',
  'queued',
  'asking',
] as const;

/** How the builds of a service's first job behave. */
export type Temper = (typeof TEMPERS)[number];

const SHAPES = ['multibranch', 'pipeline', 'freestyle', 'matrix'] as const;

export interface CastMember {
  readonly name: string;
  readonly system: string;
  /** Folder of its job, on main unless it says `mobile:apps`; `fernway` is the organization. */
  readonly place: string;
  readonly shape: (typeof SHAPES)[number];
  readonly temper: Temper;
  readonly role: Role;
  readonly description: string;
}

// Name, system, place, shape, temper, role, description. The first thirty have a bit of everything.
const TABLE = `
checkout-api | checkout | fernway | multibranch | busy | several-jobs | Takes a basket through address, payment and confirmation
order-events | orders | fernway | multibranch | unstable | plain | Publishes every change of an order
payment-gateway | payments | payments | multibranch | steady | plain | Speaks to the payment providers
gift-cards | payments | payments | pipeline | steady | near-name | Sells, redeems and blocks gift cards
storefront-web | storefront | fernway | multibranch | broken | plain | The shop as customers see it
cart-service | checkout | shop | multibranch | busy | plain | Keeps baskets, also of guests
edge-router | edge | platform/edge | multibranch | steady | ambiguous | Routes requests from the edge to the regions
shop-app-ios | apps | mobile:apps | pipeline | busy | plain | The shop on iPhones
invoice-renderer | billing | payments | pipeline | broken | plain | Makes invoices as documents
session-store | edge | - | pipeline | steady | unconnected | Keeps sessions of signed-in customers
payment-ledger | payments | payments | pipeline | steady | unknown-instance | Books every payment twice
price-importer | assortment | shop | freestyle | nightly | plain | Fetches the price list of the night
shop-app-android | apps | mobile:apps | pipeline | unstable | plain | The shop on Android
order-archive | orders | shop | freestyle | slow | disabled | Keeps orders for ten years
card-vault | payments | payments | pipeline | steady | forbidden | Holds card numbers, tells nobody
shipping-labels | shipping | logistics | pipeline | asking | plain | Prints what goes onto parcels
search-api | search | fernway | multibranch | busy | plain | Answers what customers type
fraud-scoring | payments | payments | pipeline | steady | never-built | Guesses which orders are fraud
order-api | orders | shop | multibranch | steady | several-jobs | Orders for everybody else
feature-flags | edge | platform/edge | multibranch | steady | default-branch | Switches features on and off
parcel-tracking | shipping | logistics | multibranch | flaky | plain | Where a parcel is
app-backend | apps | mobile:apps | multibranch | busy | two-instances | What the apps talk to
landing-pages | storefront | - | pipeline | steady | unconnected | Pages of campaigns
legacy-cron | edge | - | freestyle | nightly | hostile | Jobs that nobody dares to move
search-indexer | search | shop | pipeline | overdue | plain | Feeds the search
certificate-renewer | edge | platform/edge | freestyle | slow | abandoned | Renews certificates before they end
stock-api | warehouse | logistics | multibranch | steady | plain | What is in stock, and where
loyalty-api | accounts | fernway | multibranch | steady | github-folder | Points and what they are worth
mail-sender | growth | data | pipeline | queued | plain | Sends mail, once
kpi-dashboard | insights | - | pipeline | steady | waived | Numbers for the morning meeting
returns-service | orders | fernway | multibranch | steady | plain | Takes things back
customer-profile | accounts | fernway | multibranch | steady | plain | Names, addresses, preferences
login-service | accounts | shop | multibranch | busy | plain | Signs customers in
tax-engine | billing | payments | multibranch | steady | plain | Taxes of every country we ship to
refunds-worker | payments | payments | pipeline | steady | plain | Pays money back
basket-pricing | assortment | shop | multibranch | unstable | plain | What a basket costs
address-lookup | checkout | shop | pipeline | steady | plain | Completes addresses
carrier-gateway | shipping | logistics | multibranch | steady | several-jobs | Speaks to the carriers
label-printer | shipping | logistics | pipeline | steady | near-name | Drives the printers of the warehouse
stock-forecast | warehouse | - | pipeline | steady | unconnected | What will be sold next week
picking-planner | warehouse | logistics | pipeline | aborting | plain | Plans the ways through the warehouse
suggest-service | search | fernway | multibranch | busy | plain | Completes what customers type
recommendation-trainer | insights | data | freestyle | missed | plain | Trains what else you might like
clickstream-collector | insights | data | multibranch | steady | plain | Counts clicks, forgets names
data-lake-export | insights | data | freestyle | slow | disabled | Copies tables for the analysts
push-service | apps | mobile:apps | pipeline | steady | plain | Notifications on phones
payment-sdk | apps | mobile:sdks | matrix | slow | plain | Payments inside the apps
barcode-sdk | apps | mobile:sdks | matrix | slow | plain | Reads barcodes with the camera
store-app | apps | mobile:apps | pipeline | broken | plain | What the staff of the stores use
consent-service | accounts | shop | pipeline | steady | unreadable | What customers agreed to
newsletter-builder | growth | - | pipeline | steady | unconnected | Puts newsletters together
ab-testing | growth | data | multibranch | busy | plain | Which of two works better
referral-service | growth | - | pipeline | steady | unconnected | Friends who bring friends
cluster-images | delivery-platform | platform/edge | matrix | slow | plain | Base images of all services
build-agents | delivery-platform | platform/agents | pipeline | steady | whole-folder | The machines that build
config-server | delivery-platform | - | pipeline | steady | unconnected | Hands out configuration
design-system | storefront | - | pipeline | steady | unconnected | Buttons and colours
inbound-scanner | warehouse | - | pipeline | steady | unconnected | Scans what arrives
dunning-mailer | billing | - | pipeline | steady | unconnected | Reminds of unpaid invoices
gift-wrap-options | checkout | - | pipeline | steady | unconnected | Paper, ribbon, card
`;

const rowSchema = z
  .tuple([
    z.string(),
    z.string(),
    z.string(),
    z.enum(SHAPES),
    z.enum(TEMPERS),
    z.enum(ROLES),
    z.string(),
  ])
  .transform(
    ([name, system, place, shape, temper, role, description]): CastMember => ({
      name,
      system,
      place: place === '-' ? '' : place,
      shape,
      temper,
      role,
      description,
    }),
  );

/** The services that the company began with, in the order they join. */
export const CAST: readonly CastMember[] = TABLE.trim()
  .split('\n')
  .map(line => rowSchema.parse(line.split('|').map(cell => cell.trim())));
