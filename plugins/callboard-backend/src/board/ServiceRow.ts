import type { ServiceBoardRow, ServiceDetailRow } from '../database/tables';

/** What a service is shown from. */
export type ServiceRow = Pick<
  ServiceBoardRow,
  'id' | 'ref' | 'name' | 'owner' | 'system' | 'lifecycle' | 'rank' | 'since'
> &
  Pick<ServiceDetailRow, 'entity_json' | 'row_json'>;

/** The columns of {@link ServiceRow} of a query over `b` and `d`. */
export const SERVICE_COLUMNS = [
  'b.id',
  'b.ref',
  'b.name',
  'b.owner',
  'b.system',
  'b.lifecycle',
  'b.rank',
  'b.since',
  'd.entity_json',
  'd.row_json',
] as const;
