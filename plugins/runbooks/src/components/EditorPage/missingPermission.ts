import type { SaveOrder } from '../../editor/SaveLoop';

/** As the server names them. */
const NAME = /\brunbooks\.(?:read|create|update|publish|archive|run)\b/;

/** The permission without which a save is refused: as the server says, else by what was asked. */
export function missingPermission(order: SaveOrder, message: string): string {
  const named = NAME.exec(message)?.[0];
  if (named) {
    return named;
  }
  if (order.id === undefined) {
    return 'runbooks.create';
  }
  return order.write.state === 'published'
    ? 'runbooks.publish'
    : 'runbooks.update';
}
